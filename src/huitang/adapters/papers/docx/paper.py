"""A text paper as a Word file: each block drawn in its styles, the room between them, the section around them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import singledispatch

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement as Element

from huitang.adapters.papers import paper as parts
from huitang.adapters.papers.docx import lists, page, paragraphs, styles
from huitang.adapters.papers.docx.elements import make
from huitang.adapters.papers.docx.geometry import Geometry, sheet_of
from huitang.adapters.papers.docx.head import head_lines
from huitang.adapters.papers.docx.imprint import imprint_table
from huitang.adapters.papers.docx.package import Package
from huitang.adapters.papers.docx.signature import signature_lines
from huitang.adapters.papers.docx.stamp import stamp_table
from huitang.adapters.papers.docx.writing import docx_of
from huitang.adapters.papers.spacing import ends_short, with_gaps
from huitang.adapters.papers.title_lines import balance

_PARAGRAPH = qn("w:p")


@docx_of.register
def paper_docx(paper: parts.Paper) -> bytes:
    """The Word file of a text paper."""
    sheet = sheet_of(paper.profile, is_landscape=paper.is_landscape)
    package = Package(paper.name, styles.style_sheet(sheet))
    package.body.extend(_Flow(sheet, package).elements_of(paper))
    package.body.append(page.section(sheet, page.number_pages(package, sheet) if paper.has_page_numbers else ()))
    return package.as_bytes()


@dataclass
class _Flow:
    """What has been written so far, and what the next block finds above it: empty lines or a new page."""

    sheet: Geometry
    package: Package
    lines_above: int = 0
    is_page_new: bool = False
    written: list[Element] = field(default_factory=list)

    def elements_of(self, paper: parts.Paper) -> list[Element]:
        if paper.head:
            self.written.extend(head_lines(paper.head, self.sheet))
        blocks = with_gaps(paper)
        for block in blocks:
            if block is blocks[-1] and ends_short(blocks):
                self._keep_with_text()
            self._add(block)
        self.written.extend(paragraphs.paragraph("公文正文") for _ in range(self.lines_above))
        if self._follows_table():
            self.written.append(paragraphs.paragraph("间隔"))
        return self.written

    def _add(self, block: parts.Block) -> None:
        if isinstance(block, parts.PageBreak):
            self.is_page_new, self.lines_above = True, 0
        elif isinstance(block, parts.Blank):
            self.lines_above += block.lines
        else:
            self._place(list(self._drawn(block)), block)

    def _drawn(self, block: parts.Block) -> Iterable[Element]:
        """A stamp has a picture, which the package keeps."""
        if isinstance(block, parts.Stamp):
            return [stamp_table(block, self.sheet, self.package)]
        return draw(block, self.sheet)

    def _place(self, drawn: list[Element], block: parts.Block) -> None:
        if not drawn:
            return
        if drawn[0].tag != _PARAGRAPH and (self.lines_above or self.is_page_new or self._follows_table()):
            drawn.insert(0, paragraphs.paragraph("间隔"))
        if isinstance(block, parts.Signature | parts.Stamp):
            self._keep_with_text()
        if isinstance(block, parts.Stamp) and drawn[0].tag == _PARAGRAPH:
            paragraphs.add_properties(drawn[0], make("w:keepNext"))
        if drawn[0].tag == _PARAGRAPH:
            paragraphs.add_properties(drawn[0], *self._room())
        self.written.extend(drawn)
        self.lines_above, self.is_page_new = 0, False

    def _room(self) -> Iterator[Element]:
        if self.is_page_new:
            yield make("w:pageBreakBefore")
        if self.lines_above:
            yield styles.room_above(self.lines_above, self.sheet)

    def _follows_table(self) -> bool:
        """Word makes one table of two that touch."""
        return bool(self.written) and self.written[-1].tag != _PARAGRAPH

    def _keep_with_text(self) -> None:
        """A signature, or a last short line, never stands on a page alone."""
        if self.written and self.written[-1].tag == _PARAGRAPH:
            paragraphs.add_properties(self.written[-1], make("w:keepNext"))


@singledispatch
def draw(block: object, sheet: Geometry) -> Iterable[Element]:
    """The paragraphs and tables of one block."""
    raise TypeError(f"no paragraph is known for {type(block).__name__}")


@draw.register
def _(block: parts.Title, sheet: Geometry) -> Iterator[Element]:
    yield paragraphs.paragraph("公文标题", paragraphs.text("\n".join(balance(block.text))))


@draw.register
def _(block: parts.Note, sheet: Geometry) -> Iterator[Element]:
    yield paragraphs.paragraph("公文题注", paragraphs.text("\n".join(balance(block.text, sheet.characters))))


@draw.register
def _(block: parts.Heading, sheet: Geometry) -> Iterator[Element]:
    yield paragraphs.paragraph(styles.LEVELS[block.level - 1], paragraphs.text(block.text))


@draw.register
def _(block: parts.Paragraph, sheet: Geometry) -> Iterator[Element]:
    is_indented = block.indent and block.align in ("justify", "left")
    align = None if block.align == "justify" else make("w:jc", val=block.align)
    yield paragraphs.paragraph("公文正文" if is_indented else "顶格正文", *paragraphs.runs(block.runs), jc=align)


@draw.register
def _(block: parts.Addressee, sheet: Geometry) -> Iterator[Element]:
    yield paragraphs.paragraph("主送机关", paragraphs.text(block.text))


draw.register(parts.Attachments, lists.attachments_of)
draw.register(parts.Table, lists.table_of)
draw.register(parts.Names, lists.names_of)
draw.register(parts.SignLines, lists.sign_lines_of)
draw.register(parts.Signature, signature_lines)
draw.register(parts.Imprint, imprint_table)
