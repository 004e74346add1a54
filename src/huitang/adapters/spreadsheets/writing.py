"""One table written as xlsx."""

import io
from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

CellValue = str | int | None
WIDEST_COLUMN = 50


def write_xlsx(headings: Sequence[str], rows: Iterable[Sequence[CellValue]], *, sheet_name: str = "Sheet1") -> bytes:
    """An xlsx file with one heading row, frozen, and text cells that stay text."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    sheet = workbook.create_sheet(sheet_name[:31])
    widths = [_display_width(heading) for heading in headings]
    sheet.append(list(headings))
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for number, row in enumerate(rows, start=2):
        for index, value in enumerate(row):
            _write_cell(sheet.cell(row=number, column=index + 1), value)
            widths[index] = max(widths[index], _display_width(str(value or "")))
    for index, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(index)].width = min(width + 2, WIDEST_COLUMN)
    sheet.freeze_panes = "A2"
    return _saved(workbook)


def _write_cell(cell: Cell | MergedCell, value: CellValue) -> None:
    cell.value = value
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    if isinstance(value, str):
        cell.data_type = "s"  # text that begins with "=" is not a formula
        cell.number_format = "@"


def _display_width(text: str) -> int:
    return sum(2 if ord(sign) > 0x2E7F else 1 for sign in text)


def _saved(workbook: Workbook) -> bytes:
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()
