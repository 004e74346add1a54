"""座次表: the rostrum by protocol order, the floor by delegation, drawn as a picture of the hall.

Seen from the floor: the rostrum is at the top, so what a person on it calls left is right on the paper.
"""

from dataclasses import dataclass
from itertools import pairwise

from huitang.adapters.papers.drawing import PaperSize
from huitang.adapters.papers.refusal import Fault, PaperIsRefused


@dataclass(frozen=True)
class Sitter:
    """A person on the floor; `group` the delegation, or 列席."""

    name: str
    group: str


Row = tuple[Sitter | None, ...]


@dataclass(frozen=True)
class SeatPlan:
    """`rostrum` rows from the front, each from left to right as seen from the floor; `floor` rows from the front.

    `groups` the delegations in their order, each told by its place in it.
    `aisles` after which seats of a row one can walk; `entrances` where the doors are, in words. `size` None takes A4 where it fits.
    """

    title: str
    rostrum: tuple[tuple[str, ...], ...]
    floor: tuple[Row, ...]
    groups: tuple[str, ...]
    aisles: tuple[int, ...] = ()
    entrances: tuple[str, ...] = ()
    note: str = ""
    size: PaperSize | None = None

    @property
    def name(self) -> str:
        """The title of the file."""
        return self.title

    @property
    def seats_per_row(self) -> int:
        """Of the widest row."""
        return max((len(row) for row in self.floor), default=0)


def seat(
    people: tuple[Sitter, ...],
    rows: int,
    seats_per_row: int,
    aisles: tuple[int, ...] = (),
    *,
    title: str = "座次表",
    rostrum: tuple[tuple[str, ...], ...] = (),
    entrances: tuple[str, ...] = (),
    note: str = "",
    size: PaperSize | None = None,
) -> SeatPlan:
    """Seat people in the order given: by delegation, within it by strokes (practice).

    Only as many rows as are needed are filled, from the front. Within them the blocks between the aisles fill one
    after the other, each row by row, so that a delegation sits together. Refused (SEATS_LACKING) when there are too
    few seats, with how many lack.
    """
    if len(people) > rows * seats_per_row:
        seats = rows * seats_per_row
        raise PaperIsRefused(Fault.SEATS_LACKING, people=len(people), seats=seats, lacking=len(people) - seats)
    used = -(-len(people) // seats_per_row)
    order = [
        (row, place)
        for start, end in blocks_of(seats_per_row, aisles)
        for row in range(used)
        for place in range(start, end)
    ]
    taken = dict(zip(order, people, strict=False))
    floor = tuple(tuple(taken.get((row, place)) for place in range(seats_per_row)) for row in range(rows))
    groups = tuple(dict.fromkeys(sitter.group for sitter in people))
    return SeatPlan(title, rostrum, floor, groups, aisles, entrances, note, size)


def blocks_of(seats_per_row: int, aisles: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    """The seats between the aisles, as first place and the place behind the last.

    :raises ValueError: when an aisle is not between two seats.
    """
    if any(not 0 < aisle < seats_per_row for aisle in aisles):
        raise ValueError(f"aisles {aisles} are not between {seats_per_row} seats")
    edges = [0, *sorted(set(aisles)), seats_per_row]
    return tuple(pairwise(edges))


def seat_rostrum(
    people: tuple[str, ...], per_row: tuple[int, ...] = (), *, is_mirrored: bool = False
) -> tuple[tuple[str, ...], ...]:
    """The rostrum by protocol order, front row first, each row from left to right as the floor sees it.

    Custom: number 1 sits in the middle, 2 at 1's left hand, 3 at 1's right hand, and so on outwards; with an even
    number 1 and 2 share the middle, 2 still at 1's left hand. Seen from the rostrum even numbers go left of the
    centre and odd ones right; the floor sees it the other way round. `is_mirrored` puts 2 at 1's right hand, as some
    places do. `per_row` says how many sit in each row from the front; empty = one row. Refused (SEATS_LACKING) when
    the rows are too short.
    """
    sizes = per_row or (len(people),)
    if sum(sizes) < len(people):
        raise PaperIsRefused(
            Fault.SEATS_LACKING, people=len(people), seats=sum(sizes), lacking=len(people) - sum(sizes)
        )
    rows, start = [], 0
    for size in sizes:
        rows.append(_outwards(people[start : start + size], is_mirrored=is_mirrored))
        start += size
    return tuple(row for row in rows if row)


def _outwards(people: tuple[str, ...], *, is_mirrored: bool) -> tuple[str, ...]:
    own_left, own_right = people[1::2], people[2::2]
    seen = (*reversed(own_right), *people[:1], *own_left)
    return tuple(reversed(seen)) if is_mirrored else seen
