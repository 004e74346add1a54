"""Accounts and targets of random years, told as the record tells them."""

from fractions import Fraction
from random import Random

from huitang.adapters.spreadsheets.amount import tell_amount
from huitang.congress.money.report import AccountFigures, AdjustmentFigures, ItemFigure, ReportFigures, SideFigures
from huitang.congress.sittings.queries import SessionRow
from huitang.congress.targets.queries import ActualFigure, TargetReport, TargetRow
from huitang.rules import proportion
from huitang.rules.budget import BudgetState
from huitang.rules.target import Qualifier, TargetFinding, TargetState

INCOME = ("税收收入", "非税收入", "上级补助收入", "上年结转")
EXPENSE = ("一般公共服务支出", "教育支出", "农林水支出", "预备费")
DOUBT = (("2024年决算：支出各项合计1200.00万元，合计栏是1201.00万元", "四舍五入"),)


def figures(session: SessionRow, chance: Random) -> ReportFigures:
    year = session.opens_on.year
    return ReportFigures(
        town_id=1,
        year=year,
        last_year=_account(year - 1, "EXECUTION", f"{year - 1}年预算执行", chance),
        last_adjustment=None,
        budget=_account(year, "BUDGET", f"{year}年预算", chance),
        half_year=_account(year, "HALF_YEAR", f"{year}年上半年执行", chance),
        adjustment=_adjustment(year, chance),
        doubts=chance.choice(((), DOUBT)),
    )


def _account(year: int, stage: str, label: str, chance: Random) -> AccountFigures:
    income = _side(INCOME, chance)
    expense = _side(EXPENSE, chance)
    reserve = expense.items[-1].yuan
    return AccountFigures(
        year=year,
        stage=stage,
        label=label,
        income=income,
        expense=expense,
        balance=income.yuan - expense.yuan,
        brought_forward=0,
        from_above=0,
        reserve=reserve,
        reserve_share=proportion.tell_share(reserve, expense.yuan),
        approved_on=None,
    )


def _side(names: tuple[str, ...], chance: Random) -> SideFigures:
    """The last line may be nothing, as a reserve that was not planned."""
    amounts = [chance.randint(1, 40_000_000) * chance.choice((1, 100)) for _ in names]
    amounts[-1] *= chance.randint(0, 1)
    plan, before = (chance.choice((0, chance.randint(5_000_000, 90_000_000))) for _ in range(2))
    items = tuple(
        ItemFigure(
            name,
            yuan,
            proportion.tell_share(yuan, plan and plan // 4),
            proportion.tell_growth(yuan, before and before // 4),
        )
        for name, yuan in zip(names, amounts, strict=True)
    )
    total = sum(amounts)
    shares = proportion.tell_share(total, plan), proportion.tell_growth(total, before)
    return SideFigures(total, plan or None, shares[0], before or None, shares[1], items)


def _adjustment(year: int, chance: Random) -> AdjustmentFigures:
    before = chance.randint(10_000_000, 90_000_000)
    changes = tuple((name, chance.randint(-900_000, 900_000)) for name in EXPENSE[:3])
    after = before + sum(change for _, change in changes)
    return AdjustmentFigures(year, BudgetState.IN_ORDER, before, after, 0, changes, None)


def targets(year: int, chance: Random) -> TargetReport:
    rows = (
        _target(1, "地区生产总值", "增速", "%", "左右", chance),
        _target(2, "固定资产投资", "增长", "%", "以上", chance),
        _target(3, "城镇新增就业", "总量", "人", "", chance),
        _target(4, "规模以上工业企业", "总量", "家", "", chance),
    )
    return TargetReport(1, year, (year,), "0.3", rows[: chance.randint(1, 4)], ())


def _target(id_: int, name: str, measure: str, unit: str, word: str, chance: Random) -> TargetRow:
    value = f"{chance.randint(1, 12)}.{chance.randint(1, 9)}" if unit == "%" else str(chance.randint(5, 900))
    return TargetRow(
        id=id_,
        name=name,
        measure=measure,
        unit=unit,
        value=value,
        qualifier=word,
        promised=f"{value}{unit}{word}",
        meant=Qualifier.AROUND,
        half_year=_actual(unit, chance),
        year=_actual(unit, chance),
        source="",
    )


def _actual(unit: str, chance: Random) -> ActualFigure | None:
    if chance.random() < 0.3:
        return None
    told = f"{chance.randint(1, 12)}.{chance.randint(1, 9)}%" if unit == "%" else f"{chance.randint(5, 900)}{unit}"
    return ActualFigure(0, told, "", "", TargetFinding(TargetState.MET, Fraction(0), (), ()))


def wan(yuan: int) -> str:
    return tell_amount(yuan)
