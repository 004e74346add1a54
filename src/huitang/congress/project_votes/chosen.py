"""What a session's project vote has chosen, with the votes each project got: what is built from then on."""

from dataclasses import dataclass
from datetime import datetime

from huitang.congress.journal.one_look import once
from huitang.congress.project_votes import standing
from huitang.congress.project_votes.models import LivelihoodProject, ProjectRound, ProjectVote


@dataclass(frozen=True)
class ChosenProject:
    """One project the deputies chose; `rank` counts in the order of adoption, the days are words."""

    id: int
    number: int
    name: str
    category: str
    scale: str
    investment_yuan: int | None
    funding: str
    leader: str
    unit: str
    starts: str
    due: str
    votes: int
    rank: int
    declared_at: datetime


def list_chosen(session_id: int, *, town_id: int) -> tuple[ChosenProject, ...]:
    """In the order of the candidate list; empty before a result was declared, or while a round is open."""
    votes = ProjectVote.objects.filter(session_id=session_id, session__term__town_id=town_id)
    vote = votes.first()
    if vote is None:
        return ()
    standing.read_rows(vote)
    rounds = list(vote.rounds.all())
    if any(held.state == ProjectRound.State.OPEN for held in rounds):
        return ()
    found = _votes_of(rounds)
    return tuple(_chosen(project, *found[project.name]) for project in vote.projects.all() if project.name in found)


@once
def list_sessions(town_id: int) -> frozenset[int]:
    """The sessions that have declared a result of their project vote."""
    declared = ProjectRound.objects.filter(vote__session__term__town_id=town_id, state=ProjectRound.State.DECLARED)
    return frozenset(declared.order_by().values_list("vote__session_id", flat=True))


def _votes_of(rounds: list[ProjectRound]) -> dict[str, tuple[int, int, datetime]]:
    """By name: votes, rank, and when it was declared."""
    found: dict[str, tuple[int, int, datetime]] = {}
    for held in rounds:
        outcome = held.outcome or {}
        votes = dict(outcome.get("ranking", ()))
        for name in outcome.get("adopted", ()):
            if held.declared_at is not None:
                found[name] = (int(votes.get(name, 0)), len(found) + 1, held.declared_at)
    return found


def _chosen(project: LivelihoodProject, votes: int, rank: int, declared_at: datetime) -> ChosenProject:
    return ChosenProject(
        id=project.pk,
        number=project.number,
        name=project.name,
        category=project.category,
        scale=project.scale,
        investment_yuan=project.investment_yuan,
        funding=project.funding,
        leader=project.leader,
        unit=project.unit,
        starts=project.starts,
        due=project.due,
        votes=votes,
        rank=rank,
        declared_at=declared_at,
    )
