"""The file is read back by the library's own parser, and looked at byte by byte where programs are strict."""

from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar

from huitang.adapters.calendars.writing import AllDay, write_calendar

AT = datetime(2025, 10, 1, 1, 0, tzinfo=UTC)
LONG = "答复代表：12 号：关于加快石门村断头路建设、方便群众出行和秋收运输的建议（镇农业农村办公室）" * 3


def written(*entries: AllDay) -> bytes:
    return write_calendar(entries, name="清河镇人大期限", at=AT, refresh=timedelta(hours=4))


@pytest.fixture
def entry() -> AllDay:
    return AllDay(
        "due-1@town-1.huitang", date(2025, 10, 2), LONG, "第一行\n第二行；逗号，分号; 反斜线\\", "https://x.test/1", 7
    )


def test_it_is_read_back_as_it_was_meant(entry):
    calendar = Calendar.from_ical(written(entry))
    event = calendar.walk("VEVENT")[0]
    assert (str(calendar["X-WR-CALNAME"]), str(event["UID"])) == ("清河镇人大期限", entry.uid)
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2025, 10, 2), date(2025, 10, 3))
    assert (str(event["SUMMARY"]), str(event["DESCRIPTION"])) == (LONG, entry.note)
    assert not event.errors


def test_it_rings_at_nine_so_many_days_before(entry):
    alarm = Calendar.from_ical(written(entry)).walk("VALARM")[0]
    rings = datetime(2025, 10, 2) + alarm["TRIGGER"].dt  # noqa: DTZ001  a calendar's day is the reader's own
    assert rings == datetime(2025, 9, 25, 9)  # noqa: DTZ001


def test_lines_are_folded_between_characters(entry):
    lines = written(entry).split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert sum(line.startswith(b" ") for line in lines) > 3
    for line in lines:
        line.decode("utf-8")  # a character cut in two would not be text


def test_an_empty_calendar_is_one():
    assert Calendar.from_ical(written()).walk("VEVENT") == []
