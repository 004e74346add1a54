"""What a spreadsheet is once it has been read: sheets of rows of text."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One line, with the number a spreadsheet program shows beside it."""

    number_in_file: int
    cells: tuple[str, ...]

    @property
    def is_blank(self) -> bool:
        """Whether nothing is written here."""
        return not any(self.cells)


@dataclass(frozen=True)
class Sheet:
    """One sheet; a text file has one without a name."""

    name: str
    rows: tuple[Row, ...]

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
