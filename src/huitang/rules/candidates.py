"""How many candidates there may and must be, and the primary that reduces them."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from huitang.rules import citation, ranking
from huitang.rules.legal_text import Citation, NextAct, Step, refuse_impossible, step
from huitang.rules.office import Occasion, Post

EXTRA_ALLOWED = (1, 2, 3)


class CandidatesState(StrEnum):
    """What the number of nominees leads to."""

    EQUAL_NUMBER = "EQUAL_NUMBER"
    COMPETITIVE = "COMPETITIVE"
    PRIMARY = "PRIMARY"
    TOO_FEW = "TOO_FEW"
    METHOD_REFUSED = "METHOD_REFUSED"


@dataclass(frozen=True, slots=True)
class CandidatesFinding:
    """Whether the vote may be held; `keep` is the number of candidates on the paper."""

    state: CandidatesState
    nominees: int
    keep: int
    citations: tuple[Citation, ...]
    steps: tuple[Step, ...]
    next_acts: tuple[NextAct, ...]

    @property
    def may_vote(self) -> bool:
        """Whether the papers may be printed as they are."""
        return self.state in (CandidatesState.EQUAL_NUMBER, CandidatesState.COMPETITIVE)


def check_candidates(
    *, post: Post, seats: int, nominees: int, occasion: Occasion, extra: int = 1, most: int | None = None
) -> CandidatesFinding:
    """Check the number of nominees. `extra` is d of the method; `most` its limit in a by-election, if any.

    Source: Organic Law arts. 27(1), 30.
    """
    refuse_impossible(seats=seats, nominees=nominees)
    if occasion is Occasion.BY_ELECTION:
        return _by_election(seats, nominees, most)
    if post.is_chief:
        return _chief(nominees)
    if extra not in EXTRA_ALLOWED:
        sentence = step(
            f"差额数定为{extra}，法律只许一至三人。",
            f"The method sets {extra} extra candidates; the law allows 1 to 3.",
        )
        return _finding(CandidatesState.METHOD_REFUSED, nominees, 0, citation.CANDIDATES, sentence)
    return _deputy_posts(seats, nominees, extra)


_NEXT = {
    CandidatesState.EQUAL_NUMBER: (NextAct.OPEN_VOTE,),
    CandidatesState.COMPETITIVE: (NextAct.OPEN_VOTE,),
    CandidatesState.PRIMARY: (NextAct.HOLD_PRIMARY,),
    CandidatesState.TOO_FEW: (NextAct.NOMINATE_MORE,),
    CandidatesState.METHOD_REFUSED: (NextAct.CHANGE_METHOD,),
}


def _finding(state: CandidatesState, nominees: int, keep: int, cited: Citation, sentence: Step) -> CandidatesFinding:
    return CandidatesFinding(state, nominees, keep, (cited,), (sentence,), _NEXT[state])


def _chief(nominees: int) -> CandidatesFinding:
    states = (CandidatesState.TOO_FEW, CandidatesState.EQUAL_NUMBER, CandidatesState.COMPETITIVE)
    state = states[nominees] if nominees < len(states) else CandidatesState.PRIMARY
    sentence = step(
        f"正职应选1名，提名{nominees}人；只提一人可以等额，最多差额一人，再多先预选。",
        f"One chief post and {nominees} nominated: one may stand alone, two compete, more go to a primary.",
    )
    return _finding(state, nominees, min(nominees, 2), citation.CANDIDATES, sentence)


def _deputy_posts(seats: int, nominees: int, extra: int) -> CandidatesFinding:
    keep = seats + extra
    sentence = step(
        f"副职应选{seats}名，差额{extra}名，候选人应为{keep}人，提名{nominees}人。",
        f"{seats} deputy posts with {extra} extra need {keep} candidates; {nominees} are nominated.",
    )
    if nominees < keep:
        return _finding(CandidatesState.TOO_FEW, nominees, keep, citation.CANDIDATES, sentence)
    state = CandidatesState.COMPETITIVE if nominees == keep else CandidatesState.PRIMARY
    return _finding(state, nominees, keep, citation.CANDIDATES, sentence)


def _by_election(seats: int, nominees: int, most: int | None) -> CandidatesFinding:
    sentence = step(
        f"补选{seats}名，提名{nominees}人；候选人可以多于或者等于名额。",
        f"A by-election for {seats} with {nominees} nominated; candidates may exceed or equal the posts.",
    )
    if nominees < seats:
        return _finding(CandidatesState.TOO_FEW, nominees, seats, citation.BY_ELECTION, sentence)
    if most is not None and nominees > most:
        return _finding(CandidatesState.PRIMARY, nominees, most, citation.BY_ELECTION, sentence)
    state = CandidatesState.EQUAL_NUMBER if nominees == seats else CandidatesState.COMPETITIVE
    return _finding(state, nominees, nominees, citation.BY_ELECTION, sentence)


class PrimaryState(StrEnum):
    """How a primary can end."""

    DECIDED = "DECIDED"
    TIED = "TIED"


@dataclass(frozen=True, slots=True)
class PrimaryOutcome:
    """Who goes through, and who is tied at the cut."""

    state: PrimaryState
    through: tuple[str, ...]
    tied: tuple[str, ...]
    tied_places: int
    ranking: tuple[tuple[str, int], ...]
    citations: tuple[Citation, ...]
    steps: tuple[Step, ...]
    next_acts: tuple[NextAct, ...]


def decide_primary(*, votes: Iterable[tuple[str, int]], keep: int) -> PrimaryOutcome:
    """Take the first by votes; no majority is needed. A tie at the cut is not regulated by law.

    Source: Organic Law art. 27(1).

    :raises ValueError: if there are not more persons than places.
    """
    counted = tuple(votes)
    refuse_impossible(keep=keep, **{f"votes_for_{key}": number for key, number in counted})
    if not 0 < keep < len(counted):
        raise ValueError("a primary needs more persons than places, and at least one place")
    filling = ranking.fill_seats(votes=counted, seats=keep, threshold=0)
    tied = bool(filling.tied)
    names_zh, names_en = "、".join(filling.filled), ", ".join(filling.filled)
    sentence = step(
        f"预选取前{keep}名，入选：{names_zh or '无'}；末位相等{len(filling.tied)}人，余{filling.tied_seats}名。",
        f"The first {keep} go through: {names_en or 'none'}; {len(filling.tied)} are tied for "
        f"{filling.tied_seats} places.",
    )
    return PrimaryOutcome(
        state=PrimaryState.TIED if tied else PrimaryState.DECIDED,
        through=filling.filled,
        tied=filling.tied,
        tied_places=filling.tied_seats,
        ranking=filling.ranking,
        citations=(citation.CANDIDATES, citation.PRIMARY_TIE_OPEN) if tied else (citation.CANDIDATES,),
        steps=(sentence,),
        next_acts=(NextAct.ASK_METHOD, NextAct.VOTE_AGAIN) if tied else (NextAct.OPEN_VOTE,),
    )
