"""A counted round of a rating, decided item by item; nothing is recorded here."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from huitang.congress.ballots import queries as papers
from huitang.congress.ballots import rounds
from huitang.congress.ballots.rounds import CountedRound
from huitang.congress.ratings.grades import GRADES, percent
from huitang.congress.ratings.models import RatingRound
from huitang.rules import papers as paper_rules
from huitang.rules import rating
from huitang.rules.legal_text import Citation, NextAct, Step, step
from huitang.rules.papers import PaperFinding
from huitang.rules.rating import Grade, RatingBase, RatingOutcome, RatingState
from huitang.rules.rating_papers import ItemTally, RatingTally


class RoundState(StrEnum):
    RATED = "RATED"
    PARTLY_RATED = "PARTLY_RATED"  # of some items no paper says anything countable
    VOID_ROUND = "VOID_ROUND"
    COUNT_ERROR = "COUNT_ERROR"


@dataclass(frozen=True)
class RatedLine:
    """One item of a round, with what the rules find."""

    name: str
    subject: str
    satisfied: int
    basically: int
    dissatisfied: int
    void: int
    state: RatingState
    grade: Grade | None
    rate_in_tenths_of_percent: int | None
    reaches_threshold: bool | None
    next_acts: tuple[NextAct, ...]


@dataclass(frozen=True)
class RoundOutcome:
    state: RoundState
    votes_needed: int
    papers_not_returned: int
    items: tuple[RatedLine, ...]
    citations: tuple[Citation, ...]
    steps: tuple[Step, ...]


def count_round(held: RatingRound) -> CountedRound[RatingTally, RoundOutcome]:
    """Count and decide without recording. :raises CountIsNotFinished:"""
    tally = papers.get_rating_tally(held.ballot_id)
    finding = paper_rules.check_papers(**rounds.count_papers(held, tally))
    return CountedRound(tally, _decide(held, tally, finding))


def _decide(held: RatingRound, tally: RatingTally, finding: PaperFinding) -> RoundOutcome:
    decided = [(item["name"], item["subject"], line) for item, line in zip(held.items, tally.items, strict=True)]
    found = [(name, subject, line, _rate(held, line)) for name, subject, line in decided]
    lines = tuple(_line(name, subject, line, outcome) for name, subject, line, outcome in found)
    told = tuple(sentence for name, _subject, _line, outcome in found for sentence in _steps(name, outcome))
    return RoundOutcome(
        state=_state(finding, lines),
        votes_needed=found[0][3].votes_needed,
        papers_not_returned=finding.papers_not_returned,
        items=lines if finding.in_order else (),
        citations=(*finding.citations, *(found[0][3].citations if finding.in_order else ())),
        steps=(*finding.steps, *(told if finding.in_order else ())),
    )


def _rate(held: RatingRound, line: ItemTally) -> RatingOutcome:
    threshold = held.rating.threshold_tenths
    return rating.decide_rating(
        members=held.electorate.deputies_in_office,
        present=held.electorate.deputies_present,
        satisfied=line.satisfied,
        basically=line.basically,
        dissatisfied=line.dissatisfied,
        void_papers=line.void,
        base=RatingBase(held.rating.base),
        threshold=None if threshold is None else Fraction(threshold, 1000),
    )


def _line(name: str, subject: str, line: ItemTally, outcome: RatingOutcome) -> RatedLine:
    return RatedLine(
        name=name,
        subject=subject,
        satisfied=line.satisfied,
        basically=line.basically,
        dissatisfied=line.dissatisfied,
        void=line.void,
        state=outcome.state,
        grade=outcome.grade,
        rate_in_tenths_of_percent=outcome.rate_in_tenths_of_percent,
        reaches_threshold=outcome.reaches_threshold,
        next_acts=outcome.next_acts,
    )


def _steps(name: str, outcome: RatingOutcome) -> tuple[Step, ...]:
    """The rule's sentences under the name of the item, and the grade they come to."""
    zh = "".join(one.text.zh for one in outcome.steps)
    en = " ".join(one.text.en for one in outcome.steps)
    if outcome.grade is None:
        return (step(f"{name}：{zh}", f"{name}: {en}"),)
    grade, rate = GRADES[outcome.grade], percent(outcome.rate_in_tenths_of_percent)
    graded = step(
        f"{name}：{zh}评为“{grade.zh}”，满意率{rate}。", f"{name}: {en} {grade.en.capitalize()}, rate {rate}."
    )
    return (graded,)


def _state(finding: PaperFinding, lines: tuple[RatedLine, ...]) -> RoundState:
    if not finding.in_order:
        void = finding.state is paper_rules.PaperState.VOID_ROUND
        return RoundState.VOID_ROUND if void else RoundState.COUNT_ERROR
    is_whole = all(line.state is RatingState.RATED for line in lines)
    return RoundState.RATED if is_whole else RoundState.PARTLY_RATED
