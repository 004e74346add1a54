"""An uploaded roll read into lines, before it is compared with what is known."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from huitang.adapters.spreadsheets.reading import read_spreadsheet
from huitang.adapters.spreadsheets.refusal import SpreadsheetIsRefused
from huitang.adapters.spreadsheets.sheet import Sheet, Spreadsheet
from huitang.adapters.spreadsheets.table import Line, Table, TableRow, find_table
from huitang.congress.roster import cells, columns
from huitang.congress.roster.file_refusal import NO_ROWS, RollFileIsRefused, refusal_of

READERS = {
    "name": cells.read_name,
    "number": cells.read_number,
    "sex": cells.read_sex,
    "born": cells.read_born,
    "phone": cells.read_phone,
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
    errors: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Claim:
    """A figure the file states about itself: where, and how many."""

    where: str
    number: int


@dataclass(frozen=True)
class RollFile:
    filename: str
    kind: str
    encoding: str
    sheet: str
    heading_row: int
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
    totals = [(_place(sheet.name, line.number_in_file), cell) for line in table.totals for cell in line.cells]
    return RollFile(
        filename=filename,
        kind=spreadsheet.kind,
        encoding=spreadsheet.encoding,
        sheet=sheet.name,
        heading_row=table.heading_row,
        lines=tuple(_read_line(row) for row in table.rows),
        columns=table.titles,
        unused_columns=table.unused_titles,
        notes=table.notes,
        sheets_left_out=tuple(other.name for other, found in rolls[1:] if found.rows),
        term_said=_find_term([line.text for line in table.lines_above]),
        quota_said=_find_claim(QUOTA_SAID, around),
        in_office_said=_find_claim(IN_OFFICE_SAID, around),
        all_said=_find_claim(ALL_SAID, totals),
        women_said=_find_claim(WOMEN_SAID, totals),
    )


def _find_rolls(spreadsheet: Spreadsheet) -> list[tuple[Sheet, Table]]:
    """The sheets that hold a roll; when none does, what is wrong with the first written one is raised."""
    rolls, refusals = [], []
    for sheet in spreadsheet.sheets:
        try:
            rolls.append((sheet, find_table(sheet, columns.HEADINGS)))
        except SpreadsheetIsRefused as refused:
            refusals.append((sheet.is_blank, refused))
    if rolls:
        return rolls
    raise min(refusals, key=lambda refusal: refusal[0])[1]


def _text_around(spreadsheet: Spreadsheet, roll: Sheet, table: Table) -> list[tuple[str, str]]:
    """Every written cell that is not in the table itself, with the place where it stands."""
    found = [
        (_place(roll.name, line.number_in_file), line.text)
        for line in (*table.lines_above, *table.totals, *table.notes)
    ]
    for sheet in spreadsheet.sheets:
        if sheet is not roll:
            for row in sheet.rows:
                found += [(_place(sheet.name, row.number_in_file), cell) for cell in row.cells if cell]
    return found


def _place(sheet: str, row: int) -> str:
    if not sheet:
        return _("第 {row} 行").format(row=row)
    return _("“{sheet}”第 {row} 行").format(sheet=sheet, row=row)


def _find_term(titles: Sequence[str]) -> str:
    """The number of the term as the title writes it: 六, 6."""
    found = [TERM_SAID.search("".join(title.split())) for title in titles]
    return next((each[1] for each in found if each), "")


def _find_claim(pattern: re.Pattern[str], texts: Sequence[tuple[str, str]]) -> Claim | None:
    for where, text in texts:
        found = pattern.search("".join(text.split()))
        if found:
            return Claim(where, int(next(group for group in found.groups() if group)))
    return None


def _read_line(row: TableRow) -> RollLine:
    read = {key: _read_cell(key, text) for key, text in row.values.items() if key != columns.REMARK.key}
    number = read.get("number", cells.Reading("")).value
    return RollLine(
        row=row.number_in_file,
        name=read["name"].value,
        number=int(number) if number else None,
        delegation=read.get("delegation", cells.Reading("")).value,
        details={key: read[key].value for key in columns.DETAILS if key in read},
        remark=" ".join(row.values.get(columns.REMARK.key, "").split()),
        errors=tuple(reading.error for reading in read.values() if reading.error),
        warnings=tuple(reading.warning for reading in read.values() if reading.warning),
    )


def _read_cell(key: str, text: str) -> cells.Reading:
    reader = READERS.get(key)
    return reader(text) if reader else cells.read_text(key, text)
