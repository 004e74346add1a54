"""How one text becomes the other, step by step, when it stands somewhere inside a longer one."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from huitang.adapters.verifying.aligning import LETTER, Pair, Step, align, costs_of
from huitang.adapters.verifying.runs import find_chain

LONGEST_END = 600  # characters beyond which the beginning of a text is not searched letter by letter
LARGEST = 300_000  # letters times letters that are aligned one by one
AROUND = 480
FEW = 3


def steps(ours: str, theirs: str, *, begins: Collection[int], breaks: Collection[int]) -> list[Step]:
    """From the first character of `ours` to its last; what stands before and after it in `theirs` is left out.

    `begins` are places in `ours` where a piece begins, `breaks` places in `theirs` where a line ends.
    """
    chain = find_chain(ours, theirs)
    if not chain:
        return []
    first, last = chain[0], chain[-1]
    whole = _Whole(ours, theirs, {*begins, len(ours)}, breaks)
    found = [*whole.beginning(first.ours, first.theirs)]
    for run, following in pairwise([*chain, None]):
        if run is None:
            continue
        b, d = run.ours + run.length, run.theirs + run.length
        found.append(Step(run.ours, b, run.theirs, d, is_same=True))
        if following:
            found += whole.between((b, following.ours), (d, following.theirs))
    found += whole.ending(last.ours + last.length, last.theirs + last.length)
    return found


@dataclass(frozen=True)
class _Whole:
    ours: str
    theirs: str
    begins: Collection[int]
    breaks: Collection[int]

    def between(self, own: tuple[int, int], other: tuple[int, int]) -> Iterator[Step]:
        (a, b), (c, d) = own, other
        if a == b and c == d:
            return
        if a == b or c == d:
            yield Step(a, b, c, d, is_same=False)
            return
        for step in _aligned(self._part(own, other)):
            yield Step(a + step.a, a + step.b, c + step.c, c + step.d, step.is_same)

    def beginning(self, b: int, d: int) -> Iterator[Step]:
        c = d - _taken(self._part((0, b), (max(0, d - _reach(b)), d)).backwards())
        return self.between((0, b), (c, d))

    def ending(self, a: int, c: int) -> Iterator[Step]:
        b = len(self.ours)
        d = c + _taken(self._part((a, b), (c, min(len(self.theirs), c + _reach(b - a)))))
        return self.between((a, b), (c, d))

    def _part(self, own: tuple[int, int], other: tuple[int, int]) -> Pair:
        (a, b), (c, d) = own, other
        begins, breaks = (at - a for at in self.begins), (at - c for at in self.breaks)
        return Pair.within(self.ours[a:b], self.theirs[c:d], tuple(begins), tuple(breaks))


def _reach(length: int) -> int:
    return length * 2 + AROUND


def _aligned(pair: Pair) -> list[Step]:
    if len(pair.ours) * len(pair.theirs) <= LARGEST:
        return align(pair)
    matcher = SequenceMatcher(None, pair.ours, pair.theirs, autojunk=False)
    return [Step(a, b, c, d, is_same=tag == "equal") for tag, a, b, c, d in matcher.get_opcodes()]


def _taken(pair: Pair) -> int:
    """How many characters at the beginning of `theirs` stand for `ours`.

    Those that need the fewest changes; among equals one that ends at a break, else the one of the same length.
    Up to the next break all belongs to it: nobody writes something else on the same line.
    """
    at = _cheapest(pair) if len(pair.ours) <= LONGEST_END else min(len(pair.ours), len(pair.theirs))
    return min((place for place in pair.breaks if place >= at), default=len(pair.theirs))


def _cheapest(pair: Pair) -> int:
    if not pair.ours:
        return 0
    costs = costs_of(pair)[-1]
    fewest = min(costs)
    if fewest * 3 > LETTER * len(pair.ours) * 2 and len(pair.ours) > FEW:
        return 0  # it is not there: what agrees is chance
    best = [at for at, cost in enumerate(costs) if cost == fewest]
    ends = [at for at in best if at in pair.breaks]
    return min(ends or best, key=lambda at: abs(at - len(pair.ours)))
