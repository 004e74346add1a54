"""What stands on the pages of a PDF, in millimetres from the top left corner; read back, not taken from the writer."""

from dataclasses import dataclass
from io import BytesIO
from itertools import groupby

import pdfplumber
import pypdfium2
from PIL import ImageChops

POINT = 25.4 / 72
CHARACTER = 156 / 28
INK_SCALE = 8


@dataclass(frozen=True)
class Glyph:
    text: str
    left: float
    right: float
    baseline: float
    size: float
    font: str
    colour: tuple
    is_upright: bool


@dataclass(frozen=True)
class Line:
    glyphs: tuple[Glyph, ...]

    @property
    def text(self) -> str:
        return "".join(glyph.text for glyph in self.glyphs)

    @property
    def left(self) -> float:
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        return self.glyphs[-1].right

    @property
    def baseline(self) -> float:
        return self.glyphs[0].baseline

    @property
    def fonts(self) -> set[str]:
        return {glyph.font for glyph in self.glyphs}

    @property
    def sizes(self) -> set[float]:
        return {glyph.size for glyph in self.glyphs}


@dataclass(frozen=True)
class Page:
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[tuple[float, float, float, float], ...]

    @property
    def lines(self) -> list[Line]:
        """Upright text by baseline, from the top; the page number apart."""
        body = sorted((g for g in self.glyphs if g.is_upright and not self._is_number(g)), key=_place)
        return [Line(tuple(row)) for _, row in groupby(body, key=lambda glyph: round(glyph.baseline, 1))]

    @property
    def number(self) -> list[Glyph]:
        return [glyph for glyph in self.glyphs if self._is_number(glyph)]

    def _is_number(self, glyph: Glyph) -> bool:
        return not glyph.is_upright or (self.height > self.width and glyph.baseline > 264)

    def line_with(self, text: str) -> Line:
        return next(line for line in self.lines if text in line.text)


def pages_of(pdf: bytes) -> list[Page]:
    with pdfplumber.open(BytesIO(pdf)) as document:
        return [_page(page) for page in document.pages]


def text_of(pdf: bytes) -> str:
    return "\n".join(line.text for page in pages_of(pdf) for line in page.lines)


def ink(
    pdf: bytes, page: int, box: tuple[float, float, float, float] | None = None
) -> tuple[float, float, float, float]:
    """The edges of what is black on a page (left, top, right, bottom), inside `box` where one is given."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        picture = document[page].render(scale=INK_SCALE).to_pil().convert("L")
    finally:
        document.close()
    pixel = POINT / INK_SCALE
    left, top, right, bottom = [int(edge / pixel) for edge in box] if box else (0, 0, *picture.size)
    found = ImageChops.invert(picture.crop((left, top, right, bottom))).point(lambda grey: 255 * (grey > 128)).getbbox()
    assert found, "nothing is printed there"
    return tuple((edge + start) * pixel for edge, start in zip(found, (left, top, left, top), strict=True))


def _page(page) -> Page:
    height = float(page.height)
    glyphs = tuple(_glyph(character, height) for character in page.chars if character["text"] != " ")
    thin = [rect for rect in page.rects if min(rect["width"], rect["height"]) < 1]
    rules = tuple(
        tuple(round(float(shape[edge]) * POINT, 3) for edge in ("x0", "top", "x1", "bottom"))
        for shape in (*page.lines, *thin)
    )
    return Page(float(page.width) * POINT, height * POINT, glyphs, rules)


def _glyph(character, height: float) -> Glyph:
    matrix = character["matrix"]
    return Glyph(
        text=character["text"],
        left=character["x0"] * POINT,
        right=character["x1"] * POINT,
        baseline=(height - matrix[5]) * POINT,
        size=round(character["size"], 1),
        font=character["fontname"].split("+")[-1].removesuffix("-Identity-H"),
        colour=tuple(character["non_stroking_color"] or ()),
        is_upright=abs(matrix[1]) < abs(matrix[0]),
    )


def _place(glyph: Glyph) -> tuple[float, float]:
    return (round(glyph.baseline, 1), glyph.left)
