"""Candidate projects brought in as the office does it: uploaded, looked at, written."""

from datetime import datetime

from huitang.congress.accounts.actor import Actor
from huitang.congress.project_votes import import_commands, import_pages
from huitang.congress.project_votes.import_pages import ImportPage
from huitang.congress.roster.import_plan import ImportOutcome
from huitang.web.terminal import qinghe

NAME = "projects-12-choose-10.xlsx"
REAL = qinghe.read(NAME)


def preview(session_id: int, actor: Actor, now: datetime, content: bytes = REAL, *, name: str = NAME) -> ImportPage:
    found = import_commands.upload_candidates(
        session_id=session_id, filename=name, content=content, actor=actor, now=now
    )
    return import_pages.get_import(found, town_id=actor.town_id)


def commit(page: ImportPage, actor: Actor, now: datetime) -> ImportOutcome:
    return import_commands.commit_import(import_id=page.upload.id, seal=page.plan.seal, actor=actor, now=now)


def bring_in(session_id: int, actor: Actor, now: datetime, content: bytes = REAL, *, name: str = NAME) -> ImportOutcome:
    return commit(preview(session_id, actor, now, content, name=name), actor, now)
