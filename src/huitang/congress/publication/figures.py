"""The figures of released texts, read back from their facts. A page shows these numbers and no others."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

Facts = dict[str, Any]


@dataclass(frozen=True)
class Attendance:
    in_office: int
    on_leave: int
    present: int
    absent: int
    required: int


@dataclass(frozen=True)
class VoteFigures:
    """One show of hands."""

    id: int
    title: str
    in_office: int
    present: int
    votes_for: int
    votes_against: int
    abstentions: int
    not_voting: int
    needed: int
    is_passed: bool
    matter: str = ""

    @property
    def abstentions_begin(self) -> int:
        """Where the third part of the stacked bar begins, in votes."""
        return self.votes_for + self.votes_against


@dataclass(frozen=True)
class Standing:
    name: str
    votes: int
    is_chosen: bool


@dataclass(frozen=True)
class RoundFigures:
    """One counted ballot on paper."""

    number: int
    kind: str
    in_office: int
    present: int
    issued: int
    collected: int
    valid: int
    void: int
    needed: int
    standings: tuple[Standing, ...]


@dataclass(frozen=True)
class ElectionFigures:
    id: int
    post: str
    seats: int
    elected: tuple[str, ...]
    rounds: tuple[RoundFigures, ...]
    post_code: str = ""  # CHAIR, VICE_CHAIR, HEAD, DEPUTY_HEAD


@dataclass(frozen=True)
class ProjectFigures:
    candidates: int
    to_choose: int
    adopted: tuple[str, ...]
    rounds: tuple[RoundFigures, ...]


@dataclass(frozen=True)
class SittingFigures:
    """One meeting of the session; who came is told where it was counted."""

    title: str
    starts_at: datetime
    attendance: Attendance | None


@dataclass(frozen=True)
class SessionFigures:
    """What the released texts of one session say, put together."""

    agenda: tuple[str, ...]
    sittings: tuple[SittingFigures, ...]
    attendance: Attendance | None
    votes: tuple[VoteFigures, ...]
    elections: tuple[ElectionFigures, ...]
    projects: ProjectFigures | None


def gather(told: Iterable[Facts]) -> SessionFigures:
    """The figures of all released texts of a session, in order; of one matter the text named later counts."""
    agenda: tuple[str, ...] = ()
    sittings: tuple[SittingFigures, ...] = ()
    attendance: Attendance | None = None
    votes: dict[int, VoteFigures] = {}
    elections: dict[int, ElectionFigures] = {}
    projects: ProjectFigures | None = None
    for facts in told:
        agenda = tuple(facts.get("agenda", agenda))
        sittings = tuple(map(sitting_of, facts["sittings"])) if facts.get("sittings") else sittings
        attendance = attendance_of(facts) or attendance
        votes |= {vote["id"]: vote_of(vote) for vote in _votes(facts)}
        elections |= {one["id"]: election_of(one) for one in _elections(facts) if one["rounds"]}
        found = _projects(facts)
        projects = project_of(found) if found and found["rounds"] else projects
    return SessionFigures(agenda, sittings, attendance, tuple(votes.values()), tuple(elections.values()), projects)


def sitting_of(facts: Facts) -> SittingFigures:
    return SittingFigures(facts["title"], datetime.fromisoformat(facts["starts_at"]), attendance_of(facts))


def attendance_of(facts: Facts) -> Attendance | None:
    held = facts.get("attendance")
    return Attendance(**held) if held else None


def vote_of(facts: Facts) -> VoteFigures:
    return VoteFigures(
        id=facts["id"],
        title=facts["title"],
        in_office=facts["in_office"] or 0,
        present=facts["present"] or 0,
        votes_for=facts["for"] or 0,
        votes_against=facts["against"] or 0,
        abstentions=facts["abstentions"] or 0,
        not_voting=facts["not_voting"] or 0,
        needed=facts["needed"] or 0,
        is_passed=bool(facts["is_passed"]),
        matter=facts.get("matter", ""),
    )


def election_of(facts: Facts) -> ElectionFigures:
    elected = tuple(facts["elected"])
    return ElectionFigures(
        id=facts["id"],
        post=facts["post_zh"],
        seats=facts["seats"],
        elected=elected,
        rounds=_rounds(facts["rounds"], elected),
        post_code=facts.get("post", ""),
    )


def project_of(facts: Facts) -> ProjectFigures:
    adopted = tuple(facts["adopted"])
    return ProjectFigures(facts["candidates"], facts["to_choose"], adopted, _rounds(facts["rounds"], adopted))


def _rounds(held: list[Facts], chosen: tuple[str, ...]) -> tuple[RoundFigures, ...]:
    return tuple(
        RoundFigures(
            number=number,
            kind=facts["kind"],
            in_office=facts["in_office"],
            present=facts["present"],
            issued=facts["issued"],
            collected=facts["collected"],
            valid=facts["valid"],
            void=facts["void"],
            needed=facts["needed"],
            standings=tuple(Standing(one["name"], one["for"], one["name"] in chosen) for one in facts["votes"]),
        )
        for number, facts in enumerate(held, start=1)
    )


def _votes(facts: Facts) -> list[Facts]:
    """Of the news item all votes, of a resolution its one."""
    alone = [facts] if "matter" in facts else []
    return list(facts.get("votes", alone))


def _elections(facts: Facts) -> list[Facts]:
    alone = [facts] if "post_zh" in facts else []
    return list(facts.get("elections", alone))


def _projects(facts: Facts) -> Facts | None:
    return facts if "to_choose" in facts else facts.get("projects")
