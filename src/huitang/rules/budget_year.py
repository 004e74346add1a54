"""Money at the turn of the year: spending before approval, excess income, carried-over money."""

from enum import StrEnum

from huitang.rules import budget_citation
from huitang.rules.budget import BudgetFinding, BudgetState, Fund
from huitang.rules.legal_text import NextAct, refuse_impossible, step


class EarlySpending(StrEnum):
    """What is spent before the budget is approved."""

    CARRIED_OVER = "CARRIED_OVER"
    LIKE_LAST_YEAR = "LIKE_LAST_YEAR"
    LEGAL_OBLIGATION = "LEGAL_OBLIGATION"
    DISASTER = "DISASTER"
    NEW_PROJECT = "NEW_PROJECT"


def check_early_spending(*, kind: EarlySpending, amount: int = 0, same_period_last_year: int = 0) -> BudgetFinding:
    """Say whether money may be spent before approval; what is allowed is explained in the report.

    Source: Budget Law art. 54. Spending like last year's is measured by the same period.
    """
    refuse_impossible(amount=amount, same_period_last_year=same_period_last_year)
    over = kind is EarlySpending.LIKE_LAST_YEAR and amount > same_period_last_year
    allowed = kind is not EarlySpending.NEW_PROJECT and not over
    sentence = step(
        f"预算批准前{'可以' if allowed else '不得'}安排这项支出{'，并在报告中说明' if allowed else ''}。",
        f"Before approval this spending is {'allowed, and explained in the report' if allowed else 'not allowed'}.",
    )
    return BudgetFinding(
        BudgetState.IN_ORDER if allowed else BudgetState.FORBIDDEN,
        (budget_citation.BEFORE_APPROVAL,),
        (sentence,),
        (NextAct.REPORT_TO_CONGRESS,) if allowed else (NextAct.CORRECT_DRAFT,),
    )


class ExcessUse(StrEnum):
    """What excess income is to be used for."""

    CUT_DEFICIT = "CUT_DEFICIT"
    STABILISATION_FUND = "STABILISATION_FUND"
    NEXT_YEAR = "NEXT_YEAR"
    SPENDING = "SPENDING"


def check_excess_income(*, fund: Fund, use: ExcessUse) -> BudgetFinding:
    """Excess income: general budget to the deficit or stabilisation fund, a fund budget to the next year.

    Source: Budget Law art. 66; Regulations art. 78. For other budgets the rule was not read: ask.
    """
    if fund is Fund.GENERAL:
        allowed = use in (ExcessUse.CUT_DEFICIT, ExcessUse.STABILISATION_FUND)
        state = BudgetState.IN_ORDER if allowed else BudgetState.FORBIDDEN
    elif fund is Fund.GOVERNMENT_FUND:
        state = BudgetState.IN_ORDER if use is ExcessUse.NEXT_YEAR else BudgetState.FORBIDDEN
    else:
        state = BudgetState.ASK
    acts = {BudgetState.FORBIDDEN: (NextAct.CORRECT_DRAFT,), BudgetState.ASK: (NextAct.ASK_COUNTY,)}
    sentence = step(
        "一般公共预算超收只能冲减赤字或补充稳定调节基金；基金预算超收结转下年。",
        "General excess cuts the deficit or fills the stabilisation fund; a fund's is used next year.",
    )
    cited = (budget_citation.EXCESS_INCOME, budget_citation.FUND_EXCESS)
    return BudgetFinding(state, cited, (sentence,), acts.get(state, ()))


class CarryState(StrEnum):
    """What money not spent is at the end of a year."""

    CARRIED_OVER = "CARRIED_OVER"
    SURPLUS = "SURPLUS"


def classify_unspent(*, budgeted_for: int, end_of_year: int) -> CarryState:
    """Money of 2024 is carried over at the end of 2024 and surplus at the end of 2025.

    Source: Budget Law art. 42; Regulations art. 50.

    :raises ValueError: if the year ends before the one it was budgeted for.
    """
    if end_of_year < budgeted_for:
        raise ValueError("money cannot be unspent before its year")
    return CarryState.CARRIED_OVER if end_of_year == budgeted_for else CarryState.SURPLUS
