"""版记: at the very foot of the last page, between its rules."""

from collections.abc import Iterable

from docx.oxml.xmlchemy import BaseOxmlElement as Element

from huitang.adapters.papers.docx import paragraphs
from huitang.adapters.papers.docx.elements import make
from huitang.adapters.papers.docx.geometry import Geometry
from huitang.adapters.papers.docx.tables import border
from huitang.adapters.papers.paper import Imprint

# 0.35 mm for the first and the last rule, 0.25 mm between
OUTER, BETWEEN = 8, 6


def imprint_frame(imprint: Imprint, sheet: Geometry) -> Iterable[Element]:
    """Lines in a frame at the foot of the 版心, and the paragraph that holds it there.

    The rules have lines of their own: a paragraph's border would end where its indent begins.
    """
    framed = [_rule(OUTER)]
    if imprint.copied_to:
        framed += [_copied(imprint.copied_to, sheet), _rule(BETWEEN)]
    framed += [_printed(imprint, sheet), _rule(OUTER)]
    for line in framed:
        paragraphs.add_properties(line, _frame(sheet))
    return [*framed, paragraphs.paragraph("间隔")]


def _frame(sheet: Geometry) -> Element:
    sides = {"wrap": "around", "hAnchor": "margin", "vAnchor": "margin", "xAlign": "left", "yAlign": "bottom"}
    return make("w:framePr", w=sheet.line, hSpace=0, vSpace=0, **sides)


def _rule(eighths: int) -> Element:
    return paragraphs.paragraph("间隔", border=make("w:pBdr", border("top", eighths)))


def _copied(copied_to: str, sheet: Geometry) -> Element:
    words = f"抄送：{copied_to.removesuffix('。')}。"
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
