"""版记: at the very foot of the last page, between its rules."""

from collections.abc import Iterable

from docx.oxml.xmlchemy import BaseOxmlElement as Element

from huitang.adapters.papers.docx import paragraphs
from huitang.adapters.papers.docx.elements import make
from huitang.adapters.papers.docx.geometry import Geometry
from huitang.adapters.papers.docx.tables import THICK, border, cell, margins, row, table
from huitang.adapters.papers.paper import Imprint

# 0.35 mm for the first and the last rule, 0.25 mm between
OUTER, BETWEEN = THICK, 6


def imprint_table(imprint: Imprint, sheet: Geometry) -> Iterable[Element]:
    """A table that floats at the foot of the 版心, and the paragraph that holds it there."""
    place = make(
        "w:tblpPr",
        leftFromText=0,
        rightFromText=0,
        vertAnchor="margin",
        horzAnchor="margin",
        tblpXSpec="left",
        tblpYSpec="bottom",
    )
    rules = make("w:tblBorders", border("top", OUTER), border("bottom", OUTER), border("insideH", BETWEEN))
    lines = [_copied(imprint, sheet)] if imprint.copied_to else []
    rows = (row([cell(sheet.line, line)]) for line in (*lines, _printed(imprint, sheet)))
    no_room = margins("w:tblCellMar", left=0, right=0)
    yield table([sheet.line], rows, place, make("w:tblOverlap", val="never"), rules, no_room)
    yield paragraphs.paragraph("间隔")


def _copied(imprint: Imprint, sheet: Geometry) -> Element:
    words = f"抄送：{imprint.copied_to.removeprefix('抄送：').removesuffix('。')}。"
    hung = make("w:ind", leftChars=400, left=4 * 280, rightChars=100, right=280, hangingChars=300, hanging=3 * 280)
    return paragraphs.paragraph("版记", paragraphs.text(words), ind=hung)


def _printed(imprint: Imprint, sheet: Geometry) -> Element:
    words = f"{imprint.printed_by}\t{imprint.printed_on.removesuffix('印发')}印发"
    in_by_one = make("w:ind", leftChars=100, left=280)
    stop = make("w:tabs", make("w:tab", val="right", pos=sheet.line - 280))
    return paragraphs.paragraph("版记", paragraphs.text(words), ind=in_by_one, tabs=stop)
