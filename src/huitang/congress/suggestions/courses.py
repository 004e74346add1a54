"""The clocks of stored suggestions, read by the rules: one place for the list, one page, the counts."""

from datetime import date

from huitang.congress.suggestions import terms
from huitang.congress.suggestions.models import Assignment, Suggestion
from huitang.congress.suggestions.terms import TownTerms
from huitang.rules import suggestion_clock
from huitang.rules.suggestion_clock import Clock, Course, Pace, Reading
from huitang.rules.suggestion_course import ENDED, Satisfaction, State

_WORST = (Pace.OVERDUE, Pace.DUE_SOON, Pace.UNKNOWN, Pace.RUNNING)
NO_DUTY = frozenset({Clock.HAND_BACK})


def course_of(found: Suggestion, *, has_assisting: bool) -> Course:
    """`found.session` must be loaded, or each row costs a query."""
    return Course(
        tabled_on=found.tabled_on,
        made_in_session=found.session_id is not None,
        session_closed_on=found.session.closes_on if found.session is not None else None,
        difficult=found.is_difficult,
        has_assisting=has_assisting,
        has_ended=State(found.state) in ENDED,
        assigned_on=found.assigned_on,
        first_assigned_on=found.first_assigned_on,
        received_on=found.received_on,
        handed_back_on=found.handed_back_on,
        contacted_on=found.contacted_on,
        assisting_done_on=found.assisting_done_on,
        answered_on=found.answered_on,
        evaluated_on=found.evaluated_on,
        redo_on=found.redo_on,
        redone_on=found.redone_on,
        promised_for=found.promised_for,
        has_promise=found.has_promise,
        promise_kept_on=found.promise_kept_on,
        is_redoing=_is_redoing(found),
        feedback_is_settled=found.is_unreturned or _came_without_a_day(found),
    )


def _is_redoing(found: Suggestion) -> bool:
    """The last answer was not accepted and no other has come, also where it was ended like that."""
    asked = found.redo_on is not None and found.redo_on == found.evaluated_on  # a new answer clears its verdict's day
    return asked and found.result == Satisfaction.NOT_SATISFIED


def _came_without_a_day(found: Suggestion) -> bool:
    """An imported table tells the verdict on its one answer, and not when it was given."""
    return bool(found.result) and found.evaluated_on is None and found.redone_on is None


def read(found: Suggestion, *, on: date, town: TownTerms, has_assisting: bool) -> tuple[Reading, ...]:
    """Every clock of one suggestion on a day; the pack is the one in force when it was assigned, or is now."""
    pack = town.pack_on(found.assigned_on or on)
    course = course_of(found, has_assisting=has_assisting)
    return suggestion_clock.read_clocks(course, on=on, pack=pack, spans=town.spans, almanac=terms.almanac())


def clock_of(found: Suggestion, clock: Clock, *, on: date) -> Reading | None:
    assisting = Assignment.objects.filter(suggestion=found, is_lead=False, ended_on=None).exists()
    readings = read(found, on=on, town=terms.terms_of(found.town_id), has_assisting=assisting)
    return next((reading for reading in readings if reading.clock is clock), None)


def next_of(found: Suggestion, *, on: date, town: TownTerms, has_assisting: bool) -> Reading | None:
    """What presses most of one suggestion; of one that has ended nothing runs, and no clock is read."""
    if State(found.state) in ENDED:
        return None
    return next_due(read(found, on=on, town=town, has_assisting=has_assisting))


def next_due(readings: tuple[Reading, ...]) -> Reading | None:
    """What presses most: the overdue, then the earliest still running; None when nothing runs."""
    running = [one for one in readings if one.pace in _WORST and one.clock not in NO_DUTY]
    return min(running, key=lambda one: (_WORST.index(one.pace), one.last_day or date.max), default=None)
