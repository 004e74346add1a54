"""The project vote of a session: candidates, rounds, what is adopted."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from huitang.congress.ballots import rounds
from huitang.congress.ballots.rounds import PaperRoundRow
from huitang.congress.journal import findings
from huitang.congress.journal.one_look import once
from huitang.congress.journal.refusal import Refusal
from huitang.congress.project_votes import commands, refusals, standing
from huitang.congress.project_votes.models import LivelihoodProject, ProjectRound, ProjectVote
from huitang.congress.project_votes.project_file import in_wan
from huitang.congress.project_votes.standing import NextRound
from huitang.congress.resolutions import queries as resolutions
from huitang.congress.resolutions.commands import Matter
from huitang.congress.sittings import queries as sittings
from huitang.congress.sittings.queries import SessionRow


@dataclass(frozen=True)
class ProjectRow:
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

    @property
    def investment(self) -> str:
        """In 万元, as it is printed."""
        return "" if self.investment_yuan is None else in_wan(self.investment_yuan)


@dataclass(frozen=True)
class ProjectRoundRow(PaperRoundRow):
    vote_id: int
    places: int
    projects: tuple[str, ...]
    is_tie: bool


@dataclass(frozen=True)
class ProjectVoteRow:
    id: int
    session_id: int
    item_id: int | None
    to_choose: int
    mode: str
    is_competitive: bool
    revote_majority_again: bool
    projects: tuple[ProjectRow, ...]
    rounds: tuple[ProjectRoundRow, ...]
    adopted: tuple[str, ...]
    next_round: NextRound

    @property
    def is_complete(self) -> bool:
        return bool(self.rounds) and self.next_round.kind is None

    @property
    def open_round(self) -> ProjectRoundRow | None:
        return rounds.open_one(self.rounds)

    @property
    def adopted_projects(self) -> tuple[ProjectRow, ...]:
        """In the order of the candidate list."""
        return tuple(project for project in self.projects if project.name in self.adopted)


@dataclass(frozen=True)
class ProjectCountSheet:
    round: ProjectRoundRow
    tally: dict[str, Any]
    outcome: dict[str, Any]


@dataclass(frozen=True)
class ProjectDesk:
    """What the office sees; `next` names what must be done next, and the page has a sentence for each."""

    session: SessionRow
    vote: ProjectVoteRow | None
    is_method_adopted: bool
    next: str

    @property
    def total_investment(self) -> str:
        """Of all candidates, in 万元."""
        projects = self.vote.projects if self.vote else ()
        return in_wan(sum(project.investment_yuan or 0 for project in projects))


def get_project_desk(session_id: int, *, town_id: int) -> ProjectDesk:
    """:raises SessionIsUnknown:"""
    session = sittings.get_session(session_id, town_id=town_id)
    vote = find_vote(session_id)
    adopted = resolutions.is_adopted(session_id, Matter.PROJECT_METHOD)
    watched = resolutions.is_adopted(session_id, Matter.SCRUTINEERS)
    return ProjectDesk(session, vote, adopted, _next(vote, adopted, watched) if vote else "METHOD")


def _next(vote: ProjectVoteRow, method_adopted: bool, scrutineers_adopted: bool) -> str:
    """The first thing that is missing on the way to a result."""
    if vote.open_round is not None:
        return "ROUND_OPEN"
    if vote.rounds:
        return str(vote.next_round.kind or "DONE")
    if not vote.projects:
        return "IMPORT"
    if len(vote.projects) < vote.to_choose + vote.is_competitive:
        return "TOO_FEW"
    if not method_adopted:
        return "ADOPT_METHOD"
    return "VOTE" if scrutineers_adopted else "ADOPT_SCRUTINEERS"


@once
def find_vote(session_id: int) -> ProjectVoteRow | None:
    vote = ProjectVote.objects.filter(session_id=session_id).first()
    return _vote(vote) if vote else None


def count_adopted(session_ids: Sequence[int]) -> dict[int, int]:
    """How many projects each of these sessions has adopted; those without a vote are left out."""
    votes = list(ProjectVote.objects.filter(session_id__in=session_ids))
    standing.read_rows(*votes)
    return {vote.session_id: len(standing.list_adopted(vote)) for vote in votes}


def get_vote(vote_id: int) -> ProjectVoteRow:
    """:raises ProjectVoteIsUnknown:"""
    vote = ProjectVote.objects.filter(pk=vote_id).first()
    if vote is None:
        raise refusals.ProjectVoteIsUnknown()
    return _vote(vote)


def find_round_of_ballot(ballot_id: int) -> ProjectRoundRow | None:
    held = ProjectRound.objects.select_related("vote").filter(ballot_id=ballot_id).first()
    return _round(held) if held else None


def get_count_sheet(round_id: int) -> ProjectCountSheet:
    """:raises CountIsNotFinished: :raises ProjectVoteIsUnknown:"""
    held = ProjectRound.objects.select_related("vote", "electorate").filter(pk=round_id).first()
    if held is None:
        raise refusals.ProjectVoteIsUnknown()
    counted = commands.count_round(held)
    return ProjectCountSheet(_round(held), findings.stored(counted.tally), findings.stored(counted.outcome))


def find_obstacle(vote_id: int) -> Refusal | None:
    """What would refuse the round that must come next, before anybody presses the button."""
    vote = ProjectVote.objects.get(pk=vote_id)
    try:
        commands.must_be_ready(vote, standing.find_next_round(vote))
    except Refusal as refusal:
        return refusal
    return None


def _vote(vote: ProjectVote) -> ProjectVoteRow:
    standing.read_rows(vote)
    return ProjectVoteRow(
        id=vote.pk,
        session_id=vote.session_id,
        item_id=vote.item_id,
        to_choose=vote.to_choose,
        mode=vote.mode,
        is_competitive=vote.is_competitive,
        revote_majority_again=vote.revote_majority_again,
        projects=tuple(_project(project) for project in vote.projects.all()),
        rounds=tuple(_round(held) for held in vote.rounds.all()),
        adopted=standing.list_adopted(vote),
        next_round=standing.find_next_round(vote),
    )


def _project(project: LivelihoodProject) -> ProjectRow:
    return ProjectRow(
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
    )


def _round(held: ProjectRound) -> ProjectRoundRow:
    return ProjectRoundRow(
        **rounds.row_of(held),
        session_id=held.vote.session_id,
        vote_id=held.vote_id,
        places=held.places,
        projects=tuple(held.projects),
        is_tie=held.is_tie,
    )
