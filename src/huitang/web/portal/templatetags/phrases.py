"""Where a Chinese title may be broken: between its words, so that 人民代表大会 stays whole on a phone."""

import re
from itertools import pairwise

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

register = template.Library()
_NUMBER = "[0-9〇零一二三四五六七八九十百]+"
_WORDS = """
人民代表大会 人大代表 人大 主席团 人民政府 代表团 办公室 委员会 政府工作报告 工作报告 报告 决议 决定 公告 公示 公开 简介 召开 通过 补选 选举
财政预算 财政决算 预决算 预算 决算 草案 执行情况 完成情况 进展情况 办理情况 履职情况 情况 调整 方案 审查 批准 办法 名单 议程 使用说明 适老专区
重点民生实事项目 民生实事项目 民生实事 项目 目标任务 国民经济 社会发展 计划 监督工作 工作 关于 建议 代表建议 加快 加强 建设
""".split()  # noqa: SIM905  words are read more easily without quotes
_WORD = re.compile(
    rf"第{_NUMBER}(?:届|次会议|次|号|轮|年)|\d{{4}}年(?:\d+月)?(?:\d+日)?|{'|'.join(sorted(_WORDS, key=len, reverse=True))}|[—/\u3000]"
)
_CLINGS = "的了、，。：；）》”」—/\u3000 "  # never begins a line of a title
_LEADS = "和与及（《“「"  # nor ends one
_KEEPS = ("关于", "第")


@register.filter
def phrased(title: str) -> SafeString:
    """The same letters with <wbr> between the words; the verifier reads none of it."""
    return format_html_join(SafeString("<wbr>"), "{}", ((part,) for part in _lines(str(title))))


def _lines(title: str) -> list[str]:
    """Parts that stay whole; what clings stays with what it follows, what leads with what comes."""
    found: list[str] = []
    for part in _parts(title):
        is_joined = found and (part[0] in _CLINGS or found[-1][-1] in _LEADS or found[-1] in _KEEPS)
        if is_joined:
            found[-1] += part
        else:
            found.append(part)
    return found


def _parts(title: str) -> list[str]:
    cuts = sorted({0, len(title), *(at for match in _WORD.finditer(title) for at in match.span())})
    return [title[begin:end] for begin, end in pairwise(cuts)]
