"""Where a project vote stands: what is adopted, what the next round is and which projects stand in it."""

from dataclasses import dataclass

from django.db.models import Prefetch, prefetch_related_objects

from huitang.congress.project_votes.models import LivelihoodProject, ProjectRound, ProjectVote

Kind = ProjectRound.Kind


@dataclass(frozen=True)
class NextRound:
    """`kind` is None when nothing is left to choose."""

    kind: str | None
    places: int
    projects: tuple[str, ...]
    is_tie: bool = False


def read_rows(*votes: ProjectVote) -> None:
    """Read projects and rounds once; what follows asks the database no more."""
    projects = Prefetch("projects", LivelihoodProject.objects.order_by("number"))
    prefetch_related_objects(votes, projects, Prefetch("rounds", ProjectRound.objects.order_by("number")))


def list_adopted(vote: ProjectVote) -> tuple[str, ...]:
    """In the order of adoption: by rounds, within a round by votes."""
    return tuple(name for held in _declared(vote) for name in (held.outcome or {}).get("adopted", ()))


def _declared(vote: ProjectVote) -> list[ProjectRound]:
    read_rows(vote)
    return [held for held in vote.rounds.all() if held.is_declared]


def find_next_round(vote: ProjectVote) -> NextRound:
    """What must come next."""
    declared, adopted = _declared(vote), list_adopted(vote)
    names = tuple(project.name for project in vote.projects.all())
    places = vote.to_choose - len(adopted)
    if not declared:
        return NextRound(Kind.FIRST, places, names)
    last = declared[-1]
    outcome = last.outcome or {}
    if last.must_be_repeated:
        return NextRound(Kind.VOTE_AGAIN, last.places, tuple(last.projects), is_tie=last.is_tie)
    if outcome["tied"]:
        return NextRound(Kind.TIE_BALLOT, outcome["tied_places"], tuple(outcome["tied"]), is_tie=True)
    rest = tuple(name for name in names if name not in adopted)
    if places > 0 and len(rest) > places:
        return NextRound(Kind.FURTHER, places, rest)
    return NextRound(None, 0, ())
