"""xlsx, ods and xls: guarded first, then read."""

from dataclasses import replace

from huitang.adapters.spreadsheets import calamine_sheets, package_guard, separate_process, sheet_marks
from huitang.adapters.spreadsheets.refusal import Fault, SpreadsheetIsRefused
from huitang.adapters.spreadsheets.sheet import Sheet, Spreadsheet

ZIP = b"PK\x03\x04"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# A workbook saved with a password to open is a compound file that holds this stream.
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def looks_like_workbook(content: bytes) -> bool:
    """Whether the first bytes are those of xlsx, ods or xls."""
    return content.startswith((ZIP, COMPOUND))


def read_workbook(content: bytes) -> Spreadsheet:
    """:raises SpreadsheetIsRefused: PROTECTED, CORRUPT, NOT_A_SPREADSHEET, TOO_LARGE, TOO_WIDE."""
    if content.startswith(COMPOUND):
        if ENCRYPTED in content:
            raise SpreadsheetIsRefused(Fault.PROTECTED)
        sheets = separate_process.read_sheets_apart(content)
        return Spreadsheet(kind="xls", encoding="", sheets=sheets)
    kind = package_guard.refuse_unsafe_package(content)
    sheets = calamine_sheets.read_sheets(content)
    return Spreadsheet(kind=kind, encoding="", sheets=_marked(sheets, content) if kind == "xlsx" else sheets)


def _marked(sheets: tuple[Sheet, ...], content: bytes) -> tuple[Sheet, ...]:
    """With what the package says of each; sheets somebody hid come after those that are shown."""
    marks = sheet_marks.read_marks(content)
    told = [replace(sheet, marks=marks.get(sheet.name, sheet.marks)) for sheet in sheets]
    return tuple(sorted(told, key=lambda sheet: sheet.marks.is_hidden))
