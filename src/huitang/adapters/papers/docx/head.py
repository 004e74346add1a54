"""版头: the red mark, the number, the signer, the red rule."""

from collections.abc import Iterable

from docx.oxml.xmlchemy import BaseOxmlElement as Element

from huitang.adapters.papers.docx import paragraphs, styles
from huitang.adapters.papers.docx.elements import make
from huitang.adapters.papers.docx.geometry import Geometry
from huitang.adapters.papers.docx.tables import border
from huitang.adapters.papers.paper import Head
from huitang.adapters.papers.profiles import mark_size

RULE_EIGHTHS = 8


def head_lines(head: Head, sheet: Geometry) -> Iterable[Element]:
    """What stands above the title; the rule hangs on the last line."""
    mark, number = _mark(head.mark, sheet), _number(head, sheet)
    lines = [mark, number] if head.number or head.signer else [mark]
    paragraphs.add_properties(lines[-1], make("w:pBdr", _rule(sheet)))
    return lines


def _mark(mark: str, sheet: Geometry) -> Element:
    size = 20 * mark_size(mark)
    surplus = size // 4
    pitch = styles.exact_lines(size + surplus, before=sheet.mark_drop - surplus)
    return paragraphs.paragraph("发文机关标志", paragraphs.text(mark, "", *styles.half_points(size)), pitch=pitch)


def _number(head: Head, sheet: Geometry) -> Element:
    below = styles.room_above(2, sheet)
    number = [paragraphs.text(head.number)] if head.number else []
    if not head.signer:
        return paragraphs.paragraph("发文字号", *number, below=below)
    return paragraphs.paragraph(
        "发文字号",
        *number,
        paragraphs.text("\t签发人："),
        paragraphs.text(head.signer, "楷体字"),
        below=below,
        ind=styles.first_line(100, sheet),
        jc=make("w:jc", val="left"),
        tabs=make("w:tabs", make("w:tab", val="right", pos=sheet.line - sheet.spaces(100))),
    )


def _rule(sheet: Geometry) -> Element:
    """The rule's distance is measured from the characters, below which the line has a quarter of its surplus."""
    surplus = (sheet.pitch - sheet.body_size) // 4
    return border("bottom", RULE_EIGHTHS, styles.RED, (sheet.rule_drop - surplus) // 20)
