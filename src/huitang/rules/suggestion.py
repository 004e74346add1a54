"""The clocks of suggestions (建议、批评和意见): three and six months, fewer in some provinces."""

from dataclasses import dataclass
from datetime import date

from huitang.rules import deadline, statute
from huitang.rules.deadline import Calendar, Deadline
from huitang.rules.province import ClockStart, ProvincePack, Term, Unit

MONTHS = 3
MONTHS_IF_DIFFICULT = 6


@dataclass(frozen=True, slots=True)
class Days:
    """The days a clock may start from; leave out what has not happened."""

    assigned_on: date | None = None
    received_on: date | None = None
    requested_on: date | None = None
    session_closed_on: date | None = None

    def start(self, start: ClockStart) -> date | None:
        """The day such a clock starts, or None if unknown or unstated."""
        return {
            ClockStart.ASSIGNMENT: self.assigned_on,
            ClockStart.RECEIPT: self.received_on,
            ClockStart.REQUEST: self.requested_on,
            ClockStart.SESSION_CLOSE: self.session_closed_on,
            ClockStart.UNSTATED: None,
        }[start]


def reply_by(
    *, days: Days, difficult: bool, made_in_session: bool, pack: ProvincePack, calendar: Calendar
) -> Deadline | None:
    """The last day for the reply; None while its clock has not started.

    Source: Deputies Law art. 51 (2015: 42); SD 15 and CQ 16 for suggestions made in session.
    """
    terms = pack.session_suggestions
    if made_in_session and terms is not None:
        start = days.start(terms.start)
        months = terms.most_months if difficult else terms.months
        if start is None:
            return None
        cited = (statute.at(start).suggestion_reply, terms.citation)
        return deadline.conclude(deadline.add_months(start, months), calendar, *cited)
    if days.assigned_on is None:
        return None
    months = MONTHS_IF_DIFFICULT if difficult else MONTHS
    last = deadline.add_months(days.assigned_on, months)
    return deadline.conclude(last, calendar, statute.at(days.assigned_on).suggestion_reply)


def term_ends(*, term: Term | None, days: Days, calendar: Calendar) -> Deadline | None:
    """The last day of a provincial term; None where the province, or its start, is unknown or unstated."""
    if term is None:
        return None
    start = days.start(term.start)
    if start is None:
        return None
    if term.unit is Unit.MONTHS:
        last = deadline.add_months(start, term.number)
    elif term.unit is Unit.WORKING_DAYS:
        last = deadline.add_working_days(start, term.number, calendar)
    else:
        last = deadline.add_days(start, term.number)
    return deadline.conclude(last, calendar, term.citation)
