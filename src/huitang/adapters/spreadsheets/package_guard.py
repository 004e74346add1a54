"""Look at an xlsx or ods package before it is unpacked."""

import io
import re
import zipfile
import zlib

from huitang.adapters.spreadsheets.refusal import Fault, SpreadsheetIsRefused

MAX_UNPACKED_BYTES = 60 * 1024 * 1024
MAX_CELLS = 2_000_000

# What the standard reader raises on a package whose bytes were damaged.
BROKEN_PACKAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)

XLSX_CELL = re.compile(rb"<(?:\w+:)?c\s[^>]*?\br=\"([A-Z]{1,3})(\d{1,7})\"")
ODS_PART = re.compile(rb"<table:(table|table-row|covered-table-cell|table-cell)(?=[\s/>])([^>]*)>")
ODS_ROWS_REPEATED = re.compile(rb"number-rows-repeated=\"(\d+)\"")
ODS_COLUMNS_REPEATED = re.compile(rb"number-columns-repeated=\"(\d+)\"")


def refuse_unsafe_package(content: bytes) -> str:
    """Tell xlsx from ods and other packages, and look at its size before it is unpacked in full.

    A package of a few kilobytes may name a cell a million rows down; the reader sets aside
    memory for everything above it and would take the whole server with it.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return _measure_package(package)
    except BROKEN_PACKAGE as broken:
        raise SpreadsheetIsRefused(Fault.CORRUPT) from broken


def _measure_package(package: zipfile.ZipFile) -> str:
    if sum(part.file_size for part in package.infolist()) > MAX_UNPACKED_BYTES:
        raise SpreadsheetIsRefused(Fault.TOO_LARGE, limit_mb=MAX_UNPACKED_BYTES // (1024 * 1024))
    names = package.namelist()
    if "xl/workbook.xml" in names:
        for name in names:
            if name.startswith("xl/worksheets/") and name.endswith(".xml"):
                _refuse_wide(*_last_xlsx_cell(package.read(name)))
        return "xlsx"
    if "content.xml" in names and b"spreadsheet" in package.read("mimetype"):
        _refuse_wide(*_last_ods_cell(package.read("content.xml")))
        return "ods"
    raise _foreign_package(names)


def _foreign_package(names: list[str]) -> SpreadsheetIsRefused:
    if "xl/workbook.bin" in names:
        return SpreadsheetIsRefused(Fault.OLD_BINARY_WORKBOOK)
    looks_like = "DOCX" if "word/document.xml" in names else "ZIP"
    return SpreadsheetIsRefused(Fault.NOT_A_SPREADSHEET, looks_like=looks_like)


def _refuse_wide(last_row: int, last_column: int) -> None:
    if last_row * last_column > MAX_CELLS:
        raise SpreadsheetIsRefused(Fault.TOO_WIDE, row=last_row, column=last_column)


def _last_xlsx_cell(xml: bytes) -> tuple[int, int]:
    last_row = last_column = 0
    for letters, digits in XLSX_CELL.findall(xml):
        last_row = max(last_row, int(digits))
        last_column = max(last_column, _column_number(letters))
    return last_row, last_column


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def _last_ods_cell(xml: bytes) -> tuple[int, int]:
    last_row = last_column = row = column = 0
    for part, attributes in ODS_PART.findall(xml):
        if part == b"table":
            row = 0
        elif part == b"table-row":
            row, column = row + _repeated(ODS_ROWS_REPEATED, attributes), 0
        else:
            column += _repeated(ODS_COLUMNS_REPEATED, attributes)
            if b"value-type" in attributes:
                last_row, last_column = max(last_row, row), max(last_column, column)
    return last_row, last_column


def _repeated(pattern: re.Pattern[bytes], attributes: bytes) -> int:
    found = pattern.search(attributes)
    return int(found[1]) if found else 1
