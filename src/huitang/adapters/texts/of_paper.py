"""Papers that Huitang draws, as a reader would type them off: the proofreader reads them like any other text."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from huitang.adapters.papers import paper
from huitang.adapters.texts.text import Cell, Part, TextParagraph


def paragraphs_of_paper(drawn: paper.Paper) -> tuple[TextParagraph, ...]:
    """The words of a paper in order, the red head first; the imprint is left out."""
    paragraphs: list[TextParagraph] = []
    if drawn.head:
        paragraphs += [TextParagraph(drawn.head.mark, Part.TITLE), TextParagraph(drawn.head.number, Part.NOTE)]
    tables = 0
    for block in drawn.blocks:
        if isinstance(block, paper.Table):
            paragraphs += _table(tables, block.caption, block.head, block.rows)
            tables += 1
        else:
            paragraphs += _of_block(block)
    return tuple(paragraphs)


def paragraphs_of_draft(title: str, blocks: Iterable[Mapping[str, Any]]) -> tuple[TextParagraph, ...]:
    """The same for a draft: a title and blocks; a chart says what its table says."""
    paragraphs = [TextParagraph(title, Part.TITLE)]
    tables = 0
    for block in blocks:
        if block["type"] == "table":
            paragraphs += _table(tables, block["caption"], block["head"], block["rows"])
            tables += 1
        elif block["type"] == "signature":
            paragraphs += [TextParagraph(block[part], Part.SIGNATURE) for part in ("organ", "day")]
        elif block["type"] == "photo":
            paragraphs += [TextParagraph(block["caption"])] if block["caption"] else []
        elif block["type"] != "chart":  # its table follows it and says the same
            paragraphs.append(TextParagraph(block["text"], _DRAFTED.get(block["type"], Part.BODY)))
    return tuple(paragraphs)


def _of_block(block: paper.Block) -> Iterator[TextParagraph]:
    if isinstance(block, paper.Signature):
        yield TextParagraph(block.organ, Part.SIGNATURE)
        yield TextParagraph(block.day, Part.SIGNATURE)
    elif isinstance(block, paper.Names):
        yield TextParagraph("、".join(block.names))
    elif isinstance(block, paper.Attachments):
        yield from (TextParagraph(name) for name in block.names)
    elif isinstance(block, paper.Title | paper.Note | paper.Heading | paper.Paragraph | paper.Addressee):
        yield TextParagraph(block.text.replace("\n", ""), _PARTS.get(type(block), Part.BODY))


_DRAFTED = {"note": Part.NOTE, "h": Part.HEADING}
_PARTS: dict[type, Part] = {paper.Title: Part.TITLE, paper.Note: Part.NOTE, paper.Heading: Part.HEADING}


def _table(number: int, caption: str, head: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[TextParagraph]:
    if caption:
        yield TextParagraph(caption)
    for row, cells in enumerate((head, *rows)):
        for column, text in enumerate(cells):
            yield TextParagraph(text, Part.CELL, Cell(number, row, column))
