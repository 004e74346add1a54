"""版记: at the very foot of the last page, between its rules."""

from collections.abc import Iterable

from docx.oxml.xmlchemy import BaseOxmlElement as Element

from huitang.adapters.papers.docx import paragraphs
from huitang.adapters.papers.docx.elements import make
from huitang.adapters.papers.docx.geometry import Geometry
from huitang.adapters.papers.docx.styles import PITCHES
from huitang.adapters.papers.docx.tables import Height, border, cell, margins, row, table
from huitang.adapters.papers.docx.widths import FULL, width_of
from huitang.adapters.papers.paper import Imprint

# 0.35 mm for the first and the last rule, 0.25 mm between
OUTER, BETWEEN = 8, 6
LABEL = "抄送："


def imprint_table(imprint: Imprint, sheet: Geometry) -> Iterable[Element]:
    """A table that floats at the foot of the 版心, and the paragraph that holds it there."""
    copied = [_copied(imprint.copied_to, sheet)] if imprint.copied_to else []
    lines = (_lines_of(imprint.copied_to, sheet) if imprint.copied_to else 0) + 1
    rules = make("w:tblBorders", border("top", OUTER), border("bottom", OUTER), border("insideH", BETWEEN))
    least = Height(PITCHES["imprint"])
    rows = (row([cell(sheet.line, line)], least) for line in (*copied, _printed(imprint, sheet)))
    own = (_place(lines, sheet), make("w:tblOverlap", val="never"), rules, margins("w:tblCellMar", left=0, right=0))
    return [table([sheet.line], rows, *own), paragraphs.paragraph("间隔")]


def _place(lines: int, sheet: Geometry) -> Element:
    """Measured from the edges of the paper: LibreOffice lets only such a table float when it is as wide as the text."""
    top = sheet.height - sheet.bottom - lines * PITCHES["imprint"]
    sides = {"leftFromText": 0, "rightFromText": 0, "vertAnchor": "page", "horzAnchor": "page"}
    return make("w:tblpPr", **sides, tblpX=sheet.left, tblpY=top)


def _lines_of(copied_to: str, sheet: Geometry) -> int:
    room = (sheet.line // sheet.small_size - 5) * FULL
    return -(-(width_of(copied_to) + FULL) // room)


def _copied(copied_to: str, sheet: Geometry) -> Element:
    words = f"{LABEL}{copied_to.removesuffix('。')}。"
    one = sheet.small_size
    sides = {"leftChars": 400, "left": 4 * one, "rightChars": 100, "right": one}
    hung = make("w:ind", **sides, hangingChars=300, hanging=3 * one)
    return paragraphs.paragraph("版记", paragraphs.text(words), ind=hung)


def _printed(imprint: Imprint, sheet: Geometry) -> Element:
    printed_on = imprint.printed_on.removesuffix("印发")
    words = f"{imprint.printed_by}\t{printed_on}{'印发' if printed_on else ''}"
    indent = make("w:ind", leftChars=100, left=sheet.small_size)
    stop = make("w:tab", val="right", pos=sheet.line - sheet.small_size)
    return paragraphs.paragraph("版记", paragraphs.text(words), ind=indent, tabs=make("w:tabs", stop))
