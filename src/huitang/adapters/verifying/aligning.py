"""Two short texts letter by letter, by the fewest changes; between two pieces whole lines may be passed over at little cost."""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import groupby, pairwise

LETTER, LINE = 9, 1  # what a letter changed, and a line passed over, cost; a head may have thirty lines
Costs = list[list[int]]


@dataclass(frozen=True)
class Step:
    """`ours[a:b]` became `theirs[c:d]`; where both are equal, `is_same`."""

    a: int
    b: int
    c: int
    d: int
    is_same: bool


@dataclass(frozen=True)
class Pair:
    """`begins` are places in `ours` where a piece begins or ends, `breaks` places in `theirs` where a line does."""

    ours: str
    theirs: str
    begins: frozenset[int]
    breaks: frozenset[int]

    @classmethod
    def within(cls, ours: str, theirs: str, begins: Collection[int], breaks: Collection[int]) -> "Pair":
        """Only the places that lie in the texts."""
        own = frozenset(at for at in begins if 0 <= at <= len(ours))
        return cls(ours, theirs, own, frozenset(at for at in breaks if 0 <= at <= len(theirs)))

    def backwards(self) -> "Pair":
        """The same read from the end."""
        own = frozenset(len(self.ours) - at for at in self.begins)
        other = frozenset(len(self.theirs) - at for at in self.breaks)
        return Pair(self.ours[::-1], self.theirs[::-1], own, other)


def costs_of(pair: Pair) -> Costs:
    """For each beginning of `ours` a row: what it costs to read it in each beginning of `theirs`."""
    lines = list(pairwise(sorted(pair.breaks)))
    row = _relaxed([LETTER * at for at in range(len(pair.theirs) + 1)], lines if 0 in pair.begins else [])
    rows = [row]
    for number, letter in enumerate(pair.ours, start=1):
        above, row = row, [LETTER * number]
        for at, other in enumerate(pair.theirs, start=1):
            changed = above[at - 1] + (LETTER if letter != other else 0)
            row.append(min(above[at] + LETTER, row[-1] + LETTER, changed))
        row = _relaxed(row, lines if number in pair.begins else [])
        rows.append(row)
    return rows


def align(pair: Pair) -> list[Step]:
    """The steps from the whole of `ours` to the whole of `theirs`."""
    rows = costs_of(pair)
    line_before = {end: start for start, end in pairwise(sorted(pair.breaks))}
    i, j = len(pair.ours), len(pair.theirs)
    path: list[Step] = []
    while i or j:
        k, m = _step_back(pair, rows, line_before, i, j)
        is_same = i - k == j - m == 1 and pair.ours[k] == pair.theirs[m]
        path.append(Step(k, i, m, j, is_same))
        i, j = k, m
    return _merged(path[::-1])


def _step_back(pair: Pair, rows: Costs, line_before: dict[int, int], i: int, j: int) -> tuple[int, int]:
    cost = rows[i][j]
    start = line_before.get(j)
    if start is not None and i in pair.begins and rows[i][start] + LINE == cost:
        return i, start
    if i and j and rows[i - 1][j - 1] + (LETTER if pair.ours[i - 1] != pair.theirs[j - 1] else 0) == cost:
        return i - 1, j - 1
    if j and rows[i][j - 1] + LETTER == cost:
        return i, j - 1
    return i - 1, j


def _merged(path: list[Step]) -> list[Step]:
    steps = []
    for is_same, group in groupby(path, key=lambda step: step.is_same):
        held = list(group)
        steps.append(Step(held[0].a, held[-1].b, held[0].c, held[-1].d, is_same))
    return steps


def _relaxed(row: list[int], lines: list[tuple[int, int]]) -> list[int]:
    for start, end in lines:
        row[end] = min(row[end], row[start] + LINE)
        for at in range(end + 1, len(row)):
            if row[at] <= row[at - 1] + LETTER:
                break
            row[at] = row[at - 1] + LETTER
    return row
