"""The sheets of an xlsx, xls or ods file, read by python-calamine."""

import io

import python_calamine as calamine

from huitang.adapters.spreadsheets.cell_text import render_cell
from huitang.adapters.spreadsheets.refusal import Fault, SpreadsheetIsRefused
from huitang.adapters.spreadsheets.sheet import Row, Sheet


def read_sheets(content: bytes) -> tuple[Sheet, ...]:
    """:raises SpreadsheetIsRefused: PROTECTED or CORRUPT."""
    try:
        with calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook:
            return tuple(_read_sheet(workbook, name) for name in workbook.sheet_names)
    except calamine.PasswordError as refused:
        raise SpreadsheetIsRefused(Fault.PROTECTED) from refused
    except (calamine.CalamineError, calamine.ZipError, calamine.XmlError) as refused:
        raise SpreadsheetIsRefused(_fault_of(refused)) from refused


def _read_sheet(workbook: calamine.CalamineWorkbook, name: str) -> Sheet:
    lines = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
    rows = (
        Row(number_in_file=number, cells=tuple(render_cell(cell) for cell in line))
        for number, line in enumerate(lines, start=1)
    )
    return Sheet(name=name, rows=tuple(rows))


def _fault_of(refused: Exception) -> Fault:
    said = str(refused).lower()
    return Fault.PROTECTED if "password" in said or "encrypt" in said else Fault.CORRUPT
