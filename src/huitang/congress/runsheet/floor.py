"""What the chair's page needs in one look: now, the count, what will be declared, what stands in the way."""

from dataclasses import dataclass
from enum import StrEnum

from huitang.congress.ballots import queries as ballots
from huitang.congress.ballots.queries import CountProgress
from huitang.congress.elections import queries as elections
from huitang.congress.journal import queries as journal
from huitang.congress.project_votes import queries as project_votes
from huitang.congress.ratings import queries as ratings
from huitang.congress.resolutions.commands import Matter
from huitang.congress.runsheet import obstacles, queries, rating_results, results, words
from huitang.congress.runsheet.deeds import Phase
from huitang.congress.runsheet.obstacles import Obstacle
from huitang.congress.runsheet.queries import NowView
from huitang.congress.runsheet.results import Result
from huitang.congress.sittings import queries as sittings


class Further(StrEnum):
    """After a round that filled too few seats: what the congress has said of electing further now (ZZF 29)."""

    ASK = "ASK"
    ADOPTED = "ADOPTED"
    REJECTED = "REJECTED"
    NOT_ASKED = "NOT_ASKED"  # a vote on projects, a rating: nobody has to be asked


@dataclass(frozen=True)
class Floor:
    now: NowView
    progress: CountProgress | None
    declaring: Result | None  # COUNTED or VOID: the result as it will be declared; nobody else may see it
    obstacle: Obstacle | None
    further: Further | None

    @property
    def has_gaps(self) -> bool:
        """Whether the words still have a blank that the office should fill."""
        return self.now.step is not None and words.BLANK in self.now.step.words

    @property
    def place(self) -> int:
        """Which step this is, counted from one."""
        return next((n for n, step in enumerate(self.now.steps, start=1) if step == self.now.step), 0)


def get_floor(session_id: int | None, *, town_id: int, chain: str) -> Floor | None:
    """The session asked for, or the current one; None when the town has none. :raises SessionIsUnknown: not ours"""
    if session_id is None:
        session = sittings.get_current_session(town_id)
        if session is None:
            return None
    else:
        session = sittings.get_session(session_id, town_id=town_id)
    now = queries.get_now(session.id, chain=chain)
    return Floor(
        now=now,
        progress=ballots.get_progress(now.ballot.id, who="") if now.ballot else None,
        declaring=_declaring(now),
        obstacle=obstacles.find_obstacle(now),
        further=_further(now),
    )


def get_version(chain: str) -> int:
    """Grows with each deed in the town: a poll asks this before anything else."""
    return journal.get_sequence(chain)


def _declaring(now: NowView) -> Result | None:
    if now.phase not in (Phase.COUNTED, Phase.VOID):
        return None
    if now.election is not None and now.election.open_round is not None:
        return results.of_counted(elections.get_count_sheet(now.election.open_round.id))
    if now.project_vote is not None and now.project_vote.open_round is not None:
        return results.of_counted(project_votes.get_count_sheet(now.project_vote.open_round.id))
    if now.rating is not None and now.rating.open_round is not None:
        return rating_results.of_counted(ratings.get_count_sheet(now.rating.open_round.id))
    return None


def _further(now: NowView) -> Further | None:
    if now.phase is not Phase.SHORT:
        return None
    if now.election is None:
        return Further.NOT_ASKED
    last = now.election.last_round
    asked = [
        vote
        for vote in now.record.decided_votes
        if vote.matter == Matter.FURTHER_ELECTION
        and vote.decided_at
        and last
        and last.declared_at
        and vote.decided_at >= last.declared_at
    ]
    if not asked:
        return Further.ASK
    return Further.ADOPTED if any(vote.is_passed for vote in asked) else Further.REJECTED
