"""版头: the red mark, the number, the signer, the red rule."""

from collections.abc import Iterable

from docx.oxml.xmlchemy import BaseOxmlElement as Element

from huitang.adapters.papers.docx import paragraphs, styles
from huitang.adapters.papers.docx.elements import make
from huitang.adapters.papers.docx.geometry import Geometry, twips
from huitang.adapters.papers.docx.tables import border
from huitang.adapters.papers.docx.widths import FULL, width_of
from huitang.adapters.papers.paper import Head
from huitang.adapters.papers.title_lines import balance

# the mark's characters begin 35 mm below the head of the 版心
MARK_BELOW_TOP = twips(35)
# points; with what the number's own line has below its characters this makes 4 mm
RULE_BELOW = 8
LARGEST, SMALLEST = 960, 560


def head_lines(head: Head, sheet: Geometry) -> Iterable[Element]:
    """What stands above the title; the number keeps its line, empty or not, for the rule hangs on it."""
    yield _mark(head.mark, sheet)
    yield _number(head, sheet)


def _mark(mark: str, sheet: Geometry) -> Element:
    lines = balance(mark, sheet.line // SMALLEST)
    size = min(LARGEST, sheet.line * FULL // max(map(width_of, lines)) // 20 * 20)
    pitch = make("w:spacing", before=MARK_BELOW_TOP, after=0, line=size * 5 // 4, lineRule="exact")
    words = paragraphs.text("\n".join(lines), "", *styles.half_points(size))
    return paragraphs.paragraph("发文机关标志", words, pitch=pitch)


def _number(head: Head, sheet: Geometry) -> Element:
    own = {
        "spacing": styles.exact_lines(sheet.pitch, before=2 * sheet.pitch),
        "pBdr": make("w:pBdr", border("bottom", 8, styles.RED, RULE_BELOW)),
    }
    if not head.signer:
        return paragraphs.paragraph("发文字号", *_words(head.number), **own)
    own |= {"ind": make("w:ind", leftChars=100, left=sheet.spaces(100)), "jc": make("w:jc", val="left")}
    own |= {"tabs": make("w:tabs", make("w:tab", val="right", pos=sheet.line - sheet.spaces(100)))}
    signer = (paragraphs.text("\t签发人："), paragraphs.text(head.signer, "楷体字"))
    return paragraphs.paragraph("发文字号", *_words(head.number), *signer, **own)


def _words(number: str) -> list[Element]:
    return [paragraphs.text(number)] if number else []
