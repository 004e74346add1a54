"""The empty lines GB/T 9704 asks for between parts, so that every writer leaves the same ones."""

from collections.abc import Sequence

from huitang.adapters.papers.paper import (
    Attachments,
    Blank,
    Block,
    Note,
    PageBreak,
    Paper,
    Paragraph,
    Signature,
    Stamp,
    Title,
)

_CLOSED_BY_THEMSELVES = (Blank, PageBreak)
_SHORT = 28  # characters: one line
STAMP_SIDE = 220  # of the code of a stamp, in tenths of a millimetre


def with_gaps(paper: Paper) -> tuple[Block, ...]:
    """The blocks of a paper and a `Blank` wherever the standard leaves lines empty and the paper does not say so.

    Two below the red rule; one below the title with its notes, above 附件说明, above an unsealed signature, above a stamp; two
    above a sealed one, so that the seal begins within one line of the text.
    """
    blocks: list[Block] = [Blank(2)] if paper.head else []
    for block in paper.blocks:
        lines = _lines_between(blocks[-1], block) if blocks else 0
        blocks.extend([Blank(lines), block] if lines else [block])
    return tuple(blocks)


def ends_short(blocks: Sequence[Block]) -> bool:
    """Whether the paper ends in one line after a paragraph; a page of that line alone would look forgotten."""
    match blocks[-2:]:
        case [Paragraph(), Paragraph() as last]:
            return len(last.text) < _SHORT
        case _:
            return False


def _lines_between(above: Block, below: Block) -> int:
    if isinstance(above, _CLOSED_BY_THEMSELVES) or isinstance(below, _CLOSED_BY_THEMSELVES):
        return 0
    if isinstance(above, Title | Note):
        return 0 if isinstance(below, Note) else 1
    if isinstance(below, Signature):
        return 2 if below.has_seal else 1
    return 1 if isinstance(below, Attachments | Stamp) else 0
