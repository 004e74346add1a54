"""Who may watch the count: no candidate, and no near relative of one."""

from dataclasses import dataclass
from enum import StrEnum

from huitang.rules import citation
from huitang.rules.legal_text import Citation, NextAct, Step, step


class ScrutineersState(StrEnum):
    """Whether the list may be put to the plenary."""

    ACCEPTABLE = "ACCEPTABLE"
    COLLISION = "COLLISION"
    NOBODY_NAMED = "NOBODY_NAMED"


class CollisionReason(StrEnum):
    """Why a person may not be a scrutineer or teller of this round."""

    IS_CANDIDATE = "IS_CANDIDATE"
    NEAR_RELATIVE = "NEAR_RELATIVE"


@dataclass(frozen=True, slots=True)
class Collision:
    """One person who collides, with which candidate, and why."""

    scrutineer: str
    candidate: str
    reason: CollisionReason


@dataclass(frozen=True, slots=True)
class ScrutineersFinding:
    """The finding with every collision named."""

    state: ScrutineersState
    collisions: tuple[Collision, ...]
    citations: tuple[Citation, ...]
    steps: tuple[Step, ...]
    next_acts: tuple[NextAct, ...]


def check_scrutineers(
    *, scrutineers: tuple[str, ...], candidates: tuple[str, ...], relatives: tuple[tuple[str, str], ...]
) -> ScrutineersFinding:
    """Name everyone who collides. A relation is a pair in either order.

    Source: Electoral Law art. 43 by analogy; the session's method.
    """
    if not scrutineers:
        sentence = step("没有监票人。", "No scrutineer is named.")
        return ScrutineersFinding(
            ScrutineersState.NOBODY_NAMED,
            (),
            (citation.SCRUTINEERS,),
            (sentence,),
            (NextAct.CHANGE_SCRUTINEERS,),
        )
    related = {pair for one, other in relatives for pair in ((one, other), (other, one))}
    collisions = tuple(
        Collision(person, candidate, reason)
        for person in scrutineers
        for candidate in candidates
        if (reason := _collides(person, candidate, related)) is not None
    )
    if collisions:
        return ScrutineersFinding(
            ScrutineersState.COLLISION,
            collisions,
            (citation.SCRUTINEERS,),
            tuple(_explain(collision) for collision in collisions),
            (NextAct.CHANGE_SCRUTINEERS,),
        )
    sentence = step(
        f"监票人{len(scrutineers)}人，都不是候选人或其近亲属。",
        f"None of the {len(scrutineers)} scrutineers is a candidate or a near relative of one.",
    )
    acts = (NextAct.ADOPT_LIST,)
    return ScrutineersFinding(ScrutineersState.ACCEPTABLE, (), (citation.SCRUTINEERS,), (sentence,), acts)


def _collides(person: str, candidate: str, related: set[tuple[str, str]]) -> CollisionReason | None:
    if person == candidate:
        return CollisionReason.IS_CANDIDATE
    return CollisionReason.NEAR_RELATIVE if (person, candidate) in related else None


def _explain(collision: Collision) -> Step:
    if collision.reason is CollisionReason.IS_CANDIDATE:
        return step(
            f"{collision.scrutineer}是候选人，不能监票、计票。",
            f"{collision.scrutineer} is a candidate and cannot watch or count.",
        )
    return step(
        f"{collision.scrutineer}是候选人{collision.candidate}的近亲属，不能监票、计票。",
        f"{collision.scrutineer} is a near relative of candidate {collision.candidate}.",
    )
