"""One account as figures: the same whether it was just read from a file or is kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.translation import gettext as _

from huitang.adapters.spreadsheets.amount import tell_amount
from huitang.congress.money.models import AccountLine, YearAccount
from huitang.rules.budget import Fund

Side = AccountLine.Side
Kind = AccountLine.Kind
Stage = YearAccount.Stage
BROUGHT_FORWARD = ("上年结转", "上年结余", "结转收入", "上年累计结转")
FROM_ABOVE = ("上级补助", "转移支付", "返还性收入")


class AccountKey(NamedTuple):
    """Which account: there is one of each in a town."""

    year: int
    stage: str
    fund: str

    @property
    def label(self) -> str:
        told = _("{year}年{stage}").format(year=self.year, stage=stage_word(self.stage))
        return told if self.fund == Fund.GENERAL else _("{account}（{fund}）").format(account=told, fund=self.fund_word)

    @property
    def fund_word(self) -> str:
        return fund_word(self.fund)


@dataclass(frozen=True)
class Line:
    """One line in the sheet's own words; `parent` is the position of the line it is a part of."""

    position: int
    side: str
    kind: str
    code: str
    name: str
    yuan: int | None
    parent: int | None
    sheet: str
    cell: str

    @property
    def is_total(self) -> bool:
        return self.kind == Kind.TOTAL

    @property
    def wan(self) -> str:
        """In 万元; empty where the cell is."""
        return "" if self.yuan is None else tell_amount(self.yuan)


@dataclass(frozen=True)
class Account:
    """The figures of one year, stage and fund."""

    key: AccountKey
    unit: int
    lines: tuple[Line, ...]

    def told(self, yuan: int) -> str:
        """An amount in the unit of the sheet."""
        return tell_amount(yuan, self.unit)

    def side(self, side: str) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.side == side)

    def grand_total(self, side: str) -> Line | None:
        """The total that is part of no other."""
        return next((line for line in self.side(side) if line.is_total and line.parent is None), None)

    def total_of(self, side: str) -> int:
        """As written; where no total is written, what the items come to."""
        total = self.grand_total(side)
        return total.yuan if total is not None and total.yuan is not None else self.counted(side)

    def counted(self, side: str) -> int:
        """What the items come to that have no items of their own."""
        return sum(line.yuan or 0 for line in self.items(side))

    def items(self, side: str) -> tuple[Line, ...]:
        """The lines directly below the totals, in the sheet's order."""
        totals = {line.position for line in self.side(side) if line.is_total}
        return tuple(
            line
            for line in self.side(side)
            if line.kind == Kind.ITEM and (line.parent is None or line.parent in totals)
        )

    def parts_of(self, line: Line) -> tuple[Line, ...]:
        return tuple(one for one in self.lines if one.parent == line.position)

    def named(self, side: str, *words: str) -> tuple[Line, ...]:
        """The items whose name has one of these words in it."""
        return tuple(line for line in self.items(side) if any(word in line.name for word in words))

    def amount_named(self, side: str, *words: str) -> int:
        return sum(line.yuan or 0 for line in self.named(side, *words))


def matching(lines: tuple[Line, ...], wanted: Line) -> Line | None:
    """The same line of another account: by name, on the same side; totals by being totals."""
    return next((one for one in lines if _same(one, wanted)), None)


def _same(one: Line, other: Line) -> bool:
    return (one.side, one.kind, one.code, one.name) == (other.side, other.kind, other.code, other.name)


def pairs(one: Account, other: Account) -> Iterator[tuple[Line, Line]]:
    """The lines both accounts have."""
    for line in one.lines:
        found = matching(other.lines, line)
        if found is not None:
            yield line, found


def account_order(key: AccountKey) -> tuple[int, int, int]:
    """By year, by fund, and in the order in which a year goes through its stages."""
    return (key.year, list(Fund).index(Fund(key.fund)), list(Stage).index(Stage(key.stage)))


def stage_word(stage: str) -> str:
    return {
        Stage.BUDGET: _("预算"),
        Stage.ADJUSTED: _("调整预算"),
        Stage.HALF_YEAR: _("上半年执行"),
        Stage.EXECUTED: _("执行"),
        Stage.FINAL: _("决算"),
    }[Stage(stage)]


def fund_word(fund: str) -> str:
    return {
        Fund.GENERAL: _("一般公共预算"),
        Fund.GOVERNMENT_FUND: _("政府性基金预算"),
        Fund.STATE_CAPITAL: _("国有资本经营预算"),
        Fund.SOCIAL_INSURANCE: _("社会保险基金预算"),
    }[Fund(fund)]


def side_word(side: str) -> str:
    return _("收入") if side == Side.INCOME else _("支出")
