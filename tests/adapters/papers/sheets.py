"""What a sheet laid out to measure must keep, looked for in its numbers and in its PDF."""

from dataclasses import dataclass
from functools import cache
from io import BytesIO

import pdfplumber
from django.conf import settings

from huitang.adapters.papers import measuring
from huitang.adapters.papers.drawing import Align, Sheet, Words
from huitang.adapters.papers.fonts import FontSet, find_fonts


@dataclass(frozen=True)
class Area:
    x: float
    y: float
    w: float
    h: float
    told: str = ""

    def meets(self, other: "Area", apart: float = 0) -> bool:
        return (
            self.x < other.x + other.w + apart
            and other.x < self.x + self.w + apart
            and self.y < other.y + other.h + apart
            and other.y < self.y + self.h + apart
        )


@cache
def fonts() -> FontSet:
    return find_fonts(settings.FONT_FOLDERS)


def area_of(words: Words) -> Area:
    """Where the words are at most."""
    w = measuring.width(words.text, words.size)
    free = {Align.LEFT: 0, Align.CENTER: (words.w - w) / 2, Align.RIGHT: words.w - w}[words.align]
    return Area(words.x + free, words.y, w, measuring.em(words.size), words.text)


def words_of(sheet: Sheet) -> list[Area]:
    return [area_of(part) for part in sheet.parts if isinstance(part, Words) and part.text]


def clashes(areas: list[Area], apart: float = 0) -> list[tuple[Area, Area]]:
    ordered = sorted(areas, key=lambda area: area.y)
    found = []
    for at, one in enumerate(ordered):
        for other in ordered[at + 1 :]:
            if other.y >= one.y + one.h + apart:
                break
            if one.meets(other, apart):
                found.append((one, other))
    return found


@dataclass(frozen=True)
class PrintedSheet:
    """A page of a PDF in tenths of a millimetre."""

    w: float
    h: float
    text: str
    rects: tuple[Area, ...]
    glyphs: tuple[Area, ...]

    def has_rect(self, x: float, y: float, w: float, h: float, within: float) -> bool:
        return any(
            all(abs(a - b) <= within for a, b in zip((r.x, r.y, r.w, r.h), (x, y, w, h), strict=True))
            for r in self.rects
        )


def printed(pdf: bytes) -> list[PrintedSheet]:
    with pdfplumber.open(BytesIO(pdf)) as document:
        return [_printed(page) for page in document.pages]


def _printed(page) -> PrintedSheet:
    unit = 254 / 72
    shapes = [*page.rects, *page.curves]
    return PrintedSheet(
        float(page.width) * unit,
        float(page.height) * unit,
        "".join(glyph["text"] for glyph in page.chars if not glyph["text"].isspace()),
        tuple(_area(shape, unit) for shape in shapes),
        tuple(_area(glyph, unit) for glyph in page.chars if not glyph["text"].isspace()),
    )


def _area(shape, unit: float) -> Area:
    x, y = float(shape["x0"]) * unit, float(shape["top"]) * unit
    return Area(x, y, float(shape["x1"]) * unit - x, float(shape["bottom"]) * unit - y, shape.get("text", ""))
