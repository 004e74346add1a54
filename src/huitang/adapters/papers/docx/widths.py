"""How wide words stand, before any font is asked: in hundredths of a full-width character."""

import unicodedata
from itertools import pairwise

FULL, HALF = 100, 50
_FULL_WIDTH = frozenset("WFA")


def width_of(words: str) -> int:
    """The width of the longest of the lines in `words`."""
    return max(sum(map(_width, line)) for line in words.split("\n"))


def _width(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return FULL if unicodedata.east_asian_width(character) in _FULL_WIDTH else HALF


def shared(total: int, shares: tuple[int, ...]) -> list[int]:
    """`total` cut by shares into whole parts that sum to it."""
    edges = [total * sum(shares[:count]) // sum(shares) for count in range(len(shares) + 1)]
    return [right - left for left, right in pairwise(edges)]
