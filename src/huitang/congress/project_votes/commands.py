"""The vote on livelihood projects: candidates, rounds on paper, declaration."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import get_language

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed
from huitang.congress.agenda import queries as agenda
from huitang.congress.attendance import commands as attendance
from huitang.congress.ballots import commands as ballots
from huitang.congress.ballots import queries as papers
from huitang.congress.ballots import rounds
from huitang.congress.ballots.rounds import CountedRound
from huitang.congress.journal import commands as journal
from huitang.congress.project_votes import refusals, standing
from huitang.congress.project_votes.models import LivelihoodProject, ProjectRound, ProjectVote
from huitang.congress.project_votes.project_file import ProjectLine
from huitang.congress.project_votes.standing import NextRound
from huitang.congress.resolutions import queries as resolutions
from huitang.congress.resolutions.commands import Matter
from huitang.congress.roster import lookup as roster
from huitang.congress.scrutiny import queries as scrutiny
from huitang.congress.sittings import queries as sittings
from huitang.rules import election_method, project_vote
from huitang.rules.election_method import MethodState, ProjectVoteMethod
from huitang.rules.project_papers import ProjectMethod, ProjectMode, ProjectTally
from huitang.rules.project_vote import ProjectVoteOutcome


@transaction.atomic
def prepare_vote(
    *,
    session_id: int,
    item_id: int | None,
    to_choose: int,
    mode: str,
    is_competitive: bool,
    actor: Actor,
    now: datetime,
) -> int:
    """Prepare the vote of a session; returns its id. :raises ProjectVoteExists: :raises MethodIsUnlawful:"""
    actor.must_be_allowed_to(Deed.KEEP_PROJECTS)
    sittings.get_session(session_id, town_id=actor.town_id)
    agenda.must_be_of(session_id, item_id)
    _must_be_lawful(to_choose, mode, is_competitive)
    try:
        with transaction.atomic():
            vote = ProjectVote.objects.create(
                session_id=session_id,
                item_id=item_id,
                to_choose=to_choose,
                mode=mode,
                is_competitive=is_competitive,
            )
    except IntegrityError as error:
        raise refusals.ProjectVoteExists() from error
    facts = {"to_choose": to_choose, "mode": mode}
    journal.append("project_vote.prepared", actor=actor, at=now, subject=f"project_vote:{vote.pk}", facts=facts)
    return int(vote.pk)


@transaction.atomic
def set_method(
    *,
    vote_id: int,
    to_choose: int,
    mode: str,
    is_competitive: bool,
    revote_majority_again: bool,
    actor: Actor,
    now: datetime,
) -> None:
    """Keep the draft 票决办法. :raises ProjectsAreFixed: :raises MethodIsUnlawful: :raises MethodIsAdopted:"""
    actor.must_be_allowed_to(Deed.KEEP_PROJECTS)
    vote = get_vote(vote_id, town_id=actor.town_id)
    if resolutions.is_adopted(vote.session_id, Matter.PROJECT_METHOD):
        raise refusals.MethodIsAdopted()
    _must_be_lawful(to_choose, mode, is_competitive)
    fields = {
        "to_choose": to_choose,
        "mode": mode,
        "is_competitive": is_competitive,
        "revote_majority_again": revote_majority_again,
    }
    if not ProjectVote.objects.filter(pk=vote_id, rounds=None).update(**fields):
        raise refusals.ProjectsAreFixed()
    journal.append("project_vote.method_set", actor=actor, at=now, subject=f"project_vote:{vote_id}", facts=fields)


@transaction.atomic
def keep_method(
    *,
    session_id: int,
    to_choose: int,
    mode: str,
    is_competitive: bool,
    revote_majority_again: bool,
    actor: Actor,
    now: datetime,
) -> None:
    """The same by session; a session without a project vote gets one. Raises what both raise."""
    actor.must_be_allowed_to(Deed.KEEP_PROJECTS)
    vote_id = ProjectVote.objects.filter(session_id=session_id).values_list("pk", flat=True).first()
    if vote_id is None:
        vote_id = prepare_vote(
            session_id=session_id,
            item_id=None,
            to_choose=to_choose,
            mode=mode,
            is_competitive=is_competitive,
            actor=actor,
            now=now,
        )
    set_method(
        vote_id=vote_id,
        to_choose=to_choose,
        mode=mode,
        is_competitive=is_competitive,
        revote_majority_again=revote_majority_again,
        actor=actor,
        now=now,
    )


@transaction.atomic
def keep_candidates(*, session_id: int, lines: Sequence[ProjectLine], actor: Actor, now: datetime) -> int:
    """Replace the candidates of a session's vote by lines that were screened here; returns how many.

    :raises ProjectVoteIsUnknown: no method is kept yet, or the session is another town's :raises ProjectsAreFixed:
    """
    actor.must_be_allowed_to(Deed.KEEP_PROJECTS)
    votes = ProjectVote.objects.filter(session_id=session_id, session__term__town_id=actor.town_id)
    vote_id = votes.values_list("pk", flat=True).first()
    if vote_id is None:
        raise refusals.ProjectVoteIsUnknown()
    roster.hold_town(actor.town_id)
    replace_candidates(vote_id, lines)
    facts = {"projects": [line.name for line in lines]}
    subject = f"project_vote:{vote_id}"
    journal.append("project_vote.candidates_kept", actor=actor, at=now, subject=subject, facts=facts)
    return len(lines)


def replace_candidates(vote_id: int, lines: Sequence[ProjectLine]) -> None:
    """Inside a command, which has made the town's writers queue. :raises ProjectsAreFixed:"""
    if ProjectRound.objects.filter(vote_id=vote_id).exists():
        raise refusals.ProjectsAreFixed()
    LivelihoodProject.objects.filter(vote_id=vote_id).delete()
    LivelihoodProject.objects.bulk_create(LivelihoodProject(vote_id=vote_id, **asdict(line)) for line in lines)


@transaction.atomic
def open_round(*, vote_id: int, sitting_id: int, actor: Actor, now: datetime) -> int:
    """Open the round that must come next and freeze its electorate; returns its id.

    :raises MethodIsNotAdopted: :raises ScrutineersAreNotAdopted: :raises ProjectsAreMissing:
    :raises VoteIsComplete: :raises RoundIsOpen: :raises QuorumIsNotMet:
    """
    actor.must_be_allowed_to(Deed.CONDUCT)
    roster.hold_town(actor.town_id)  # the names are frozen below: nobody may replace the list meanwhile
    vote = get_vote(vote_id, town_id=actor.town_id)
    coming = standing.find_next_round(vote)
    must_be_ready(vote, coming)
    electorate = attendance.freeze_electorate(sitting_id=sitting_id, session_id=vote.session_id, now=now)
    read = ProjectMethod(projects=coming.projects, places=coming.places, mode=ProjectMode(vote.mode))
    title = f"{vote.session.term.town.name}民生实事项目票决票"
    ballot = ballots.open_project_ballot(title=title, method=read, voters=electorate.deputies_present)
    fresh = ProjectRound(
        vote=vote,
        number=vote.rounds.count() + 1,
        kind=str(coming.kind),
        places=coming.places,
        projects=list(coming.projects),
        is_tie=coming.is_tie,
        sitting_id=sitting_id,
        electorate=electorate,
        ballot_id=ballot,
        opened_at=now,
    )
    facts = rounds.keep_open(fresh)
    journal.append("project_vote.round_opened", actor=actor, at=now, subject=f"project_vote:{vote_id}", facts=facts)
    return int(fresh.pk)


@transaction.atomic
def declare_result(*, round_id: int, actor: Actor, now: datetime) -> ProjectVoteOutcome:
    """Close the round and decide it from the count. :raises RoundIsNotOpen: :raises CountIsNotFinished:"""
    actor.must_be_allowed_to(Deed.CONDUCT)
    ours = ProjectRound.objects.select_related("vote").filter(vote__session__term__town_id=actor.town_id)
    held = rounds.get_open(ours, round_id)
    counted = count_round(held)
    rounds.declare(held, counted, now=now)
    facts = {
        "round": held.number,
        "state": str(counted.outcome.state),
        "adopted": list(counted.outcome.adopted),
        "votes": [[name, votes] for name, votes in counted.outcome.ranking],
    }
    journal.append(
        "project_vote.result_declared",
        actor=actor,
        at=now,
        subject=f"project_vote:{held.vote_id}",
        facts=facts,
    )
    return counted.outcome


def count_round(held: ProjectRound) -> CountedRound[ProjectTally, ProjectVoteOutcome]:
    """Count and decide without recording. :raises CountIsNotFinished:"""
    tally = papers.get_project_tally(held.ballot_id)
    by_most_votes = held.is_tie and not held.vote.revote_majority_again
    outcome = project_vote.decide_project_vote(
        deputies_in_office=held.electorate.deputies_in_office,
        places=held.places,
        votes=tally.votes,
        mode=ProjectMode.PLURALITY if by_most_votes else ProjectMode(held.vote.mode),
        competitive=held.vote.is_competitive,
        **rounds.count_papers(held, tally),
    )
    return CountedRound(tally, outcome)


def get_vote(vote_id: int, *, town_id: int) -> ProjectVote:
    """:raises ProjectVoteIsUnknown: also of another town"""
    votes = ProjectVote.objects.select_related("session__term__town")
    vote = votes.filter(pk=vote_id, session__term__town_id=town_id).first()
    if vote is None:
        raise refusals.ProjectVoteIsUnknown()
    return vote


def must_be_ready(vote: ProjectVote, coming: NextRound) -> None:
    """Whether a round may be opened, apart from the quorum. :raises Refusal: what is missing"""
    if coming.kind is None:
        raise refusals.VoteIsComplete()
    if len(coming.projects) < coming.places:
        raise refusals.ProjectsAreMissing(found=len(coming.projects), to_choose=coming.places)
    if not resolutions.is_adopted(vote.session_id, Matter.PROJECT_METHOD):
        raise refusals.MethodIsNotAdopted()
    scrutiny.must_be_adopted(vote.session_id)


def _must_be_lawful(to_choose: int, mode: str, is_competitive: bool) -> None:
    method = ProjectVoteMethod(places=to_choose, mode=ProjectMode(mode), competitive=is_competitive)
    finding = election_method.check_project_method(method)
    if finding.state is MethodState.REFUSED:
        is_english = (get_language() or "").startswith("en")
        told = (p.text.en if is_english else p.text.zh for p in finding.problems if p.refused)
        raise refusals.MethodIsUnlawful(problems=" ".join(told))
