"""Accounts side by side: last year with this year, the budget with its adjustment and its execution."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from django.utils.translation import gettext as _

from huitang.congress.money.account import BROUGHT_FORWARD, Account, AccountKey, Line, Side, Stage, pairs
from huitang.congress.money.checks import DEBT
from huitang.congress.money.findings import Finding, Level, at_account, at_cell
from huitang.rules import account_sums, budget, proportion
from huitang.rules.account_sums import SumState
from huitang.rules.budget import AdjustmentFinding, BudgetState, Ground

A = TypeVar("A")  # an account as figures, or as it is kept
Accounts = Mapping[AccountKey, Account]
LEAP_PERCENT = 30  # a change by more than this is pointed out, no more
STABILISATION = "稳定调节基金"


@dataclass(frozen=True)
class AdjustmentFacts:
    """What the office says of an adjustment, because no sheet does; amounts in yuan."""

    earmarked: int = 0
    key_spending_cut: int = 0
    is_by_thrift: bool = False


def compare(account: Account, others: Accounts, facts: AdjustmentFacts) -> tuple[Finding, ...]:
    """Every finding about an account that needs another beside it."""
    return (
        *_carried(account, others),
        *_adjustment(account, others, facts),
        *_overspent(account, others),
        *_leaps(account, others),
    )


def last_result(year: int, fund: str, others: Mapping[AccountKey, A]) -> A | None:
    """What is known of how a year ended: the final accounts, else the execution."""
    keys = (AccountKey(year, stage, fund) for stage in (Stage.FINAL, Stage.EXECUTED))
    return next((others[key] for key in keys if key in others), None)


def like_of_last_year(key: AccountKey, others: Mapping[AccountKey, A]) -> A | None:
    """What a year's figure is measured by: how last year ended; half a year is measured by half a year only."""
    if key.stage == Stage.HALF_YEAR:
        return others.get(key._replace(year=key.year - 1))
    return last_result(key.year - 1, key.fund, others)


def plan_in_force(year: int, fund: str, others: Accounts) -> Account | None:
    """The adjusted budget, else the budget."""
    keys = (AccountKey(year, stage, fund) for stage in (Stage.ADJUSTED, Stage.BUDGET))
    return next((others[key] for key in keys if key in others), None)


def _carried(account: Account, others: Accounts) -> Iterator[Finding]:
    """What a budget brings forward against what last year had left; a wrong total gives itself away here."""
    last = last_result(account.key.year - 1, account.key.fund, others)
    lines = account.named(Side.INCOME, *BROUGHT_FORWARD)
    if account.key.stage != Stage.BUDGET or last is None or len(lines) != 1 or lines[0].yuan is None:
        return
    line = lines[0]
    income, spending = last.total_of(Side.INCOME), last.total_of(Side.EXPENSE)
    found = account_sums.check_carried(brought_forward=lines[0].yuan, income=income, spending=spending)
    told = {
        "name": line.name,
        "said": account.told(found.said),
        "last": last.key.label,
        "left": account.told(found.counted),
    }
    if found.state is SumState.AGREES:
        sentence = _("“{name}”写 {said}，与{last}收支相抵的 {left} 相符")
        yield at_cell(Level.AGREES, account, line, sentence.format(**told))
        return
    sentence = _("“{name}”写 {said}，{last}收支相抵却是 {left}")
    wrong = _likely_wrong(last, found.said)
    if wrong is not None:
        sentence = _(
            "“{name}”写 {said}，{last}收支相抵却是 {left}；支出照各项相加的 {counted} 算正好相符，多半是 {cell} 的 {total} 写错了"
        )
        counted = last.counted(Side.EXPENSE)
        told |= {"counted": last.told(counted), "cell": wrong.cell, "total": last.told(wrong.yuan or 0)}
    yield at_cell(Level.WARNING, account, line, sentence.format(**told))


def _likely_wrong(last: Account, brought_forward: int) -> Line | None:
    """The total of spending, if its items alone would give what is brought forward."""
    total = last.grand_total(Side.EXPENSE)
    counted = last.counted(Side.EXPENSE)
    is_wrong = total is not None and total.yuan not in (None, counted)
    return total if is_wrong and last.total_of(Side.INCOME) - counted == brought_forward else None


def decide_adjustment(account: Account, others: Accounts, facts: AdjustmentFacts) -> AdjustmentFinding | None:
    """Whether the congress must approve; None without the budget that is adjusted."""
    before = others.get(account.key._replace(stage=Stage.BUDGET))
    if account.key.stage != Stage.ADJUSTED or before is None:
        return None
    return budget.check_adjustment(
        total_change=account.total_of(Side.EXPENSE) - before.total_of(Side.EXPENSE) - facts.earmarked,
        from_stabilisation_fund=_more(account, before, STABILISATION),
        key_spending_cut=facts.key_spending_cut,
        debt_added=_more(account, before, *DEBT),
        earmarked_without_matching=facts.earmarked,
        by_thrift=facts.is_by_thrift,
    )


def _more(account: Account, before: Account, *words: str) -> int:
    return max(0, account.amount_named(Side.INCOME, *words) - before.amount_named(Side.INCOME, *words))


def _adjustment(account: Account, others: Accounts, facts: AdjustmentFacts) -> Iterator[Finding]:
    found = decide_adjustment(account, others, facts)
    if found is None:
        return
    before = others[account.key._replace(stage=Stage.BUDGET)]
    change = account.total_of(Side.EXPENSE) - before.total_of(Side.EXPENSE)
    words = {
        BudgetState.ADJUSTMENT_NEEDED: _(
            "总支出比预算{change}，属于预算调整（{grounds}），须经大会批准。其中不需配套的专项转移支付已写明 {earmarked}"
        ),
        BudgetState.REPORT_ONLY: _(
            "总支出比预算{change}，都是不需配套的专项转移支付 {earmarked}，不属于预算调整，但须报告大会"
        ),
        BudgetState.NO_ADJUSTMENT: _("总支出比预算{change}，不属于预算调整"),
    }
    told = words[found.state].format(
        change=_change(account, change),
        grounds=_("、").join(ground_word(ground) for ground in found.grounds),
        earmarked=account.told(facts.earmarked),
    )
    level = Level.WARNING if found.state is BudgetState.ADJUSTMENT_NEEDED else Level.NOTE
    yield at_account(level, account, told, found.citations)
    yield from _cuts(account, before)


def _change(account: Account, change: int) -> str:
    if not change:
        return _("没有变化")
    sentence = _("增加 {yuan}") if change > 0 else _("减少 {yuan}")
    return sentence.format(yuan=account.told(abs(change)))


def ground_word(ground: Ground) -> str:
    return {
        Ground.TOTAL_SPENDING: _("增减总支出"),
        Ground.STABILISATION_FUND: _("调入预算稳定调节基金"),
        Ground.KEY_SPENDING_CUT: _("调减重点支出"),
        Ground.MORE_DEBT: _("增加债务"),
    }[ground]


def _cuts(account: Account, before: Account) -> Iterator[Finding]:
    for line, old in pairs(account, before):
        if line.side == Side.EXPENSE and not line.is_total and (line.yuan or 0) < (old.yuan or 0):
            sentence = _("“{name}”由 {old} 调减到 {new}。如果是重点支出，须经大会批准")
            told = sentence.format(name=line.name, old=account.told(old.yuan or 0), new=account.told(line.yuan or 0))
            yield at_cell(Level.NOTE, account, line, told)


def _overspent(account: Account, others: Accounts) -> Iterator[Finding]:
    plan = plan_in_force(account.key.year, account.key.fund, others)
    if account.key.stage not in (Stage.EXECUTED, Stage.FINAL) or plan is None:
        return
    for line, planned in pairs(account, plan):
        if line.side == Side.EXPENSE and line.yuan and planned.yuan is not None and line.yuan > planned.yuan:
            sentence = _("“{name}”用了 {said}，{plan}是 {planned}，超出 {over}。请说明依据")
            over = {"said": line.yuan, "planned": planned.yuan, "over": line.yuan - planned.yuan}
            told = {key: account.told(yuan) for key, yuan in over.items()}
            yield at_cell(Level.WARNING, account, line, sentence.format(name=line.name, plan=plan.key.label, **told))


def _leaps(account: Account, others: Accounts) -> Iterator[Finding]:
    """Against what last year came to, or for half a year against last year's half."""
    last = year_before(account, others)
    if last is None:
        return
    leaps = [_leap(account, last, line, old) for line, old in pairs(account, last)]
    found = [finding for finding in leaps if finding]
    yield from found
    if not found:
        sentence = _("与{last}逐项相比，没有一项增减超过 {percent}%")
        yield at_account(Level.AGREES, account, sentence.format(last=last.key.label, percent=LEAP_PERCENT))


def year_before(account: Account, others: Accounts) -> Account | None:
    """The like of last year; where its end is not known, last year's account of the same stage."""
    key = account.key
    return like_of_last_year(key, others) or others.get(key._replace(year=key.year - 1))


def _leap(account: Account, last: Account, line: Line, old: Line) -> Finding | None:
    if line.yuan is None or not old.yuan:
        return None
    is_mistake = _is_thousandfold(line.yuan, old.yuan)
    if is_mistake:
        sentence = _("“{name}”写 {new}，{last}是 {old}，差了一千倍以上。金额单位是不是写错了")
    elif proportion.is_leap(line.yuan, old.yuan, percent=LEAP_PERCENT):
        sentence = _("“{name}”写 {new}，{last}是 {old}，变动 {growth}，请在报告里说明")
    else:
        return None
    told = {"name": line.name, "new": account.told(line.yuan), "last": last.key.label, "old": account.told(old.yuan)}
    growth = proportion.tell_growth(line.yuan, old.yuan)
    level = Level.WARNING if is_mistake else Level.NOTE
    return at_cell(level, account, line, sentence.format(growth=growth, **told))


def _is_thousandfold(one: int, other: int) -> bool:
    return min(one, other) > 0 and max(one, other) >= 1000 * min(one, other)
