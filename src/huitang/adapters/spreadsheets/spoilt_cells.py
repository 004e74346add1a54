"""Cells nobody can be sure of: merged over several rows, hidden, a formula without its result or in error."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from huitang.adapters.spreadsheets.cell_name import cell_name
from huitang.adapters.spreadsheets.sheet import Merge, Sheet

ERROR = re.compile(r"#(?:REF!|DIV/0!|VALUE!|NAME\?|N/A|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)", re.IGNORECASE)


class Spoilt(StrEnum):
    """Why; beside each what `cell` names."""

    UNRECKONED = "UNRECKONED"  # the cell
    IN_ERROR = "IN_ERROR"  # the cell
    MERGED = "MERGED"  # the range
    HIDDEN_ROW = "HIDDEN_ROW"  # the row, from the first to the last column that is read
    HIDDEN_COLUMN = "HIDDEN_COLUMN"  # the column, from the first to the last row that is read


@dataclass(frozen=True)
class SpoiltCell:
    """`cell` is the name of a cell or a range."""

    why: Spoilt
    cell: str


def find_spoilt(
    sheet: Sheet, *, rows: Collection[int], columns: Collection[int], filled_down: Collection[int] = ()
) -> tuple[SpoiltCell, ...]:
    """What is wrong with the cells that will be read, by row and column (from 0); columns `filled_down` may be merged."""
    if not rows or not columns:
        return ()
    return (
        *_merged(sheet, rows, columns, filled_down),
        *_hidden(sheet, rows, columns),
        *_single(Spoilt.UNRECKONED, sheet.marks.unreckoned, rows, columns),
        *_single(Spoilt.IN_ERROR, sheet.marks.in_error, rows, columns),
        *_errors_told(sheet, rows, columns),
    )


def _merged(
    sheet: Sheet, rows: Collection[int], columns: Collection[int], filled_down: Collection[int]
) -> Iterator[SpoiltCell]:
    for merge in sheet.marks.merges:
        if any(
            (row, column) != merge[:2] and not (column == merge.first_column and column in filled_down)
            for row, column in _cells_of(merge)
            if row in rows and column in columns
        ):
            yield SpoiltCell(Spoilt.MERGED, _range(merge[:2], merge[2:]))


def _cells_of(merge: Merge) -> Iterator[tuple[int, int]]:
    for row in range(merge.first_row, merge.last_row + 1):
        for column in range(merge.first_column, merge.last_column + 1):
            yield row, column


def _hidden(sheet: Sheet, rows: Collection[int], columns: Collection[int]) -> Iterator[SpoiltCell]:
    left, right = min(columns), max(columns)
    for row in sorted(sheet.marks.hidden_rows & set(rows)):
        yield SpoiltCell(Spoilt.HIDDEN_ROW, _range((row, left), (row, right)))
    for column in sorted(sheet.marks.hidden_columns & set(columns)):
        yield SpoiltCell(Spoilt.HIDDEN_COLUMN, _range((min(rows), column), (max(rows), column)))


def _range(start: tuple[int, int], end: tuple[int, int]) -> str:
    return f"{cell_name(*start)}:{cell_name(*end)}"


def _single(
    why: Spoilt, places: Collection[tuple[int, int]], rows: Collection[int], columns: Collection[int]
) -> Iterator[SpoiltCell]:
    for row, column in sorted(places):
        if row in rows and column in columns:
            yield SpoiltCell(why, cell_name(row, column))


def _errors_told(sheet: Sheet, rows: Collection[int], columns: Collection[int]) -> Iterator[SpoiltCell]:
    """A text file has the word of the error in the cell."""
    for row in sheet.rows:
        for column in sorted(columns) if row.number_in_file in rows else ():
            if column < len(row.cells) and ERROR.fullmatch(row.cells[column]):
                yield SpoiltCell(Spoilt.IN_ERROR, cell_name(row.number_in_file, column))
