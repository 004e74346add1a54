"""Qinghe between its sessions: a year of supervision, by commands."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from huitang.congress.accounts.actor import Actor
from huitang.congress.roster import queries as roll
from huitang.congress.supervision import commands, reply_commands
from huitang.congress.supervision.commands import Plan
from huitang.congress.supervision.models import Activity, Participant
from tests.stage import Play

LATER = datetime(2025, 7, 15, 2, 0, tzinfo=UTC)


def deputies_of(play: Play, on: date = date(2025, 3, 1)) -> list[int]:
    return [row.id for row in roll.list_roll(play.term_id, on=on)]


def held(
    office: Actor,
    *,
    kind: str,
    topic: str,
    on: date,
    deputies: Sequence[int],
    month: int | None = None,
    met: int = 0,
    now: datetime = LATER,
) -> int:
    """One activity, planned and held."""
    who = {"actor": office, "now": now}
    plan = Plan(kind=kind, topic=topic, planned_month=month, place="清河镇")
    activity = commands.plan_activity(year=on.year, plan=plan, **who)
    commands.hold_activity(activity_id=activity, held_on=on, place="清河镇", people_met=met, deputy_ids=deputies, **who)
    return activity


def with_opinion(office: Actor, activity: int, *, sent: date, due: date, now: datetime = LATER) -> None:
    reply_commands.send_opinion(
        activity_id=activity,
        opinion="请限期整改，并把台账报主席团。",
        unit="镇应急管理站",
        sent_on=sent,
        reply_due=due,
        actor=office,
        now=now,
    )


def many_held(town_id: int, number: int, *, deputies: Sequence[int], year: int = 2025) -> None:
    """So many without their deeds, for tests that count queries."""
    rows = Activity.objects.bulk_create(
        Activity(
            town_id=town_id,
            year=year,
            kind=Activity.Kind.values[place % 6],
            topic=f"活动{place}",
            planned_month=place % 12 + 1,
            held_on=date(year, place % 6 + 1, place % 27 + 1),
            state=Activity.State.HELD,
        )
        for place in range(number)
    )
    Participant.objects.bulk_create(
        Participant(activity=row, deputy_id=deputy) for row in rows for deputy in deputies[:5]
    )
