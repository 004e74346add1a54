"""What a spreadsheet is once it has been read: sheets of rows of text."""

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True)
class Row:
    """One line, with the number a spreadsheet program shows beside it."""

    number_in_file: int
    cells: tuple[str, ...]

    @property
    def is_blank(self) -> bool:
        """Whether nothing is written here."""
        return not any(self.cells)


class Merge(NamedTuple):
    """Cells made one; only the first holds the words. Rows as numbered in the file, columns from 0, all included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True)
class Marks:
    """What an xlsx sheet says beside its words; other kinds of file do not tell.

    `unreckoned` are cells (row, column) with a formula whose result was never stored, `in_error` those
    whose formula came to an error, which the reader of the words leaves blank.
    """

    is_hidden: bool = False
    merges: tuple[Merge, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    unreckoned: frozenset[tuple[int, int]] = frozenset()
    in_error: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True)
class Sheet:
    """One sheet; a text file has one without a name."""

    name: str
    rows: tuple[Row, ...]
    marks: Marks = Marks()

    @property
    def is_blank(self) -> bool:
        """Whether nothing is written here."""
        return all(row.is_blank for row in self.rows)


@dataclass(frozen=True)
class Spreadsheet:
    """One file: its kind ("xlsx", "xls", "ods", "csv"), the encoding of a text file, its sheets."""

    kind: str
    encoding: str
    sheets: tuple[Sheet, ...]
