"""The further election (另行选举) for seats a valid round left open.

The count itself is `election.decide_election`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from huitang.rules import candidates, citation, ranking
from huitang.rules.candidates import CandidatesState
from huitang.rules.legal_text import Citation, NextAct, Step, step
from huitang.rules.office import Occasion, Post


class DecidedBy(StrEnum):
    """Who decided when the further election takes place."""

    CONGRESS = "CONGRESS"
    PRESIDIUM = "PRESIDIUM"
    NOBODY = "NOBODY"


class FurtherState(StrEnum):
    """Whether a further election may be held."""

    ALLOWED = "ALLOWED"
    TOO_FEW = "TOO_FEW"
    PRIMARY = "PRIMARY"
    METHOD_REFUSED = "METHOD_REFUSED"
    CONGRESS_MUST_DECIDE = "CONGRESS_MUST_DECIDE"
    ASK_METHOD = "ASK_METHOD"


@dataclass(frozen=True, slots=True)
class FurtherFinding:
    """Whether it may be held, and with how many candidates."""

    state: FurtherState
    keep: int
    citations: tuple[Citation, ...]
    steps: tuple[Step, ...]
    next_acts: tuple[NextAct, ...]


def check_further_election(
    *,
    post: Post,
    seats_open: int,
    nominees: int,
    occasion: Occasion,
    decided_by: DecidedBy,
    extra: int = 1,
    competitive_in_by_election: bool | None = None,
) -> FurtherFinding:
    """Check a further election before the papers are printed.

    Source: Organic Law art. 29(2)-(3), 27(1), 30. Whether a further election for deputy posts inside a
    by-election must be competitive is not settled: None asks the method.
    """
    if decided_by is not DecidedBy.CONGRESS:
        return _congress_must_decide(decided_by)
    open_point = occasion is Occasion.BY_ELECTION and not post.is_chief
    if open_point and competitive_in_by_election is None:
        return _ask_method()
    competitive = competitive_in_by_election if open_point else occasion is Occasion.FULL_TERM
    as_if = Occasion.FULL_TERM if competitive else Occasion.BY_ELECTION
    found = candidates.check_candidates(post=post, seats=seats_open, nominees=nominees, occasion=as_if, extra=extra)
    return FurtherFinding(
        _STATES[found.state],
        found.keep,
        (citation.FURTHER, citation.FURTHER_COMPETITIVE, *found.citations),
        found.steps,
        found.next_acts,
    )


_STATES = {
    CandidatesState.EQUAL_NUMBER: FurtherState.ALLOWED,
    CandidatesState.COMPETITIVE: FurtherState.ALLOWED,
    CandidatesState.PRIMARY: FurtherState.PRIMARY,
    CandidatesState.TOO_FEW: FurtherState.TOO_FEW,
    CandidatesState.METHOD_REFUSED: FurtherState.METHOD_REFUSED,
}


def _congress_must_decide(decided_by: DecidedBy) -> FurtherFinding:
    by_presidium = decided_by is DecidedBy.PRESIDIUM
    sentence = step(
        f"另行选举在本次还是下次会议进行，由代表大会决定{'，主席团不能单独决定' if by_presidium else ''}。",
        f"The congress decides whether it is held now or next time"
        f"{'; the presidium alone cannot' if by_presidium else ''}.",
    )
    return FurtherFinding(
        FurtherState.CONGRESS_MUST_DECIDE,
        0,
        (citation.FURTHER,),
        (sentence,),
        (NextAct.CONGRESS_DECIDES_WHEN,),
    )


def _ask_method() -> FurtherFinding:
    sentence = step(
        "补选中副职的另行选举是否必须差额，法律没有写明，依本次会议的选举办法。",
        "Whether a further election for deputy posts inside a by-election must be competitive is not "
        "settled; follow the session's method.",
    )
    cited = (citation.FURTHER_COMPETITIVE, citation.BY_ELECTION)
    return FurtherFinding(FurtherState.ASK_METHOD, 0, cited, (sentence,), (NextAct.ASK_METHOD,))


@dataclass(frozen=True, slots=True)
class NextInLine:
    """Those who stand again by the order of the first vote, and those tied at the cut."""

    through: tuple[str, ...]
    tied: tuple[str, ...]
    tied_places: int


def take_by_first_vote(*, votes: Iterable[tuple[str, int]], keep: int) -> NextInLine:
    """The first by votes among those not elected (Organic Law art. 29(2)); a tie at the cut stays open."""
    filling = ranking.fill_seats(votes=votes, seats=keep, threshold=0)
    return NextInLine(filling.filled, filling.tied, filling.tied_seats)
