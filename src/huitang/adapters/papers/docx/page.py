"""The section of a sheet: paper, margins, the grid of lines and characters, and the page number at its foot."""

from collections.abc import Sequence
from dataclasses import dataclass

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import OxmlElement
from docx.oxml.ns import nsmap, qn
from docx.oxml.xmlchemy import BaseOxmlElement as Element

from huitang.adapters.papers.docx import paragraphs
from huitang.adapters.papers.docx.elements import make
from huitang.adapters.papers.docx.geometry import Geometry
from huitang.adapters.papers.docx.package import Package

# of the line of the page number, from its foot to the middle of its dashes
HALF_NUMBER_LINE = 160


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


def number_pages(package: Package) -> Sequence[Element]:
    """“— 1 —” at the outer corner, one character in: right on odd pages, left on even ones."""
    return [_footer(package, side) for side in (ODD, EVEN)]


def _footer(package: Package, side: _Side) -> Element:
    number = [paragraphs.text("— "), *paragraphs.field("PAGE", "1"), paragraphs.text(" —")]
    indent = make("w:ind", **{f"{side.edge}Chars": 100, side.edge: 280})
    line = paragraphs.paragraph("公文页码", *number, indent=indent, jc=make("w:jc", val=side.align))
    key = package.add(f"/word/footer_{side.kind}.xml", RT.FOOTER, make("w:ftr", line))
    reference = OxmlElement("w:footerReference", {qn("w:type"): side.kind}, {"w": nsmap["w"], "r": nsmap["r"]})
    reference.set(qn("r:id"), key)
    return reference
