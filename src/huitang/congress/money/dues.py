"""What an approved account makes due: to be made public, passed on to the departments, filed upward."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from huitang.adapters.working_days.china import published_calendar
from huitang.congress.money import clocks, lookup
from huitang.congress.money.clocks import AccountClock, ClockKind, ClockState
from huitang.congress.money.models import YearAccount
from huitang.congress.sittings.calendar import moved_day
from huitang.rules.due import USUAL_REMIND_DAYS, Due

# nothing here records that they were done: who gathers duties lets the office say so
UNRECORDED = frozenset({ClockKind.REPLY, ClockKind.FILE})


def list_dues(town_id: int, *, on: date) -> tuple[Due, ...]:
    """Of every approved account what is not known to be done, in one query (Budget Law arts. 14, 52, 80)."""
    approved = YearAccount.objects.filter(town_id=town_id, approved_on__isnull=False).order_by("pk")
    return tuple(due for kept in approved for due in _dues_of(kept, on))


def _dues_of(kept: YearAccount, on: date) -> Iterator[Due]:
    for clock in clocks.clocks_of(kept, today=on, calendar=published_calendar().calendar):
        if clock.state in (ClockState.RUNNING, ClockState.LATE):
            yield _due(kept, clock)


def _due(kept: YearAccount, clock: AccountClock) -> Due:
    owes, waits = _parties(clock.kind)
    return Due(
        subject=f"year_account:{kept.pk}",
        clock=clock.kind.value,
        title=lookup.key_of(kept).label,
        what=clock.label,
        owes=owes,
        waits=waits,
        last_day=clock.deadline.last_day,
        if_moved=moved_day(clock.deadline),
        remind_days=USUAL_REMIND_DAYS,
        citations=clock.deadline.citations,
    )


def _parties(kind: ClockKind) -> tuple[str, str]:
    """The finance department publishes and passes on; the government files (Budget Law arts. 14, 52, 80)."""
    return {
        ClockKind.PUBLISH: (_("财政所"), _("公众")),
        ClockKind.REPLY: (_("财政所"), _("各部门")),
        ClockKind.FILE: (_("镇政府"), _("上一级政府")),
    }[kind]
