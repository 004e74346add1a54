"""The section of a sheet: paper, margins, the grid of lines and characters, and the page number at its foot."""

from collections.abc import Sequence
from dataclasses import dataclass

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import OxmlElement
from docx.oxml.ns import nsmap, qn
from docx.oxml.xmlchemy import BaseOxmlElement as Element

from huitang.adapters.papers.docx import paragraphs
from huitang.adapters.papers.docx.elements import make
from huitang.adapters.papers.docx.geometry import Geometry, twips
from huitang.adapters.papers.docx.package import Package
from huitang.adapters.papers.docx.placed import Place, placed_box

# of the line of the page number, from its foot to the middle of its dashes
HALF_NUMBER_LINE = 160
NUMBER_ROOM = twips(300)


def section(sheet: Geometry, footers: Sequence[Element] = ()) -> Element:
    """w:sectPr; `footers` are references made by `number_pages`."""
    orientation = {"orient": "landscape"} if sheet.is_landscape else {}
    return make(
        "w:sectPr",
        *footers,
        make("w:pgSz", w=sheet.width, h=sheet.height, **orientation),
        _margins(sheet),
        make("w:cols", space=0),
        make("w:docGrid", type="linesAndChars", linePitch=sheet.pitch, charSpace=sheet.narrowing),
    )


def _margins(sheet: Geometry) -> Element:
    sides = {"top": sheet.top, "right": sheet.right, "bottom": sheet.bottom, "left": sheet.left}
    return make("w:pgMar", **sides, header=sheet.top // 2, footer=footer_place(sheet), gutter=0)


def footer_place(sheet: Geometry) -> int:
    """From the edge of the paper up to the foot of the page number."""
    return max(sheet.bottom - sheet.number_drop - HALF_NUMBER_LINE, 0)


@dataclass(frozen=True)
class _Side:
    kind: str
    align: str
    edge: str


ODD, EVEN = _Side("default", "right", "right"), _Side("even", "left", "left")


def number_pages(package: Package, sheet: Geometry) -> Sequence[Element]:
    """“— 1 —” at the outer corner, one character in: right on odd pages, left on even ones.

    A sheet on its side has it where the upright ones have theirs, once they lie in one bundle.
    """
    return [_footer(package, side, sheet) for side in (ODD, EVEN)]


def _footer(package: Package, side: _Side, sheet: Geometry) -> Element:
    line = _turned_number(side, sheet) if sheet.is_landscape else _number(side, sheet.small_size)
    key = package.add(f"/word/footer_{side.kind}.xml", RT.FOOTER, make("w:ftr", line))
    reference = OxmlElement("w:footerReference", {qn("w:type"): side.kind}, {"w": nsmap["w"], "r": nsmap["r"]})
    reference.set(qn("r:id"), key)
    return reference


def _number(side: _Side, inset: int) -> Element:
    number = [paragraphs.text("— "), *paragraphs.field("PAGE", "1"), paragraphs.text(" —")]
    indent = make("w:ind", **{f"{side.edge}Chars": 100, side.edge: inset}) if inset else None
    return paragraphs.paragraph("公文页码", *number, indent=indent, jc=make("w:jc", val=side.align))


def _turned_number(side: _Side, sheet: Geometry) -> Element:
    top = sheet.top + sheet.small_size
    if side is ODD:
        top = sheet.height - sheet.bottom - sheet.small_size - NUMBER_ROOM
    left = sheet.left - sheet.number_drop - HALF_NUMBER_LINE
    place = Place(left, top, 2 * HALF_NUMBER_LINE, NUMBER_ROOM, is_turned=True)
    return paragraphs.paragraph("公文页码", placed_box("页码", place, [_number(side, 0)]))
