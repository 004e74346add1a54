"""A piece of a sheet around some of its cells, to be shown as the office sees it in its own program."""

from collections.abc import Collection
from dataclasses import dataclass

from huitang.adapters.spreadsheets.cell_name import cell_name, cells_of, column_letters
from huitang.adapters.spreadsheets.sheet import Sheet

WIDEST, TALLEST = 8, 8
LONGEST = 40


@dataclass(frozen=True)
class ShownCell:
    """`is_meant`: one of the cells the piece is about."""

    text: str
    is_meant: bool


@dataclass(frozen=True)
class ShownRow:
    """One line with the number beside it."""

    number: int
    cells: tuple[ShownCell, ...]


@dataclass(frozen=True)
class Excerpt:
    """The letters over the columns, and the rows; not every row in between has to be shown."""

    sheet: str
    letters: tuple[str, ...]
    rows: tuple[ShownRow, ...]


def cut_out(sheet: Sheet, cells: Collection[str], *, heading_row: int = 0) -> Excerpt | None:
    """The heading row, and each cell with a row above and below and columns on both sides; None without a cell."""
    places = sorted({place for cell in cells for place in cells_of(cell)})
    if not places:
        return None
    meant = {cell_name(row, column) for row, column in places}
    rows = _rows(sheet, [row for row, _ in places], heading_row)
    columns = _columns([column for _, column in places], max((len(row.cells) for row in sheet.rows), default=1))
    texts = {row.number_in_file: row.cells for row in sheet.rows}
    return Excerpt(
        sheet.name,
        tuple(column_letters(column) for column in columns),
        tuple(ShownRow(row, tuple(_cell(texts.get(row, ()), row, c, meant) for c in columns)) for row in rows),
    )


def _rows(sheet: Sheet, meant: list[int], heading_row: int) -> list[int]:
    last = max((row.number_in_file for row in sheet.rows), default=1)
    wanted = dict.fromkeys([heading_row] if heading_row else [])
    for row in meant:
        wanted |= dict.fromkeys((row - 1, row, row + 1))
    return sorted([row for row in wanted if 0 < row <= max(last, *meant)][: TALLEST + 1])


def _columns(meant: list[int], width: int) -> range:
    """A window that begins with the first column where it can, for there the names stand."""
    last = max(min(meant) + 2, min(max(meant), min(meant) + WIDEST - 1) + 1)
    first = max(0, min(last + 1 - WIDEST, min(meant)))
    return range(first, max(min(last + 1, width), min(meant) + 1))


def _cell(cells: tuple[str, ...], row: int, column: int, meant: Collection[str]) -> ShownCell:
    text = cells[column] if column < len(cells) else ""
    shown = f"{text[:LONGEST]}…" if len(text) > LONGEST else text
    return ShownCell(shown, cell_name(row, column) in meant)
