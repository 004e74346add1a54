"""The presidium: its size, who may sit on it, its quorum and its votes."""

from dataclasses import dataclass
from enum import StrEnum

from huitang.rules import citation, majority
from huitang.rules.legal_text import Citation, NextAct, Step, refuse_impossible, step


class PresidiumQuorum(StrEnum):
    """How many members must be present; a matter of the province."""

    HALF = "HALF"
    TWO_THIRDS = "TWO_THIRDS"


class PresidiumVoteState(StrEnum):
    """How a vote of the presidium can end."""

    PASSED = "PASSED"
    FAILED = "FAILED"
    NO_QUORUM = "NO_QUORUM"
    COUNT_MISMATCH = "COUNT_MISMATCH"


@dataclass(frozen=True, slots=True)
class PresidiumVoteOutcome:
    """The outcome with both thresholds."""

    state: PresidiumVoteState
    members: int
    members_required: int
    votes_needed: int
    citations: tuple[Citation, ...]
    steps: tuple[Step, ...]
    next_acts: tuple[NextAct, ...]


def decide_presidium_vote(
    *,
    members: int,
    present: int,
    votes_for: int,
    quorum: PresidiumQuorum = PresidiumQuorum.HALF,
    cited: tuple[Citation, ...] = (citation.PRESIDIUM_VOTE_OPEN,),
) -> PresidiumVoteOutcome:
    """Decide a vote of the presidium: a majority of all its members.

    Source: provincial regulations (ZJ 24, CQ 34, HN 5; JS 22-23 with two thirds); no national number.
    """
    refuse_impossible(members=members, present=present, votes_for=votes_for)
    needed = majority.majority_of_all(members)
    required = needed if quorum is PresidiumQuorum.HALF else majority.two_thirds(members)
    state = _state(members=members, present=present, votes_for=votes_for, required=required, needed=needed)
    sentence = step(
        f"主席团{members}人，须到{required}人，实到{present}人；过半数为{needed}人，赞成{votes_for}人。",
        f"{members} members, {required} must be present and {present} are; {needed} needed, {votes_for} for.",
    )
    return PresidiumVoteOutcome(state, members, required, needed, cited, (sentence,), _NEXT[state])


def _state(*, members: int, present: int, votes_for: int, required: int, needed: int) -> PresidiumVoteState:
    if present > members or votes_for > present:
        return PresidiumVoteState.COUNT_MISMATCH
    if present < required:
        return PresidiumVoteState.NO_QUORUM
    return PresidiumVoteState.PASSED if votes_for >= needed else PresidiumVoteState.FAILED


_NEXT: dict[PresidiumVoteState, tuple[NextAct, ...]] = {
    PresidiumVoteState.PASSED: (),
    PresidiumVoteState.FAILED: (),
    PresidiumVoteState.NO_QUORUM: (NextAct.WAIT_FOR_QUORUM,),
    PresidiumVoteState.COUNT_MISMATCH: (NextAct.RECOUNT,),
}
