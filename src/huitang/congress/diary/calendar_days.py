"""Days for a calendar outside: what is due, sittings of sessions, planned activities. Nobody's private matters."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from huitang.congress.diary import gathering
from huitang.congress.roster.words import cite, in_language
from huitang.congress.sittings import queries as sittings
from huitang.congress.sittings.calendar import local_day
from huitang.congress.supervision import queries as supervision
from huitang.rules.citation import COUNTING_TIME
from huitang.rules.due import Due

BACK_DAYS = 90  # sittings and what was held stay in the calendar for a season


@dataclass(frozen=True)
class CalendarDay:
    """One all-day entry; `uid` stays the same while the thing is the same, whatever its day."""

    uid: str
    on: date
    summary: str
    note: str
    subject: str
    alarm_days: int = 0  # how long before the day to ring; 0: not at all


def list_calendar(town_id: int, *, on: date) -> tuple[CalendarDay, ...]:
    """Everything of the town a calendar can show, by day; the number of queries does not grow."""
    found = [*_dues(town_id, on), *_sittings(town_id, on), *_activities(town_id, on)]
    return tuple(sorted(found, key=lambda one: (one.on, one.uid)))


def _dues(town_id: int, on: date) -> Iterator[CalendarDay]:
    for due in gathering.list_dues(town_id, on=on):
        summary = _("{what}：{title}（{owes}）").format(what=due.what, title=due.title, owes=due.owes)
        uid = f"due-{due.subject.replace(':', '-')}-{due.clock}".lower()
        yield CalendarDay(uid, due.last_day, summary, _note(due), due.subject, due.remind_days)


def _note(due: Due) -> str:
    lines = [_("该办的：{owes}").format(owes=due.owes), _("在等的：{waits}").format(waits=due.waits)]
    if due.if_moved != due.last_day:
        told = _("最后一天是休息日；如可顺延，则为 {day}。")
        lines.append(told.format(day=due.if_moved.isoformat()))
    cited = _("、").join(dict.fromkeys(cite(one) for one in due.citations if one != COUNTING_TIME))
    if cited:
        lines.append(_("依据：{cited}").format(cited=cited))
    return "\n".join(lines)


def _sittings(town_id: int, on: date) -> Iterator[CalendarDay]:
    for row, session in sittings.list_sittings_since(town_id, since=on - timedelta(days=BACK_DAYS)):
        told = _("{time} {sitting}").format(time=f"{localtime(row.starts_at):%H:%M}", sitting=in_language(row.title))
        note = "\n".join(part for part in (in_language(session.title.short), row.place or session.place) if part)
        yield CalendarDay(f"sitting-{row.id}", local_day(row.starts_at), told, note, f"session:{session.id}")


def _activities(town_id: int, on: date) -> Iterator[CalendarDay]:
    """What is planned stands on the first day of its month; what was held, on its day."""
    since = on - timedelta(days=BACK_DAYS)
    for row in supervision.list_for_calendar(town_id=town_id, since=since, today=on):
        told = _("{kind}：{topic}").format(kind=row.kind_name, topic=row.topic)
        if row.held_on is not None:
            yield CalendarDay(f"activity-{row.id}", row.held_on, told, row.place, f"activity:{row.id}")
        elif row.planned_month is not None:
            day = date(row.year, row.planned_month, 1)
            planned = _("本月计划：{told}").format(told=told)
            yield CalendarDay(f"activity-{row.id}", day, planned, row.place, f"activity:{row.id}")
