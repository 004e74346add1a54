"""Finding activities inside the actor's own town, and who was in office on their day."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from huitang.congress.accounts.actor import Actor
from huitang.congress.roster import queries as roster
from huitang.congress.roster.queries import RollRow
from huitang.congress.sittings.calendar import local_day
from huitang.congress.supervision import refusals, words
from huitang.congress.supervision.models import Activity


def activity_of(actor: Actor, activity_id: int) -> Activity:
    """:raises ActivityIsUnknown: also for one of another town"""
    activity = Activity.objects.filter(pk=activity_id, town_id=actor.town_id).first()
    if activity is None:
        raise refusals.ActivityIsUnknown()
    return activity


def move(activity: Activity, *, while_in: Collection[str], deed: Any, **changes: Any) -> None:
    """Change it only where it still stands as it must. :raises ActivityIsNotThere: somebody was quicker"""
    standing = Activity.objects.filter(pk=activity.pk, state__in=while_in)
    if not standing.update(**changes):
        activity.refresh_from_db()
        state = words.state_name(activity.state)
        raise refusals.ActivityIsNotThere(topic=activity.topic, state=state, deed=deed)


def roll_on(town_id: int, day: date) -> tuple[RollRow, ...]:
    """Who could act as a deputy on that day; empty where no term covers it."""
    for term in roster.list_terms(town_id):
        if term.began_on <= day and (term.ended_on is None or day < term.ended_on):
            return tuple(row for row in roster.list_roll(term.id, on=day) if row.may_vote)
    return ()


def refuse_strangers(town_id: int, deputy_ids: Sequence[int], *, day: date) -> None:
    """:raises DeputyTookNoPart: somebody was not in office that day, or is of another town"""
    able = {row.id for row in roll_on(town_id, day)}
    strangers = [deputy for deputy in deputy_ids if deputy not in able]
    if strangers:
        numbers = roster.numbers_of(town_id, strangers)
        named = "、".join(str(numbers.get(one, "？")) for one in strangers)
        raise refusals.DeputyTookNoPart(numbers=named, day=day)


def refuse_future(day: date, *, now: datetime) -> None:
    """:raises DayHasNotCome:"""
    if day > local_day(now):
        raise refusals.DayHasNotCome(day=day)
