"""A page that was mirrored with words replaced, and one whose body names another session than its title."""

import pytest

from huitang.congress.proofreading.known import NOTHING
from huitang.congress.proofreading.proofread import proofread
from tests.congress.proofreading import qinghe

BRAND = "星湖大赌场_星湖国际官网"
HIJACKED = f"""{BRAND}

当前位置 > {BRAND}: > 政务公开 > 会议公告

清河镇第六届人民代表大会第八次会议召开

来源:清河镇发布时间:2025-04-01 13:58:03访问量:字体

331日,清河镇第六届人民代表大会第八次会议召开。91名人大代表出席会议。

会议听取审议并通过了《2025年清河镇经济社会发展情况报告》,审议了《{BRAND}:2024年民生实事项目推进情况的报告》,审查和批准了《{BRAND}:清河镇2024年财政决算的报告》《{BRAND}:清河镇2025年预算草案的报告》。

会议投票选举陆文清同志为清河镇人民政府副镇长。
"""
DRIFTED = """清河镇第六届人民代表大会第八次会议召开
3月31日至4月1日,清河镇第六届人民代表大会第八次会议召开。本次会议应到代表95名,因事、因病请假4名,实到代表91名,符合法定人数。
4月1日11:10,清河镇召开第六届人民代表大会第六次会议第二次全体会议。大会依法选举产生了副镇长一名。
"""


@pytest.mark.parametrize("known", [NOTHING, qinghe.KNOWN], ids=["itself", "record"])
def test_every_injected_place_is_found_with_what_stood_there(known):
    found = proofread(qinghe.paragraphs_of(HIJACKED), known)
    assert [(one.says, one.correction) for one in found] == [
        (BRAND, ""),
        (f"{BRAND}:", "首页"),
        ("331日", "3月31日"),
        *[(f"{BRAND}:", "关于")] * 3,
    ]


@pytest.mark.parametrize("known", [NOTHING, qinghe.KNOWN], ids=["itself", "record"])
def test_the_session_number_of_the_body_is_held_against_the_title(known):
    found = proofread(qinghe.paragraphs_of(DRIFTED), known)
    assert [(one.says, one.correction, one.is_sure) for one in found] == [("六", "八", True)]
