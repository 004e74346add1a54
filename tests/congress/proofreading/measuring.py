"""How many spoilt places are found, and how much is marked that is right."""

from collections.abc import Iterable
from dataclasses import dataclass

from huitang.congress.proofreading.finding import Finding
from huitang.congress.proofreading.known import NOTHING, Known
from huitang.congress.proofreading.proofread import proofread
from tests.congress.proofreading import qinghe
from tests.congress.proofreading.mutations import Mutation


@dataclass(frozen=True)
class Measured:
    mutation: Mutation
    found: bool
    false_alarms: tuple[Finding, ...]


def measure(mutation: Mutation, known: Known) -> Measured:
    """Whether the spoilt words are marked, and what else is."""
    paragraphs = qinghe.paragraphs_of(mutation.spoilt_text)
    findings = proofread(paragraphs, known)
    right = [one for one in findings if _is_meant(one, mutation)]
    others = tuple(one for one in findings if one not in right and not _is_same_place(one, mutation, paragraphs))
    return Measured(mutation, bool(right), others)


def _is_meant(one: Finding, mutation: Mutation) -> bool:
    return one.kind == mutation.kind and one.says == mutation.spoilt


def _is_same_place(one: Finding, mutation: Mutation, paragraphs: tuple) -> bool:
    """Another finding about the very words that were spoilt is no false alarm."""
    text = paragraphs[one.paragraph].text
    place = text.find(mutation.now.split("\n")[0])
    return place >= 0 and place <= one.start and one.end <= place + len(mutation.now)


@dataclass(frozen=True)
class Figures:
    spoilt: int
    found: int
    false_alarms: int

    @property
    def precision(self) -> str:
        return _percent(self.found, self.found + self.false_alarms)

    @property
    def recall(self) -> str:
        return _percent(self.found, self.spoilt)


def figures(measured: Iterable[Measured]) -> Figures:
    every = list(measured)
    return Figures(len(every), sum(one.found for one in every), sum(len(one.false_alarms) for one in every))


def knowns_of(mutation: Mutation) -> tuple[Known, ...]:
    return (qinghe.KNOWN,) if mutation.by_record else (NOTHING, qinghe.KNOWN)


def _percent(part: int, whole: int) -> str:
    return f"{part * 1000 // whole / 10} %" if whole else "–"
