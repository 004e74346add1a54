"""The figures the budget report states, counted once and here. Amounts are whole yuan."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from huitang.adapters.spreadsheets.amount import tell_amount
from huitang.congress.money import lookup
from huitang.congress.money.account import (
    BROUGHT_FORWARD,
    FROM_ABOVE,
    Account,
    AccountKey,
    Side,
    Stage,
)
from huitang.congress.money.checks import RESERVE, wrong_totals
from huitang.congress.money.comparisons import (
    AdjustmentFacts,
    decide_adjustment,
    last_result,
    like_of_last_year,
    plan_in_force,
)
from huitang.congress.money.models import YearAccount
from huitang.rules import proportion
from huitang.rules.budget import BudgetState, Fund


@dataclass(frozen=True)
class ItemFigure:
    """One line in the sheet's own words; percentages as told, empty where there is nothing to compare with."""

    name: str
    yuan: int
    percent_of_plan: str
    growth: str

    @property
    def wan(self) -> str:
        """In 万元."""
        return tell_amount(self.yuan)


@dataclass(frozen=True)
class SideFigures:
    """Income or expense: the total, the plan it is measured by, the year before."""

    yuan: int
    plan: int | None
    percent_of_plan: str
    before: int | None
    growth: str
    items: tuple[ItemFigure, ...]

    @property
    def wan(self) -> str:
        """In 万元."""
        return tell_amount(self.yuan)

    @property
    def plan_wan(self) -> str:
        return "" if self.plan is None else tell_amount(self.plan)


@dataclass(frozen=True)
class AccountFigures:
    """One account as a report tells it. `balance` is income less expense."""

    year: int
    stage: str
    label: str
    income: SideFigures
    expense: SideFigures
    balance: int
    brought_forward: int
    from_above: int
    reserve: int
    reserve_share: str
    approved_on: date | None

    @property
    def balance_wan(self) -> str:
        return tell_amount(self.balance)

    @property
    def reserve_wan(self) -> str:
        return tell_amount(self.reserve)


@dataclass(frozen=True)
class AdjustmentFigures:
    """What an adjustment changes. `state` is of rules.budget; `by_item` the lines that change, in yuan."""

    year: int
    state: BudgetState
    total_before: int
    total_after: int
    earmarked: int
    by_item: tuple[tuple[str, int], ...]
    approved_on: date | None

    @property
    def change(self) -> int:
        return self.total_after - self.total_before

    @property
    def change_wan(self) -> str:
        return tell_amount(self.change)

    @property
    def total_after_wan(self) -> str:
        return tell_amount(self.total_after)

    @property
    def by_item_wan(self) -> tuple[tuple[str, str], ...]:
        return tuple((name, tell_amount(yuan)) for name, yuan in self.by_item)


@dataclass(frozen=True)
class ReportFigures:
    """Of the general public budget. Whatever is not kept is None; a report says so and invents nothing.

    `doubts` are sentences about totals that were kept though they do not add up, with the office's reason.
    """

    town_id: int
    year: int
    last_year: AccountFigures | None
    last_adjustment: AdjustmentFigures | None
    budget: AccountFigures | None
    half_year: AccountFigures | None
    adjustment: AdjustmentFigures | None
    doubts: tuple[tuple[str, str], ...]


def figures_for_report(town_id: int, *, year: int) -> ReportFigures:
    """What the spring report on `year`'s draft and the summer report on its first half state."""
    kept = {lookup.key_of(one): one for one in lookup.kept_accounts(town_id).filter(year__in=range(year - 2, year + 1))}
    known = {key: lookup.account_from(one) for key, one in kept.items()}
    fund = Fund.GENERAL
    last = last_result(year - 1, fund, known)
    doubts = (
        (finding.sentence, kept[key].reason) for key, account in known.items() for finding in wrong_totals(account)
    )
    return ReportFigures(
        town_id=town_id,
        year=year,
        last_year=_figures(last.key if last else None, known, kept),
        last_adjustment=_adjustment(AccountKey(year - 1, Stage.ADJUSTED, fund), known, kept),
        budget=_figures(AccountKey(year, Stage.BUDGET, fund), known, kept),
        half_year=_figures(AccountKey(year, Stage.HALF_YEAR, fund), known, kept),
        adjustment=_adjustment(AccountKey(year, Stage.ADJUSTED, fund), known, kept),
        doubts=tuple(doubts),
    )


Known = Mapping[AccountKey, Account]
Kept = Mapping[AccountKey, YearAccount]


def _figures(key: AccountKey | None, known: Known, kept: Kept) -> AccountFigures | None:
    account = known.get(key) if key else None
    if account is None:
        return None
    plan = None if account.key.stage == Stage.BUDGET else plan_in_force(account.key.year, account.key.fund, known)
    before = like_of_last_year(account.key, known)
    reserve = account.amount_named(Side.EXPENSE, RESERVE)
    income, expense = (_side(account, side, plan, before) for side in (Side.INCOME, Side.EXPENSE))
    return AccountFigures(
        year=account.key.year,
        stage=account.key.stage,
        label=account.key.label,
        income=income,
        expense=expense,
        balance=income.yuan - expense.yuan,
        brought_forward=account.amount_named(Side.INCOME, *BROUGHT_FORWARD),
        from_above=account.amount_named(Side.INCOME, *FROM_ABOVE),
        reserve=reserve,
        reserve_share=proportion.tell_share(reserve, expense.yuan),
        approved_on=kept[account.key].approved_on,
    )


def _side(account: Account, side: str, plan: Account | None, before: Account | None) -> SideFigures:
    total = account.total_of(side)
    planned = plan.total_of(side) if plan else None
    last = before.total_of(side) if before else None
    return SideFigures(
        yuan=total,
        plan=planned,
        percent_of_plan=proportion.tell_share(total, planned or 0),
        before=last,
        growth=proportion.tell_growth(total, last or 0),
        items=_items(account, side, plan, before),
    )


def _items(account: Account, side: str, plan: Account | None, before: Account | None) -> tuple[ItemFigure, ...]:
    planned, last = _by_name(plan, side), _by_name(before, side)
    return tuple(
        ItemFigure(
            name=line.name,
            yuan=line.yuan or 0,
            percent_of_plan=proportion.tell_share(line.yuan or 0, planned.get(line.name, 0)),
            growth=proportion.tell_growth(line.yuan or 0, last.get(line.name, 0)),
        )
        for line in account.items(side)
    )


def _by_name(account: Account | None, side: str) -> dict[str, int]:
    return {} if account is None else {line.name: line.yuan or 0 for line in account.items(side)}


def _adjustment(key: AccountKey, known: Known, kept: Kept) -> AdjustmentFigures | None:
    account, before = known.get(key), known.get(key._replace(stage=Stage.BUDGET))
    if account is None or before is None:
        return None
    facts: AdjustmentFacts = lookup.facts_of(kept[key])
    found = decide_adjustment(account, known, facts)
    old, new = _by_name(before, Side.EXPENSE), _by_name(account, Side.EXPENSE)
    changes = {name: new.get(name, 0) - old.get(name, 0) for name in {**old, **new}}
    return AdjustmentFigures(
        year=key.year,
        state=found.state if found else BudgetState.ASK,
        total_before=before.total_of(Side.EXPENSE),
        total_after=account.total_of(Side.EXPENSE),
        earmarked=facts.earmarked,
        by_item=tuple((name, change) for name, change in changes.items() if change),
        approved_on=kept[key].approved_on,
    )
