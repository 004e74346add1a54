"""Importing a roll: upload, then commit the very bytes that were previewed, or give up."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.models import F, Max

from huitang.adapters.names.initials import initials
from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed
from huitang.congress.journal import commands as journal
from huitang.congress.roster import file_import, lookup, namesakes, refusals
from huitang.congress.roster.import_plan import ImportOutcome
from huitang.congress.roster.models import Delegation, Deputy, MandateChange, RollImport, Term
from huitang.congress.roster.preview import Plan, PreviewRow, RowState, make_plan
from huitang.congress.roster.roll_file import RollFile, read_roll_file
from huitang.rules.mandate import ChangeKind

SHIFT = 20_000  # above every number a deputy can have; numbers are parked here while they are exchanged


@transaction.atomic
def upload_roll(*, term_id: int, filename: str, content: bytes, actor: Actor, now: datetime) -> int:
    """Keep a file for its preview; the roll itself is not touched. Returns the import's id.

    :raises RollFileIsRefused: it is no spreadsheet, or holds no roll; nothing is kept
    """
    actor.must_be_allowed_to(Deed.KEEP_ROLL)
    term = lookup.term_of(actor.town_id, term_id)
    lookup.hold_roll(term_id)
    read_roll_file(content, filename)
    uploaded = RollImport.objects.create(term=term, **file_import.uploaded(filename, content, now=now))
    facts = {"file": uploaded.filename, "sha256": uploaded.sha256}
    journal.append("roll.uploaded", actor=actor, at=now, subject=f"term:{term_id}", facts=facts)
    return int(uploaded.pk)


@transaction.atomic
def commit_import(*, import_id: int, seal: str, in_office_from: date, actor: Actor, now: datetime) -> ImportOutcome:
    """Write the previewed file into the roll, all of it or nothing.

    `seal` is that of the plan the clerk has seen; `in_office_from` is the day the new deputies'
    mandates begin. Deputies the file does not name stay as they are.

    :raises ImportIsSettled: committed or given up before
    :raises TableIsWrong: a cell is wrong
    :raises RollChangedMeanwhile: the roll changed after the preview
    """
    actor.must_be_allowed_to(Deed.KEEP_ROLL)
    found = file_import.claim(lookup.imports_of(actor.town_id), import_id, now=now)
    lookup.hold_roll(found.term_id)
    lookup.refuse_day(in_office_from, term=found.term, now=now)
    _roll, plan = plan_of(found)
    plan.wrong.refuse()
    if plan.seal != seal:
        raise refusals.RollChangedMeanwhile()
    remarks = _write(plan, found.term, in_office_from)
    RollImport.objects.filter(pk=found.pk).update(remarks=remarks)
    counts = plan.counts
    outcome = ImportOutcome(counts[RowState.NEW], counts[RowState.CHANGED], counts[RowState.UNCHANGED])
    journal.append(
        "roll.imported",
        actor=actor,
        at=now,
        subject=f"term:{found.term_id}",
        facts={
            "file": found.filename,
            "sha256": found.sha256,
            "new": outcome.new,
            "changed": outcome.changed,
            "unchanged": outcome.unchanged,
            "in_office_from": in_office_from.isoformat(),
            "changes": _changes_told(plan),
        },
    )
    return outcome


@transaction.atomic
def give_up_import(*, import_id: int, actor: Actor, now: datetime) -> int:
    """Put an uploaded file aside; its bytes are not kept. Returns its term. :raises ImportIsSettled:"""
    actor.must_be_allowed_to(Deed.KEEP_ROLL)
    found = file_import.give_up(lookup.imports_of(actor.town_id), import_id, now=now)
    facts = {"file": found.filename, "sha256": found.sha256}
    journal.append("roll.import_given_up", actor=actor, at=now, subject=f"term:{found.term_id}", facts=facts)
    return found.term_id


def plan_of(found: RollImport) -> tuple[RollFile, Plan]:
    """Read the kept bytes again and compare them with the roll as it is now."""
    roll = read_roll_file(bytes(found.content), found.filename)
    return roll, make_plan(roll, lookup.known_deputies(found.term_id))


def _write(plan: Plan, term: Term, in_office_from: date) -> list[dict[str, object]]:
    delegations = _ensure_delegations(plan.rows, term)
    changed = [row for row in plan.rows if row.action is RowState.CHANGED]
    _park_numbers([row.deputy_id for row in changed if any(change.key == "number" for change in row.changes)])
    for row in changed:
        Deputy.objects.filter(pk__in=[row.deputy_id]).update(**_fields(row, delegations))
    ids = {row.row: row.deputy_id for row in plan.rows}
    for row in plan.rows:
        if row.action is RowState.NEW:
            deputy = Deputy.objects.create(term=term, **_fields(row, delegations))
            MandateChange.objects.create(deputy=deputy, kind=ChangeKind.ELECTED, on=in_office_from)
            ids[row.row] = deputy.pk
    namesakes.tell_apart(term.pk)
    return [{"deputy": ids[row.row], "remark": row.remark} for row in plan.rows if row.remark]


def _park_numbers(deputy_ids: Sequence[int | None]) -> None:
    Deputy.objects.filter(pk__in=deputy_ids).update(number=F("number") + SHIFT)


def _ensure_delegations(rows: Sequence[PreviewRow], term: Term) -> Mapping[str, int]:
    """Delegations the file names and the term lacks are added in the order of the file."""
    known = dict(Delegation.objects.filter(term=term).values_list("name", "pk"))
    last = Delegation.objects.filter(term=term).aggregate(last=Max("position"))["last"] or 0
    for name in dict.fromkeys(row.delegation for row in rows):
        if name not in known:
            last += 1
            known[name] = Delegation.objects.create(term=term, name=name, position=last).pk
    return known


def _fields(row: PreviewRow, delegations: Mapping[str, int]) -> dict[str, object]:
    return {
        "number": row.number,
        "name": row.name,
        "initials": " ".join(initials(row.name))[:120],
        "delegation_id": delegations[row.delegation],
        **{key: value for key, value in row.details.items() if value},
    }


def _changes_told(plan: Plan) -> list[list[object]]:
    """The corrections as the journal keeps them: deputy, field, old and new."""
    return [
        [row.deputy_id, change.key, change.old, change.new]
        for row in plan.rows
        if row.action is RowState.CHANGED
        for change in row.changes
    ]
