"""A ballot as a Word file: the same facts in tables of exact heights, where the mark is made in a whole cell.

It has the corner marks but not the code of its style: whoever edits it moves the boxes, so a camera must not take it
for the sheet that was laid out to measure.
"""

from collections.abc import Iterator
from copy import deepcopy
from typing import TypeVar

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement as Element

from huitang.adapters.papers import ballot_write_ins, measuring
from huitang.adapters.papers.ballot import BallotKind, BallotSheet, MarkPlace
from huitang.adapters.papers.ballot_cells import LEFT, Grid, Scale
from huitang.adapters.papers.ballot_head import SEAL
from huitang.adapters.papers.ballot_layout import CORNER, CORNER_INSET, BallotLayout, lay_out
from huitang.adapters.papers.ballot_rows import BETWEEN_GROUPS, RowTable
from huitang.adapters.papers.docx import styles
from huitang.adapters.papers.docx.elements import make
from huitang.adapters.papers.docx.geometry import twips
from huitang.adapters.papers.docx.laid_out import (
    BLACK,
    centred,
    edges,
    exact,
    gap,
    line,
    section,
    shade,
    sheet_of,
    spans,
    written,
)
from huitang.adapters.papers.docx.package import Package
from huitang.adapters.papers.docx.tables import THIN, Height, cell, grid_borders, margins, row, table
from huitang.adapters.papers.docx.writing import docx_of
from huitang.adapters.papers.paper import Face

T = TypeVar("T")


@docx_of.register
def ballot_docx(ballot: BallotSheet) -> bytes:
    """The Word file of a ballot; refused where the sheet itself would be."""
    laid_out = lay_out(ballot)
    width, height = laid_out.size.portrait
    sheet = sheet_of(width, height, x=LEFT, y=LEFT)
    package = Package(ballot.name, styles.style_sheet(sheet))
    elements = [
        *_head(ballot, laid_out),
        *_names(ballot, laid_out),
        *_write_ins(ballot, laid_out, width),
        *_foot(ballot, laid_out, width),
        gap(),
    ]
    return written(package, elements, section(sheet, *_corner_marks(package, ballot.style, width)))


def _corner_marks(package: Package, style: str, width: int) -> list[Element]:
    """The upper marks as the head of the page, the lower ones as its foot: at their places whatever is edited."""
    upper = make("w:hdr", _corners(width, is_upper=True), gap())
    lower = make("w:ftr", _corners(width, style=style), gap())
    parts = [("w:headerReference", "header", RT.HEADER, upper), ("w:footerReference", "footer", RT.FOOTER, lower)]
    references = []
    for tag, name, kind, root in parts:
        reference = make(tag, type="default")
        reference.set(qn("r:id"), package.add(f"/word/{name}.xml", kind, root))
        references.append(reference)
    return references


def _corners(width: int, *, is_upper: bool = False, style: str = "") -> Element:
    """Two corner marks and what stands between them."""
    middle = width - 2 * (CORNER_INSET + CORNER)
    told = cell(twips(middle), line(style, 100, Face.HEI))
    outwards = make("w:tblInd", w=twips(CORNER_INSET - LEFT), type="dxa")
    cells = [_mark(is_open=is_upper), told, _mark()]
    widths = [twips(CORNER), twips(middle), twips(CORNER)]
    return table(widths, [row(cells, exact(CORNER))], outwards, margins("w:tblCellMar", left=0, right=0))


def _mark(*, is_open: bool = False) -> Element:
    """A black cell; the open one has a white square in it."""
    return cell(twips(CORNER), line("■" if is_open else "", 90, Face.HEI, colour="FFFFFF"), properties=[shade(BLACK)])


def _head(ballot: BallotSheet, laid_out: BallotLayout) -> Iterator[Element]:
    title = 260 if laid_out.scale.names > 160 else 220
    yield line(ballot.session, 160, Face.KAI)
    yield line(ballot.title, title, Face.TITLE, before=10)
    if ballot.round:
        yield line(ballot.round, 160, Face.KAI, before=10)
    told = "　".join(filter(None, [ballot.choose_line, ballot.order_line]))
    yield line(told, max(140, laid_out.scale.words), Face.HEI, align="left", before=15)
    yield gap()


def _names(ballot: BallotSheet, laid_out: BallotLayout) -> list[Element]:
    arranged = laid_out.arranged
    drawn = _rows(arranged) if isinstance(arranged, RowTable) else _cells(ballot, laid_out.scale, arranged)
    return [drawn, gap()]


def _cells(ballot: BallotSheet, scale: Scale, grid: Grid) -> Element:
    """Rows of marks above rows of names."""
    number = len(ballot.choices) or 1
    each = twips(grid.cell_w) // number
    rows: list[Element] = []
    for start in range(0, len(grid.names), grid.columns):
        names = [*grid.names[start : start + grid.columns], *[("",)] * (start + grid.columns - len(grid.names))]
        if ballot.choices:
            labels = [cell(each, line(word, scale.label, Face.HEI)) for _ in names for word in ballot.choices]
            rows.append(row(labels, exact(measuring.em(scale.label) + 12)))
        rows.append(row([cell(each, line("", scale.names)) for _ in range(len(names) * number)], exact(scale.box)))
        told = [_name_cell(lines, each * number, number, scale.names) for lines in names]
        rows.append(row(told, exact(grid.lines * scale.name_pitch + 20)))
    return table([each] * (grid.columns * number), rows, grid_borders(), _narrow(), centred())


def _name_cell(lines: tuple[str, ...], width: int, columns: int, size: int) -> Element:
    told = line("\n".join(lines), size)
    return cell(width, told, properties=[spans(columns)] if columns > 1 else [])


def _narrow() -> Element:
    return margins("w:tblCellMar", left=20, right=20)


def _rows(found: RowTable) -> Element:
    """A row for each name, groups side by side with an empty column between them."""
    marks = [found.box_pitch] * (len(found.ballot.choices) or 1)
    widths = _joined([_in_order(found, [column.w for column in found.columns], marks)] * found.groups, BETWEEN_GROUPS)
    rows = [_head_row(found)] if any(found.heads) else []
    rows += [_side_by_side(found, at) for at in range(found.rows)]
    return table([twips(tenths) for tenths in widths], rows, _narrow(), centred())


def _head_row(found: RowTable) -> Element:
    size = found.scale.label
    words = [_lined(column.w, line(column.head if found.is_ruled else "", size, Face.HEI)) for column in found.columns]
    marks = [_lined(found.box_pitch, line(head, size, Face.HEI)) for head in found.heads]
    one = [_in_order(found, words, marks)]
    return row(_joined([*one, *map(_copies, one * (found.groups - 1))], _between()), exact(found.head_h))


def _side_by_side(found: RowTable, at: int) -> Element:
    groups = [_group(found, group * found.rows + at) for group in range(found.groups)]
    return row(_joined(groups, _between()), exact(found.row_h))


def _group(found: RowTable, at: int) -> list[Element]:
    if at >= len(found.ballot.candidates):
        empty = [*(column.w for column in found.columns), *[found.box_pitch] * (len(found.ballot.choices) or 1)]
        return [cell(twips(w), line("", 90)) for w in empty]
    joint = "\n" if found.ballot.kind is BallotKind.ELECTION else ""  # a person's name breaks where it was laid out
    words = [
        _lined(column.w, line(joint.join(column.lines[at]), column.size, align=column.align))
        for column in found.columns
    ]
    marks = [_lined(found.box_pitch, line("", 120)) for _ in range(len(found.ballot.choices) or 1)]
    return _in_order(found, words, marks)


def _lined(width: int, content: Element) -> Element:
    return cell(twips(width), content, properties=[edges(THIN)])


def _between() -> Element:
    return cell(twips(BETWEEN_GROUPS), line("", 90))


def _copies(cells: list[Element]) -> list[Element]:
    return [deepcopy(element) for element in cells]


def _in_order(found: RowTable, words: list[T], marks: list[T]) -> list[T]:
    return [*marks, *words] if found.ballot.place is MarkPlace.BEFORE else [*words, *marks]


def _joined(groups: list[list[T]], between: T) -> list[T]:
    joined = list(groups[0])
    for group in groups[1:]:
        joined += [deepcopy(between), *group]
    return joined


def _write_ins(ballot: BallotSheet, laid_out: BallotLayout, width: int) -> list[Element]:
    if not ballot.write_ins:
        return []
    scale = laid_out.scale
    columns = ballot_write_ins.in_a_row(ballot, scale, width)
    draw = _write_ins_above if ballot.place is MarkPlace.ABOVE else _write_ins_beside
    label = line(ballot.write_in_label, max(scale.words, 120), Face.HEI, align="left", before=20)
    return [label, gap(), draw(ballot, scale, columns), gap()]


def _write_ins_above(ballot: BallotSheet, scale: Scale, columns: int) -> Element:
    w, h = ballot_write_ins.field_of(scale)
    rows: list[Element] = []
    for start in range(0, ballot.write_ins, columns):
        number = min(columns, ballot.write_ins - start)
        heights = [scale.box, h] if ballot.write_ins_have_boxes else [h]
        rows += [row([_lined(w, line("", 120)) for _ in range(number)], exact(height)) for height in heights]
    return table([twips(w)] * columns, rows, centred())


def _write_ins_beside(ballot: BallotSheet, scale: Scale, columns: int) -> Element:
    w, h = ballot_write_ins.field_of(scale)
    own = [w, scale.box] if ballot.write_ins_have_boxes else [w]
    own = own[::-1] if ballot.place is MarkPlace.BEFORE else own
    rows = [
        row([_lined(x, line("", 120)) for x in own * min(columns, ballot.write_ins - start)], exact(max(h, scale.box)))
        for start in range(0, ballot.write_ins, columns)
    ]
    return table([twips(x) for x in own * columns], rows, centred())


def _foot(ballot: BallotSheet, laid_out: BallotLayout, width: int) -> list[Element]:
    """The explanation, and beside it the place of the seal."""
    size = laid_out.scale.words
    told = [line("说　明", size, Face.HEI, align="left")] if ballot.explanation else []
    told += [line(words, size, align="left") for words in ballot.explanation]
    if not ballot.seal:
        return told
    room = width - 2 * LEFT - SEAL
    seal = [line(ballot.seal, 105, Face.KAI, colour="808080"), line("（盖章处）", 105, Face.KAI, colour="808080")]
    cells = [
        cell(twips(room), *told or [gap()], upright="top"),
        cell(twips(SEAL), *seal, properties=[edges(THIN, "A6A6A6")]),
    ]
    return [table([twips(room), twips(SEAL)], [row(cells, Height(twips(SEAL)))]), gap()]
