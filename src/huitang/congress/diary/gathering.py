"""Gathers what is due from every app that runs clocks, and leaves out what the office has ticked off."""

from datetime import date
from typing import Protocol

from huitang.congress.attendance import dues as attendance
from huitang.congress.diary.models import DutyDone
from huitang.congress.money import dues as money
from huitang.congress.projects import dues as projects
from huitang.congress.sittings import dues as sittings
from huitang.congress.suggestions import dues as suggestions
from huitang.congress.supervision import dues as supervision
from huitang.congress.targets import dues as targets
from huitang.rules.due import Due


class Gathered(Protocol):
    """What an app that runs clocks has to offer."""

    def list_dues(self, town_id: int, *, on: date) -> tuple[Due, ...]: ...


# an app with clocks is added here, by one line
GATHERED: tuple[Gathered, ...] = (
    sittings,
    attendance,
    suggestions,
    supervision,
    money,
    targets,
    projects,
)
# nothing records that these were done: the office says so, here
TICKED_OFF = frozenset({("session", sittings.NOTICE), *(("year_account", clock.value) for clock in money.UNRECORDED)})


def list_dues(town_id: int, *, on: date) -> tuple[Due, ...]:
    """Everything that is not done, the earliest last day first; the number of queries is that of the apps."""
    done = set(DutyDone.objects.filter(town_id=town_id).values_list("subject", "clock", "last_day"))
    found = [due for app in GATHERED for due in app.list_dues(town_id, on=on) if key_of(due) not in done]
    return tuple(sorted(found, key=lambda due: (due.if_moved, due.last_day, due.subject, due.clock)))


def key_of(due: Due) -> tuple[str, str, date]:
    return due.subject, due.clock, due.last_day


def may_be_ticked_off(due: Due) -> bool:
    return (kind_of(due.subject), due.clock) in TICKED_OFF


def kind_of(subject: str) -> str:
    """What a subject is about: `suggestion` of suggestion:12."""
    return subject.partition(":")[0]
