"""The Markdown of papers becomes blocks, and a fact in it stays a fact."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huitang.adapters.papers import markup
from huitang.adapters.papers.paper import (
    Addressee,
    Face,
    Head,
    Heading,
    Names,
    Note,
    PageBreak,
    Paragraph,
    Run,
    Signature,
    SignLines,
    Table,
    Title,
)

WHOLE = """
::: 版头
清河镇人民代表大会公告
〔2025〕第1号
:::

# 关于召开会议/的公告
> （2025年4月1日/大会通过）

::: 主送
各位代表：
:::

## 一、时间
会期**两天**，*（停顿）*请代表准时到会。
第二段。

::: 表 名单 宽1,3 高12
| 编号 | 姓名 |
|---|:--|
| 1 | 甲\\|乙 |
:::

::: 名单 4
田富、田大利
欧阳文
:::

---

::: 落款 盖章
清河镇人民代表大会主席团
2025年4月1日
:::

::: 签名
总监票人
监票人
:::
"""


def test_every_part_of_a_paper_is_read():
    paper = markup.read_markup(WHOLE, name="公告")
    assert paper.head == Head("清河镇人民代表大会公告", "〔2025〕第1号")
    assert paper.blocks == (
        Title("关于召开会议\n的公告"),
        Note("（2025年4月1日\n大会通过）"),
        Addressee("各位代表："),
        Heading(1, "一、时间"),
        Paragraph((Run("会期"), Run("两天", Face.HEI), Run("，"), Run("（停顿）", Face.KAI), Run("请代表准时到会。"))),
        Paragraph((Run("第二段。"),)),
        Table(("编号", "姓名"), (("1", "甲|乙"),), "名单", (1, 3), "cl", 12),
        Names(("田富", "田大利", "欧阳文"), 4),
        PageBreak(),
        Signature("清河镇人民代表大会主席团", "2025年4月1日", has_seal=True),
        SignLines(("总监票人", "监票人")),
    )


def test_a_box_nobody_knows_is_told_with_its_line():
    with pytest.raises(markup.MarkupIsWrong) as told:
        markup.read_markup("正文\n\n::: 落歀\n甲\n:::\n", name="稿")
    assert (told.value.line, told.value.name) == (3, "落歀")


@pytest.mark.parametrize("box", sorted(markup.BOXES - {"表"}))
def test_every_box_is_read_even_when_empty(box):
    markup.read_markup(f"::: {box}\n:::\n", name="稿")


@given(st.text(alphabet="甲乙*|\\#>:-一 1.", min_size=1, max_size=12))
def test_a_fact_put_into_a_line_or_a_cell_comes_out_as_it_was(fact):
    fact = " ".join(fact.split()) or "甲"
    told = markup.escape(fact)
    line = markup.read_markup(f"正文{told}完", name="稿").blocks[0]
    table = markup.read_markup(f"| 头 | 尾 |\n|---|---|\n| 正{told}完 | 二 |\n", name="稿").blocks[0]
    assert line.text == f"正文{fact}完"
    assert table.rows[0] == (f"正{fact}完", "二")
