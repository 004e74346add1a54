"""What is said of the figures: where it stands, how grave it is, which articles it rests on."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _

from huitang.adapters.spreadsheets.amount import unit_word
from huitang.congress.money.account import Account, AccountKey, Line
from huitang.rules.legal_text import Citation


class Level(StrEnum):
    WRONG = "WRONG"  # a total that does not add up: kept only with a reason
    WARNING = "WARNING"
    NOTE = "NOTE"
    AGREES = "AGREES"


@dataclass(frozen=True)
class Finding:
    """`cell` is empty where no single cell is meant."""

    level: Level
    key: AccountKey
    sheet: str
    cell: str
    sentence: str
    citations: tuple[Citation, ...] = ()


def at_cell(level: Level, account: Account, line: Line, sentence: str, citations: tuple[Citation, ...] = ()) -> Finding:
    """A finding that begins by naming sheet and cell and ends by naming the unit."""
    place = _("“{sheet}”表 {cell}：{said}（{unit}）")
    told = place.format(sheet=line.sheet, cell=line.cell, said=sentence, unit=unit_word(account.unit))
    return Finding(level, account.key, line.sheet, line.cell, told, citations)


def at_account(level: Level, account: Account, sentence: str, citations: tuple[Citation, ...] = ()) -> Finding:
    """A finding about an account as a whole."""
    told = _("{account}：{said}（{unit}）")
    said = told.format(account=account.key.label, said=sentence, unit=unit_word(account.unit))
    sheet = account.lines[0].sheet if account.lines else ""
    return Finding(level, account.key, sheet, "", said, citations)
