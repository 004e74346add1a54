"""The yearly plan and what became of it: planned, held, dropped, closed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed
from huitang.congress.journal import commands as journal
from huitang.congress.journal.refusal import must_fit
from huitang.congress.journal.unchanged import must_be_as_seen
from huitang.congress.supervision import lookup, refusals
from huitang.congress.supervision.models import Activity, Participant

State = Activity.State
RUNNING = (State.HELD, State.AWAITING, State.REPLIED)
EARLIEST_YEAR, LATEST_YEAR = 1979, 2200
MOST_PEOPLE = 100_000


@dataclass(frozen=True, slots=True)
class Plan:
    """What the plan says of one activity; no month: it was not in the plan."""

    kind: str
    topic: str
    planned_month: int | None = None
    basis: str = ""
    place: str = ""


@transaction.atomic
def plan_activity(*, year: int, plan: Plan, actor: Actor, now: datetime) -> int:
    """Put an activity into the plan of a year (Organic Law art. 19); returns its id.

    :raises KindIsUnknown: :raises TopicIsMissing: :raises MonthIsWrong: :raises YearIsWrong: :raises TextIsTooLong:
    """
    actor.must_be_allowed_to(Deed.KEEP_SUPERVISION)
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise refusals.YearIsWrong(year=year)
    activity = Activity.objects.create(town_id=actor.town_id, year=year, **_checked(plan))
    facts = {"year": year, "kind": plan.kind, "topic": activity.topic, "planned_month": plan.planned_month}
    journal.append("supervision.planned", actor=actor, at=now, subject=f"activity:{activity.pk}", facts=facts)
    return int(activity.pk)


@transaction.atomic
def change_plan(*, activity_id: int, plan: Plan, actor: Actor, now: datetime, seen: int | None = None) -> None:
    """Correct what an activity is about; once it was held, its place and topic are corrected here as well.

    :raises ActivityIsUnknown: :raises ActivityIsNotThere: :raises SomebodyWasQuicker: and those of `plan_activity`
    """
    actor.must_be_allowed_to(Deed.KEEP_SUPERVISION)
    activity = lookup.activity_of(actor, activity_id)
    subject = f"activity:{activity_id}"
    must_be_as_seen(chain=actor.chain, subject=subject, events=("supervision.plan_changed",), seen=seen)
    lookup.move(activity, while_in=(State.PLANNED, *RUNNING), deed=_("更正"), **_checked(plan))
    facts = {"kind": plan.kind, "topic": plan.topic.strip(), "planned_month": plan.planned_month}
    journal.append("supervision.plan_changed", actor=actor, at=now, subject=subject, facts=facts)


@transaction.atomic
def drop_activity(*, activity_id: int, reason: str, actor: Actor, now: datetime) -> None:
    """Take a planned activity out of the year, with the reason; it stays visible beside the plan.

    :raises WordsAreMissing: :raises ActivityIsUnknown: :raises ActivityIsNotThere: it was held
    """
    actor.must_be_allowed_to(Deed.KEEP_SUPERVISION)
    told = _said(reason, 200)
    activity = lookup.activity_of(actor, activity_id)
    lookup.move(activity, while_in=(State.PLANNED,), deed=_("取消"), state=State.DROPPED, dropped_because=told)
    subject = f"activity:{activity_id}"
    journal.append("supervision.dropped", actor=actor, at=now, subject=subject, facts={"reason": told})


@transaction.atomic
def take_up_again(*, activity_id: int, actor: Actor, now: datetime) -> None:
    """Put a dropped activity back into the plan. :raises ActivityIsUnknown: :raises ActivityIsNotThere:"""
    actor.must_be_allowed_to(Deed.KEEP_SUPERVISION)
    activity = lookup.activity_of(actor, activity_id)
    lookup.move(activity, while_in=(State.DROPPED,), deed=_("恢复"), state=State.PLANNED, dropped_because="")
    journal.append("supervision.taken_up", actor=actor, at=now, subject=f"activity:{activity_id}")


@transaction.atomic
def hold_activity(
    *,
    activity_id: int,
    held_on: date,
    place: str,
    people_met: int,
    deputy_ids: Sequence[int],
    actor: Actor,
    now: datetime,
) -> None:
    """Record that it took place: when, where, which deputies took part (Deputies Law arts. 29-31, 33).

    :raises DayHasNotCome: :raises DayIsNotOfYear: :raises NobodyTookPart: :raises DeputyTookNoPart:
    :raises ActivityIsUnknown: :raises ActivityIsNotThere: it was recorded before
    """
    actor.must_be_allowed_to(Deed.KEEP_SUPERVISION)
    activity = lookup.activity_of(actor, activity_id)
    deputies = _refuse_wrong_holding(activity, held_on, deputy_ids, now)
    _refuse_wrong_words(place, people_met)
    held = {"held_on": held_on, "place": place.strip(), "people_met": people_met, "state": State.HELD}
    lookup.move(activity, while_in=(State.PLANNED,), deed=_("登记开展"), **held)
    Participant.objects.bulk_create(Participant(activity=activity, deputy_id=deputy) for deputy in deputies)
    facts = {"on": held_on.isoformat(), "place": place.strip(), "deputies": deputies, "people_met": people_met}
    journal.append("supervision.held", actor=actor, at=now, subject=f"activity:{activity_id}", facts=facts)


@transaction.atomic
def correct_holding(
    *,
    activity_id: int,
    held_on: date,
    place: str,
    people_met: int,
    deputy_ids: Sequence[int],
    actor: Actor,
    now: datetime,
    seen: int | None = None,
) -> None:
    """Correct the day, the place or who took part, as long as it is not closed.

    :raises SomebodyWasQuicker: and those of `hold_activity`
    """
    actor.must_be_allowed_to(Deed.KEEP_SUPERVISION)
    activity = lookup.activity_of(actor, activity_id)
    subject = f"activity:{activity_id}"
    must_be_as_seen(chain=actor.chain, subject=subject, events=("supervision.holding_corrected",), seen=seen)
    deputies = _refuse_wrong_holding(activity, held_on, deputy_ids, now)
    _refuse_wrong_words(place, people_met)
    held = {"held_on": held_on, "place": place.strip(), "people_met": people_met}
    lookup.move(activity, while_in=RUNNING, deed=_("更正"), **held)
    Participant.objects.filter(activity=activity).exclude(deputy_id__in=deputies).delete()
    there = set(Participant.objects.filter(activity=activity).values_list("deputy_id", flat=True))
    Participant.objects.bulk_create(Participant(activity=activity, deputy_id=d) for d in deputies if d not in there)
    facts = {"on": held_on.isoformat(), "place": place.strip(), "deputies": deputies, "people_met": people_met}
    journal.append("supervision.holding_corrected", actor=actor, at=now, subject=subject, facts=facts)


@transaction.atomic
def close_activity(*, activity_id: int, actor: Actor, now: datetime) -> None:
    """Put a finished activity away; one whose opinion still waits for its reply stays open.

    :raises ActivityIsUnknown: :raises ActivityIsNotThere:
    """
    actor.must_be_allowed_to(Deed.KEEP_SUPERVISION)
    activity = lookup.activity_of(actor, activity_id)
    lookup.move(activity, while_in=(State.HELD, State.REPLIED), deed=_("办结"), state=State.CLOSED)
    journal.append("supervision.closed", actor=actor, at=now, subject=f"activity:{activity_id}")


@transaction.atomic
def reopen_activity(*, activity_id: int, reason: str, actor: Actor, now: datetime) -> None:
    """Take a closing back. :raises WordsAreMissing: :raises ActivityIsUnknown: :raises ActivityIsNotThere:"""
    actor.must_be_allowed_to(Deed.KEEP_SUPERVISION)
    told = _said(reason, 200)
    activity = lookup.activity_of(actor, activity_id)
    before = State.REPLIED if activity.replied_on else State.HELD
    lookup.move(activity, while_in=(State.CLOSED,), deed=_("退回办结"), state=before)
    subject = f"activity:{activity_id}"
    journal.append("supervision.reopened", actor=actor, at=now, subject=subject, facts={"reason": told})


def _checked(plan: Plan) -> dict[str, object]:
    if plan.kind not in Activity.Kind.values:
        raise refusals.KindIsUnknown()
    if not plan.topic.strip():
        raise refusals.TopicIsMissing()
    if plan.planned_month is not None and not 1 <= plan.planned_month <= 12:
        raise refusals.MonthIsWrong(month=plan.planned_month)
    fields = {"topic": plan.topic.strip(), "basis": plan.basis.strip(), "place": plan.place.strip()}
    for name, room in (("topic", 120), ("basis", 200), ("place", 120)):
        must_fit(fields[name], room)
    return {"kind": plan.kind, "planned_month": plan.planned_month, **fields}


def _refuse_wrong_holding(activity: Activity, held_on: date, deputy_ids: Sequence[int], now: datetime) -> list[int]:
    lookup.refuse_future(held_on, now=now)
    if held_on.year != activity.year:
        raise refusals.DayIsNotOfYear(day=held_on, year=activity.year)
    if activity.opinion_sent_on and activity.opinion_sent_on < held_on:
        raise refusals.DayIsBeforeActivity(day=activity.opinion_sent_on, held=held_on)
    deputies = sorted(set(deputy_ids))
    if not deputies:
        raise refusals.NobodyTookPart()
    lookup.refuse_strangers(activity.town_id, deputies, day=held_on)
    return deputies


def _refuse_wrong_words(place: str, people_met: int) -> None:
    must_fit(place.strip(), 120)
    if not 0 <= people_met <= MOST_PEOPLE:
        raise refusals.PeopleAreMiscounted(most=MOST_PEOPLE)


def _said(text: str, room: int) -> str:
    if not text.strip():
        raise refusals.WordsAreMissing()
    must_fit(text.strip(), room)
    return text.strip()
