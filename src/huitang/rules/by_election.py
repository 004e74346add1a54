"""Before the by-election of an office: is there a vacancy, and may these people stand."""

from dataclasses import dataclass
from enum import StrEnum

from huitang.rules import candidates, citation
from huitang.rules.candidates import CandidatesState
from huitang.rules.legal_text import Citation, NextAct, Step, step
from huitang.rules.office import Occasion, Post


class Vacancy(StrEnum):
    """What left the office empty. Only the first two are no vacancy."""

    NONE = "NONE"
    RESIGNATION_PENDING = "RESIGNATION_PENDING"
    RESIGNATION_ACCEPTED = "RESIGNATION_ACCEPTED"
    REMOVED = "REMOVED"
    DIED = "DIED"
    MANDATE_LOST = "MANDATE_LOST"
    NEVER_FILLED = "NEVER_FILLED"


class ByElectionState(StrEnum):
    """Whether the by-election may be held."""

    ALLOWED = "ALLOWED"
    NO_VACANCY = "NO_VACANCY"
    INELIGIBLE = "INELIGIBLE"
    TOO_FEW = "TOO_FEW"
    PRIMARY = "PRIMARY"


@dataclass(frozen=True, slots=True)
class ByElectionFinding:
    """Whether it may be held; `ineligible` names the nominees who may not stand."""

    state: ByElectionState
    ineligible: tuple[str, ...]
    citations: tuple[Citation, ...]
    steps: tuple[Step, ...]
    next_acts: tuple[NextAct, ...]


def check_by_election(
    *,
    post: Post,
    seats: int,
    vacancy: Vacancy,
    nominees: tuple[str, ...],
    deputies: frozenset[str],
    most: int | None = None,
) -> ByElectionFinding:
    """Check vacancy, eligibility and number. `deputies` are those whose mandate is confirmed.

    Source: Organic Law arts. 18(1), 30, 32(2).
    """
    if vacancy in (Vacancy.NONE, Vacancy.RESIGNATION_PENDING) or (
        vacancy is Vacancy.MANDATE_LOST and not post.must_be_deputy
    ):
        return _no_vacancy(vacancy)
    barred = tuple(n for n in nominees if n not in deputies) if post.must_be_deputy else ()
    if barred:
        return _ineligible(barred)
    found = candidates.check_candidates(
        post=post, seats=seats, nominees=len(nominees), occasion=Occasion.BY_ELECTION, most=most
    )
    return ByElectionFinding(
        _STATES.get(found.state, ByElectionState.ALLOWED), (), found.citations, found.steps, found.next_acts
    )


_STATES = {
    CandidatesState.TOO_FEW: ByElectionState.TOO_FEW,
    CandidatesState.PRIMARY: ByElectionState.PRIMARY,
}


def _no_vacancy(vacancy: Vacancy) -> ByElectionFinding:
    pending = vacancy is Vacancy.RESIGNATION_PENDING
    sentence = step(
        f"职务没有出缺{'，辞职尚未被接受，应先表决辞职' if pending else ''}。",
        f"The office is not vacant{'; first vote on the resignation' if pending else ''}.",
    )
    cited = (citation.BY_ELECTION, citation.RESIGNATION)
    acts = (NextAct.DECIDE_RESIGNATION_FIRST,) if pending else ()
    return ByElectionFinding(ByElectionState.NO_VACANCY, (), cited, (sentence,), acts)


def _ineligible(barred: tuple[str, ...]) -> ByElectionFinding:
    sentence = step(
        f"{'、'.join(barred)}不是本级代表，应先补选为代表并确认资格。",
        f"{', '.join(barred)}: not a deputy; first by-elect and confirm the seat as deputy.",
    )
    cited = (citation.CHAIRS_FROM_DEPUTIES,)
    return ByElectionFinding(ByElectionState.INELIGIBLE, barred, cited, (sentence,), (NextAct.ELECT_DEPUTY_FIRST,))
