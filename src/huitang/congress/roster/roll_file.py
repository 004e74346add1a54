"""An uploaded roll read into lines, before it is compared with what is known."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.translation import gettext as _

from huitang.adapters.spreadsheets.cell_name import cell_name
from huitang.adapters.spreadsheets.reading import read_spreadsheet
from huitang.adapters.spreadsheets.refusal import SpreadsheetIsRefused
from huitang.adapters.spreadsheets.sheet import Sheet, Spreadsheet
from huitang.adapters.spreadsheets.table import Line, Table, TableRow
from huitang.congress.roster import cells, columns, wrong_cells
from huitang.congress.roster.file_refusal import NO_ROWS, RollFileIsRefused, refusal_of
from huitang.congress.roster.wrong_cells import WrongCell, wrong_in

READERS = {
    "name": cells.read_name,
    "number": cells.read_number,
    "sex": cells.read_sex,
    "born": cells.read_born,
    "phone": cells.read_phone,
    "note": cells.read_note,
}
TERM_SAID = re.compile(r"第([〇零一二三四五六七八九十百\d]{1,5})届")
QUOTA_SAID = re.compile(r"应选(?:代表)?[:\uff1a]?(\d+)[名人]?")
IN_OFFICE_SAID = re.compile(r"(?:现有|实有|现任)(?:代表)?[:\uff1a]?(\d+)[名人]?")
WOMEN_SAID = re.compile(r"(?:女代表|女性代表|妇女代表|女)[:\uff1a]?(\d+)[名人]")
ALL_SAID = re.compile(r"^(\d+)[名人]?$|(?:合计|总计|共计|总数)[:\uff1a]?(\d+)[名人]?")


@dataclass(frozen=True)
class RollLine:
    """One deputy as the file has it. An empty value says nothing; it never erases what is known."""

    row: int
    name: str
    number: int | None
    delegation: str
    details: Mapping[str, str]
    remark: str
    errors: tuple[WrongCell, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def is_woman(self) -> bool:
        return self.details.get("sex") == "女"


class Where(NamedTuple):
    """A cell; in a text file the sheet has no name."""

    sheet: str
    cell: str

    def __str__(self) -> str:
        return WrongCell(self.sheet, self.cell, "").place


@dataclass(frozen=True)
class Claim:
    """A figure the file states about itself: where, and how many."""

    where: Where
    number: int


@dataclass(frozen=True)
class RollFile:
    filename: str
    kind: str
    encoding: str
    sheet: str
    heading_row: int
    table: Table
    lines: tuple[RollLine, ...]
    columns: Mapping[str, str]
    unused_columns: tuple[str, ...]
    notes: tuple[Line, ...]
    sheets_left_out: tuple[str, ...] = ()
    term_said: str = ""
    quota_said: Claim | None = None
    in_office_said: Claim | None = None
    all_said: Claim | None = None
    women_said: Claim | None = None
    wrong: tuple[WrongCell, ...] = ()  # what spoils the roll as a whole

    def at(self, row: int, key: str, sentence: str) -> WrongCell:
        """A wrong cell of a line; without such a column, the cell of its name."""
        return wrong_in(self.table, TableRow(row, {}), key if key in self.columns else columns.NAME.key, sentence)


def read_roll_file(content: bytes, filename: str) -> RollFile:
    """:raises RollFileIsRefused: it is not a spreadsheet, or no sheet of it holds a roll."""
    try:
        spreadsheet = read_spreadsheet(content)
        rolls = _find_rolls(spreadsheet)
    except SpreadsheetIsRefused as refused:
        raise refusal_of(refused, filename) from refused
    sheet, table = rolls[0]
    if not table.rows:
        raise RollFileIsRefused(NO_ROWS, file=filename, sheet=sheet.name, row=table.heading_row)
    around = _text_around(spreadsheet, sheet, table)
    lines = tuple(_read_line(row, table) for row in table.rows)
    totals = [
        (Where(sheet.name, place), cell)
        for line in table.totals
        for place, cell in zip(line.places, line.cells, strict=True)
    ]
    said, women = _find_claim(ALL_SAID, totals), _find_claim(WOMEN_SAID, totals)
    counts = {_("代表数"): (said, len(lines))}
    if not any(error.title == table.titles.get("sex") for line in lines for error in line.errors):
        counts[_("女代表数")] = (women, sum(line.is_woman for line in lines))
    return RollFile(
        filename=filename,
        kind=spreadsheet.kind,
        encoding=spreadsheet.encoding,
        sheet=sheet.name,
        heading_row=table.heading_row,
        table=table,
        lines=lines,
        columns=table.titles,
        unused_columns=table.unused_titles,
        notes=table.notes,
        sheets_left_out=tuple(other.name for other, found in rolls[1:] if found.rows),
        term_said=_find_term([line.text for line in table.lines_above]),
        quota_said=_find_claim(QUOTA_SAID, around),
        in_office_said=_find_claim(IN_OFFICE_SAID, around),
        all_said=said,
        women_said=women,
        wrong=tuple(wrong_cells.all_wrong(table, columns.HEADINGS, _wrong_totals(counts))),
    )


def _find_rolls(spreadsheet: Spreadsheet) -> list[tuple[Sheet, Table]]:
    """The sheets that hold a roll; when none does, what is wrong with the first written one is raised."""
    found, refusals = wrong_cells.find_tables(spreadsheet.sheets, columns.HEADINGS)
    if not found:
        raise refusals[0]
    return [(table.sheet, table) for table in sorted(found, key=lambda table: not table.rows)]


def _text_around(spreadsheet: Spreadsheet, roll: Sheet, table: Table) -> list[tuple[Where, str]]:
    """Every written line that is not in the table itself, with the cell where it begins."""
    lines = (*table.lines_above, *table.totals, *table.notes)
    found = [(Where(roll.name, line.places[0]), line.text) for line in lines]
    for sheet in spreadsheet.sheets:
        if sheet is not roll:
            for row in sheet.rows:
                places = (Where(sheet.name, cell_name(row.number_in_file, index)) for index in range(len(row.cells)))
                found += [(place, cell) for place, cell in zip(places, row.cells, strict=True) if cell]
    return found


def _wrong_totals(claims: Mapping[str, tuple[Claim | None, int]]) -> list[WrongCell]:
    """What the line of totals says and the rows do not."""
    sentence = _("合计的{what}写的是 {said}，逐行数出来是 {counted}。请核对，改正合计或补全名单。")
    return [
        WrongCell(*claim.where, sentence.format(what=what, said=claim.number, counted=counted))
        for what, (claim, counted) in claims.items()
        if claim is not None and claim.number != counted
    ]


def _find_term(titles: Sequence[str]) -> str:
    """The number of the term as the title writes it: 六, 6."""
    found = [TERM_SAID.search("".join(title.split())) for title in titles]
    return next((each[1] for each in found if each), "")


def _find_claim(pattern: re.Pattern[str], texts: Sequence[tuple[Where, str]]) -> Claim | None:
    for where, text in texts:
        found = pattern.search("".join(text.split()))
        if found:
            return Claim(where, int(next(group for group in found.groups() if group)))
    return None


def _read_line(row: TableRow, table: Table) -> RollLine:
    read = {key: _read_cell(key, text) for key, text in row.values.items() if key != columns.REMARK.key}
    number = read.get("number", cells.Reading("")).value
    return RollLine(
        row=row.number_in_file,
        name=read["name"].value,
        number=int(number) if number else None,
        delegation=read.get("delegation", cells.Reading("")).value,
        details={key: read[key].value for key in columns.DETAILS if key in read},
        remark=" ".join(row.values.get(columns.REMARK.key, "").split()),
        errors=tuple(wrong_in(table, row, key, reading.error) for key, reading in read.items() if reading.error),
        warnings=tuple(reading.warning for reading in read.values() if reading.warning),
    )


def _read_cell(key: str, text: str) -> cells.Reading:
    reader = READERS.get(key)
    return reader(text) if reader else cells.read_text(key, text)
