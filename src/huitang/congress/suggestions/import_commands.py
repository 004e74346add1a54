"""Importing a table of suggestions: upload, then commit the very bytes that were previewed, or give up."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed
from huitang.congress.journal import commands as journal
from huitang.congress.roster import file_import, lookup
from huitang.congress.roster import queries as roster
from huitang.congress.sittings.calendar import local_day
from huitang.congress.suggestions import refusals, step, terms
from huitang.congress.suggestions.models import (
    Answer,
    AnswerEvaluation,
    Assignment,
    KeptPromise,
    ResponsibleUnit,
    Signature,
    Suggestion,
    SuggestionImport,
)
from huitang.congress.suggestions.preview import Chosen, Plan, PreviewRow, imports_of, last_day, plan_of
from huitang.congress.suggestions.table_file import read_table
from huitang.congress.suggestions.terms import TownTerms
from huitang.rules import suggestion_course
from huitang.rules.suggestion_course import State


@transaction.atomic
def upload_table(*, term_id: int, filename: str, content: bytes, actor: Actor, now: datetime) -> int:
    """Keep a file for its preview; the list itself is not touched. Returns the import's id.

    :raises RollFileIsRefused: it is no spreadsheet, or lacks a column; nothing is kept
    """
    actor.must_be_allowed_to(Deed.KEEP_SUGGESTIONS)
    roster.get_term(term_id, actor.town_id)
    read_table(content, filename)
    uploaded = SuggestionImport.objects.create(term_id=term_id, **file_import.uploaded(filename, content, now=now))
    facts = {"file": uploaded.filename, "sha256": uploaded.sha256}
    journal.append("suggestion.table_uploaded", actor=actor, at=now, subject=f"term:{term_id}", facts=facts)
    return int(uploaded.pk)


@transaction.atomic
def commit_table(*, import_id: int, seal: str, actor: Actor, now: datetime, chosen: Chosen | None = None) -> int:
    """Write the previewed table, all of it or nothing; returns how many. `chosen` says who namesakes are.

    :raises ImportIsSettled: :raises TableIsWrong: :raises NamesakeIsOpen: :raises SuggestionsChangedMeanwhile:
    """
    actor.must_be_allowed_to(Deed.KEEP_SUGGESTIONS)
    found = file_import.claim(imports_of(actor.town_id), import_id, now=now)
    lookup.hold_town(actor.town_id)
    plan = plan_of(found, chosen)
    _refuse_errors(plan, now)
    if plan.seal != seal:
        raise refusals.SuggestionsChangedMeanwhile()
    ResponsibleUnit.objects.bulk_create(ResponsibleUnit(town_id=actor.town_id, name=name) for name in plan.new_units)
    units = dict(ResponsibleUnit.objects.filter(town_id=actor.town_id).values_list("name", "pk"))
    town = terms.terms_of(actor.town_id)
    written = [_write(row, found, actor.town_id, units, town) for row in plan.rows]
    step.tell(written, "imported", {}, now=now)
    facts = {"file": found.filename, "sha256": found.sha256, "numbers": [one.number for one in written]}
    journal.append("suggestion.table_imported", actor=actor, at=now, subject=f"term:{found.term_id}", facts=facts)
    return len(written)


@transaction.atomic
def give_up_table(*, import_id: int, actor: Actor, now: datetime) -> int:
    """Put an uploaded table aside; its bytes are not kept. Returns its term. :raises ImportIsSettled:"""
    actor.must_be_allowed_to(Deed.KEEP_SUGGESTIONS)
    found = file_import.give_up(imports_of(actor.town_id), import_id, now=now)
    facts = {"file": found.filename}
    journal.append("suggestion.table_given_up", actor=actor, at=now, subject=f"term:{found.term_id}", facts=facts)
    return int(found.term_id)


def _refuse_errors(plan: Plan, now: datetime) -> None:
    plan.wrong.refuse()
    if plan.unclear:
        row = plan.unclear[0]
        raise refusals.NamesakeIsOpen(row=row.row, name=row.unclear[0].typed)
    latest = max((last_day(row.line) for row in plan.rows), default=None)
    if latest is not None and latest > local_day(now):
        raise refusals.DayIsWrong(day=latest.isoformat(), problem=_("还没有到这一天。"))


def _write(
    row: PreviewRow, found: SuggestionImport, town_id: int, units: dict[str, int], town: TownTerms
) -> Suggestion:
    kept = Suggestion.objects.create(
        town_id=town_id,
        term_id=found.term_id,
        session_id=row.session_id,
        kind=Suggestion.Kind.SUGGESTION,
        number=row.line.said["number"],
        title=row.line.said["title"],
        **_standing(row, town),
    )
    Signature.objects.bulk_create(
        Signature(suggestion=kept, deputy_id=deputy, position=place)
        for place, deputy in enumerate(row.deputy_ids, start=1)
    )
    _write_work(kept, row, units, town)
    return kept


def _standing(row: PreviewRow, town: TownTerms) -> dict[str, object]:
    """The state its days and verdict amount to. A table does not say when a deputy evaluated: that day stays open."""
    days = row.line.days
    kind = town.class_of(row.line.said.get("mark", "")) if days.get("answered_on") else None
    promises = kind is not None and kind.promises
    state = State.ADMITTED
    if days["assigned_on"]:
        state = State.ASSIGNED
    if days["answered_on"]:
        state = State.ANSWERED
    verdict = row.line.verdict
    if verdict is not None:
        state = suggestion_course.follow_evaluation(result=verdict, is_promise_open=promises)
    return {
        "state": state,
        "tabled_on": days["tabled_on"],
        "assigned_on": days["assigned_on"],
        "received_on": days["assigned_on"],
        "answered_on": days["answered_on"],
        "answer_mark": kind.mark if kind else "",
        "has_promise": promises,
        "result": verdict or "",
    }


def _write_work(kept: Suggestion, row: PreviewRow, units: dict[str, int], town: TownTerms) -> None:
    if kept.assigned_on is None:
        return
    for place, name in enumerate(row.line.units):
        Assignment.objects.create(
            suggestion=kept, unit_id=units[name], is_lead=place == 0, assigned_on=kept.assigned_on
        )
    kind = town.class_of(kept.answer_mark)
    if kept.answered_on is None or kind is None:
        return
    answer = Answer.objects.create(
        suggestion=kept,
        number=1,
        unit_id=units[row.line.unit],
        on=kept.answered_on,
        mark=kind.mark,
        meaning=kind.meaning,
        text="",
    )
    if kind.promises:
        KeptPromise.objects.create(answer=answer)
    if row.line.verdict is not None:
        AnswerEvaluation.objects.create(answer=answer, deputy_id=row.deputy_ids[0], result=row.line.verdict)
