"""Importing a year's targets: upload, then write the very bytes that were previewed, or give up."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed
from huitang.congress.journal import commands as journal
from huitang.congress.roster import file_import
from huitang.congress.roster import lookup as roster
from huitang.congress.roster.import_plan import Fate, ImportOutcome
from huitang.congress.targets import lookup, refusals
from huitang.congress.targets.models import Target, TargetImport
from huitang.congress.targets.plan import PlannedTarget, plan_of
from huitang.congress.targets.target_file import TargetLine, read_targets


@transaction.atomic
def upload_targets(*, year: int, filename: str, content: bytes, actor: Actor, now: datetime) -> int:
    """Keep a file for its preview; the targets themselves are not touched. Returns the import's id.

    :raises InputIsWrong: it is no spreadsheet, holds no targets, or those of another year; nothing is kept
    """
    actor.must_be_allowed_to(Deed.KEEP_TARGETS)
    read_targets(content, filename, year=year)
    kept = file_import.uploaded(filename, content, now=now)
    uploaded = TargetImport.objects.create(town_id=actor.town_id, year=year, **kept)
    _tell("targets.uploaded", uploaded, {}, actor, now)
    return int(uploaded.pk)


@transaction.atomic
def commit_import(*, import_id: int, seal: str, actor: Actor, now: datetime) -> ImportOutcome:
    """Write the previewed file, all of it or nothing. Targets it does not name stay as they are.

    `seal` is that of the plan the office has seen.

    :raises ImportIsSettled: written or given up before
    :raises TableIsWrong: a cell is wrong
    :raises TargetHasActuals: the file would change a target that has been measured
    :raises TargetsChangedMeanwhile: the targets changed after the preview
    """
    actor.must_be_allowed_to(Deed.KEEP_TARGETS)
    found = file_import.claim(lookup.imports_of(actor.town_id), import_id, now=now)
    roster.hold_town(actor.town_id)
    plan = plan_of(found)
    plan.wrong.refuse()
    for refusal in plan.barred:
        raise refusal
    if plan.seal != seal:
        raise refusals.TargetsChangedMeanwhile()
    new = [row.line for row in plan.rows if row.fate is Fate.NEW and row.line]
    changed = [row for row in plan.rows if row.fate is Fate.CHANGED]
    _add(new, found)
    for row in changed:
        _change(row, found)
    told = {"new": [line.promised for line in new], "changes": [_told(row) for row in changed]}
    _tell("targets.imported", found, told, actor, now)
    return ImportOutcome(len(new), len(changed), plan.counts[Fate.UNCHANGED])


@transaction.atomic
def give_up_import(*, import_id: int, actor: Actor, now: datetime) -> int:
    """Put an uploaded file aside; its bytes are not kept. Returns its year. :raises ImportIsSettled:"""
    actor.must_be_allowed_to(Deed.KEEP_TARGETS)
    found = file_import.give_up(lookup.imports_of(actor.town_id), import_id, now=now)
    _tell("targets.import_given_up", found, {}, actor, now)
    return found.year


def _add(lines: Sequence[TargetLine], found: TargetImport) -> None:
    own = Target.objects.filter(town_id=found.town_id, year=found.year)
    last = own.aggregate(last=Max("position"))["last"] or 0
    Target.objects.bulk_create(
        Target(town_id=found.town_id, year=found.year, position=position, source=found.filename, **asdict(line))
        for position, line in enumerate(lines, start=last + 1)
    )


def _change(row: PlannedTarget, found: TargetImport) -> None:
    """A figure may be entered at the same moment: then the target is no longer the file's to change."""
    if row.line is None:
        return
    own = Target.objects.filter(pk__in=[row.kept_id], actuals=None)
    if not own.update(**asdict(row.line), source=found.filename):
        raise refusals.TargetsChangedMeanwhile()


def _told(row: PlannedTarget) -> list[str]:
    """As the journal keeps a correction: what changed, the old and the new."""
    return [row.read.said["name"], *(text for change in row.changes for text in (change.old, change.new))]


def _tell(event: str, found: TargetImport, told: dict[str, object], actor: Actor, now: datetime) -> None:
    facts = {"file": found.filename, "sha256": found.sha256, "year": found.year, **told}
    journal.append(event, actor=actor, at=now, subject=f"targets:{found.year}", facts=facts)
