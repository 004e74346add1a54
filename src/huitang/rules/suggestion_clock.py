"""All clocks of one suggestion on a day: where each started, when it ends, and on whose word."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from huitang.rules import deadline, suggestion
from huitang.rules.deadline import Calendar, Deadline
from huitang.rules.legal_text import Citation
from huitang.rules.province import ClockStart, ProvincePack, Term, Unit
from huitang.rules.suggestion import Days


class Clock(StrEnum):
    """What time runs for."""

    ASSIGN = "ASSIGN"
    HAND_BACK = "HAND_BACK"
    CONTACT = "CONTACT"
    ASSIST = "ASSIST"
    REPLY = "REPLY"
    FEEDBACK = "FEEDBACK"
    ANSWER_AGAIN = "ANSWER_AGAIN"
    PROMISE = "PROMISE"


class Pace(StrEnum):
    """How a clock stands on a day. LAPSED: time has passed and nothing had to happen."""

    NOT_STARTED = "NOT_STARTED"
    RUNNING = "RUNNING"
    DUE_SOON = "DUE_SOON"
    OVERDUE = "OVERDUE"
    LAPSED = "LAPSED"
    DONE = "DONE"
    DONE_LATE = "DONE_LATE"
    UNKNOWN = "UNKNOWN"


class Authority(StrEnum):
    """Who set the period."""

    LAW = "LAW"
    PROVINCE = "PROVINCE"
    OFFICE = "OFFICE"
    ANSWER = "ANSWER"


@dataclass(frozen=True, slots=True)
class Span:
    """A period the office has set for what law leaves open; zero is none."""

    number: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class OfficeSpans:
    """The office's own periods; each is used only where province and law say nothing."""

    assign: Span
    hand_back: Span
    contact: Span
    assisting: Span
    feedback: Span
    answer_again: Span
    remind_days: int


@dataclass(frozen=True, slots=True)
class Course:
    """The days of one suggestion; None has not happened.

    `first_assigned_on`, if given, is when it was passed on at all: a unit that gives it back does not undo that.
    `redone_on` is the last answer after a first one; while `is_redoing` it is the answer the deputy did not accept.
    `feedback_is_settled`: no verdict is waited for although none has a day: it never came back, or a table told it.
    """

    tabled_on: date
    made_in_session: bool = False
    session_closed_on: date | None = None
    difficult: bool = False
    has_assisting: bool = False
    has_ended: bool = False
    assigned_on: date | None = None
    received_on: date | None = None
    handed_back_on: date | None = None
    contacted_on: date | None = None
    assisting_done_on: date | None = None
    answered_on: date | None = None
    evaluated_on: date | None = None
    redo_on: date | None = None
    redone_on: date | None = None
    promised_for: date | None = None
    has_promise: bool = False
    promise_kept_on: date | None = None
    is_redoing: bool = False
    feedback_is_settled: bool = False
    first_assigned_on: date | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One clock. `if_moved` is later than `last_day` where that is a day of rest; which of both holds is not settled.

    `year_unknown`: its holidays are not published. Then no end is given in working days, and no moved day.
    `start_assumed`: the provision does not say where it starts.
    """

    clock: Clock
    pace: Pace
    authority: Authority
    started_on: date | None
    last_day: date | None
    if_moved: date | None
    done_on: date | None
    citations: tuple[Citation, ...]
    start_assumed: bool = False
    year_unknown: int | None = None


@dataclass(frozen=True, slots=True)
class Almanac:
    """The calendar, and the years it is complete for."""

    calendar: Calendar
    years: frozenset[int]

    def first_unknown(self, start: date, end: date) -> int | None:
        """The first year between two days whose holidays nobody has published."""
        return next((year for year in range(start.year, end.year + 1) if year not in self.years), None)


# once the answer is there, nobody is pressed for what should have come before it
_BEFORE_ANSWER = frozenset({Clock.HAND_BACK, Clock.CONTACT, Clock.ASSIST})


@dataclass(frozen=True, slots=True)
class _Period:
    authority: Authority
    started_on: date | None
    found: Deadline | None
    in_working_days: bool = False
    start_assumed: bool = False


def read_clocks(
    course: Course, *, on: date, pack: ProvincePack, spans: OfficeSpans, almanac: Almanac
) -> tuple[Reading, ...]:
    """Every clock that has something to say, in the order of the work.

    Source: Deputies Law art. 51, the province's pack; the office's setting where both are silent.
    """
    calendar = almanac.calendar
    days = Days(
        assigned_on=course.assigned_on,
        received_on=course.received_on,
        requested_on=course.redo_on,
        session_closed_on=course.session_closed_on,
    )
    held = replace(days, assigned_on=course.received_on)  # another unit's days run from when it got the work
    asked = (
        (
            Clock.ASSIGN,
            _by_office(spans.assign, course.tabled_on, calendar),
            course.first_assigned_on or course.assigned_on,
        ),
        (
            Clock.HAND_BACK,
            _term(pack.hand_back, spans.hand_back, held, course.received_on, calendar),
            course.handed_back_on,
        ),
        (
            Clock.CONTACT,
            _term(pack.contact_deputy, spans.contact, days, course.assigned_on, calendar),
            course.contacted_on,
        ),
        (Clock.ASSIST, _assisting(course, pack, spans, held, calendar), course.assisting_done_on),
        (Clock.REPLY, _reply(course, pack, days, calendar), course.answered_on),
        (Clock.FEEDBACK, _feedback(course, pack, spans, calendar), course.evaluated_on),
        (
            Clock.ANSWER_AGAIN,
            _term(pack.answer_again, spans.answer_again, days, course.redo_on, calendar),
            None if course.is_redoing else course.redone_on,
        ),
        (Clock.PROMISE, _promise(course, calendar), course.promise_kept_on),
    )
    readings = (
        _read(clock, period, done, course, on=on, remind=spans.remind_days, almanac=almanac)
        for clock, period, done in asked
    )
    return tuple(reading for reading in readings if reading.pace is not Pace.NOT_STARTED)


def _assisting(course: Course, pack: ProvincePack, spans: OfficeSpans, days: Days, calendar: Calendar) -> _Period:
    if not course.has_assisting:
        return _Period(Authority.OFFICE, None, None)
    return _term(pack.assisting, spans.assisting, days, course.received_on, calendar)


def _feedback(course: Course, pack: ProvincePack, spans: OfficeSpans, calendar: Calendar) -> _Period:
    answered = course.redone_on or course.answered_on
    return _term(pack.feedback, spans.feedback, Days(), answered, calendar)


def _reply(course: Course, pack: ProvincePack, days: Days, calendar: Calendar) -> _Period:
    in_session = course.made_in_session and pack.session_suggestions is not None
    found = suggestion.reply_by(
        days=days,
        difficult=course.difficult,
        made_in_session=course.made_in_session,
        pack=pack,
        calendar=calendar,
    )
    terms = pack.session_suggestions
    if in_session and terms is not None:
        return _Period(Authority.PROVINCE, days.start(terms.start), found)
    return _Period(Authority.LAW, course.assigned_on, found)


def _promise(course: Course, calendar: Calendar) -> _Period:
    if not course.has_promise:
        return _Period(Authority.ANSWER, None, None)
    found = None if course.promised_for is None else deadline.conclude(course.promised_for, calendar)
    return _Period(Authority.ANSWER, course.redone_on or course.answered_on, found)


def _term(term: Term | None, span: Span, days: Days, usual_start: date | None, calendar: Calendar) -> _Period:
    """The province's term; where its start is unstated the usual day is assumed and said to be."""
    if term is None:
        return _by_office(span, usual_start, calendar)
    working = term.unit is Unit.WORKING_DAYS
    if term.start is ClockStart.UNSTATED:
        start, assumed = usual_start, True
    else:
        start, assumed = days.start(term.start), False
    if start is None or usual_start is None:
        return _Period(Authority.PROVINCE, None, None)
    last = _last_day(term.number, term.unit, start, calendar)
    return _Period(Authority.PROVINCE, start, deadline.conclude(last, calendar, term.citation), working, assumed)


def _by_office(span: Span, start: date | None, calendar: Calendar) -> _Period:
    if start is None or not span.number:
        return _Period(Authority.OFFICE, None, None)
    last = _last_day(span.number, span.unit, start, calendar)
    found = deadline.conclude(last, calendar)
    return _Period(Authority.OFFICE, start, found, span.unit is Unit.WORKING_DAYS)


def _last_day(number: int, unit: Unit, start: date, calendar: Calendar) -> date:
    if unit is Unit.MONTHS:
        return deadline.add_months(start, number)
    if unit is Unit.WORKING_DAYS:
        return deadline.add_working_days(start, number, calendar)
    return deadline.add_days(start, number)


def _read(
    clock: Clock, period: _Period, done_on: date | None, course: Course, *, on: date, remind: int, almanac: Almanac
) -> Reading:
    last, moved = (period.found.last_day, period.found.if_moved) if period.found is not None else (None, None)
    unknown = None
    if last is not None and moved is not None and period.started_on is not None:
        unknown = almanac.first_unknown(period.started_on if period.in_working_days else last, moved)
    if unknown is not None:
        last, moved = (None, None) if period.in_working_days else (last, last)
    pace = _pace(clock, period.started_on, last, moved, done_on, course, on=on, remind=remind)
    cited = period.found.citations if period.found is not None else ()
    return Reading(
        clock,
        pace,
        period.authority,
        period.started_on,
        last,
        moved,
        done_on,
        cited,
        period.start_assumed,
        unknown,
    )


def _pace(
    clock: Clock,
    started_on: date | None,
    last: date | None,
    moved: date | None,
    done_on: date | None,
    course: Course,
    *,
    on: date,
    remind: int,
) -> Pace:
    if started_on is None:
        return Pace.NOT_STARTED
    if done_on is not None:
        return Pace.DONE_LATE if moved is not None and done_on > moved else Pace.DONE
    if course.has_ended or _needs_nothing(clock, course):
        return Pace.LAPSED
    return _running(clock, last, moved, on=on, remind=remind)


def _needs_nothing(clock: Clock, course: Course) -> bool:
    if clock is Clock.FEEDBACK:
        return course.feedback_is_settled
    return clock in _BEFORE_ANSWER and course.answered_on is not None


def _running(clock: Clock, last: date | None, moved: date | None, *, on: date, remind: int) -> Pace:
    if last is None or moved is None:
        return Pace.UNKNOWN
    if on > moved:
        return Pace.LAPSED if clock is Clock.HAND_BACK else Pace.OVERDUE
    is_soon = on >= last - timedelta(days=remind) and clock is not Clock.HAND_BACK
    return Pace.DUE_SOON if is_soon else Pace.RUNNING
