"""How a promised task stands on a day: an ordinary comparison of dates, kept in one place."""

from datetime import date
from enum import StrEnum


class TaskStanding(StrEnum):
    """What one sees of a task. OVERDUE begins the day after its due date."""

    OPEN = "OPEN"
    OVERDUE = "OVERDUE"
    DONE = "DONE"
    DONE_LATE = "DONE_LATE"
    DROPPED = "DROPPED"


def standing_on(today: date, *, due_on: date, done_on: date | None, is_dropped: bool) -> TaskStanding:
    """How the task stands; a dropped one is neither late nor done."""
    if is_dropped:
        return TaskStanding.DROPPED
    if done_on is not None:
        return TaskStanding.DONE_LATE if done_on > due_on else TaskStanding.DONE
    return TaskStanding.OVERDUE if today > due_on else TaskStanding.OPEN


def days_late(today: date, *, due_on: date, done_on: date | None) -> int:
    """Days after the due date, until it was done or today; none before."""
    return max(0, ((done_on or today) - due_on).days)
