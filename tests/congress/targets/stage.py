"""The year's targets brought in as the office does it: uploaded, looked at, written."""

from datetime import datetime

from huitang.congress.accounts.actor import Actor
from huitang.congress.roster.import_plan import ImportOutcome
from huitang.congress.targets import import_commands, import_pages
from huitang.congress.targets.import_pages import ImportPage
from huitang.web.terminal import qinghe

NAME = "targets-2025.csv"
REAL = qinghe.read(NAME)


def preview(office: Actor, now: datetime, content: bytes = REAL, *, name: str = NAME, year: int = 2025) -> ImportPage:
    found = import_commands.upload_targets(year=year, filename=name, content=content, actor=office, now=now)
    return import_pages.get_import(found, town_id=office.town_id)


def commit(office: Actor, now: datetime, page: ImportPage) -> ImportOutcome:
    seal = page.plan.seal
    return import_commands.commit_import(import_id=page.upload.id, seal=seal, actor=office, now=now)


def bring_in(
    office: Actor, now: datetime, content: bytes = REAL, *, name: str = NAME, year: int = 2025
) -> ImportOutcome:
    return commit(office, now, preview(office, now, content, name=name, year=year))
