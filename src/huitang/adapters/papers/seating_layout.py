"""Drawing the hall: seats as boxes with names, the delegation told by its number as well as by its shade."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from huitang.adapters.papers import measuring
from huitang.adapters.papers.drawing import Align, Drawing, PaperSize, Part, Rect, Sheet, Words
from huitang.adapters.papers.names_in_columns import widened
from huitang.adapters.papers.paper import Face
from huitang.adapters.papers.refusal import Fault, PaperIsRefused
from huitang.adapters.papers.seating import SeatPlan

SHADES = ("#ffffff", "#e3e3e3", "#fdeeda", "#dbe9f6", "#e2f1de", "#f6dfe4", "#ece3f4", "#f7f3c9")
_EDGE = 90
_ROW_LABEL = 130
_GAP = 12
_AISLE = 70
_TOP = 80
_SIZES = (180, 160, 140, 120, 105, 90, 80, 75, 70)
_SHORT_NAME = 4  # names up to here set the size of all; longer ones shrink alone
_GREY = "#595959"
_ROSTRUM_GAP = 50
_ROSTRUM_SEAT = 115
_TALLEST = 230
_TAG = 70  # the number of the delegation in a seat
_TAG_H = 28


@dataclass(frozen=True)
class Hall:
    """The measures of one drawing: where the floor begins, how large a seat and its words are."""

    plan: SeatPlan
    left: int
    top: int
    seat_w: int
    seat_h: int
    sizes: dict[str, int]

    def x_of(self, place: int) -> int:
        """The left edge of a seat."""
        walked = sum(place >= aisle for aisle in self.plan.aisles)
        return self.left + place * (self.seat_w + _GAP) + walked * _AISLE

    def y_of(self, row: int) -> int:
        """The upper edge of a row."""
        return self.top + row * (self.seat_h + _GAP)


def lay_out(plan: SeatPlan) -> Drawing:
    """One sheet, turned: the size asked for, or the smaller one on which it fits.

    Refused (SEATING_TOO_SMALL) when a name would be smaller than 7 points.
    """
    size, _hall = measured(plan)
    return Drawing(plan.title, (_page(plan, size)[0],))


def measured(plan: SeatPlan) -> tuple[PaperSize, Hall]:
    """The sheet the plan is drawn on, and the measures of its floor."""
    if plan.size is not None:
        return plan.size, _page(plan, plan.size)[1]
    try:
        return PaperSize.A4, _page(plan, PaperSize.A4)[1]
    except PaperIsRefused:
        return PaperSize.A3, _page(plan, PaperSize.A3)[1]


def _page(plan: SeatPlan, paper: PaperSize) -> tuple[Sheet, Hall]:
    width, height = paper.landscape
    parts: list[Part] = []
    room = width - 2 * _EDGE
    size = 260 if measuring.width(plan.title, 260) <= room else 180
    title = Words(_EDGE, _TOP, room, plan.title, size, Face.TITLE, Align.CENTER)
    legend, legend_h = _legend(plan, width, height)
    rostrum, below = _rostrum(plan, width, _TOP + 140)
    hall = _hall(plan, width, top=below, bottom=height - _EDGE - legend_h)
    parts += [title, *rostrum, *_floor(hall), *legend]
    return Sheet(width, height, tuple(parts)), hall


def _seat_words(name: str, w: int, h: int, size: int) -> tuple[str, ...] | None:
    """The lines of a name in a seat; None where it does not fit."""
    lines = measuring.name_lines(widened(name), w - 8, size)
    fits = all(measuring.width(line, size) <= w - 8 for line in lines) and len(lines) * _pitch(size) <= h - 8
    return lines if fits and (len(lines) == 1 or len(name) > _SHORT_NAME) else None


def _pitch(size: int) -> int:
    return measuring.em(size) * 21 // 20


def _size_for(names: Iterable[str], w: int, h: int, most: int) -> int:
    """The largest size at which all of these fit; 0 where none does."""
    told = set(names)
    return next((size for size in _SIZES if size <= most and all(_seat_words(n, w, h, size) for n in told)), 0)


def _sizes(names: list[str], w: int, h: int) -> dict[str, int]:
    """One size for all short names, and for every longer one the largest not above it; 0 where one does not fit."""
    common = _size_for((name for name in names if len(name) <= _SHORT_NAME), w, h, _SIZES[0])
    return {name: _size_for([name], w, h, common) for name in names}


def _hall(plan: SeatPlan, width: int, *, top: int, bottom: int) -> Hall:
    aisles = len(set(plan.aisles)) * _AISLE
    room_w = width - 2 * _EDGE - _ROW_LABEL - aisles
    seat_w = min(400, room_w // plan.seats_per_row - _GAP)
    head = measuring.em(90) + 20
    seat_h = min(_TALLEST, (bottom - top - head) // len(plan.floor) - _GAP)
    sizes = _sizes([sitter.name for row in plan.floor for sitter in row if sitter], seat_w, seat_h - _TAG_H)
    if not all(sizes.values()):
        raise _too_small(width, plan.seats_per_row, len(plan.floor))
    used = plan.seats_per_row * (seat_w + _GAP) - _GAP + aisles
    return Hall(plan, (width - used + _ROW_LABEL) // 2, top + head, seat_w, seat_h, sizes)


def _too_small(width: int, seats_per_row: int, rows: int) -> PaperIsRefused:
    size = next(size.value for size in PaperSize if size.landscape[0] == width)
    return PaperIsRefused(Fault.SEATING_TOO_SMALL, size=size, seats_per_row=seats_per_row, rows=rows)


def _floor(hall: Hall) -> Sequence[Part]:
    plan = hall.plan
    parts: list[Part] = []
    numbers = {group: at for at, group in enumerate(plan.groups, 1)}
    parts += [
        Words(hall.x_of(place), hall.top - 50, hall.seat_w, str(place + 1), 90, Face.HEI, Align.CENTER, _GREY)
        for place in range(plan.seats_per_row)
    ]
    for row, sitters in enumerate(plan.floor):
        y = hall.y_of(row)
        middle = y + (hall.seat_h - measuring.em(100)) // 2
        label = f"{row + 1}排"
        parts.append(Words(hall.left - _ROW_LABEL, middle, _ROW_LABEL - 20, label, 100, Face.HEI, Align.RIGHT, _GREY))
        for place, sitter in enumerate(sitters):
            number = numbers[sitter.group] if sitter else 0
            parts += _seat(hall, hall.x_of(place), y, sitter.name if sitter else "", number)
    return parts


def _seat(hall: Hall, x: int, y: int, name: str, number: int) -> Sequence[Part]:
    if not name:
        return [Rect(x, y, hall.seat_w, hall.seat_h, stroke=3, colour="#a6a6a6", is_dashed=True)]
    tag_y = y + hall.seat_h - _TAG_H
    return [
        Rect(x, y, hall.seat_w, hall.seat_h, stroke=4, fill=SHADES[(number - 1) % len(SHADES)]),
        *_name(name, hall.sizes[name], x, y, hall.seat_w, hall.seat_h - _TAG_H),
        Words(x + 4, tag_y, hall.seat_w - 8, str(number), _TAG, Face.HEI, Align.CENTER, _GREY),
    ]


def _name(name: str, size: int, x: int, y: int, w: int, h: int) -> list[Words]:
    lines = _seat_words(name, w, h, size) or (name,)
    start = y + (h - len(lines) * _pitch(size)) // 2 + 2
    return [
        Words(x + 4, start + at * _pitch(size), w - 8, line, size, Face.BODY, Align.CENTER)
        for at, line in enumerate(lines)
    ]


def _rostrum(plan: SeatPlan, width: int, y: int) -> tuple[list[Part], int]:
    """The rows of the rostrum, the front one nearest the floor, in a frame."""
    if not plan.rostrum:
        return [], y
    widest = max(map(len, plan.rostrum))
    seat_w = min(330, (width - 2 * _EDGE - 260) // widest - _GAP)
    sizes = _sizes([name for row in plan.rostrum for name in row], seat_w, _ROSTRUM_SEAT)
    if not all(sizes.values()):
        raise _too_small(width, widest, len(plan.rostrum))
    frame_w = widest * (seat_w + _GAP) + 200
    left = (width - frame_w) // 2
    height = len(plan.rostrum) * (_ROSTRUM_SEAT + _GAP) + 80
    parts: list[Part] = [
        Rect(left, y, frame_w, height, stroke=8),
        Words(left, y + 14, frame_w, "主　席　台", 120, Face.HEI, Align.CENTER),
    ]
    for at, row in enumerate(reversed(plan.rostrum)):
        x, top = (width - len(row) * (seat_w + _GAP) + _GAP) // 2, y + 70 + at * (_ROSTRUM_SEAT + _GAP)
        for place, name in enumerate(row):
            seat_x = x + place * (seat_w + _GAP)
            parts.append(Rect(seat_x, top, seat_w, _ROSTRUM_SEAT, stroke=5))
            parts += _name(name, sizes[name], seat_x, top, seat_w, _ROSTRUM_SEAT)
    return parts, y + height + _ROSTRUM_GAP


def _legend(plan: SeatPlan, width: int, height: int) -> tuple[list[Part], int]:
    """Which number and shade is which delegation, the doors, and the note, along the lower edge."""
    told = [(f"{at}　{group}", SHADES[(at - 1) % len(SHADES)]) for at, group in enumerate(plan.groups, 1)]
    size, pitch, sample = 105, 62, 55
    places, x, row = [], _EDGE, 0
    for text, shade in told:
        w = sample + 20 + measuring.width(text, size) + 50
        if x + w > width - _EDGE and x > _EDGE:
            x, row = _EDGE, row + 1
        places.append((x, row, text, shade))
        x += w
    last = "　".join([*(f"▲{door}" for door in plan.entrances), *filter(None, [plan.note])])
    lines = measuring.wrap(last, width - 2 * _EDGE, size) if last else ()
    total = (row + 1 if told else 0) * pitch + len(lines) * pitch + 30
    top = height - _EDGE - total + 20
    parts: list[Part] = []
    for left, at, text, shade in places:
        y = top + at * pitch
        parts.append(Rect(left, y, sample, 40, stroke=4, fill=shade))
        parts.append(Words(left + sample + 20, y + 2, measuring.width(text, size), text, size, Face.BODY))
    below = top + (row + 1 if told else 0) * pitch
    parts += [
        Words(_EDGE, below + at * pitch, width - 2 * _EDGE, line, size, Face.HEI) for at, line in enumerate(lines)
    ]
    return parts, total
