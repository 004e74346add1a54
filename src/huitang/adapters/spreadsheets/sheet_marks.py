"""What an xlsx package says of its sheets beside the words: merged and hidden cells, formulas never reckoned.

Read by pattern from the parts of the package; the reader of the words does not tell it. The package was
looked at before (`package_guard`), so it opens and is of a bearable size.
"""

import html
import io
import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping

from huitang.adapters.spreadsheets.sheet import Marks, Merge

SHEET = re.compile(rb"<(?:\w+:)?sheet\s[^>]*>")
SHEET_PART = re.compile(rb":id=\"([^\"]+)\"")
SHEET_NAME = re.compile(rb"\bname=\"([^\"]+)\"")
RELATION = re.compile(rb"<(?:\w+:)?Relationship\s[^>]*>")
ATTRIBUTE = re.compile(rb"\b(Id|Target|min|max|r|hidden|ref)=\"([^\"]*)\"")
COLUMN = re.compile(rb"<(?:\w+:)?col\s[^>]*\bhidden=\"(?:1|true)\"[^>]*>")
ROW = re.compile(rb"<(?:\w+:)?row\s[^>]*\bhidden=\"(?:1|true)\"[^>]*>")
MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*>")
FORMULA = re.compile(rb"<(?:\w+:)?c\s([^>]*)(?<!/)>\s*<(?:\w+:)?f\b(.*?)</(?:\w+:)?c>", re.DOTALL)
ERROR = re.compile(rb"<(?:\w+:)?c\s(?=[^>]*\bt=\"e\")([^>]*)>")
RESULT = re.compile(rb"<(?:\w+:)?v>[^<]")
CELL = re.compile(rb"([A-Z]{1,3})(\d{1,7})")
TYPED = re.compile(rb"\bt=\"(?:str|e)\"")
MOST_COLUMNS = 16_384


def read_marks(content: bytes) -> Mapping[str, Marks]:
    """The marks of every sheet by its name."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = set(package.namelist())
        return {_name(tag): _marks(tag, package.read(part) if part in names else b"") for tag, part in _sheets(package)}


def _name(tag: bytes) -> str:
    found = SHEET_NAME.search(tag)
    return html.unescape(found[1].decode("utf-8", "replace")) if found else ""


def _sheets(package: zipfile.ZipFile) -> Iterator[tuple[bytes, str]]:
    relations = "xl/_rels/workbook.xml.rels"
    told = package.read(relations) if relations in package.namelist() else b""
    parts = {found[b"Id"]: found[b"Target"] for found in map(_attributes, RELATION.findall(told))}
    for tag in SHEET.findall(package.read("xl/workbook.xml")):
        found = SHEET_PART.search(tag)
        target = parts.get(found[1], b"").decode() if found else ""
        yield tag, target.removeprefix("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")


def _attributes(tag: bytes) -> dict[bytes, bytes]:
    return dict(ATTRIBUTE.findall(tag))


def _marks(tag: bytes, xml: bytes) -> Marks:
    return Marks(
        is_hidden=b'state="hidden"' in tag or b'state="veryHidden"' in tag,
        merges=tuple(_merges(xml)),
        hidden_rows=frozenset(int(_attributes(row).get(b"r", b"0")) for row in ROW.findall(xml)),
        hidden_columns=frozenset(_hidden_columns(xml)),
        unreckoned=frozenset(_unreckoned(xml)),
        in_error=frozenset(filter(None, map(_cell, ERROR.findall(xml)))),
    )


def _merges(xml: bytes) -> Iterator[Merge]:
    for tag in MERGED.findall(xml):
        corners = [_place(*corner) for corner in CELL.findall(_attributes(tag).get(b"ref", b""))]
        if len(corners) == 2:
            yield Merge(*corners[0], *corners[1])


def _hidden_columns(xml: bytes) -> Iterator[int]:
    for tag in COLUMN.findall(xml):
        found = _attributes(tag)
        first, last = int(found.get(b"min", b"0")), int(found.get(b"max", b"0"))
        yield from range(first - 1, min(last, MOST_COLUMNS))


def _unreckoned(xml: bytes) -> Iterator[tuple[int, int]]:
    """A formula that came to an empty text says so by its type."""
    for attributes, rest in FORMULA.findall(xml):
        place = _cell(attributes)
        if place and not TYPED.search(attributes) and not RESULT.search(rest):
            yield place


def _cell(attributes: bytes) -> tuple[int, int] | None:
    found = CELL.fullmatch(_attributes(attributes).get(b"r", b""))
    return _place(found[1], found[2]) if found else None


def _place(letters: bytes, digits: bytes) -> tuple[int, int]:
    column = 0
    for letter in letters:
        column = column * 26 + letter - ord("A") + 1
    return int(digits), column - 1
