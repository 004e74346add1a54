"""Assignment to units, hand-back, another unit, more time, contacts, the assisting units' opinions."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed
from huitang.congress.suggestions import courses, refusals, step
from huitang.congress.suggestions.models import Assignment, DeputyContact, ResponsibleUnit, Suggestion
from huitang.rules.suggestion_clock import Clock
from huitang.rules.suggestion_course import Act, State

Ending = Assignment.Ending


@transaction.atomic
def assign(
    *, suggestion_id: int, lead_id: int, assisting_ids: Sequence[int], on: date, actor: Actor, now: datetime
) -> None:
    """Pass it, with all that is merged into it, to a lead unit and assisting units.

    Source: Organic Law art. 42(2), Deputies Law art. 51. :raises UnitsAreWrong: :raises IsMerged:
    """
    actor.must_be_allowed_to(Deed.KEEP_SUGGESTIONS)
    found = step.own(suggestion_id, actor)
    step.refuse_merged(found)
    units = _units(actor, lead_id, assisting_ids)
    for one in step.with_merged(found):
        day = step.day_of(on, now=now, not_before=one.handed_back_on or one.tabled_on)
        fresh = {"assigned_on": day, "received_on": day, "handed_back_on": None, "contacted_on": None}
        first = one.first_assigned_on or one.assigned_on or day
        step.move(one, Act.ASSIGN, state=State.ASSIGNED, assisting_done_on=None, first_assigned_on=first, **fresh)
        _give(one, lead_id, assisting_ids, day)
        facts = {"unit": units[lead_id], "assisting": [units[each] for each in assisting_ids], "on": day.isoformat()}
        step.record(one, "assigned", actor=actor, now=now, facts=facts)


def _units(actor: Actor, lead_id: int, assisting_ids: Sequence[int]) -> dict[int, str]:
    wanted = (lead_id, *assisting_ids)
    if len(set(wanted)) < len(wanted):
        raise refusals.UnitsAreWrong(problem=_("同一个单位不能既主办又协办，也不能写两次。"))
    rows = ResponsibleUnit.objects.filter(town_id=actor.town_id, pk__in=wanted)
    known = dict(rows.values_list("pk", "name"))
    if len(known) < len(wanted):
        raise refusals.UnitIsUnknown()
    return known


def _give(found: Suggestion, lead_id: int, assisting_ids: Sequence[int], day: date) -> None:
    lead = [Assignment(suggestion=found, unit_id=lead_id, is_lead=True, assigned_on=day)]
    assisting = [Assignment(suggestion=found, unit_id=unit, is_lead=False, assigned_on=day) for unit in assisting_ids]
    Assignment.objects.bulk_create([*lead, *assisting])


@transaction.atomic
def hand_back(*, suggestion_id: int, reason: str, on: date, actor: Actor, now: datetime) -> None:
    """The lead unit gives it back within the province's days, with its reason.

    :raises HandBackIsLate: :raises ReasonIsMissing: :raises IsMerged:
    """
    actor.must_be_allowed_to(Deed.KEEP_SUGGESTIONS)
    found = step.own(suggestion_id, actor)
    step.must_stand(found, Act.HAND_BACK)
    step.refuse_merged(found)
    told = step.reason_of(reason)
    day = step.day_of(on, now=now, not_before=found.assigned_on)
    clock = courses.clock_of(found, Clock.HAND_BACK, on=day)
    if clock is not None and clock.if_moved is not None and day > clock.if_moved:
        raise refusals.HandBackIsLate(number=found.number, last_day=clock.if_moved.isoformat())
    for one in step.with_merged(found):
        unit = _lead_of(one)
        step.move(one, Act.HAND_BACK, state=State.HANDED_BACK, handed_back_on=day)
        _end(one, day, Ending.HANDED_BACK, told)
        step.record(one, "handed_back", actor=actor, now=now, facts={"unit": unit, "reason": told})


@transaction.atomic
def reassign(
    *,
    suggestion_id: int,
    lead_id: int,
    assisting_ids: Sequence[int],
    reason: str,
    on: date,
    actor: Actor,
    now: datetime,
) -> None:
    """Give it to other units; the clock of the answer runs on from the first assignment. :raises UnitsAreWrong:"""
    actor.must_be_allowed_to(Deed.KEEP_SUGGESTIONS)
    found = step.own(suggestion_id, actor)
    step.refuse_merged(found)
    units, told = _units(actor, lead_id, assisting_ids), step.reason_of(reason)
    for one in step.with_merged(found):
        day = step.day_of(on, now=now, not_before=one.assigned_on)
        step.move(one, Act.REASSIGN, received_on=day, assisting_done_on=None)
        _end(one, day, Ending.REASSIGNED, told)
        _give(one, lead_id, assisting_ids, day)
        step.record(one, "reassigned", actor=actor, now=now, facts={"unit": units[lead_id], "reason": told})


def _end(found: Suggestion, day: date, ending: str, reason: str) -> None:
    live = Assignment.objects.filter(suggestion=found, ended_on=None)
    live.update(ended_on=day, ending=ending, reason=reason)


def _lead_of(found: Suggestion) -> str:
    live = Assignment.objects.filter(suggestion=found, is_lead=True, ended_on=None)
    return live.values_list("unit__name", flat=True).first() or ""


@transaction.atomic
def extend(*, suggestion_id: int, reason: str, actor: Actor, now: datetime) -> None:
    """Broad or difficult: the longer period holds (Deputies Law art. 51). :raises AlreadyDifficult:"""
    actor.must_be_allowed_to(Deed.ADMIT_SUGGESTIONS)
    found = step.own(suggestion_id, actor)
    step.must_stand(found, Act.EXTEND)
    if found.is_difficult:
        raise refusals.AlreadyDifficult(number=found.number)
    told = step.reason_of(reason)
    step.move(found, Act.EXTEND, is_difficult=True)
    step.record(found, "extended", actor=actor, now=now, facts={"reason": told})


@transaction.atomic
def note_contact(*, suggestion_id: int, on: date, how: str, note: str, actor: Actor, now: datetime) -> None:
    """The unit heard the deputy (Deputies Law art. 51(2)). :raises TextIsMissing:"""
    actor.must_be_allowed_to(Deed.KEEP_SUGGESTIONS)
    found = step.own(suggestion_id, actor)
    step.must_stand(found, Act.CONTACT)
    day = step.day_of(on, now=now, not_before=found.assigned_on)
    text = step.text_of(note, field=_("沟通内容"), room=step.REASON_ROOM)
    first = min(filter(None, (found.contacted_on, day)))
    step.move(found, Act.CONTACT, contacted_on=first)
    DeputyContact.objects.create(suggestion=found, on=day, how=how, note=text)
    step.record(found, "contacted", actor=actor, now=now, facts={"on": day.isoformat(), "note": text})


@transaction.atomic
def note_opinion(*, suggestion_id: int, unit_id: int, opinion: str, on: date, actor: Actor, now: datetime) -> None:
    """An assisting unit told the lead unit what it thinks. :raises UnitIsUnknown: it does not assist here"""
    actor.must_be_allowed_to(Deed.KEEP_SUGGESTIONS)
    found = step.own(suggestion_id, actor)
    step.must_stand(found, Act.GIVE_OPINION)
    day = step.day_of(on, now=now, not_before=found.assigned_on)
    text = step.text_of(opinion, field=_("协办意见"))
    live = Assignment.objects.filter(suggestion=found, is_lead=False, ended_on=None)
    if not live.filter(unit_id=unit_id).update(opinion=text, opinion_on=day):
        raise refusals.UnitIsUnknown()
    given = list(live.values_list("opinion_on", flat=True))
    done = None if None in given else max(filter(None, given))
    step.move(found, Act.GIVE_OPINION, assisting_done_on=done)
    unit = ResponsibleUnit.objects.get(pk=unit_id).name
    step.record(found, "opinion_given", actor=actor, now=now, facts={"unit": unit})
