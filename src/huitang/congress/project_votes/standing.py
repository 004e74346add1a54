"""Where a project vote stands: what is adopted, what the next round is and which projects stand in it."""

from dataclasses import dataclass

from huitang.congress.project_votes.models import ProjectRound, ProjectVote

Kind = ProjectRound.Kind


@dataclass(frozen=True)
class NextRound:
    """`kind` is None when nothing is left to choose."""

    kind: str | None
    places: int
    projects: tuple[str, ...]
    is_tie: bool = False


def list_adopted(vote: ProjectVote) -> tuple[str, ...]:
    """In the order of adoption: by rounds, within a round by votes."""
    rounds = vote.rounds.filter(state=ProjectRound.State.DECLARED).order_by("number")
    return tuple(name for held in rounds for name in (held.outcome or {}).get("adopted", ()))


def find_next_round(vote: ProjectVote) -> NextRound:
    """What must come next."""
    names = tuple(vote.projects.order_by("number").values_list("name", flat=True))
    adopted = list_adopted(vote)
    places = vote.to_choose - len(adopted)
    last = vote.rounds.filter(state=ProjectRound.State.DECLARED).order_by("-number").first()
    if last is None:
        return NextRound(Kind.FIRST, places, names)
    outcome = last.outcome or {}
    if outcome["state"] in ("VOID_ROUND", "COUNT_ERROR", "OVER_ISSUED", "NO_QUORUM"):
        return NextRound(Kind.VOTE_AGAIN, last.places, tuple(last.projects), is_tie=last.is_tie)
    if outcome["tied"]:
        return NextRound(Kind.TIE_BALLOT, outcome["tied_places"], tuple(outcome["tied"]), is_tie=True)
    rest = tuple(name for name in names if name not in adopted)
    if places > 0 and len(rest) > places:
        return NextRound(Kind.FURTHER, places, rest)
    return NextRound(None, 0, ())
