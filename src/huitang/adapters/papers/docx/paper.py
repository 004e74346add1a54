"""A text paper as a Word file: each block drawn in its styles, the room between them, the section around them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import singledispatch

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement as Element

from huitang.adapters.papers import paper as parts
from huitang.adapters.papers.docx import lists, page, paragraphs, styles
from huitang.adapters.papers.docx.elements import make
from huitang.adapters.papers.docx.geometry import SHEETS, Geometry, turned
from huitang.adapters.papers.docx.head import head_lines
from huitang.adapters.papers.docx.imprint import imprint_table
from huitang.adapters.papers.docx.package import Package
from huitang.adapters.papers.docx.signature import signature_lines
from huitang.adapters.papers.docx.writing import docx_of
from huitang.adapters.papers.title_lines import balance


@docx_of.register
def paper_docx(paper: parts.Paper) -> bytes:
    """The Word file of a text paper."""
    upright = SHEETS[paper.profile]
    sheet = turned(upright) if paper.is_landscape else upright
    package = Package(paper.name, styles.style_sheet(sheet))
    package.body.extend(_Flow(sheet).elements_of(paper))
    package.body.append(page.section(sheet, page.number_pages(package) if paper.has_page_numbers else ()))
    return package.as_bytes()


@dataclass
class _Flow:
    """What has been written so far, as far as it decides how the next block stands."""

    sheet: Geometry
    previous: parts.Block | parts.Head | None = None
    is_page_new: bool = False
    written: list[Element] = field(default_factory=list)

    def elements_of(self, paper: parts.Paper) -> list[Element]:
        if paper.head:
            self.written.extend(head_lines(paper.head, self.sheet))
            self.previous = paper.head
        for block in paper.blocks:
            self._add(block)
        return self.written

    def _add(self, block: parts.Block) -> None:
        if isinstance(block, parts.PageBreak):
            self.is_page_new = True
            return
        drawn = list(draw(block, self.sheet))
        self._place(drawn, block)
        self.written.extend(drawn)
        self.previous, self.is_page_new = block, False
        if drawn and drawn[-1].tag == qn("w:tbl"):
            self.written.append(paragraphs.paragraph("间隔"))

    def _place(self, drawn: list[Element], block: parts.Block) -> None:
        """Room above the block, or a new page; a signature holds on to the text it signs."""
        lines = 0 if self.is_page_new else lines_above(self.previous, block)
        if not drawn or not (lines or self.is_page_new):
            return
        if drawn[0].tag != qn("w:p"):
            drawn.insert(0, paragraphs.paragraph("间隔"))
        if self.is_page_new:
            paragraphs.add_properties(drawn[0], make("w:pageBreakBefore"))
        else:
            paragraphs.add_properties(drawn[0], styles.room_above(lines, self.sheet))
        if isinstance(block, parts.Signature) and self.written[-1:] and self.written[-1].tag == qn("w:p"):
            paragraphs.add_properties(self.written[-1], make("w:keepNext"))


_TITLES = (parts.Title, parts.Note)


def lines_above(previous: parts.Block | parts.Head | None, block: parts.Block) -> int:
    """How many empty lines the standard leaves between two blocks."""
    if isinstance(previous, parts.Head):
        return 2
    if isinstance(block, parts.Signature):
        return 2 if block.has_seal else 1
    if isinstance(block, (parts.Attachments, parts.SignLines)):
        return 1
    return int(isinstance(previous, _TITLES) and not isinstance(block, (*_TITLES, parts.Blank)))


@singledispatch
def draw(block: object, sheet: Geometry) -> Iterable[Element]:
    """The paragraphs and tables of one block."""
    raise TypeError(f"no paragraph is known for {type(block).__name__}")


@draw.register
def _(block: parts.Title, sheet: Geometry) -> Iterator[Element]:
    most = sheet.line // sheet.title_size
    yield paragraphs.paragraph("公文标题", paragraphs.text("\n".join(balance(block.text, most))))


@draw.register
def _(block: parts.Note, sheet: Geometry) -> Iterator[Element]:
    yield paragraphs.paragraph("公文题注", paragraphs.text(block.text))


@draw.register
def _(block: parts.Heading, sheet: Geometry) -> Iterator[Element]:
    yield paragraphs.paragraph(styles.LEVELS[block.level - 1], paragraphs.text(block.text))


@draw.register
def _(block: parts.Paragraph, sheet: Geometry) -> Iterator[Element]:
    align = {"jc": make("w:jc", val=block.align)} if block.align != "justify" else {}
    yield paragraphs.paragraph("公文正文" if block.indent else "顶格正文", *paragraphs.runs(block.runs), **align)


@draw.register
def _(block: parts.Addressee, sheet: Geometry) -> Iterator[Element]:
    yield paragraphs.paragraph("主送机关", paragraphs.text(f"{block.text.removesuffix('：')}："))


@draw.register
def _(block: parts.Blank, sheet: Geometry) -> Iterator[Element]:
    yield from (paragraphs.paragraph("公文正文") for _ in range(block.lines))


draw.register(parts.Attachments, lists.attachments_of)
draw.register(parts.Table, lists.table_of)
draw.register(parts.Names, lists.names_of)
draw.register(parts.SignLines, lists.sign_lines_of)
draw.register(parts.Signature, signature_lines)
draw.register(parts.Imprint, imprint_table)
