"""The fields where another person's name is written (另选人), each with its box at the same side as the others."""

from huitang.adapters.papers import measuring
from huitang.adapters.papers.ballot import BallotSheet, MarkPlace
from huitang.adapters.papers.ballot_cells import LEFT, Block, MarkBox, Scale, draw_box
from huitang.adapters.papers.drawing import Part, Rect, Words
from huitang.adapters.papers.paper import Face

_SMALL_BOX = 90
_GAP = 25
_FIELD_STROKE = 6


def height_of(ballot: BallotSheet, scale: Scale, *, width: int) -> int:
    """What the fields need below the names; nothing where nobody else may be chosen."""
    if not ballot.write_ins:
        return 0
    rows = -(-ballot.write_ins // in_a_row(ballot, scale, width))
    return _head_h(scale) + rows * _cell_h(ballot, scale) + 20


def draw_write_ins(ballot: BallotSheet, scale: Scale, *, width: int, top: int) -> tuple[Block, tuple[Rect, ...]]:
    """The fields from `top`, and their rectangles for whoever reads the sheets later."""
    if not ballot.write_ins:
        return Block((), (), 0), ()
    parts: list[Part] = [Words(LEFT, top, width - 2 * LEFT, ballot.write_in_label, _head(scale), Face.HEI)]
    boxes: list[MarkBox] = []
    fields: list[Rect] = []
    for at in range(ballot.write_ins):
        field, box = _cell(ballot, scale, at, width=width, top=top + _head_h(scale))
        fields.append(field)
        boxes += [box] if ballot.write_ins_have_boxes else []
    parts += [*fields, *map(draw_box, boxes)]
    return Block(tuple(parts), tuple(boxes), height_of(ballot, scale, width=width)), tuple(fields)


def _head(scale: Scale) -> int:
    return max(scale.words, 120)


def _head_h(scale: Scale) -> int:
    return measuring.em(_head(scale)) + 20


def field_of(scale: Scale) -> tuple[int, int]:
    """Width and height of one field."""
    return (445, 100) if scale.box < _SMALL_BOX else (560, 120)


def _box_room(ballot: BallotSheet, scale: Scale) -> int:
    return scale.box + _GAP if ballot.write_ins_have_boxes else 0


def _cell_h(ballot: BallotSheet, scale: Scale) -> int:
    field_h = field_of(scale)[1]
    if ballot.place is MarkPlace.ABOVE:
        return _box_room(ballot, scale) + field_h + 35
    return max(field_h, scale.box) + 35


def _cell_w(ballot: BallotSheet, scale: Scale) -> int:
    beside = 0 if ballot.place is MarkPlace.ABOVE else _box_room(ballot, scale)
    return field_of(scale)[0] + beside + 30


def in_a_row(ballot: BallotSheet, scale: Scale, width: int) -> int:
    """How many fields stand side by side."""
    return min(ballot.write_ins, (width - 2 * LEFT) // _cell_w(ballot, scale))


def _cell(ballot: BallotSheet, scale: Scale, at: int, *, width: int, top: int) -> tuple[Rect, MarkBox]:
    columns, cell_w = in_a_row(ballot, scale, width), _cell_w(ballot, scale)
    row, column = divmod(at, columns)
    x = (width - columns * cell_w) // 2 + column * cell_w + 15
    y = top + row * _cell_h(ballot, scale)
    w, h = field_of(scale)
    side, beside = scale.box, _box_room(ballot, scale)
    number = len(ballot.candidates) + at
    middle = y + (max(h, side) - side) // 2
    field_y = y + (max(h, side) - h) // 2
    if ballot.place is MarkPlace.ABOVE:
        return _drawn(x, y + beside, w, h), MarkBox(number, 0, x + (w - side) // 2, y, side, side)
    if ballot.place is MarkPlace.BEFORE:
        return _drawn(x + beside, field_y, w, h), MarkBox(number, 0, x, middle, side, side)
    return _drawn(x, field_y, w, h), MarkBox(number, 0, x + w + _GAP, middle, side, side)


def _drawn(x: int, y: int, w: int, h: int) -> Rect:
    return Rect(x, y, w, h, stroke=_FIELD_STROKE)
