"""Checks a budget, an adjustment and the accounts must pass. Amounts are whole numbers of one unit.

They hold for the general public budget unless a fund is named; each budget balances by itself.
"""

from dataclasses import dataclass
from enum import StrEnum

from huitang.rules import budget_citation
from huitang.rules.legal_text import Citation, NextAct, Step, refuse_impossible, step


class BudgetState(StrEnum):
    """What a check can find. ASK is for what the numbers alone cannot show."""

    IN_ORDER = "IN_ORDER"
    DEFICIT = "DEFICIT"
    SURPLUS = "SURPLUS"
    TOO_LOW = "TOO_LOW"
    TOO_HIGH = "TOO_HIGH"
    FORBIDDEN = "FORBIDDEN"
    ASK = "ASK"
    ADJUSTMENT_NEEDED = "ADJUSTMENT_NEEDED"
    REPORT_ONLY = "REPORT_ONLY"
    NO_ADJUSTMENT = "NO_ADJUSTMENT"


@dataclass(frozen=True, slots=True)
class BudgetFinding:
    """The finding of one check."""

    state: BudgetState
    citations: tuple[Citation, ...]
    steps: tuple[Step, ...]
    next_acts: tuple[NextAct, ...]


def _finding(state: BudgetState, cited: tuple[Citation, ...], sentence: Step) -> BudgetFinding:
    return BudgetFinding(state, cited, (sentence,), _NEXT.get(state, ()))


_NEXT: dict[BudgetState, tuple[NextAct, ...]] = {
    BudgetState.DEFICIT: (NextAct.CORRECT_DRAFT,),
    BudgetState.SURPLUS: (NextAct.CORRECT_DRAFT,),
    BudgetState.TOO_LOW: (NextAct.CORRECT_DRAFT,),
    BudgetState.TOO_HIGH: (NextAct.CORRECT_DRAFT,),
    BudgetState.FORBIDDEN: (NextAct.CORRECT_DRAFT,),
    BudgetState.ASK: (NextAct.ASK_COUNTY,),
    BudgetState.ADJUSTMENT_NEEDED: (NextAct.SUBMIT_TO_CONGRESS,),
    BudgetState.REPORT_ONLY: (NextAct.REPORT_TO_CONGRESS,),
}


class Fund(StrEnum):
    """The budgets, each by itself (Budget Law art. 5)."""

    GENERAL = "GENERAL"
    GOVERNMENT_FUND = "GOVERNMENT_FUND"
    STATE_CAPITAL = "STATE_CAPITAL"
    SOCIAL_INSURANCE = "SOCIAL_INSURANCE"


def check_balance(*, income: int, spending: int) -> BudgetFinding:
    """One budget balances: income with transfers and carry-overs equals spending (Budget Law arts. 5, 35)."""
    refuse_impossible(income=income, spending=spending)
    if income == spending:
        state = BudgetState.IN_ORDER
    else:
        state = BudgetState.DEFICIT if income < spending else BudgetState.SURPLUS
    sentence = step(
        f"收入总计{income}，支出总计{spending}，相差{abs(income - spending)}。",
        f"Income {income}, spending {spending}, a difference of {abs(income - spending)}.",
    )
    return _finding(state, (budget_citation.NO_DEFICIT, budget_citation.EACH_FUND_ALONE), sentence)


def check_reserve(*, general_spending: int, reserve: int) -> BudgetFinding:
    """The reserve is one to three per cent of general public budget spending (Budget Law art. 40)."""
    refuse_impossible(general_spending=general_spending, reserve=reserve)
    if reserve * 100 < general_spending:
        state = BudgetState.TOO_LOW
    elif reserve * 100 > general_spending * 3:
        state = BudgetState.TOO_HIGH
    else:
        state = BudgetState.IN_ORDER
    sentence = step(
        f"支出{general_spending}的百分之一至百分之三，预备费{reserve}。",
        f"The reserve of {reserve} must be one to three per cent of {general_spending}.",
    )
    return _finding(state, (budget_citation.RESERVE,), sentence)


class Debt(StrEnum):
    """Whose debt a line is."""

    OWN = "OWN"
    ON_LENT = "ON_LENT"
    NOT_STATED = "NOT_STATED"


def check_debt(*, amount: int, debt: Debt) -> BudgetFinding:
    """A township borrows nothing itself; on-lent debt is lawful, an unexplained line is asked about.

    Source: Budget Law art. 35; Budget Law Regulations art. 45.
    """
    refuse_impossible(amount=amount)
    states = {
        Debt.OWN: BudgetState.FORBIDDEN,
        Debt.ON_LENT: BudgetState.IN_ORDER,
        Debt.NOT_STATED: BudgetState.ASK,
    }
    state = BudgetState.IN_ORDER if amount == 0 else states[debt]
    sentence = step(
        f"债务{amount}；乡镇不得举债，转贷的债务可以列入。",
        f"Debt of {amount}: a township may not borrow, but on-lent debt may stand in its budget.",
    )
    return _finding(state, (budget_citation.NO_BORROWING, budget_citation.ON_LENT_DEBT), sentence)


class Ground(StrEnum):
    """Why an adjustment is needed (Budget Law art. 67)."""

    TOTAL_SPENDING = "TOTAL_SPENDING"
    STABILISATION_FUND = "STABILISATION_FUND"
    KEY_SPENDING_CUT = "KEY_SPENDING_CUT"
    MORE_DEBT = "MORE_DEBT"


@dataclass(frozen=True, slots=True)
class AdjustmentFinding:
    """Whether the congress must approve an adjustment first, and on which grounds."""

    state: BudgetState
    grounds: tuple[Ground, ...]
    citations: tuple[Citation, ...]
    steps: tuple[Step, ...]
    next_acts: tuple[NextAct, ...]


def check_adjustment(
    *,
    total_change: int = 0,
    from_stabilisation_fund: int = 0,
    key_spending_cut: int = 0,
    debt_added: int = 0,
    earmarked_without_matching: int = 0,
    by_thrift: bool = False,
) -> AdjustmentFinding:
    """Say whether a change needs the congress. `total_change` leaves earmarked transfers out.

    Source: Budget Law arts. 67, 69, 71, 72; Regulations art. 78 (spending less by thrift is no adjustment).
    """
    refuse_impossible(
        from_stabilisation_fund=from_stabilisation_fund,
        key_spending_cut=key_spending_cut,
        debt_added=debt_added,
        earmarked_without_matching=earmarked_without_matching,
    )
    thrift = by_thrift and total_change < 0
    checks = (
        (total_change != 0 and not thrift, Ground.TOTAL_SPENDING),
        (from_stabilisation_fund > 0, Ground.STABILISATION_FUND),
        (key_spending_cut > 0 and not thrift, Ground.KEY_SPENDING_CUT),
        (debt_added > 0, Ground.MORE_DEBT),
    )
    grounds = tuple(ground for holds, ground in checks if holds)
    return _adjustment(grounds, reported=earmarked_without_matching > 0)


def _adjustment(grounds: tuple[Ground, ...], *, reported: bool) -> AdjustmentFinding:
    if grounds:
        state = BudgetState.ADJUSTMENT_NEEDED
        cited: tuple[Citation, ...] = (budget_citation.ADJUSTMENT, budget_citation.ADJUSTMENT_PLAN)
    elif reported:
        state = BudgetState.REPORT_ONLY
        cited = (budget_citation.NOT_ADJUSTMENT,)
    else:
        state = BudgetState.NO_ADJUSTMENT
        cited = (budget_citation.MOVES, budget_citation.FUND_EXCESS)
    words = {
        BudgetState.ADJUSTMENT_NEEDED: step(
            "属于预算调整，未经大会批准不得执行。", "An adjustment: not before the congress approves."
        ),
        BudgetState.REPORT_ONLY: step("不属于预算调整，但须报告大会。", "No adjustment, but reported."),
        BudgetState.NO_ADJUSTMENT: step("不属于预算调整。", "No adjustment."),
    }
    return AdjustmentFinding(state, grounds, cited, (words[state],), _NEXT.get(state, ()))


@dataclass(frozen=True, slots=True)
class DisasterPlan:
    """How a disaster is paid: the reserve first, the rest spent and put into the adjustment plan."""

    from_reserve: int
    by_adjustment: int
    citations: tuple[Citation, ...]
    steps: tuple[Step, ...]
    next_acts: tuple[NextAct, ...]


def plan_disaster(*, needed: int, reserve: int) -> DisasterPlan:
    """Split what a disaster costs (Budget Law arts. 64, 69(2))."""
    refuse_impossible(needed=needed, reserve=reserve)
    from_reserve = min(needed, reserve)
    rest = needed - from_reserve
    sentence = step(
        f"需要{needed}，先动用预备费{from_reserve}，其余{rest}先行支出并列入调整方案。",
        f"{needed} needed: {from_reserve} from the reserve, {rest} spent first and put in the plan.",
    )
    acts = (NextAct.SUBMIT_TO_CONGRESS,) if rest else ()
    return DisasterPlan(from_reserve, rest, (budget_citation.ADJUSTMENT_PLAN,), (sentence,), acts)
