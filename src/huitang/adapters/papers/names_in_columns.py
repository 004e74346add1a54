"""名单 in columns of one width: a long name takes two columns or more, never a smaller letter."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from huitang.adapters.papers.paper import Names

_TWO_CHARACTERS = re.compile(
    r"^([\u3400-\u9fff\U00020000-\U000323af])([\u3400-\u9fff\U00020000-\U000323af])(?=$|[（(])"
)


@dataclass(frozen=True)
class NameCell:
    """A name as it is drawn, and how many columns it takes."""

    name: str
    span: int


def rows_of(names: Names, characters: int) -> tuple[tuple[NameCell, ...], ...]:
    """The names in rows, each filling all columns, for a line of so many characters.

    A name keeps half a character from the next; where it finds no room the row ends with an empty cell.
    """
    rows: list[list[NameCell]] = []
    room = 0
    for cell in _cells(names, 2 * characters // names.columns):
        if cell.span > room:
            _fill(rows, room)
            rows.append([])
            room = names.columns
        rows[-1].append(cell)
        room -= cell.span
    _fill(rows, room)
    return tuple(map(tuple, rows))


def _cells(names: Names, half_widths: int) -> Iterator[NameCell]:
    for name in map(widened, names.names):
        yield NameCell(name, min(-(-(_width(name) + 1) // half_widths), names.columns))


def _fill(rows: list[list[NameCell]], room: int) -> None:
    if room:
        rows[-1].append(NameCell("", room))


def widened(name: str) -> str:
    """王芳 as 王　芳, also before a note in brackets; other names as they are."""
    return _TWO_CHARACTERS.sub("\\1\u3000\\2", name)


def _width(name: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in name)
