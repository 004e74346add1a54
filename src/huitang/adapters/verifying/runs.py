"""Finding a text inside a longer one: runs of characters both have, and the chain of them that tells the text in order."""

from collections import defaultdict
from dataclasses import dataclass

GRAM = 8  # characters that must agree before it is more than chance
REPEATED = 16  # a phrase that stands oftener in the text finds nothing
MOST = 400  # runs a chain is made of


@dataclass(frozen=True)
class Run:
    """`length` characters stand at `ours` in the one and at `theirs` in the other."""

    ours: int
    theirs: int
    length: int

    def without(self, count: int) -> "Run":
        """The same without its first characters."""
        return Run(self.ours + count, self.theirs + count, self.length - count)


def find_chain(ours: str, theirs: str, *, gram: int = GRAM) -> list[Run]:
    """The runs that tell most of `ours` in order with the fewest and shortest gaps between."""
    at = theirs.find(ours)
    if ours and at >= 0 and theirs.find(ours, at + 1) < 0:
        return [Run(0, at, len(ours))]
    return _best_chain(_runs(ours, theirs, min(gram, max(len(ours) // 2, 1))))


def _runs(ours: str, theirs: str, gram: int) -> list[Run]:
    places: dict[str, list[int]] = defaultdict(list)
    for at in range(len(ours) - gram + 1):
        places[ours[at : at + gram]].append(at)
    open_: dict[int, Run] = {}  # by diagonal
    found: list[Run] = []
    for at in range(len(theirs) - gram + 1):
        here = places.get(theirs[at : at + gram], ())
        for place in here if len(here) <= REPEATED else ():
            held = open_.get(at - place)
            if held and held.theirs + held.length == at + gram - 1:
                open_[at - place] = Run(held.ours, held.theirs, held.length + 1)
                continue
            if held:
                found.append(held)
            open_[at - place] = Run(place, at, gram)
    found += open_.values()
    longest = sorted(found, key=lambda run: run.length, reverse=True)[:MOST]
    return sorted(longest, key=lambda run: (run.ours, run.theirs))


def _best_chain(runs: list[Run]) -> list[Run]:
    worth: list[int] = []
    before: list[tuple[int, int] | None] = []  # the run before, and how much they overlap
    for here, run in enumerate(runs):
        best, chosen = run.length, None
        for there in range(here):
            overlap = max(
                _end(runs[there].ours, runs[there]) - run.ours, _end(runs[there].theirs, runs[there]) - run.theirs, 0
            )
            is_after = runs[there].ours < run.ours and runs[there].theirs < run.theirs and overlap < run.length
            value = worth[there] + run.length - overlap - _cost(runs[there], run)
            if is_after and value > best:
                best, chosen = value, (there, overlap)
        worth.append(best)
        before.append(chosen)
    return _walk_back(runs, worth, before)


def _walk_back(runs: list[Run], worth: list[int], before: list[tuple[int, int] | None]) -> list[Run]:
    if not runs:
        return []
    here: int | None = max(range(len(runs)), key=worth.__getitem__)
    chain: list[Run] = []
    while here is not None:
        step = before[here]
        chain.append(runs[here].without(step[1] if step else 0))
        here = step[0] if step else None
    return chain[::-1]


def _end(start: int, run: Run) -> int:
    return start + run.length


def _cost(one: Run, other: Run) -> int:
    """A step aside costs more the farther it goes, so the nearer of two equal phrases is taken."""
    aside = abs((other.theirs - other.ours) - (one.theirs - one.ours))
    return 1 + 2 * aside.bit_length()
