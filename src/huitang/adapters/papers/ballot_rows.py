"""Names in rows with the boxes before or behind them, or in a ruled table with columns for details."""

from dataclasses import dataclass, replace

from huitang.adapters.papers import ballot_cells, measuring
from huitang.adapters.papers.ballot import BallotKind, BallotSheet, MarkPlace
from huitang.adapters.papers.ballot_cells import LEFT, Block, MarkBox, Scale
from huitang.adapters.papers.drawing import Align, Line, Part, Words
from huitang.adapters.papers.paper import Face

_MOST_GROUPS = 6
_MOST_GROUPS_WITH_DETAILS = 2
BETWEEN_GROUPS = 70
_PAD = 15
_ROW_GAP = 36  # from box to box; half of it from box to rule
_RULE = 4
_LIGHT = "#a6a6a6"


@dataclass(frozen=True)
class Column:
    """One column of words: its head, size and width, and the lines of every row."""

    head: str
    size: int
    w: int
    lines: tuple[tuple[str, ...], ...]
    align: Align


@dataclass(frozen=True)
class RowTable:
    """How the rows stand: in `groups` side by side, each of `columns` and the boxes."""

    ballot: BallotSheet
    scale: Scale
    groups: int
    columns: tuple[Column, ...]
    row_h: int

    @property
    def number(self) -> int:
        """How many names."""
        return len(self.ballot.candidates)

    @property
    def rows(self) -> int:
        """Rows of the longest group."""
        return -(-self.number // self.groups)

    @property
    def is_ruled(self) -> bool:
        """Whether lines are drawn around every cell."""
        return self.ballot.place is MarkPlace.COLUMN or bool(self.ballot.detail_heads)

    @property
    def heads(self) -> tuple[str, ...]:
        """The words over the boxes."""
        return self.ballot.choices or ((self.ballot.mark_head,) if self.is_ruled else ())

    @property
    def head_h(self) -> int:
        """The height of the words over the columns."""
        return measuring.em(self.scale.label) + (40 if self.is_ruled else 15) if self.heads else 0

    @property
    def boxes_w(self) -> int:
        """The width of all boxes of a name."""
        return _boxes_w(self.ballot, self.scale)

    @property
    def box_pitch(self) -> int:
        """The width of one."""
        return self.boxes_w // len(self.ballot.choices or ("",))

    @property
    def group_w(self) -> int:
        """The width of one group."""
        return self.boxes_w + sum(column.w for column in self.columns)

    @property
    def height(self) -> int:
        """The height of all rows."""
        return self.head_h + self.rows * self.row_h


def fit_rows(ballot: BallotSheet, scale: Scale, *, width: int, room: int) -> RowTable | None:
    """The rows in at most `room`, in as few groups side by side as fit; None where they do not."""
    most = _MOST_GROUPS_WITH_DETAILS if ballot.detail_heads else _MOST_GROUPS
    for groups in range(1, min(most, len(ballot.candidates)) + 1):
        table = _table(ballot, scale, width - 2 * LEFT, groups)
        if table is not None and table.height <= room:
            return replace(table, row_h=min((room - table.head_h) // table.rows, table.row_h * 3 // 2))
    return None


def _boxes_w(ballot: BallotSheet, scale: Scale) -> int:
    heads = ballot.choices or (ballot.mark_head,)
    return len(heads) * max(scale.box_pitch(heads), scale.box + 50)


def _table(ballot: BallotSheet, scale: Scale, width: int, groups: int) -> RowTable | None:
    room = (width - (groups - 1) * BETWEEN_GROUPS) // groups - _boxes_w(ballot, scale)
    columns = _columns(ballot, scale, room)
    if columns is None:
        return None
    rows = [max(_height(column, at) for column in columns) for at in range(len(ballot.candidates))]
    return RowTable(ballot, scale, groups, columns, max(scale.box, *rows) + _ROW_GAP)


def _height(column: Column, at: int) -> int:
    return _pitch(column.size) * len(column.lines[at])


def _pitch(size: int) -> int:
    return measuring.em(size) * 6 // 5


def _columns(ballot: BallotSheet, scale: Scale, room: int) -> tuple[Column, ...] | None:
    """The number, the name and the details in a width; None where a name would break that may not."""
    number_w = measuring.width("序号", scale.label) + 2 * _PAD if ballot.is_numbered else 0
    details = tuple(zip(*(row.details for row in ballot.candidates), strict=True))
    names = ballot_cells.printed_names(ballot)
    wanted = [_wanted(ballot.name_head, names, scale.names, scale)]
    wanted += [
        _wanted(head, told, scale.words, scale) for head, told in zip(ballot.detail_heads, details, strict=False)
    ]
    widths = _shared(wanted, room - number_w)
    name_lines = [ballot_cells.lines_of(name, widths[0] - 2 * _PAD, scale.names) for name in names]
    whole = tuple(lines for lines in name_lines if lines is not None)
    if len(whole) < len(names) or any(w < least for w, (least, _) in zip(widths, wanted, strict=True)):
        return None
    is_list = ballot.place is not MarkPlace.COLUMN or ballot.kind is not BallotKind.ELECTION
    align = Align.LEFT if is_list or ballot.detail_heads else Align.CENTER
    found = [Column(ballot.name_head, scale.names, widths[0], whole, align)]
    for head, told, w in zip(ballot.detail_heads, details, widths[1:], strict=True):
        lines = tuple(measuring.wrap(text, w - 2 * _PAD, scale.words) for text in told)
        found.append(Column(head, scale.words, w, lines, Align.LEFT))
    if ballot.is_numbered:
        numbers = tuple((str(at),) for at in range(1, len(names) + 1))
        found.insert(0, Column("序号", scale.label, number_w, numbers, Align.CENTER))
    return tuple(found)


def _wanted(head: str, told: tuple[str, ...], size: int, scale: Scale) -> tuple[int, int]:
    """The least width of a column and the one in which nothing breaks."""
    least = max(measuring.width(head, scale.label), 3 * measuring.em(size)) + 2 * _PAD
    return least, max(least, max(measuring.width(text, size) for text in told) + 2 * _PAD)


def _shared(wanted: list[tuple[int, int]], room: int) -> list[int]:
    """All that the narrow columns want; what is left goes to the wide ones in proportion to what they want."""
    given: dict[int, int] = {}
    for at in sorted(range(len(wanted)), key=lambda at: wanted[at][1]):
        left = room - sum(given.values())
        if wanted[at][1] <= left // (len(wanted) - len(given)):
            given[at] = wanted[at][1]
    left = room - sum(given.values())
    hungry = sum(most for at, (_, most) in enumerate(wanted) if at not in given)
    return [given.get(at, left * most // max(1, hungry)) for at, (_, most) in enumerate(wanted)]


def draw_rows(table: RowTable, *, width: int, top: int) -> Block:
    """The rows from `top`."""
    total = table.groups * table.group_w + (table.groups - 1) * BETWEEN_GROUPS
    start = (width - total) // 2
    parts: list[Part] = []
    boxes: list[MarkBox] = []
    for group in range(table.groups):
        rows = range(group * table.rows, min(table.number, (group + 1) * table.rows))
        if rows:
            drawn = _draw_group(table, rows, x=start + group * (table.group_w + BETWEEN_GROUPS), top=top)
            parts += drawn.parts
            boxes += drawn.boxes
    return Block(tuple(parts), tuple(boxes), table.height)


def _draw_group(table: RowTable, rows: range, *, x: int, top: int) -> Block:
    is_before = table.ballot.place is MarkPlace.BEFORE
    words_x = x + table.boxes_w if is_before else x
    boxes_x = x if is_before else x + table.group_w - table.boxes_w
    parts: list[Part] = [*_draw_heads(table, words_x, boxes_x, top)]
    boxes: list[MarkBox] = []
    for at in rows:
        y = top + table.head_h + (at - rows.start) * table.row_h
        own = _row_boxes(table, at, x=boxes_x, y=y)
        boxes += own
        parts += [*map(ballot_cells.draw_box, own), *_row_words(table, at, x=words_x, y=y)]
    draw_rules = _rules if table.is_ruled else _guides
    parts += draw_rules(table, len(rows), x=x, words_x=words_x, boxes_x=boxes_x, top=top)
    return Block(tuple(parts), tuple(boxes), table.height)


def _row_boxes(table: RowTable, at: int, *, x: int, y: int) -> list[MarkBox]:
    pitch, side = table.box_pitch, table.scale.box
    left, upper = x + (pitch - side) // 2, y + (table.row_h - side) // 2
    return [MarkBox(at, choice, left + choice * pitch, upper, side, side) for choice in range(table.boxes_w // pitch)]


def _row_words(table: RowTable, at: int, *, x: int, y: int) -> list[Words]:
    drawn: list[Words] = []
    for column in table.columns:
        pitch = _pitch(column.size)
        upper = y + (table.row_h - pitch * len(column.lines[at])) // 2 + (pitch - measuring.em(column.size)) // 2
        drawn += [
            Words(x + _PAD, upper + pitch * line, column.w - 2 * _PAD, told, column.size, Face.BODY, column.align)
            for line, told in enumerate(column.lines[at])
        ]
        x += column.w
    return drawn


def _draw_heads(table: RowTable, words_x: int, boxes_x: int, top: int) -> list[Words]:
    pitch, size = table.box_pitch, table.scale.label
    y = top + (table.head_h - measuring.em(size)) // 2
    drawn = [
        Words(boxes_x + at * pitch, y, pitch, word, size, Face.HEI, Align.CENTER) for at, word in enumerate(table.heads)
    ]
    if not table.is_ruled:
        return drawn
    for column in table.columns:
        drawn.append(Words(words_x, y, column.w, column.head, size, Face.HEI, Align.CENTER))
        words_x += column.w
    return drawn


def _guides(table: RowTable, rows: int, *, x: int, words_x: int, boxes_x: int, top: int) -> list[Line]:
    """Light lines between the rows, so that the eye goes from the name to its own box."""
    first, right = top + table.head_h, x + table.group_w
    return [
        Line(x, first + at * table.row_h, right, first + at * table.row_h, stroke=3, colour=_LIGHT)
        for at in range(1, rows)
    ]


def _rules(table: RowTable, rows: int, *, x: int, words_x: int, boxes_x: int, top: int) -> list[Line]:
    right, bottom = x + table.group_w, top + table.head_h + rows * table.row_h
    across = [top, *(top + table.head_h + at * table.row_h for at in range(rows + 1))]
    edges = {x, right, words_x, boxes_x}
    for column in table.columns:
        words_x += column.w
        edges.add(words_x)
    edges |= {boxes_x + at * table.box_pitch for at in range(len(table.heads))}
    return [
        *(Line(x, y, right, y, stroke=_RULE) for y in across),
        *(Line(at, top, at, bottom, stroke=_RULE) for at in sorted(edges)),
    ]
