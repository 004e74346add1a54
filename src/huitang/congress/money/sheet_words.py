"""How township offices write the headings, years, stages, totals and sides of a table of accounts."""

import re
import unicodedata
from enum import StrEnum

from huitang.congress.money.account import Side, Stage
from huitang.rules.budget import Fund

NAME_TITLES = {
    "科目名称", "预算科目", "科目", "项目", "项目名称", "收入项目", "支出项目", "收入科目", "支出科目",
    "功能科目名称", "名称", "预算项目", "收入", "支出", "收入名称", "支出名称", "功能分类科目",
}  # fmt: skip
CODE_TITLES = {"科目编码", "科目代码", "编码", "代码", "功能科目编码", "科目编号", "科目号"}
# columns that hold a comparison and not an amount
COMPARISON = re.compile(r"增|减|比|占|％|%|率|备注|说明|差|序号|时限|时间|日期")
_IN_PER_CENT = re.compile(r"%|率|幅|百分比")
_GROWTH = re.compile(r"增长|增减|增幅|增速|同比|比上年")
_SHARE_OF_PLAN = re.compile(r"预算|完成率|执行率")
_STAGES = (
    (Stage.FINAL, re.compile(r"决算")),
    (Stage.ADJUSTED, re.compile(r"调整(?:后)?(?:的)?预算|调整后|变动预算|预算调整")),
    (Stage.HALF_YEAR, re.compile(r"(?:上半年|半年|[1一]月?[-—–~至][6六]月).*(?:执行|完成|实际|数)")),
    (Stage.EXECUTED, re.compile(r"执行|完成|实际|实绩")),
    (Stage.BUDGET, re.compile(r"预算|草案|安排")),
)
_FUNDS = (
    (Fund.GOVERNMENT_FUND, "政府性基金"),
    (Fund.STATE_CAPITAL, "国有资本"),
    (Fund.SOCIAL_INSURANCE, "社会保险基金"),
)
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?:年|(?!\d))")
_TOTAL = re.compile(r"合计|总计|小计|共计|总额")
_NUMBERING = re.compile(r"^(?:其中)?[:：]?([一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|\d+[.、．]|\(\d+\))")
_PART = re.compile(r"^(?:其中|#)[:：]?")
_NOTE = re.compile(r"^(?:注|说明|备注)\s*[:：]?|收支(?:差额|相抵|结余)")


def plain(text: str) -> str:
    """Without white space, full-width signs made half-width, so that spellings can be compared."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def read_stage(text: str) -> str | None:
    """The stage a heading names; None where it names none."""
    return next((stage for stage, pattern in _STAGES if pattern.search(text)), None)


class Comparison(StrEnum):
    """What a column of percentages says of the column of amounts before it."""

    GROWTH = "GROWTH"
    SHARE_OF_PLAN = "SHARE_OF_PLAN"


def read_comparison(title: str) -> Comparison | None:
    """What a heading such as 比上年增长% or 为预算的% compares; None for any other."""
    if not _IN_PER_CENT.search(title):
        return None
    if _GROWTH.search(title):
        return Comparison.GROWTH
    return Comparison.SHARE_OF_PLAN if _SHARE_OF_PLAN.search(title) else None


def read_years(text: str) -> tuple[int, ...]:
    return tuple(dict.fromkeys(int(year) for year in _YEAR.findall(text)))


def read_fund(text: str) -> str:
    return next((fund for fund, word in _FUNDS if word in text), Fund.GENERAL)


def is_total(name: str) -> bool:
    return _TOTAL.search(name) is not None


def is_part(name: str) -> bool:
    return _PART.match(name) is not None


def is_note(name: str) -> bool:
    return _NOTE.search(name) is not None


def numbering_rank(name: str) -> int | None:
    """1 for 一、, 2 for （一）, 3 for 1., 4 for (1); None without a number."""
    found = _NUMBERING.match(name)
    if found is None:
        return None
    mark = found[1]
    is_bracketed, is_digit = mark.startswith("("), any(sign.isdigit() for sign in mark)
    return 1 + is_bracketed + 2 * is_digit


def side_of(name: str) -> str | None:
    """The side a name speaks of, where it speaks of one only."""
    is_income, is_expense = "收入" in name, "支出" in name
    if is_income == is_expense:
        return None
    return Side.INCOME if is_income else Side.EXPENSE
