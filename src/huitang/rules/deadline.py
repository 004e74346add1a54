"""Counting time: the first day is not counted, months end on the corresponding or the last day.

Source: Civil Code arts. 200-203 by analogy. Whether a last day that is a day of rest moves is not settled for
these laws, so both days are given and neither is chosen.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from huitang.rules import budget_citation, citation
from huitang.rules.legal_text import Citation, Step, refuse_impossible, step

SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Calendar:
    """Public holidays and make-up working days, as published for the year; weekends rest unless named."""

    holidays: frozenset[date] = frozenset()
    working_days: frozenset[date] = frozenset()

    def is_rest_day(self, day: date) -> bool:
        """A holiday, or a weekend day that is no make-up working day."""
        if day in self.working_days:
            return False
        return day in self.holidays or day.weekday() >= SATURDAY

    def next_working_day(self, day: date) -> date:
        """The day itself, or the first working day after it."""
        while self.is_rest_day(day):
            day += timedelta(days=1)
        return day


class DeadlineState(StrEnum):
    """Whether both days agree."""

    CERTAIN = "CERTAIN"
    REST_DAY = "REST_DAY"


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day, and the day it would move to if rest days move deadlines (the same if not)."""

    state: DeadlineState
    last_day: date
    if_moved: date
    citations: tuple[Citation, ...]
    steps: tuple[Step, ...]


def add_days(start: date, days: int) -> date:
    """The last day of a period of days that starts the day after (Civil Code art. 201 by analogy)."""
    refuse_impossible(days=days)
    return start + timedelta(days=days)


def add_months(start: date, months: int) -> date:
    """The corresponding day, or the month's last day if there is none (Civil Code art. 202 by analogy)."""
    refuse_impossible(months=months)
    years, month = divmod(start.month - 1 + months, 12)
    first = date(start.year + years, month + 1, 1)
    return first.replace(day=min(start.day, _days_in_month(first)))


def _days_in_month(first: date) -> int:
    next_first = (first + timedelta(days=31)).replace(day=1)
    return (next_first - first).days


def add_working_days(start: date, days: int, calendar: Calendar) -> date:
    """The last of so many working days after start."""
    refuse_impossible(days=days)
    following = _working_days_after(start, calendar)
    day = start
    for _ in range(days):
        day = next(following)
    return day


def _working_days_after(start: date, calendar: Calendar) -> Iterator[date]:
    day = start
    while True:
        day = calendar.next_working_day(day + timedelta(days=1))
        yield day


def conclude(last_day: date, calendar: Calendar, *citations: Citation) -> Deadline:
    """Make a deadline of a last day, with both days if it is a day of rest."""
    moved = calendar.next_working_day(last_day)
    certain = moved == last_day
    sentence = step(
        f"期限最后一日为{last_day}{'' if certain else f'，是休息日；如可顺延则为{moved}'}。",
        f"The last day is {last_day}{'' if certain else f', a day of rest; if that moves it, {moved}'}.",
    )
    return Deadline(
        state=DeadlineState.CERTAIN if certain else DeadlineState.REST_DAY,
        last_day=last_day,
        if_moved=moved,
        citations=(*citations, citation.COUNTING_TIME),
        steps=(sentence,),
    )


def publish_budget_by(*, approved_on: date, calendar: Calendar) -> Deadline:
    """Budget, adjustment, accounts and reports: public within twenty days (Budget Law art. 14)."""
    return conclude(add_days(approved_on, 20), calendar, budget_citation.PUBLICATION)


def file_accounts_by(*, approved_on: date, calendar: Calendar) -> Deadline:
    """Accounts: filed upward within thirty days (Budget Law Regulations art. 88(2))."""
    return conclude(add_days(approved_on, 30), calendar, budget_citation.ACCOUNTS_FILED)


def reply_to_departments_by(*, approved_on: date, calendar: Calendar) -> Deadline:
    """The budget passed on to the departments within twenty days (Budget Law arts. 52, 80)."""
    return conclude(add_days(approved_on, 20), calendar, budget_citation.REPLY_TO_DEPARTMENTS)


def first_session_by(*, election_completed_on: date, calendar: Calendar) -> Deadline:
    """A new congress meets within two months of the deputies' election (Organic Law art. 20)."""
    return conclude(add_months(election_completed_on, 2), calendar, citation.FIRST_SESSION)


def give_notice_by(*, opens_on: date, notice_days: int) -> date:
    """The last day for notice of a session: so many days before it opens (provincial rules; ZJ 20, CQ 11)."""
    refuse_impossible(notice_days=notice_days)
    return opens_on - timedelta(days=notice_days)
