"""All-day entries written as one iCalendar file (RFC 5545), as phones and desk calendars subscribe to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Alarm, Calendar, Event

MEDIA_TYPE = "text/calendar; charset=utf-8"
PRODUCT = "-//Huitang//Office diary//ZH"
_RINGS_AT = timedelta(hours=9)


@dataclass(frozen=True, slots=True)
class AllDay:
    """One entry of a whole day. `uid` is the entry's for good; `alarm_days` before the day it rings at nine."""

    uid: str
    on: date
    summary: str
    note: str
    url: str = ""
    alarm_days: int = 0


@dataclass(frozen=True, slots=True)
class Occasion:
    """Something people may go to: whole days to the last one, or from a moment on."""

    uid: str
    starts: date | datetime
    summary: str
    last_day: date | None = None
    url: str = ""


def write_calendar(
    entries: Sequence[AllDay | Occasion], *, name: str, at: datetime, refresh: timedelta, product: str = PRODUCT
) -> bytes:
    """The file, its lines folded between characters; `at` is when it was drawn up."""
    calendar = Calendar()
    calendar.add("prodid", product)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    calendar.add("name", name)
    calendar.add("refresh-interval", refresh, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", f"PT{int(refresh.total_seconds()) // 60}M")
    for entry in entries:
        calendar.add_component(_occasion(entry, at) if isinstance(entry, Occasion) else _event(entry, at))
    return bytes(calendar.to_ical())


def _occasion(entry: Occasion, at: datetime) -> Event:
    """A moment is written in UTC, which every calendar reads without a table of zones."""
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", at)
    event.add("dtstart", entry.starts.astimezone(UTC) if isinstance(entry.starts, datetime) else entry.starts)
    if entry.last_day:
        event.add("dtend", entry.last_day + timedelta(days=1))
    event.add("summary", entry.summary)
    if entry.url:
        event.add("url", entry.url)
    return event


def _event(entry: AllDay, at: datetime) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", at)
    event.add("dtstart", entry.on)
    event.add("dtend", entry.on + timedelta(days=1))
    event.add("summary", entry.summary)
    event.add("transp", "TRANSPARENT")  # a last day keeps nobody busy
    if entry.note:
        event.add("description", entry.note)
    if entry.url:
        event.add("url", entry.url)
    if entry.alarm_days:
        event.add_component(_alarm(entry))
    return event


def _alarm(entry: AllDay) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.summary)
    alarm.add("trigger", _RINGS_AT - timedelta(days=entry.alarm_days))
    return alarm
