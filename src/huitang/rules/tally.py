"""Counting papers. The order of the papers never matters."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from huitang.rules.ballot import BallotMethod, BallotState, Mark, Paper, read_ballot


@dataclass(frozen=True, slots=True)
class Votes:
    """The votes for one person. Leave against and abstentions out (None) where they were not counted."""

    candidate_key: str
    votes_for: int
    votes_against: int | None = None
    abstentions: int | None = None
    is_write_in: bool = False
    eligible: bool = True


@dataclass(frozen=True, slots=True)
class CandidateTally:
    """What the valid papers say about one printed name; unclear marks are counted apart."""

    candidate_key: str
    votes_for: int
    votes_against: int
    abstentions: int
    unclear: int


@dataclass(frozen=True, slots=True)
class Tally:
    """All papers of a round. Blank papers are among the valid ones."""

    papers_valid: int
    papers_void: int
    papers_blank: int
    candidates: tuple[CandidateTally, ...]
    write_ins: tuple[tuple[str, int], ...]
    void_write_ins: tuple[tuple[str, int], ...]

    def votes(self) -> tuple[Votes, ...]:
        """The same as votes for an election, printed names first and then the write-ins by name."""
        printed = tuple(Votes(c.candidate_key, c.votes_for, c.votes_against, c.abstentions) for c in self.candidates)
        written = tuple(Votes(name, number, is_write_in=True) for name, number in self.write_ins)
        return printed + written


def count_papers(papers: Iterable[Paper], *, method: BallotMethod) -> Tally:
    """Read and count papers (Organic Law art. 28; the session's method)."""
    states: Counter[BallotState] = Counter()
    marks: Counter[tuple[str, Mark | None]] = Counter()
    written: Counter[str] = Counter()
    voided: Counter[str] = Counter()
    blank = 0
    for paper in papers:
        reading = read_ballot(paper, method)
        states[reading.state] += 1
        if reading.state is BallotState.VOID:
            continue
        blank += reading.is_blank
        marks.update(zip(method.candidates, reading.marks, strict=True))
        written.update(reading.write_ins)
        voided.update(reading.void_write_ins)
    return Tally(
        papers_valid=states[BallotState.VALID],
        papers_void=states[BallotState.VOID],
        papers_blank=blank,
        candidates=tuple(_candidate(key, marks) for key in method.candidates),
        write_ins=tuple(sorted(written.items())),
        void_write_ins=tuple(sorted(voided.items())),
    )


def _candidate(key: str, marks: Counter[tuple[str, Mark | None]]) -> CandidateTally:
    return CandidateTally(
        candidate_key=key,
        votes_for=marks[key, Mark.FOR],
        votes_against=marks[key, Mark.AGAINST],
        abstentions=marks[key, Mark.ABSTAIN],
        unclear=marks[key, None],
    )
