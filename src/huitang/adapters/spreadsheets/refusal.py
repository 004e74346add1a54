"""Why a file was refused: a code and its parameters; whoever shows it writes the sentence."""

from enum import StrEnum
from typing import Any


class Fault(StrEnum):
    """What is wrong with a file; beside each the parameters that come with it."""

    EMPTY_FILE = "EMPTY_FILE"
    TOO_LARGE = "TOO_LARGE"  # limit_mb
    TOO_MANY_ROWS = "TOO_MANY_ROWS"  # limit, rows, sheet
    TOO_WIDE = "TOO_WIDE"  # row, column
    NOT_A_SPREADSHEET = "NOT_A_SPREADSHEET"  # looks_like
    OLD_BINARY_WORKBOOK = "OLD_BINARY_WORKBOOK"
    PROTECTED = "PROTECTED"
    CORRUPT = "CORRUPT"
    BROKEN_QUOTES = "BROKEN_QUOTES"  # row
    UNKNOWN_ENCODING = "UNKNOWN_ENCODING"
    NOTHING_WRITTEN = "NOTHING_WRITTEN"
    TWO_TABLES = "TWO_TABLES"  # sheets
    NO_HEADINGS = "NO_HEADINGS"  # sheet, wanted, rows_searched
    MISSING_COLUMN = "MISSING_COLUMN"  # sheet, missing, row, found
    HEADING_TWICE = "HEADING_TWICE"  # sheet, heading, cells


class SpreadsheetIsRefused(Exception):
    """Raised with a `Fault` and the parameters listed beside it above."""

    def __init__(self, code: Fault, **params: Any) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params
