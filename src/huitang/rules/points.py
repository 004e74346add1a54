"""Points for a deputy's year, by weights the office sets; no law asks for them."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PointLine:
    """One line of the sum: so many times, so many points each."""

    what: str
    times: int
    weight: int

    @property
    def points(self) -> int:
        """Times by weight."""
        return self.times * self.weight


@dataclass(frozen=True, slots=True)
class PointSum:
    """The lines and what they add up to; nothing else is in the sum."""

    lines: tuple[PointLine, ...]

    @property
    def total(self) -> int:
        """The sum of the lines."""
        return sum(line.points for line in self.lines)


def add_points(*, times: Mapping[str, int], weights: Mapping[str, int]) -> PointSum:
    """Sum what was done by its weight (practice differs from town to town); what has no weight stands with none."""
    return PointSum(tuple(PointLine(what, done, weights.get(what, 0)) for what, done in times.items()))
