"""Filling seats from votes: who is in, who is tied at the cut, how many seats stay open.

The only place where votes are compared. It never breaks a tie.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Filling:
    """Seats filled, tied and open. `ranking` lists every key by votes, equal votes by key."""

    filled: tuple[str, ...]
    tied: tuple[str, ...]
    tied_seats: int
    seats_short: int
    ranking: tuple[tuple[str, int], ...]


def fill_seats(*, votes: Iterable[tuple[str, int]], seats: int, threshold: int) -> Filling:
    """Take those with at least threshold votes, the most votes first; leave a blocking tie undecided.

    Source: Organic Law arts. 25, 29(1).
    """
    ranking = tuple(sorted(votes, key=lambda pair: (-pair[1], pair[0])))
    passing = tuple(pair for pair in ranking if pair[1] >= threshold)
    if len(passing) <= seats:
        filled = tuple(key for key, _ in passing)
        return Filling(filled, (), 0, seats - len(passing), ranking)
    cut = passing[seats - 1][1]
    if passing[seats][1] < cut:
        return Filling(tuple(key for key, _ in passing[:seats]), (), 0, 0, ranking)
    above = tuple(key for key, number in passing if number > cut)
    tied = tuple(key for key, number in passing if number == cut)
    return Filling(above, tied, seats - len(above), 0, ranking)
