"""Laying a ballot out on one sheet: every box in whole tenths of a millimetre, found again by a camera.

Head and foot first; what is left between them is for the names, at the largest size at which all of them fit.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from huitang.adapters.papers import ballot_cells, ballot_head, ballot_rows, ballot_write_ins
from huitang.adapters.papers.ballot import BallotSheet, MarkPlace
from huitang.adapters.papers.ballot_cells import Block, Grid, MarkBox, Scale
from huitang.adapters.papers.ballot_rows import RowTable
from huitang.adapters.papers.drawing import Drawing, PaperSize, Part, Rect, Sheet
from huitang.adapters.papers.refusal import Fault, PaperIsRefused

CORNER = 70
CORNER_INSET = 100
CORNER_HOLE = 30
_APART = 30  # names from the fields below them
_SCALES = (
    Scale(names=280, words=160, box=150),
    Scale(names=280, words=140, box=150),
    Scale(names=220, words=140, box=120),
    Scale(names=220, words=120, box=120),
    Scale(names=180, words=120, box=110),
    Scale(names=160, words=120, box=100),
    Scale(names=160, words=105, box=100),
    Scale(names=140, words=105, box=90),
    Scale(names=120, words=105, box=85),
    Scale(names=120, words=90, box=80),
    Scale(names=105, words=90, box=80),
    Scale(names=90, words=90, box=80),
)
_LARGE = 120  # names in tenths of a point below which the larger sheet is tried first


@dataclass(frozen=True)
class BallotLayout:
    """A ballot as drawn: its sheet, the boxes for marks, the fields for write-ins, how the names
    are arranged, and all parts."""

    size: PaperSize
    scale: Scale
    boxes: tuple[MarkBox, ...]
    fields: tuple[Rect, ...]
    arranged: Grid | RowTable
    drawing: Drawing


def layout_of(ballot: BallotSheet) -> tuple[MarkBox, ...]:
    """Every box for a mark, in tenths of a millimetre from the top left of the sheet.

    Refused (BALLOT_TOO_FULL) when one sheet cannot hold it: nothing is cut, nothing runs over.
    """
    return lay_out(ballot).boxes


@lru_cache(maxsize=64)
def lay_out(ballot: BallotSheet) -> BallotLayout:
    """Draw a ballot on one sheet, words as large as they fit.

    Refused (BALLOT_TOO_FULL) when one sheet cannot hold it: nothing is cut, nothing runs over.
    """
    for size, scale in _tries(ballot.size):
        found = _try(ballot, size, scale)
        if found is not None:
            return found
    raise PaperIsRefused(
        Fault.BALLOT_TOO_FULL,
        title=ballot.title,
        candidates=len(ballot.candidates),
        size=(ballot.size or PaperSize.A3).value,
    )


def _tries(size: PaperSize | None) -> Iterator[tuple[PaperSize, Scale]]:
    if size is not None:
        return ((size, scale) for scale in _SCALES)
    large = [scale for scale in _SCALES if scale.names >= _LARGE]
    small = [scale for scale in _SCALES if scale.names < _LARGE]
    return ((size, scale) for scales in (large, small) for size in PaperSize for scale in scales)


def _try(ballot: BallotSheet, size: PaperSize, scale: Scale) -> BallotLayout | None:
    width, height = size.portrait
    head = ballot_head.draw_head(ballot, scale, width=width)
    foot = ballot_head.draw_foot(ballot, scale, width=width, height=height)
    kept = ballot_write_ins.height_of(ballot, scale, width=width)
    fit = ballot_cells.fit_cells if ballot.place is MarkPlace.ABOVE else ballot_rows.fit_rows
    arranged = fit(ballot, scale, width=width, room=foot.top - head.bottom - kept - _APART)
    if arranged is None:
        return None
    names = _draw(ballot, scale, arranged, width=width, top=head.bottom)
    others, fields = ballot_write_ins.draw_write_ins(
        ballot, scale, width=width, top=head.bottom + names.height + _APART
    )
    parts = (*corner_marks(size), *head.parts, *names.parts, *others.parts, *foot.parts)
    drawing = Drawing(ballot.name, (Sheet(width, height, parts),))
    return BallotLayout(size, scale, (*names.boxes, *others.boxes), fields, arranged, drawing)


def _draw(ballot: BallotSheet, scale: Scale, arranged: Grid | RowTable, *, width: int, top: int) -> Block:
    if isinstance(arranged, RowTable):
        return ballot_rows.draw_rows(arranged, width=width, top=top)
    return ballot_cells.draw_cells(ballot, scale, arranged, width=width, top=top)


def corner_squares(size: PaperSize) -> tuple[Rect, ...]:
    """The four squares a camera finds first: top left, top right, bottom left, bottom right."""
    width, height = size.portrait
    far_x, far_y = width - CORNER_INSET - CORNER, height - CORNER_INSET - CORNER
    return tuple(
        Rect(x, y, CORNER, CORNER, fill="#000000") for y in (CORNER_INSET, far_y) for x in (CORNER_INSET, far_x)
    )


def corner_marks(size: PaperSize) -> tuple[Part, ...]:
    """The squares; the top left has a white middle, so that a sheet upside down is known."""
    start = CORNER_INSET + (CORNER - CORNER_HOLE) // 2
    return (*corner_squares(size), Rect(start, start, CORNER_HOLE, CORNER_HOLE, fill="#ffffff"))
