"""The clocks that start when the congress approves an account."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.translation import gettext as _

from huitang.congress.money.account import Stage
from huitang.congress.money.models import YearAccount
from huitang.rules import deadline
from huitang.rules.deadline import Calendar, Deadline, DeadlineState


class ClockKind(StrEnum):
    PUBLISH = "PUBLISH"
    REPLY = "REPLY"
    FILE = "FILE"


class ClockState(StrEnum):
    RUNNING = "RUNNING"
    LATE = "LATE"
    DONE = "DONE"
    DONE_LATE = "DONE_LATE"


@dataclass(frozen=True)
class AccountClock:
    """One deadline. Only publication is entered here, so only it can be done or late."""

    kind: ClockKind
    deadline: Deadline
    state: ClockState

    @property
    def label(self) -> str:
        return {
            ClockKind.PUBLISH: _("向社会公开"),
            ClockKind.REPLY: _("批复各部门"),
            ClockKind.FILE: _("报上一级政府备案"),
        }[self.kind]

    @property
    def last_days_differ(self) -> bool:
        """Whether the last day is a day of rest, so that law leaves two readings."""
        return self.deadline.state is DeadlineState.REST_DAY


def clocks_of(kept: YearAccount, *, today: date | None, calendar: Calendar) -> tuple[AccountClock, ...]:
    """None before approval."""
    return tuple(_clocks(kept, today, calendar)) if kept.approved_on else ()


def _clocks(kept: YearAccount, today: date | None, calendar: Calendar) -> Iterator[AccountClock]:
    on = kept.approved_on or date.min
    publish = deadline.publish_budget_by(approved_on=on, calendar=calendar)
    yield AccountClock(ClockKind.PUBLISH, publish, _state(publish, kept.published_on, today))
    if kept.stage in (Stage.BUDGET, Stage.FINAL):
        reply = deadline.reply_to_departments_by(approved_on=on, calendar=calendar)
        yield AccountClock(ClockKind.REPLY, reply, ClockState.RUNNING)
    if kept.stage == Stage.FINAL:
        file = deadline.file_accounts_by(approved_on=on, calendar=calendar)
        yield AccountClock(ClockKind.FILE, file, ClockState.RUNNING)


def _state(found: Deadline, done_on: date | None, today: date | None) -> ClockState:
    if done_on is not None:
        return ClockState.DONE_LATE if done_on > found.if_moved else ClockState.DONE
    return ClockState.LATE if today is not None and today > found.if_moved else ClockState.RUNNING
