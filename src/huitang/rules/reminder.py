"""When somebody is reminded of a duty: before its last day, the day after, and when it has been late for long.

No law says how an office presses for what is due. The days are the office's choice, and pages say so.
"""

from datetime import date, timedelta
from enum import StrEnum

from huitang.rules.due import Due, Standing
from huitang.rules.legal_text import refuse_impossible

USUAL_DAYS_TO_ESCALATE = 10


class Level(StrEnum):
    """How hard it is pressed, the mildest first."""

    REMIND = "REMIND"
    LATE = "LATE"
    ESCALATE = "ESCALATE"


def first_day(due: Due, level: Level, *, escalate_days: int) -> date:
    """The first day of a level. What is late is counted from the later reading of the last day."""
    refuse_impossible(escalate_days=escalate_days)
    if level is Level.REMIND:
        return due.remind_on
    return due.if_moved + timedelta(days=1 if level is Level.LATE else max(escalate_days, 1))


def level_on(due: Due, on: date, *, escalate_days: int) -> Level | None:
    """The hardest level reached on a day; None while nothing presses."""
    standing = due.standing(on)
    if standing is Standing.AHEAD:
        return None
    reached = [level for level in Level if first_day(due, level, escalate_days=escalate_days) <= on]
    return reached[-1] if reached else None
