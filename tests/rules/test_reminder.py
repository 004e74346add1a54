"""The first day of each level, counted by hand."""

from datetime import date, timedelta

import pytest

from huitang.rules import reminder
from huitang.rules.due import Due
from huitang.rules.legal_text import ImpossibleNumber
from huitang.rules.reminder import Level

DAY = timedelta(days=1)
# National Day and Mid-Autumn of 2025: 1 to 8 October are days of rest
HOLIDAY = (date(2025, 10, 2), date(2025, 10, 9))
PLAIN = (date(2025, 6, 11), date(2025, 6, 11))


def due_of(days: tuple[date, date], remind_days: int = 7) -> Due:
    return Due("suggestion:1", "REPLY", "题目", "答复", "某单位", "某代表", *days, remind_days)


@pytest.mark.parametrize(
    ("days", "level", "first"),
    [
        (HOLIDAY, Level.REMIND, date(2025, 9, 25)),  # a week before the earlier reading
        (HOLIDAY, Level.LATE, date(2025, 10, 10)),  # the day after the later one
        (HOLIDAY, Level.ESCALATE, date(2025, 10, 19)),
        (PLAIN, Level.REMIND, date(2025, 6, 4)),
        (PLAIN, Level.LATE, date(2025, 6, 12)),
        (PLAIN, Level.ESCALATE, date(2025, 6, 21)),
    ],
)
def test_each_level_begins_on_its_day(days, level, first):
    due = due_of(days)
    assert reminder.first_day(due, level, escalate_days=10) == first
    assert reminder.level_on(due, first, escalate_days=10) is level
    assert reminder.level_on(due, first - DAY, escalate_days=10) is not level


def test_nothing_presses_before():
    assert reminder.level_on(due_of(PLAIN), date(2025, 6, 3), escalate_days=10) is None


def test_what_goes_to_the_chair_at_once_goes_on_the_first_late_day():
    due = due_of(PLAIN)
    assert reminder.level_on(due, date(2025, 6, 11), escalate_days=0) is Level.REMIND
    assert reminder.level_on(due, date(2025, 6, 12), escalate_days=0) is Level.ESCALATE


def test_days_below_zero_are_refused():
    with pytest.raises(ImpossibleNumber):
        reminder.first_day(due_of(PLAIN), Level.LATE, escalate_days=-1)
