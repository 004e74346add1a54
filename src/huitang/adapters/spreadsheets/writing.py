"""One table written as xlsx or csv."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

CellValue = str | int | date | datetime | None
WIDEST_COLUMN = 50
A4 = 9  # what the file format calls it
# a cell of text that begins with one of these would be read as a formula
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
BOM = "\ufeff"  # without it Excel takes UTF-8 for something else
_IN_CELL = Alignment(vertical="top", wrap_text=True)
_DAY, _MOMENT, _TEXT = "yyyy-mm-dd", "yyyy-mm-dd hh:mm:ss", "@"


def write_xlsx(
    headings: Sequence[str], rows: Iterable[Sequence[CellValue]], *, sheet_name: str = "Sheet1", title: str = ""
) -> bytes:
    """An xlsx file with one heading row, frozen, below a title if there is one; text stays text, days are days.

    It prints across A4 on its side, as wide as the paper, the headings on every page. A moment is
    written as its own clock says.
    """
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    sheet = workbook.create_sheet(sheet_name[:31])
    if title:
        _write_cell(sheet.cell(row=1, column=1), title)
        sheet["A1"].font = Font(bold=True, size=14)
        sheet["A1"].alignment = Alignment(wrap_text=False)
    top = 2 if title else 1
    for column, heading in enumerate(headings, start=1):
        _write_cell(sheet.cell(row=top, column=column), heading)
        sheet.cell(row=top, column=column).font = Font(bold=True)
    widths = [_display_width(heading) for heading in headings]
    for number, row in enumerate(rows, start=top + 1):
        for index, value in enumerate(row):
            _write_cell(sheet.cell(row=number, column=index + 1), value)
            widths[index] = max(widths[index], _display_width("" if value is None else str(value)))
    for index, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(index)].width = min(width + 2, WIDEST_COLUMN)
    sheet.freeze_panes = f"A{top + 1}"
    _set_up_print(sheet, top)
    return _saved(workbook)


def write_csv(headings: Sequence[str], rows: Iterable[Sequence[CellValue]]) -> bytes:
    """UTF-8 that Excel opens by a double click; text that would be a formula there gets an apostrophe before it."""
    stream = io.StringIO(BOM, newline="")
    stream.seek(0, io.SEEK_END)
    writer = csv.writer(stream)
    writer.writerow([_told(heading) for heading in headings])
    writer.writerows([_told(value) for value in row] for row in rows)
    return stream.getvalue().encode()


def _told(value: CellValue) -> CellValue:
    if isinstance(value, datetime):
        return value.replace(tzinfo=None).isoformat(sep=" ", timespec="seconds")
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_SIGNS) else value


def _write_cell(cell: Cell | MergedCell, value: CellValue) -> None:
    cell.value = value.replace(tzinfo=None) if isinstance(value, datetime) else value  # a cell knows no zone
    cell.alignment = _IN_CELL
    if isinstance(value, str):
        cell.data_type = "s"  # text that begins with "=" is not a formula
        cell.number_format = _TEXT
        cell.quotePrefix = value.startswith(FORMULA_SIGNS)  # nor becomes one when somebody edits the cell
    elif isinstance(value, date):
        cell.number_format = _MOMENT if isinstance(value, datetime) else _DAY


def _set_up_print(sheet: Worksheet, top: int) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = A4
    sheet.page_setup.fitToHeight = 0  # as many pages as it takes
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"1:{top}"


def _display_width(text: str) -> int:
    return sum(2 if ord(sign) > 0x2E7F else 1 for sign in text)


def _saved(workbook: Workbook) -> bytes:
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()
