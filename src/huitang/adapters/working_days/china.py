"""China's public holidays and make-up working days, only of the years the State Council has published."""

from dataclasses import dataclass
from functools import cache

import chinese_calendar

from huitang.rules.deadline import Calendar


@dataclass(frozen=True, slots=True)
class PublishedCalendar:
    """`years` are those whose arrangement is published; of any other year nothing is known, not even guessed."""

    calendar: Calendar
    years: frozenset[int]


@cache
def published_calendar() -> PublishedCalendar:
    """The calendar as the installed library holds it; a year it lacks must be said to be unknown."""
    holidays, working_days = frozenset(chinese_calendar.holidays), frozenset(chinese_calendar.workdays)
    return PublishedCalendar(
        calendar=Calendar(holidays=holidays, working_days=working_days),
        years=frozenset(day.year for day in holidays),
    )
