"""How wide the columns of a table are when the paper does not say: short columns keep their words on one line."""

import unicodedata
from math import isqrt

from huitang.adapters.papers.paper import Table

_INSET = 2  # half characters a cell leaves empty


def count_columns(table: Table) -> int:
    """The columns of a table, with or without a head."""
    return max(map(len, (table.head, *table.rows)), default=0)


def shares_of(table: Table, room: int) -> tuple[int, ...]:
    """Shares of the line, which has `room` half characters of the size of the table."""
    wished = _wished(table)
    kept = _kept_whole(wished, room)
    left = room - sum(width for width in wished if width in kept)
    # by roots: a column of very long texts takes more, but not all
    long = sum(isqrt(100 * width) for width in wished if width not in kept)
    if not long:
        return wished
    return tuple(width * long if width in kept else isqrt(100 * width) * left for width in wished)


def natural_width(table: Table) -> int:
    """The half characters every cell would need to stand on one line."""
    return sum(_wished(table))


def _wished(table: Table) -> tuple[int, ...]:
    return tuple(_INSET + _longest(table, column) for column in range(count_columns(table)))


def _kept_whole(wished: tuple[int, ...], room: int) -> frozenset[int]:
    """The widths that fit in an even part of the line, as often as that leaves more for the others."""
    kept: frozenset[int] = frozenset()
    while True:
        others = [width for width in wished if width not in kept]
        left = room - sum(width for width in wished if width in kept)
        fitting = kept | {width for width in others if width * len(others) <= left}
        if fitting == kept:
            return kept
        kept = fitting


def _longest(table: Table, column: int) -> int:
    cells = [row[column] for row in (table.head, *table.rows) if column < len(row)]
    return max(_width(line) for cell in cells for line in cell.split("\n"))


def _width(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in line)
