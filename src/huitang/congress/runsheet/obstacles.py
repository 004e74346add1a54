"""What would refuse the chair's button, told beforehand, and the place where it is mended."""

from dataclasses import dataclass
from enum import StrEnum

from huitang.congress.attendance import commands as attendance
from huitang.congress.attendance import refusals as attendance_refusals
from huitang.congress.elections import queries as elections
from huitang.congress.elections import refusals as election_refusals
from huitang.congress.journal.refusal import Refusal
from huitang.congress.project_votes import queries as project_votes
from huitang.congress.project_votes import refusals as project_refusals
from huitang.congress.ratings import queries as ratings
from huitang.congress.ratings import refusals as rating_refusals
from huitang.congress.runsheet.deeds import Phase, StepDeed
from huitang.congress.runsheet.queries import NowView
from huitang.congress.scrutiny.commands import ScrutineersAreNotAdopted


class Place(StrEnum):
    """A page of the desk."""

    SIGN_IN = "SIGN_IN"
    SCRUTINEERS = "SCRUTINEERS"
    ELECTIONS = "ELECTIONS"
    PROJECTS = "PROJECTS"
    RATING = "RATING"
    RUNSHEET = "RUNSHEET"


@dataclass(frozen=True)
class Obstacle:
    sentence: str
    place: Place
    missing: int = 0  # deputies, when it is the quorum


_PLACES: tuple[tuple[tuple[type[Refusal], ...], Place], ...] = (
    ((attendance_refusals.QuorumIsNotMet,), Place.SIGN_IN),
    (
        (
            ScrutineersAreNotAdopted,
            election_refusals.ScrutineerCollides,
        ),
        Place.SCRUTINEERS,
    ),
    (
        (
            election_refusals.CandidatesAreWrong,
            election_refusals.NominationIsNotLawful,
            election_refusals.MethodIsUnlawful,
        ),
        Place.ELECTIONS,
    ),
    ((project_refusals.ProjectsAreMissing, project_refusals.MethodIsUnlawful), Place.PROJECTS),
    ((rating_refusals.NothingIsRated,), Place.RATING),
    (
        (
            election_refusals.MethodIsNotAdopted,
            project_refusals.MethodIsNotAdopted,
            attendance_refusals.SittingIsNotOpenToVote,
        ),
        Place.RUNSHEET,
    ),
)
_OPENS_VOTE = (Phase.READY, Phase.AGAIN, Phase.SHORT)
_VOTES = (StepDeed.HAND_VOTE, StepDeed.ELECTION, StepDeed.PROJECT_VOTE, StepDeed.RATING)


def place_of(refusal: Refusal) -> Place | None:
    """Where what is missing can be mended; None when it is mended on the chair's page itself."""
    return next((place for kinds, place in _PLACES if isinstance(refusal, kinds)), None)


def find_obstacle(now: NowView) -> Obstacle | None:
    """What the button would be refused with, when that can be known beforehand."""
    refusal = _find_refusal(now)
    place = place_of(refusal) if refusal else None
    if refusal is None or place is None:
        return None
    return Obstacle(str(refusal), place, missing=refusal.facts.get("missing", 0))


def _find_refusal(now: NowView) -> Refusal | None:
    if now.step is None or now.sitting is None or now.attendance is None:
        return None
    opens_vote = now.step.deed in _VOTES and now.phase in _OPENS_VOTE
    if opens_vote and now.sitting.stage != "OPEN":
        return attendance_refusals.SittingIsNotOpenToVote()
    if opens_vote or (now.step.deed == StepDeed.OPEN_SITTING and now.sitting.is_of_all_deputies):
        return attendance.find_quorum_refusal(now.attendance) or (_of_round(now) if opens_vote else None)
    return None


def _of_round(now: NowView) -> Refusal | None:
    if now.election is not None:
        return elections.find_obstacle(now.election.id)
    if now.project_vote is not None:
        return project_votes.find_obstacle(now.project_vote.id)
    if now.rating is not None:
        return ratings.find_obstacle(now.rating.id)
    return None
