"""Days reckoned a second time, from nothing but `datetime` and the State Council's notices as read by a person.

The oracle's table is written by hand; this is what its dates are proved with, so that neither a slip of the hand nor
the product's own calendar goes unseen. It shares no line with `rules/deadline.py` and does not use its library.
"""

from datetime import date, timedelta

ONE_DAY = timedelta(days=1)
# 放假 as the notices of the State Council's office for 2024, 2025 and 2026 give them: first day, last day
_RESTS = """
2024-01-01 2024-01-01  2024-02-10 2024-02-17  2024-04-04 2024-04-06  2024-05-01 2024-05-05
2024-06-08 2024-06-10  2024-09-15 2024-09-17  2024-10-01 2024-10-07
2025-01-01 2025-01-01  2025-01-28 2025-02-04  2025-04-04 2025-04-06  2025-05-01 2025-05-05
2025-05-31 2025-06-02  2025-10-01 2025-10-08
2026-01-01 2026-01-03  2026-02-15 2026-02-23  2026-04-04 2026-04-06  2026-05-01 2026-05-05
2026-06-19 2026-06-21  2026-09-25 2026-09-27  2026-10-01 2026-10-07
"""
# 上班: weekend days worked instead
_WORKED = """
2024-02-04 2024-02-18 2024-04-07 2024-04-28 2024-05-11 2024-09-14 2024-09-29 2024-10-12
2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11
2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10
"""
_ENDS = [date.fromisoformat(word) for word in _RESTS.split()]
_HOLIDAYS = list(zip(_ENDS[::2], _ENDS[1::2], strict=True))
_MAKE_UP = {date.fromisoformat(word) for word in _WORKED.split()}


def is_worked(day: date) -> bool:
    """Whether offices are open."""
    if day in _MAKE_UP:
        return True
    return day.isoweekday() <= 5 and not any(first <= day <= last for first, last in _HOLIDAYS)


def after_working_days(start: date, number: int) -> date:
    """The last of so many working days; the first day is not counted."""
    day = start
    while number:
        day += ONE_DAY
        number -= is_worked(day)
    return day


def after_months(start: date, number: int) -> date:
    """The same day so many months later, or the last there is of that month."""
    month = start.month + number
    year = start.year + (month - 1) // 12
    month = (month - 1) % 12 + 1
    for day in range(start.day, 27, -1):
        try:
            return date(year, month, day)
        except ValueError:
            continue
    return date(year, month, start.day)


def moved(day: date) -> date:
    """The day itself, or the first day offices are open again."""
    while not is_worked(day):
        day += ONE_DAY
    return day


def every_day(first: date, last: date) -> list[date]:
    return [first + timedelta(days=place) for place in range((last - first).days + 1)]
