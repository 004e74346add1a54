"""Find the table on a sheet: its heading row, its rows, the line of totals at its foot."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from huitang.adapters.spreadsheets.cell_name import cell_name
from huitang.adapters.spreadsheets.refusal import Fault, SpreadsheetIsRefused
from huitang.adapters.spreadsheets.sheet import Row, Sheet

ROWS_SEARCHED = 40
FIRST_CELLS = 3
TOTAL_LABEL = re.compile(r"^(合计|总计|共计|小计|总数|总人数)(?![\u4e00-\u9fff])")
FIGURE = re.compile(r"[-+]?\d[\d.,/-]*%?")
IN_BRACKETS = re.compile(r"\([^()]*\)")


@dataclass(frozen=True)
class Heading:
    """One column that is looked for: our key and the titles the office writes over it."""

    key: str
    titles: tuple[str, ...]
    required: bool = False
    written_once_per_block: bool = False


@dataclass(frozen=True)
class TableRow:
    """One row: what stands under each heading that was found, by the heading\'s key."""

    number_in_file: int
    values: Mapping[str, str]


@dataclass(frozen=True)
class Line:
    """A line that is no row of the table: totals, a note, a title. `places` are the names of its written cells."""

    number_in_file: int
    cells: tuple[str, ...]
    places: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Its written cells, side by side."""
        return " ".join(self.cells)


@dataclass(frozen=True)
class Table:
    """The rows under the headings, and everything around them that is no row."""

    sheet: Sheet
    heading_row: int
    titles: Mapping[str, str]
    columns: Mapping[str, int]
    unused_titles: tuple[str, ...]
    rows: tuple[TableRow, ...]
    lines_above: tuple[Line, ...]
    totals: tuple[Line, ...]
    notes: tuple[Line, ...]

    def cell(self, row: TableRow, key: str) -> str:
        """The name of the cell under a heading: C7. Without such a column, of the first cell of the row."""
        return cell_name(row.number_in_file, self.columns.get(key, 0))


def find_table(sheet: Sheet, headings: Sequence[Heading]) -> Table:
    """Find the headings below any title rows and read what stands under them.

    Titles are compared without white space and without what stands in brackets. A column
    marked `written_once_per_block` is filled down. Lines of totals and lines with one
    single cell come back apart, so that they can be checked or shown, never counted as rows.
    Headings may be written in two rows, with merged cells; a heading row printed again on the
    next page is a note.

    :raises SpreadsheetIsRefused: NO_HEADINGS, MISSING_COLUMN or HEADING_TWICE.
    """
    first, heading_row = _find_heading_row(sheet, headings)
    columns = _place_columns(sheet, heading_row, headings)
    below = [row for row in sheet.rows if row.number_in_file > heading_row.number_in_file]
    totals = [row for row in below if _is_total(row)]
    notes = [row for row in below if row not in totals and _is_note(row, columns, headings)]
    notes += [row for row in below if _repeats(row, heading_row, columns)]
    rows = [row for row in below if not row.is_blank and row not in totals and row not in notes]
    return Table(
        sheet=sheet,
        heading_row=heading_row.number_in_file,
        titles={key: heading_row.cells[index] for key, index in columns.items()},
        columns=columns,
        unused_titles=_unused(heading_row, columns),
        rows=tuple(_read_rows(rows, columns, headings)),
        lines_above=_lines([row for row in sheet.rows if row.number_in_file < first]),
        totals=_lines(totals),
        notes=_lines(notes),
    )


def _find_heading_row(sheet: Sheet, headings: Sequence[Heading]) -> tuple[int, Row]:
    """The number of the first row of headings, and the titles as one row, numbered as the last of them."""
    searched = sheet.rows[:ROWS_SEARCHED]
    best = max(searched, key=lambda row: _count_matches(row, headings), default=None)
    if best is None or not _is_heading_row(best, headings):
        wanted = tuple(heading.titles[0] for heading in headings if heading.required)
        raise SpreadsheetIsRefused(Fault.NO_HEADINGS, sheet=sheet.name, wanted=wanted, rows_searched=len(searched))
    place = searched.index(best)
    pairs = [searched[start : start + 2] for start in (place, place - 1) if 0 <= start < len(searched) - 1]
    for upper, lower in pairs:
        both = _put_together(upper, lower, headings)
        if _are_titles(lower) and _count_matches(both, headings) > _count_matches(best, headings):
            return upper.number_in_file, both
    return best.number_in_file, best


def _are_titles(row: Row) -> bool:
    """A row of the table holds a figure or a date somewhere; a row of headings does not."""
    return not any(FIGURE.fullmatch(cell) for cell in row.cells)


def _put_together(upper: Row, lower: Row, headings: Sequence[Heading]) -> Row:
    """Headings in two rows: a title is what stands below, or above, or both in one."""
    known = {_plain(title) for heading in headings for title in heading.titles}
    width = max(len(upper.cells), len(lower.cells))
    above, below = [*upper.cells, *[""] * width][:width], [*lower.cells, *[""] * width][:width]
    titles = []
    for one, two in zip(above, below, strict=True):
        spellings = [said for said in (two, one + two, one) if IN_BRACKETS.sub("", _plain(said)) in known]
        titles.append(spellings[0] if spellings else two or one)
    return Row(lower.number_in_file, tuple(titles))


def _repeats(row: Row, heading_row: Row, columns: Mapping[str, int]) -> bool:
    """The heading row again, as it is printed on every page."""
    told = [_plain(_cell_at(row, index)) for index in columns.values()]
    return len(told) > 1 and told == [_plain(heading_row.cells[index]) for index in columns.values()]


def _is_heading_row(row: Row, headings: Sequence[Heading]) -> bool:
    """Two known titles, or all that are required where there are fewer."""
    required = [heading for heading in headings if heading.required]
    has_required = bool(required) and all(_matching_columns(row, heading) for heading in required)
    return has_required or _count_matches(row, headings) >= 2


def _count_matches(row: Row, headings: Sequence[Heading]) -> int:
    return sum(bool(_matching_columns(row, heading)) for heading in headings)


def _matching_columns(row: Row, heading: Heading) -> list[int]:
    """The columns whose title is one of the heading's; a whole title beats one cut at a bracket."""
    wanted = {_plain(title) for title in heading.titles}
    whole = [index for index, cell in enumerate(row.cells) if _plain(cell) in wanted]
    return whole or [index for index, cell in enumerate(row.cells) if IN_BRACKETS.sub("", _plain(cell)) in wanted]


def _plain(title: str) -> str:
    return "".join(unicodedata.normalize("NFKC", title).split()).rstrip(":*").lstrip("*")


def _place_columns(sheet: Sheet, row: Row, headings: Sequence[Heading]) -> dict[str, int]:
    found = {heading.key: _matching_columns(row, heading) for heading in headings}
    missing = [heading.titles[0] for heading in headings if heading.required and not found[heading.key]]
    if missing:
        raise SpreadsheetIsRefused(
            Fault.MISSING_COLUMN,
            sheet=sheet.name,
            missing=tuple(missing),
            row=row.number_in_file,
            found=tuple(cell for cell in row.cells if cell),
        )
    for heading in headings:
        _refuse_twice(sheet, row, heading, found[heading.key])
    return {key: columns[0] for key, columns in found.items() if columns}


def _refuse_twice(sheet: Sheet, row: Row, heading: Heading, columns: list[int]) -> None:
    if len(columns) > 1:
        raise SpreadsheetIsRefused(
            Fault.HEADING_TWICE,
            sheet=sheet.name,
            heading=heading.titles[0],
            cells=tuple(cell_name(row.number_in_file, index) for index in columns),
        )


def _is_total(row: Row) -> bool:
    return any(TOTAL_LABEL.match("".join(cell.split())) for cell in row.cells[:FIRST_CELLS])


def _is_note(row: Row, columns: Mapping[str, int], headings: Sequence[Heading]) -> bool:
    """One single written cell is a note or a sub-title, unless it stands in a required column."""
    written = [index for index, cell in enumerate(row.cells) if cell]
    required = {columns[heading.key] for heading in headings if heading.required}
    return len(written) == 1 and len(columns) > 1 and (written[0] not in required)


def _read_rows(rows: Sequence[Row], columns: Mapping[str, int], headings: Sequence[Heading]) -> list[TableRow]:
    filled_down = {heading.key for heading in headings if heading.written_once_per_block}
    block: dict[str, str] = {}
    table_rows = []
    for row in rows:
        values = {key: _cell_at(row, index) for key, index in columns.items()}
        for key in filled_down & values.keys():
            block[key] = values[key] = values[key] or block.get(key, "")
        table_rows.append(TableRow(number_in_file=row.number_in_file, values=values))
    return table_rows


def _cell_at(row: Row, index: int) -> str:
    return row.cells[index] if index < len(row.cells) else ""


def _unused(row: Row, columns: Mapping[str, int]) -> tuple[str, ...]:
    used = set(columns.values())
    return tuple(cell for index, cell in enumerate(row.cells) if cell and index not in used)


def _lines(rows: Sequence[Row]) -> tuple[Line, ...]:
    return tuple(_line(row) for row in rows if not row.is_blank)


def _line(row: Row) -> Line:
    written = [(cell, cell_name(row.number_in_file, index)) for index, cell in enumerate(row.cells) if cell]
    return Line(row.number_in_file, tuple(cell for cell, _place in written), tuple(place for _cell, place in written))
