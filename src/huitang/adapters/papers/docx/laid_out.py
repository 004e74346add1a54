"""What the Word files of ballots, cards, plans and certificates share: sheets without a grid, words of any size, pictures.

They hold the facts of the laid-out papers in tables an office can edit. Only the PDF is drawn to measure.
"""

import io
from collections.abc import Iterable
from dataclasses import replace

import segno
from docx.oxml import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement as Element

from huitang.adapters.papers.docx import geometry, paragraphs, styles
from huitang.adapters.papers.docx.elements import make
from huitang.adapters.papers.docx.geometry import Geometry, twips
from huitang.adapters.papers.docx.package import Package
from huitang.adapters.papers.docx.tables import Height, border
from huitang.adapters.papers.paper import Face

_EMU = 3600  # a tenth of a millimetre in the unit of pictures
BLACK = "000000"


def sheet_of(width: int, height: int, *, x: int, y: int) -> Geometry:
    """A sheet with margins `x` and `y`, all in tenths of a millimetre."""
    side, upper = twips(x), twips(y)
    usual = geometry.sheet_of("gbt9704")
    size = {"width": twips(width), "height": twips(height)}
    return replace(usual, top=upper, bottom=upper, left=side, right=side, **size)


def section(sheet: Geometry, *properties: Element) -> Element:
    """w:sectPr without a grid or page numbers; `properties` such as w:pgBorders."""
    orientation = {"orient": "landscape"} if sheet.width > sheet.height else {}
    inset = twips(100)
    sides = {"top": sheet.top, "right": sheet.right, "bottom": sheet.bottom, "left": sheet.left}
    return make(
        "w:sectPr",
        make("w:pgSz", w=sheet.width, h=sheet.height, **orientation),
        make("w:pgMar", **sides, header=inset, footer=inset, gutter=0),
        make("w:cols", space=0),
        *properties,
    )


def line(
    words: str, size: int, face: Face = Face.BODY, *, align: str = "center", colour: str = "", before: int = 0
) -> Element:
    """A paragraph; `size` in tenths of a point, `before` the room above it in tenths of a millimetre."""
    named = styles.FACE_STYLES[face]
    hue = [make("w:color", val=colour)] if colour else []
    run = paragraphs.text(words, named, *hue, make("w:spacing", val=0), *styles.half_points(size * 2))
    return paragraphs.paragraph("表格", run, spacing=_spacing(size, before), jc=make("w:jc", val=align))


def _spacing(size: int, before: int) -> Element:
    return styles.exact_lines(size * 12 // 5, twips(before))


def gap() -> Element:
    """The least paragraph: Word wants one behind every table."""
    return paragraphs.paragraph("间隔")


def shade(colour: str) -> Element:
    """The ground of a cell."""
    return make("w:shd", val="clear", color="auto", fill=colour)


def exact(tenths: int) -> Height:
    """The height of a row to be kept."""
    return Height(twips(tenths), is_exact=True)


def spans(columns: int) -> Element:
    """A cell over several columns."""
    return make("w:gridSpan", val=columns)


def edges(eighths: int, colour: str = BLACK) -> Element:
    """w:tcBorders, the same on all sides."""
    return make("w:tcBorders", *(border(edge, eighths, colour) for edge in ("top", "left", "bottom", "right")))


def centred() -> Element:
    """A table in the middle of the line."""
    return make("w:jc", val="center")


def page_break(element: Element) -> Element:
    """The same paragraph on a new page."""
    paragraphs.add_properties(element, make("w:pageBreakBefore"))
    return element


def code_picture(package: Package, text: str, *, number: int, side: int) -> Element:
    """A paragraph with the QR code of a text, `side` tenths of a millimetre wide."""
    stream = io.BytesIO()
    segno.make_qr(text, error="m", boost_error=False).save(stream, kind="png", scale=6, border=4)
    key = package.add_picture(f"/word/media/{number}.png", stream.getvalue())
    drawing = parse_xml(_PICTURE.format(key=key, number=number, side=side * _EMU))
    run = make("w:r", drawing)
    free = make("w:spacing", before=0, after=0, line=240, lineRule="auto")
    return paragraphs.paragraph("表格", run, spacing=free, jc=make("w:jc", val="center"))


_PICTURE = """\
<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{side}" cy="{side}"/>
<wp:docPr id="{number}" name="二维码{number}"/>
<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>
<pic:nvPicPr><pic:cNvPr id="{number}" name="二维码{number}"/><pic:cNvPicPr/></pic:nvPicPr>
<pic:blipFill><a:blip r:embed="{key}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{side}" cy="{side}"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>
</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"""


def written(package: Package, elements: Iterable[Element], last: Element) -> bytes:
    """The file, its section told last."""
    package.body.extend([*elements, last])
    return package.as_bytes()
