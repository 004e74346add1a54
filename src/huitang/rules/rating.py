"""The satisfaction rating (满意度测评).

No law governs it; family, base and threshold are the office's choice.
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from huitang.rules import citation, majority
from huitang.rules.legal_text import Citation, NextAct, Step, refuse_impossible, step


class Grade(StrEnum):
    """The three grades."""

    SATISFIED = "SATISFIED"
    BASICALLY_SATISFIED = "BASICALLY_SATISFIED"
    NOT_SATISFIED = "NOT_SATISFIED"


class RatingBase(StrEnum):
    """Of whom more than half decides."""

    ALL = "ALL"
    PRESENT = "PRESENT"


class RatingState(StrEnum):
    """Whether the numbers allow a grade."""

    RATED = "RATED"
    COUNT_MISMATCH = "COUNT_MISMATCH"
    NOBODY_RATED = "NOBODY_RATED"


@dataclass(frozen=True, slots=True)
class RatingOutcome:
    """The grade by majority, the rate, and whether it reaches a locally set threshold (None: none set)."""

    state: RatingState
    grade: Grade | None
    votes_needed: int
    rate: Fraction | None
    reaches_threshold: bool | None
    citations: tuple[Citation, ...]
    steps: tuple[Step, ...]
    next_acts: tuple[NextAct, ...]

    @property
    def rate_in_tenths_of_percent(self) -> int | None:
        """955 for 95.5 per cent, halves up."""
        if self.rate is None:
            return None
        return (2000 * self.rate.numerator + self.rate.denominator) // (2 * self.rate.denominator)


def read_choices(choices: tuple[Grade, ...]) -> Grade | None:
    """One paper's choice for one item; none or several are not counted (practice)."""
    return choices[0] if len(choices) == 1 else None


def decide_rating(
    *,
    members: int,
    present: int,
    satisfied: int,
    basically: int,
    dissatisfied: int,
    void_papers: int = 0,
    base: RatingBase = RatingBase.ALL,
    threshold: Fraction | None = None,
) -> RatingOutcome:
    """Grade one item. Void papers are outside the rate; exactly half is not satisfied.

    Source: practice only (no statute); HN 4 and ZJ 28 know the rating.
    """
    refuse_impossible(
        present=present,
        satisfied=satisfied,
        basically=basically,
        dissatisfied=dissatisfied,
        void_papers=void_papers,
    )
    needed = majority.majority_of_all(members if base is RatingBase.ALL else present)
    valid = satisfied + basically + dissatisfied
    if present > members or valid + void_papers > present:
        return _ungraded(RatingState.COUNT_MISMATCH, needed, NextAct.RECOUNT)
    if valid == 0:
        return _ungraded(RatingState.NOBODY_RATED, needed, NextAct.VOTE_AGAIN)
    grade = _grade(satisfied, satisfied + basically, needed)
    rate = Fraction(satisfied + basically, valid)
    sentence = step(
        f"满意{satisfied}，基本满意{basically}，不满意{dissatisfied}；过半数为{needed}。",
        f"{satisfied} satisfied, {basically} basically, {dissatisfied} not; more than half is {needed}.",
    )
    return RatingOutcome(
        state=RatingState.RATED,
        grade=grade,
        votes_needed=needed,
        rate=rate,
        reaches_threshold=None if threshold is None else rate >= threshold,
        citations=(citation.RATING_OPEN,),
        steps=(sentence,),
        next_acts=_NEXT[grade],
    )


def _grade(satisfied: int, at_least_basically: int, needed: int) -> Grade:
    if satisfied >= needed:
        return Grade.SATISFIED
    return Grade.BASICALLY_SATISFIED if at_least_basically >= needed else Grade.NOT_SATISFIED


_NEXT = {
    Grade.SATISFIED: (NextAct.DECLARE,),
    Grade.BASICALLY_SATISFIED: (NextAct.DECLARE, NextAct.RECTIFY),
    Grade.NOT_SATISFIED: (NextAct.DECLARE, NextAct.RECTIFY_AND_RATE_AGAIN),
}


def _ungraded(state: RatingState, needed: int, act: NextAct) -> RatingOutcome:
    sentence = step("票数与到会人数不符，或者没有有效票。", "The papers do not fit those present, or none is valid.")
    return RatingOutcome(state, None, needed, None, None, (citation.RATING_OPEN,), (sentence,), (act,))
