"""What an uploaded file would do, told alike by every import before anything is written."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from huitang.adapters.spreadsheets.cell_name import cells_of, column_letters
from huitang.adapters.spreadsheets.table import Table
from huitang.congress.roster.wrong_cells import WrongCell


class Fate(StrEnum):
    NEW = "NEW"
    CHANGED = "CHANGED"
    UNCHANGED = "UNCHANGED"


@dataclass(frozen=True)
class FieldChange:
    key: str
    label: str
    old: str
    new: str


@dataclass(frozen=True)
class ImportOutcome:
    """How many were new, changed, unchanged."""

    new: int
    changed: int
    unchanged: int


@dataclass(frozen=True)
class ReadFrom:
    """Where in the file its table stands; `columns` are read, with their letters, `unused` are not."""

    sheet: str
    heading_row: int
    columns: tuple[tuple[str, str], ...]
    unused: tuple[str, ...]


def read_from(table: Table) -> ReadFrom:
    columns = sorted((index, table.titles[key]) for key, index in table.columns.items())
    told = tuple((column_letters(index), " ".join(title.split())) for index, title in columns)
    return ReadFrom(table.sheet.name, table.heading_row, told, table.unused_titles)


def by_row(wrong: Sequence[WrongCell]) -> Mapping[int, tuple[WrongCell, ...]]:
    """The wrong cells of each row that has any; what is wrong with several rows is told at each."""
    rows = sorted({row for one in wrong for row, _column in cells_of(one.cell)})
    return {row: tuple(one for one in wrong if row in {place[0] for place in cells_of(one.cell)}) for row in rows}


def seal_of(told: object) -> str:
    """Names exactly one plan, of what only JSON holds: committing under another seal is refused."""
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
