"""An account by itself: its sums, its balance, its reserve, its debts."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from huitang.congress.money.account import Account, Kind, Line, Side, Stage
from huitang.congress.money.findings import Finding, Level, at_account, at_cell
from huitang.rules import account_sums, budget
from huitang.rules.account_sums import SumState
from huitang.rules.budget import BudgetState, Debt, Fund

SMALLEST_TOTAL = 1_000_000  # yuan: a town with less in a whole year has mistaken its unit
LARGEST_TOTAL = 100_000_000_000
RESERVE, DEBT, ON_LENT = "预备费", ("债务", "债券", "借款"), "转贷"
PLANNED = (Stage.BUDGET, Stage.ADJUSTED)


def check_account(account: Account) -> tuple[Finding, ...]:
    """Every finding an account gives without another beside it, the gravest first."""
    found = [
        *_sums(account),
        *_without_total(account),
        *_size(account),
        *_balance(account),
        *_reserve(account),
        *_debts(account),
    ]
    return tuple(sorted(found, key=lambda finding: list(Level).index(finding.level)))


def wrong_totals(account: Account) -> tuple[Finding, ...]:
    return tuple(finding for finding in _sums(account) if finding.level is Level.WRONG)


def _sums(account: Account) -> Iterator[Finding]:
    checked = 0
    for line in account.lines:
        wrong = _wrong_sum(account, line)
        checked += wrong is None and _has_items(account, line)
        if wrong is not None:
            yield wrong
    if checked:
        told = _("{account}：{count} 处合计与各项相加相符。").format(account=account.key.label, count=checked)
        yield Finding(Level.AGREES, account.key, account.lines[0].sheet, "", told)


def _has_items(account: Account, line: Line) -> bool:
    return any(part.kind != Kind.PART for part in account.parts_of(line))


def _wrong_sum(account: Account, line: Line) -> Finding | None:
    parts = account.parts_of(line)
    if line.yuan is None or not parts:
        return None
    amounts = [part.yuan or 0 for part in parts if part.kind != Kind.PART]
    if amounts:
        found = account_sums.check_total(said=line.yuan, items=amounts)
        sentence = _("“{name}”表上写 {said}，各项相加 {counted}，相差 {difference}")
    else:
        found = account_sums.check_parts(whole=line.yuan, parts=[part.yuan or 0 for part in parts])
        sentence = _("“{name}”表上写 {said}，其中各项相加却有 {counted}，多出 {difference}")
    if found.state is SumState.AGREES:
        return None
    facts = {"said": found.said, "counted": found.counted, "difference": found.difference}
    told = sentence.format(name=line.name, **{key: account.told(yuan) for key, yuan in facts.items()})
    return at_cell(Level.WRONG, account, line, told)


def _without_total(account: Account) -> Iterator[Finding]:
    for side in Side:
        total = account.grand_total(side)
        if total is None or total.yuan is None:
            sentence = _("没有写{side}合计，以下用各项相加的 {counted}")
            word = _("收入") if side == Side.INCOME else _("支出")
            told = sentence.format(side=word, counted=account.told(account.counted(side)))
            yield at_account(Level.NOTE, account, told)


def _size(account: Account) -> Iterator[Finding]:
    total = account.grand_total(Side.EXPENSE)
    if total is None or not total.yuan or SMALLEST_TOTAL <= total.yuan <= LARGEST_TOTAL:
        return
    sentence = _("“{name}”是 {said}，合 {yuan} 元，不像一个镇一年的数。金额单位是不是写错了")
    told = sentence.format(name=total.name, said=account.told(total.yuan), yuan=f"{total.yuan:,}")
    yield at_cell(Level.WARNING, account, total, told)


def _balance(account: Account) -> Iterator[Finding]:
    if account.key.stage == Stage.HALF_YEAR:
        return
    income, spending = account.total_of(Side.INCOME), account.total_of(Side.EXPENSE)
    found = budget.check_balance(income=income, spending=spending)
    facts = {
        "income": account.told(income),
        "spending": account.told(spending),
        "difference": account.told(abs(income - spending)),
    }
    if found.state is BudgetState.DEFICIT:
        sentence = _("收入总计 {income}，支出总计 {spending}，支出多出 {difference}，是赤字")
    elif found.state is BudgetState.IN_ORDER:
        sentence = _("收入总计 {income}，支出总计 {spending}，收支平衡")
    elif account.key.stage in PLANNED:
        sentence = _("收入总计 {income}，支出总计 {spending}，还有 {difference} 没有安排")
    else:
        sentence = _("收入总计 {income}，支出总计 {spending}，年终结余（结转下年）{difference}")
    is_fine = found.state is BudgetState.IN_ORDER
    is_left_over = found.state is BudgetState.SURPLUS and account.key.stage not in PLANNED
    level = Level.AGREES if is_fine else Level.NOTE if is_left_over else Level.WARNING
    yield at_account(level, account, sentence.format(**facts), found.citations)


def _reserve(account: Account) -> Iterator[Finding]:
    if account.key.fund != Fund.GENERAL:
        return
    lines = account.named(Side.EXPENSE, RESERVE)
    if account.key.stage not in PLANNED:
        yield from (_reserve_left(account, line) for line in lines if line.yuan)
        return
    spending = account.total_of(Side.EXPENSE)
    reserve = sum(line.yuan or 0 for line in lines)
    found = budget.check_reserve(general_spending=spending, reserve=reserve)
    words = {
        BudgetState.IN_ORDER: _("预备费 {reserve}，支出总计 {spending}，在百分之一到百分之三之间"),
        BudgetState.TOO_LOW: _("预备费 {reserve}，不到支出总计 {spending} 的百分之一"),
        BudgetState.TOO_HIGH: _("预备费 {reserve}，超过支出总计 {spending} 的百分之三"),
    }
    told = words[found.state].format(reserve=account.told(reserve), spending=account.told(spending))
    level = Level.AGREES if found.state is BudgetState.IN_ORDER else Level.WARNING
    if lines:
        yield at_cell(level, account, lines[0], told, found.citations)
    else:
        yield at_account(level, account, told, found.citations)


def _reserve_left(account: Account, line: Line) -> Finding:
    sentence = _("执行数里还单列“{name}”{said}。预备费用了，应当记在实际用途的科目里；没有用，就不是支出。请核对")
    return at_cell(Level.NOTE, account, line, sentence.format(name=line.name, said=account.told(line.yuan or 0)))


def _debts(account: Account) -> Iterator[Finding]:
    for line in account.named(Side.INCOME, *DEBT):
        debt = Debt.ON_LENT if ON_LENT in line.name else Debt.NOT_STATED
        found = budget.check_debt(amount=line.yuan or 0, debt=debt)
        if found.state is BudgetState.ASK:
            sentence = _("“{name}”{said}：乡镇不得举债，上级转贷的债务可以列入。请弄清是哪一种")
            told = sentence.format(name=line.name, said=account.told(line.yuan or 0))
            yield at_cell(Level.WARNING, account, line, told, found.citations)
