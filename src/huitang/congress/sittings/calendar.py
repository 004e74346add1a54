"""The day in the hall, which is not the day in UTC; and which days are days of rest."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings

from huitang.adapters.working_days.china import published_calendar
from huitang.rules.deadline import Deadline


def local_zone() -> ZoneInfo:
    return ZoneInfo(settings.TIME_ZONE)


def local_day(moment: datetime) -> date:
    return moment.astimezone(local_zone()).date()


def moved_day(found: Deadline) -> date:
    """The day the last day would move to; the last day itself where the holidays of its year are not published."""
    known = published_calendar().years
    return found.if_moved if {found.last_day.year, found.if_moved.year} <= known else found.last_day
