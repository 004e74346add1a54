"""A page drawn to measure: boxes, lines and words placed in whole tenths of a millimetre from its top left.

Ballots, cards, seating plans and certificates are laid out here in numbers; the PDF writer only puts each part
where it is told, so what a camera will look for later is what was printed.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

import segno

from huitang.adapters.papers.paper import Face
from huitang.adapters.papers.refusal import Fault, PaperIsRefused

QUIET_MODULES = 4


class Align(StrEnum):
    """Where a line of words stands in its width."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class PaperSize(StrEnum):
    """The two sheets a township office can print."""

    A4 = "A4"
    A3 = "A3"

    @property
    def portrait(self) -> tuple[int, int]:
        """Width and height in tenths of a millimetre."""
        return (2100, 2970) if self is PaperSize.A4 else (2970, 4200)

    @property
    def landscape(self) -> tuple[int, int]:
        """The same, turned."""
        width, height = self.portrait
        return height, width


@dataclass(frozen=True)
class Rect:
    """`stroke` in tenths of a point (0 = none); `fill` a colour or empty."""

    x: int
    y: int
    w: int
    h: int
    stroke: int = 0
    fill: str = ""
    colour: str = "#000000"
    is_dashed: bool = False
    radius: int = 0


@dataclass(frozen=True)
class Line:
    """From one point to another."""

    x1: int
    y1: int
    x2: int
    y2: int
    stroke: int = 5
    colour: str = "#000000"
    is_dashed: bool = False


@dataclass(frozen=True)
class Circle:
    """`x`, `y` the top left of the square around it."""

    x: int
    y: int
    d: int
    stroke: int = 5
    colour: str = "#000000"
    is_dashed: bool = False


@dataclass(frozen=True)
class Words:
    """One line of words, never wrapped again; `size` in tenths of a point; `y` the top of its em square."""

    x: int
    y: int
    w: int
    text: str
    size: int
    face: Face = Face.BODY
    align: Align = Align.LEFT
    colour: str = "#000000"


@dataclass(frozen=True)
class Runs:
    """The dark runs of a matrix code, each x, y, w, h; drawn as one shape so that no seams show."""

    runs: tuple[tuple[int, int, int, int], ...]


Part = Rect | Line | Circle | Words | Runs


@dataclass(frozen=True)
class Sheet:
    """One page."""

    w: int
    h: int
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Drawing:
    """`name` is the title of the file."""

    name: str
    sheets: tuple[Sheet, ...]


def code_of(text: str, *, x: int, y: int, room: int, least_module: int = 4, error: str = "m") -> Runs:
    """The QR code of a text in a square of `room`, its quiet zone inside; modules in whole tenths of a millimetre.

    Refused when a module would be smaller than `least_module`.
    """
    rows = _matrix(text, error)
    module = room // (len(rows) + 2 * QUIET_MODULES)
    if module < least_module:
        raise PaperIsRefused(Fault.CODE_TOO_LONG, text=text)
    start = (room - module * len(rows)) // 2
    return Runs(
        tuple(
            (x + start + left * module, y + start + top * module, length * module, module)
            for top, row in enumerate(rows)
            for left, length in _dark_runs(row)
        )
    )


@lru_cache(maxsize=16)
def _matrix(text: str, error: str) -> tuple[bytes, ...]:
    try:
        return tuple(bytes(row) for row in segno.make_qr(text, error=error, boost_error=False).matrix)
    except segno.DataOverflowError:
        raise PaperIsRefused(Fault.CODE_TOO_LONG, text=text) from None


def _dark_runs(row: bytes) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for place, dark in enumerate(row):
        if not dark:
            continue
        if found and sum(found[-1]) == place:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        else:
            found.append((place, 1))
    return found
