"""The accounts of a year laid out for reading: one table, plain bars, a spreadsheet."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from huitang.adapters.spreadsheets.amount import WAN, tell_amount
from huitang.adapters.spreadsheets.writing import CellValue
from huitang.congress.money import plain
from huitang.congress.money.account import Account, AccountKey, Line, Side, account_order, matching
from huitang.congress.money.comparisons import last_result, like_of_last_year
from huitang.congress.money.queries import KeptAccount, YearAccounts
from huitang.rules import proportion


@dataclass(frozen=True)
class Figure:
    """One amount of a table; `is_wrong` where the total does not add up."""

    label: str
    told: str
    is_wrong: bool


@dataclass(frozen=True)
class TableRow:
    name: str
    code: str
    is_total: bool
    figures: tuple[Figure, ...]
    growth: str


@dataclass(frozen=True)
class YearTable:
    """Last year's result beside this year's accounts of one fund, in 万元. `compared`: what the growth of a row measures."""

    fund: str
    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]
    compared: str = ""


@dataclass(frozen=True)
class Bar:
    """`wan` is the length in whole 万元; `before` the same of last year, None where there is none."""

    name: str
    wan: int
    told: str
    share: str
    before: int | None
    before_told: str


@dataclass(frozen=True)
class Chart:
    """Bars of the items of one side; `sentence` says in words what one sees."""

    title: str
    sentence: str
    bars: tuple[Bar, ...]
    last_label: str


def tables_of(page: YearAccounts) -> tuple[YearTable, ...]:
    """One table for each fund, the general public budget first."""
    funds = dict.fromkeys(kept.key.fund for kept in page.accounts)
    return tuple(_table(page, fund) for fund in sorted(funds, key=lambda fund: account_order(_key(fund))))


def _key(fund: str) -> AccountKey:
    return AccountKey(0, "BUDGET", fund)


def comparable(own: Sequence[KeptAccount], last_year: Sequence[KeptAccount]) -> tuple[KeptAccount, KeptAccount] | None:
    """The newest account of a fund that last year has the like of, and that."""
    known = _by_key(last_year)
    pairs = ((kept, like_of_last_year(kept.key, known)) for kept in reversed(own))
    return next(((kept, last) for kept, last in pairs if last), None)


def _by_key(kept: Sequence[KeptAccount]) -> dict[AccountKey, KeptAccount]:
    return {one.key: one for one in kept}


def _table(page: YearAccounts, fund: str) -> YearTable:
    last = last_result(page.year - 1, fund, _by_key(page.last_year))
    own = [kept for kept in page.accounts if kept.key.fund == fund]
    columns = [last, *own] if last else own
    lines = _union([kept.account for kept in own])
    pair = comparable(own, page.last_year)
    return YearTable(
        fund=own[0].key.fund_word,
        columns=tuple(kept.label for kept in columns),
        rows=tuple(_row(line, columns, pair) for line in lines),
        compared=_("{new}比{old}").format(new=pair[0].label, old=pair[1].label) if pair else "",
    )


def _union(accounts: Sequence[Account]) -> list[Line]:
    """Every line of any account, the latest account's order first, income before expense."""
    lines: list[Line] = []
    for account in reversed(accounts):
        lines += [line for line in account.lines if matching(tuple(lines), line) is None]
    return sorted(lines, key=lambda line: line.side != Side.INCOME)


def _row(line: Line, columns: Sequence[KeptAccount], pair: tuple[KeptAccount, KeptAccount] | None) -> TableRow:
    new, old = (_amount(kept, line) for kept in pair) if pair else (None, None)
    return TableRow(
        name=line.name,
        code=line.code,
        is_total=line.is_total,
        figures=tuple(_figure(kept, line) for kept in columns),
        growth=proportion.tell_growth(new, old) if new is not None and old else "",
    )


def _figure(kept: KeptAccount, wanted: Line) -> Figure:
    line = matching(kept.account.lines, wanted)
    is_wrong = line is not None and any(doubt.cell == line.cell and doubt.sheet == line.sheet for doubt in kept.doubts)
    yuan = line.yuan if line else None
    return Figure(kept.label, "" if yuan is None else tell_amount(yuan), is_wrong)


def _amount(kept: KeptAccount, wanted: Line) -> int | None:
    line = matching(kept.account.lines, wanted)
    return line.yuan if line else None


def charts_of(page: YearAccounts) -> tuple[Chart, ...]:
    """Where the money comes from and where it goes, for the latest account of the general public budget."""
    own = [kept for kept in page.accounts if kept.key.fund == "GENERAL" and kept.key.stage != "HALF_YEAR"]
    if not own:
        return ()
    last = last_result(page.year - 1, "GENERAL", _by_key(page.last_year))
    charts = (_chart(own[-1], side, last) for side in Side)
    return tuple(chart for chart in charts if chart.bars)


def _chart(kept: KeptAccount, side: str, last: KeptAccount | None) -> Chart:
    items = sorted(kept.account.items(side), key=lambda line: -(line.yuan or 0))
    total = sum(line.yuan or 0 for line in items)
    bars = tuple(_bar(line, total, last) for line in items if line.yuan)
    title = _("{account}：钱从哪里来") if side == Side.INCOME else _("{account}：钱花在哪里")
    return Chart(
        title=title.format(account=kept.label),
        sentence=plain.of_every_hundred(side, [(line.name, line.yuan or 0) for line in items]),
        bars=bars,
        last_label=last.label if last else "",
    )


def _bar(line: Line, total: int, last: KeptAccount | None) -> Bar:
    before = _amount(last, line) if last else None
    return Bar(
        name=line.name,
        wan=(line.yuan or 0) // WAN,
        told=tell_amount(line.yuan or 0),
        share=proportion.tell_share(line.yuan or 0, total),
        before=None if before is None else before // WAN,
        before_told="" if before is None else tell_amount(before),
    )


def sheet_of(page: YearAccounts) -> tuple[list[str], list[list[CellValue]]]:
    """Headings and rows that the import reads again: codes, names, amounts in yuan."""
    general = [kept for kept in page.accounts if kept.key.fund == "GENERAL"]
    headings = [_("科目编码"), _("科目名称"), *(_("{account}数（元）").format(account=kept.label) for kept in general)]
    lines = _union([kept.account for kept in general])
    rows: list[list[CellValue]] = [[line.code, line.name, *(_amount(kept, line) for kept in general)] for line in lines]
    return headings, rows
