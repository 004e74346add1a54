"""What the reports of a session tell of the year: accounts and targets, in sentences and table rows."""

from typing import Any

from huitang.congress.money.report import AccountFigures, AdjustmentFigures, ItemFigure, ReportFigures, SideFigures
from huitang.congress.targets.queries import TargetReport, TargetRow

Names = dict[str, Any]


def money(figures: ReportFigures, subject: str) -> list[Names]:
    """The sections of one report on money, by the subject of its agenda item; empty while no account is kept."""
    told = {
        "BUDGET": (_result(figures.last_year), _plan(figures.budget)),
        "FINAL_ACCOUNTS": (_result(figures.last_year),),
        "BUDGET_EXECUTION": (_result(figures.half_year),),
        "BUDGET_ADJUSTMENT": (_adjustment(figures.adjustment),),
    }
    doubts = [f"{sentence}。办公室的说明：{reason}。" for sentence, reason in figures.doubts]
    sections = [section for section in told.get(subject, ()) if section is not None]
    return [section | {"疑点": [] if place else doubts} for place, section in enumerate(sections)]


def promised(targets: TargetReport) -> str:
    """地区生产总值增长5.5%左右；…"""
    return _joined([f"{row.name}{_verb(row)}{row.promised}" for row in targets.targets])


def happened(targets: TargetReport) -> str:
    """What was measured of the whole year, beside what was promised."""
    told = ((row, row.year) for row in targets.targets)
    return _joined([f"{row.name}{_verb(row)}{found.told}（目标{row.promised}）" for row, found in told if found])


def half_way(targets: TargetReport) -> str:
    """What was measured of the first half, beside the year's target."""
    told = ((row, row.half_year) for row in targets.targets)
    return _joined([f"{row.name}{_verb(row)}{found.told}（全年目标{row.promised}）" for row, found in told if found])


def _joined(told: list[str]) -> str:
    return f"{'；'.join(told)}。" if told else ""


def _verb(row: TargetRow) -> str:
    return "增长" if "增" in row.measure else ""


def _result(account: AccountFigures | None) -> Names | None:
    if account is None:
        return None
    period = account.label.removesuffix("执行").removesuffix("决算")
    carried = f"收支相抵，结转{account.balance_wan}万元。" if account.balance > 0 else ""
    return {
        "标题": f"{account.label}情况",
        "句": [
            f"{period}一般公共预算收入完成{account.income.wan}万元{_measured(account.income)}。",
            f"{period}一般公共预算支出完成{account.expense.wan}万元{_measured(account.expense)}。{carried}",
        ],
        **_columns(
            ("金额", "为预算", "比上年"),
            [(item.name, (item.wan, item.percent_of_plan, item.growth)) for item in _items(account)],
        ),
    }


def _items(account: AccountFigures) -> tuple[ItemFigure, ...]:
    return (*account.income.items, *account.expense.items)


def _columns(heads: tuple[str, ...], rows: list[tuple[str, tuple[str, ...]]]) -> Names:
    """A column with no figure at all (no year before was imported) is left out."""
    kept = [place for place in range(len(heads)) if any(figures[place] for _name, figures in rows)]
    return {
        "表头": [heads[place] for place in kept],
        "行": [{"名称": name, "数": [figures[place] for place in kept]} for name, figures in rows],
    }


def _measured(side: SideFigures) -> str:
    plan = f"，为预算的{side.percent_of_plan}" if side.percent_of_plan else ""
    return f"{plan}{_grown(side.growth, '比上年')}"


def _grown(growth: str, beside: str) -> str:
    if not growth:
        return ""
    return f"，{beside}{'下降' if growth.startswith('-') else '增长'}{growth.removeprefix('-')}"


def _plan(account: AccountFigures | None) -> Names | None:
    if account is None:
        return None
    reserve = f"其中预备费{account.reserve_wan}万元，占{account.reserve_share}。" if account.reserve else ""
    return {
        "标题": f"{account.label}草案",
        "句": [
            f"{account.label}收入安排{account.income.wan}万元{_grown(account.income.growth, '比上年执行数')}；"
            f"支出安排{account.expense.wan}万元{_grown(account.expense.growth, '比上年执行数')}。{reserve}"
            f"{'收支平衡。' if account.balance == 0 else ''}"
        ],
        "表头": ["金额", "比上年执行数"],
        "行": [
            {"名称": item.name, "数": [item.wan, item.growth]}
            for item in (*account.income.items, *account.expense.items)
        ],
    }


def _adjustment(found: AdjustmentFigures | None) -> Names | None:
    if found is None:
        return None
    change = f"{'增加' if found.change >= 0 else '减少'}{found.change_wan.removeprefix('-')}万元"
    return {
        "标题": f"{found.year}年预算调整草案",
        "句": [f"{found.year}年一般公共预算支出总额拟{change}，调整后为{found.total_after_wan}万元。"],
        "表头": ["增减（万元）"],
        "行": [{"名称": name, "数": [wan]} for name, wan in found.by_item_wan],
    }
