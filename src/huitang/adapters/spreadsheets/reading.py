"""Read a file by what it contains; its extension is never believed."""

from huitang.adapters.spreadsheets import text_file, workbook_file
from huitang.adapters.spreadsheets.refusal import Fault, SpreadsheetIsRefused
from huitang.adapters.spreadsheets.sheet import Spreadsheet

MAX_BYTES = 5 * 1024 * 1024
MAX_ROWS = 5_000

# First bytes of things that are uploaded by mistake, and what to call them.
FOREIGN_BEGINNINGS = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7Z"),
    (b"{\\rtf", "RTF"),
    (b"<!doctype", "HTML"),
    (b"<html", "HTML"),
    (b"<?xml", "XML"),
    (b"<table", "HTML"),
)


def read_spreadsheet(content: bytes) -> Spreadsheet:
    """Read xlsx, xls, ods, csv or tsv.

    :raises SpreadsheetIsRefused: not a spreadsheet, empty, protected, corrupt or too large.
    """
    if not content:
        raise SpreadsheetIsRefused(Fault.EMPTY_FILE)
    if len(content) > MAX_BYTES:
        raise SpreadsheetIsRefused(Fault.TOO_LARGE, limit_mb=MAX_BYTES // (1024 * 1024))
    _refuse_foreign(content)
    if workbook_file.looks_like_workbook(content):
        spreadsheet = workbook_file.read_workbook(content)
    else:
        spreadsheet = text_file.read_text(content)
    _refuse_unusable(spreadsheet)
    return spreadsheet


def _refuse_foreign(content: bytes) -> None:
    beginning = content.removeprefix(b"\xef\xbb\xbf").lstrip()[:16]
    for magic, looks_like in FOREIGN_BEGINNINGS:
        if beginning.lower().startswith(magic.lower()):
            raise SpreadsheetIsRefused(Fault.NOT_A_SPREADSHEET, looks_like=looks_like)


def _refuse_unusable(spreadsheet: Spreadsheet) -> None:
    if all(sheet.is_blank for sheet in spreadsheet.sheets):
        raise SpreadsheetIsRefused(Fault.NOTHING_WRITTEN)
    for sheet in spreadsheet.sheets:
        written = sum(not row.is_blank for row in sheet.rows)
        if written > MAX_ROWS:
            raise SpreadsheetIsRefused(Fault.TOO_MANY_ROWS, sheet=sheet.name, rows=written, limit=MAX_ROWS)
