"""csv and tsv: find the encoding and the separator, then the rows."""

import csv
import io
import unicodedata

from huitang.adapters.spreadsheets.cell_text import tidy
from huitang.adapters.spreadsheets.refusal import Fault, SpreadsheetIsRefused
from huitang.adapters.spreadsheets.sheet import Row, Sheet, Spreadsheet

BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "UTF-8"),
    (b"\xff\xfe", "UTF-16-LE"),
    (b"\xfe\xff", "UTF-16-BE"),
)
SEPARATORS = "\t,;，"
LINES_TO_JUDGE_BY = 20
ORDINARY_CONTROLS = "\t\r\n\x0b\x0c\x1a"


def read_text(content: bytes) -> Spreadsheet:
    """:raises SpreadsheetIsRefused: NOT_A_SPREADSHEET, UNKNOWN_ENCODING or BROKEN_QUOTES."""
    encoding, text = decode(content)
    separator = _find_separator(text)
    sheet = Sheet(name="", rows=tuple(_read_rows(text, separator)))
    return Spreadsheet(kind="tsv" if separator == "\t" else "csv", encoding=encoding, sheets=(sheet,))


def decode(content: bytes) -> tuple[str, str]:
    """The name of the encoding and the text; GB18030 holds all of GBK and GB2312."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return encoding, _decode_strictly(content.removeprefix(mark), encoding)
    encoding = unmarked_utf_16(content)
    if encoding:
        return encoding, _decode_strictly(content, encoding)
    try:
        text, encoding = content.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        encoding, text = "GB18030", _decode_strictly(content, "gb18030")
    _refuse_binary(text)
    return encoding, text


def _decode_strictly(content: bytes, encoding: str) -> str:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as broken:
        looks_binary = sum(byte < 9 for byte in content[:4096]) > 8
        if looks_binary:
            raise SpreadsheetIsRefused(Fault.NOT_A_SPREADSHEET, looks_like="") from broken
        raise SpreadsheetIsRefused(Fault.UNKNOWN_ENCODING) from broken
    _refuse_binary(text)
    return text


def unmarked_utf_16(content: bytes) -> str:
    """In UTF-16 every separator and digit has a zero byte on one fixed side."""
    beginning = content[:2000]
    if len(content) % 2 or not beginning.count(0):
        return ""
    if beginning[1::2].count(0) and not beginning[0::2].count(0):
        return "UTF-16-LE"
    if beginning[0::2].count(0) and not beginning[1::2].count(0):
        return "UTF-16-BE"
    return ""


def _refuse_binary(text: str) -> None:
    if any(_is_foreign_control(sign) for sign in text):
        raise SpreadsheetIsRefused(Fault.NOT_A_SPREADSHEET, looks_like="")


def _is_foreign_control(sign: str) -> bool:
    return unicodedata.category(sign) == "Cc" and sign not in ORDINARY_CONTROLS


def _find_separator(text: str) -> str:
    beginning = "\n".join(text.splitlines()[:LINES_TO_JUDGE_BY])
    return max(SEPARATORS, key=beginning.count)


def _read_rows(text: str, separator: str) -> list[Row]:
    reader = csv.reader(io.StringIO(text.rstrip("\x1a"), newline=""), delimiter=separator, strict=True)
    rows: list[Row] = []
    try:
        for number, cells in enumerate(reader, start=1):
            rows.append(Row(number_in_file=number, cells=tuple(tidy(cell) for cell in cells)))
    except csv.Error as broken:
        raise SpreadsheetIsRefused(Fault.BROKEN_QUOTES, row=len(rows) + 1) from broken
    return rows
