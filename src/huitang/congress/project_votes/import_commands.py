"""Importing the candidates of a project vote: upload, then let the previewed list replace them, or give up."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed
from huitang.congress.journal import commands as journal
from huitang.congress.project_votes import refusals
from huitang.congress.project_votes.commands import replace_candidates
from huitang.congress.project_votes.import_pages import imports_of
from huitang.congress.project_votes.models import CandidateImport, ProjectRound, ProjectVote
from huitang.congress.project_votes.plan import Plan, plan_of
from huitang.congress.project_votes.project_file import read_projects
from huitang.congress.roster import file_import
from huitang.congress.roster import lookup as roster
from huitang.congress.roster.import_plan import Fate, ImportOutcome


@transaction.atomic
def upload_candidates(*, session_id: int, filename: str, content: bytes, actor: Actor, now: datetime) -> int:
    """Keep a file for its preview; the candidates themselves are not touched. Returns the import's id.

    :raises ProjectVoteIsUnknown: no method is kept yet, or the session is another town's
    :raises ProjectsAreFixed: a round was opened
    :raises InputIsWrong: it is no spreadsheet, or holds no list of projects; nothing is kept
    """
    actor.must_be_allowed_to(Deed.KEEP_PROJECTS)
    vote = ProjectVote.objects.filter(session_id=session_id, session__term__town_id=actor.town_id).first()
    if vote is None:
        raise refusals.ProjectVoteIsUnknown()
    if ProjectRound.objects.filter(vote=vote).exists():
        raise refusals.ProjectsAreFixed()
    read_projects(content, filename)
    uploaded = CandidateImport.objects.create(vote=vote, **file_import.uploaded(filename, content, now=now))
    _tell("project_vote.candidates_uploaded", uploaded, {}, actor, now)
    return int(uploaded.pk)


@transaction.atomic
def commit_import(*, import_id: int, seal: str, actor: Actor, now: datetime) -> ImportOutcome:
    """Let the previewed list replace the candidates, all of it or nothing; the same list again touches nothing.

    `seal` is that of the plan the office has seen.

    :raises ImportIsSettled: written or given up before
    :raises TableIsWrong: a cell is wrong
    :raises CandidatesChangedMeanwhile: the candidates changed after the preview
    :raises ProjectsAreFixed: a round was opened
    """
    actor.must_be_allowed_to(Deed.KEEP_PROJECTS)
    found = file_import.claim(imports_of(actor.town_id), import_id, now=now)
    roster.hold_town(actor.town_id)
    plan = plan_of(found)
    plan.wrong.refuse()
    if plan.seal != seal:
        raise refusals.CandidatesChangedMeanwhile()
    if not plan.changes_nothing:
        replace_candidates(found.vote_id, [row.line for row in plan.rows])
    _tell("project_vote.candidates_imported", found, _told(plan), actor, now)
    counts = plan.counts
    return ImportOutcome(counts[Fate.NEW], counts[Fate.CHANGED], counts[Fate.UNCHANGED])


@transaction.atomic
def give_up_import(*, import_id: int, actor: Actor, now: datetime) -> int:
    """Put an uploaded file aside; its bytes are not kept. Returns its session. :raises ImportIsSettled:"""
    actor.must_be_allowed_to(Deed.KEEP_PROJECTS)
    found = file_import.give_up(imports_of(actor.town_id), import_id, now=now)
    _tell("project_vote.candidates_given_up", found, {}, actor, now)
    return int(found.vote.session_id)


def _told(plan: Plan) -> Mapping[str, object]:
    """The new list, and what the old one said otherwise: enough to put it back by hand."""
    return {
        "projects": [row.line.name for row in plan.rows],
        "changes": [[row.line.name, change.key, change.old, change.new] for row in plan.rows for change in row.changes],
        "left_out": [line.name for line in plan.going],
    }


def _tell(event: str, found: CandidateImport, told: Mapping[str, object], actor: Actor, now: datetime) -> None:
    facts = {"file": found.filename, "sha256": found.sha256, **told}
    journal.append(event, actor=actor, at=now, subject=f"project_vote:{found.vote_id}", facts=facts)
