"""Names in cells with the boxes above them, row by row: the form of 符号画在姓名上方."""

from dataclasses import dataclass, replace

from huitang.adapters.papers import measuring
from huitang.adapters.papers.ballot import BallotKind, BallotSheet
from huitang.adapters.papers.drawing import Align, Part, Rect, Words
from huitang.adapters.papers.names_in_columns import widened
from huitang.adapters.papers.paper import Face

LEFT = 180  # the margin of everything between the corner marks
BETWEEN = 30  # the least room between two boxes
BOX_STROKE = 10
_MOST_COLUMNS = 12
_WIDEST = 480
_SHORT_NAME = 4  # names up to here never break
_PAD = 15
_CELL_PAD = 25
_LIGHT = "#a6a6a6"


@dataclass(frozen=True)
class Scale:
    """Sizes of names and of other words in tenths of a point; the side of a box in tenths of a millimetre."""

    names: int
    words: int
    box: int

    @property
    def name_pitch(self) -> int:
        """From one line of a name to the next."""
        return measuring.em(self.names) * 5 // 4

    @property
    def label(self) -> int:
        """The words over boxes."""
        return min(self.words, 120)

    def box_pitch(self, choices: tuple[str, ...]) -> int:
        """From one box of a name to the next, wide enough for the words over them."""
        widest = max((measuring.width(word, self.label) for word in choices), default=0)
        return max(self.box + BETWEEN, widest + 20)


@dataclass(frozen=True)
class MarkBox:
    """One box: which printed name (write-ins follow on), which choice, where in tenths of a millimetre."""

    candidate: int
    choice: int
    x: int
    y: int
    w: int
    h: int


@dataclass(frozen=True)
class Block:
    """A laid-out part of the sheet and its height."""

    parts: tuple[Part, ...]
    boxes: tuple[MarkBox, ...]
    height: int


@dataclass(frozen=True)
class Grid:
    """How the cells stand, and the lines of every name."""

    columns: int
    cell_w: int
    cell_h: int
    row_h: int
    names: tuple[tuple[str, ...], ...]

    @property
    def lines(self) -> int:
        """The most lines a name takes."""
        return max(map(len, self.names))

    @property
    def rows(self) -> int:
        """Rows of cells."""
        return -(-len(self.names) // self.columns)


def printed_names(ballot: BallotSheet) -> tuple[str, ...]:
    """Names as they stand on the sheet: those of two characters widened to three in an election."""
    if ballot.kind is not BallotKind.ELECTION:
        return tuple(row.name for row in ballot.candidates)
    return tuple(widened(row.name) for row in ballot.candidates)


def lines_of(name: str, room: int, size: int) -> tuple[str, ...] | None:
    """The lines of a name; None where a short name would break or a character finds no room."""
    if room < 2 * measuring.em(size):
        return None
    lines = measuring.name_lines(name, room, size)
    is_whole = len(lines) == 1 or len(name) > _SHORT_NAME
    return lines if is_whole and all(measuring.width(line, size) <= room for line in lines) else None


def draw_box(box: MarkBox) -> Rect:
    """The frame of a box."""
    return Rect(box.x, box.y, box.w, box.h, stroke=BOX_STROKE)


def draw_cells(ballot: BallotSheet, scale: Scale, grid: Grid, *, width: int, top: int) -> Block:
    """The cells below each other from `top`."""
    drawn = [_draw_cell(ballot, scale, grid, at, width=width, top=top) for at in range(len(grid.names))]
    return Block(
        tuple(part for cell in drawn for part in cell.parts),
        tuple(box for cell in drawn for box in cell.boxes),
        grid.rows * grid.row_h,
    )


def fit_cells(ballot: BallotSheet, scale: Scale, *, width: int, room: int) -> Grid | None:
    """The cells in at most `room`, with as few lines and rows as fit; None where they do not."""
    found = [_grid(ballot, scale, width - 2 * LEFT, columns) for columns in _column_counts(len(ballot.candidates))]
    fitting = [grid for grid in found if grid is not None and grid.rows * grid.cell_h <= room]
    if not fitting:
        return None
    grid = min(fitting, key=lambda grid: (grid.lines, grid.rows, grid.columns))
    return replace(grid, row_h=min(room // grid.rows, grid.cell_h * 3 // 2))


def _column_counts(number: int) -> list[int]:
    """The columns of 1, 2, 3 … rows: 7 names stand 7, 4 + 3, 3 + 3 + 1 …"""
    return sorted({-(-number // rows) for rows in range(1, number + 1)} & set(range(1, _MOST_COLUMNS + 1)))


def _grid(ballot: BallotSheet, scale: Scale, width: int, columns: int) -> Grid | None:
    cell_w = min(width // columns, max(_WIDEST, width // max(columns, 4)))
    if len(_boxes(ballot)) * scale.box_pitch(ballot.choices) + BETWEEN > cell_w:
        return None
    numbered = [f"{at}．{name}" if ballot.is_numbered else name for at, name in enumerate(printed_names(ballot), 1)]
    names = [lines_of(name, cell_w - 2 * _PAD, scale.names) for name in numbered]
    whole = tuple(lines for lines in names if lines is not None)
    if len(whole) < len(names):
        return None
    cell_h = _label_h(ballot, scale) + scale.box + 20 + max(map(len, whole)) * scale.name_pitch + 2 * _CELL_PAD
    return Grid(columns, cell_w, cell_h, cell_h, whole)


def _boxes(ballot: BallotSheet) -> tuple[str, ...]:
    return ballot.choices or ("",)


def _label_h(ballot: BallotSheet, scale: Scale) -> int:
    return measuring.em(scale.label) + 12 if ballot.choices else 0


def _draw_cell(ballot: BallotSheet, scale: Scale, grid: Grid, at: int, *, width: int, top: int) -> Block:
    row, column = divmod(at, grid.columns)
    x = (width - grid.columns * grid.cell_w) // 2 + column * grid.cell_w
    frame = Rect(x, top + row * grid.row_h, grid.cell_w, grid.row_h, stroke=3, colour=_LIGHT)
    y = top + row * grid.row_h + _CELL_PAD + (grid.row_h - grid.cell_h) // 3
    boxes = boxes_in_row(ballot, scale, at, x=x, y=y + _label_h(ballot, scale), w=grid.cell_w)
    labels = labels_over(ballot, scale, boxes, y=y)
    name_y = y + _label_h(ballot, scale) + scale.box + 20
    names = tuple(
        Words(
            x + _PAD,
            name_y + scale.name_pitch * line,
            grid.cell_w - 2 * _PAD,
            told,
            scale.names,
            Face.BODY,
            Align.CENTER,
        )
        for line, told in enumerate(grid.names[at])
    )
    return Block((frame, *labels, *map(draw_box, boxes), *names), boxes, grid.row_h)


def boxes_in_row(ballot: BallotSheet, scale: Scale, candidate: int, *, x: int, y: int, w: int) -> tuple[MarkBox, ...]:
    """The boxes of one name side by side in the middle of a width."""
    pitch, number = scale.box_pitch(ballot.choices), len(_boxes(ballot))
    start = x + (w - number * pitch) // 2 + (pitch - scale.box) // 2
    return tuple(MarkBox(candidate, at, start + at * pitch, y, scale.box, scale.box) for at in range(number))


def labels_over(ballot: BallotSheet, scale: Scale, boxes: tuple[MarkBox, ...], *, y: int) -> tuple[Words, ...]:
    """The words of the choices, each over its box."""
    pitch = scale.box_pitch(ballot.choices)
    return tuple(
        Words(box.x + scale.box // 2 - pitch // 2, y, pitch, word, scale.label, Face.HEI, Align.CENTER)
        for box, word in zip(boxes, ballot.choices, strict=False)
    )
