"""Clocks where the course is not the straight one: a second dissatisfaction, no verdict, a verdict without its day."""

from datetime import date

import pytest

from huitang.congress.accounts.deeds import Role
from huitang.congress.suggestions import answer_commands, courses, handling_commands, queries
from huitang.congress.suggestions.models import Suggestion
from huitang.rules.suggestion_clock import Clock, Pace
from tests.congress.suggestions.stage import at

FIRST, AGAIN = date(2025, 6, 1), date(2025, 6, 20)


def reading(walk, found, clock, on):
    return courses.clock_of(walk.row(found), clock, on=on)


@pytest.fixture
def twice(walk) -> int:
    """Answered, not accepted, answered again with a promise, and again not accepted."""
    found = walk.answered()
    walk.evaluate(found, result="NOT_SATISFIED", on=date(2025, 6, 3))
    walk.answer(found, on=AGAIN, mark="B", promise="年底前修好", promised_for=date(2025, 12, 31))
    walk.evaluate(found, result="NOT_SATISFIED", on=date(2025, 6, 25))
    return found


def test_a_second_verdict_is_measured_from_the_second_answer(walk, twice):
    feedback = reading(walk, twice, Clock.FEEDBACK, date(2025, 12, 1))
    assert (feedback.started_on, feedback.pace) == (AGAIN, Pace.DONE)
    assert reading(walk, twice, Clock.PROMISE, date(2025, 12, 1)).started_on == AGAIN


def test_a_second_time_asked_the_unit_owes_again(walk, twice):
    late = date(2026, 1, 5)
    again = reading(walk, twice, Clock.ANSWER_AGAIN, late)
    assert (again.started_on, again.done_on, again.pace) == (date(2025, 6, 25), None, Pace.OVERDUE)
    chair = walk.actor(Role.CHAIR)
    answer_commands.close_after_redo(suggestion_id=twice, reason="已当面说明", actor=chair, now=at(late))
    assert reading(walk, twice, Clock.ANSWER_AGAIN, late).pace is Pace.LAPSED


def test_answered_again_on_the_day_it_was_asked_is_done(walk):
    found = walk.answered()
    walk.evaluate(found, result="NOT_SATISFIED", on=AGAIN)
    walk.answer(found, on=AGAIN)
    assert reading(walk, found, Clock.ANSWER_AGAIN, AGAIN).pace is Pace.DONE
    walk.evaluate(found, result="NOT_SATISFIED", on=AGAIN)
    assert reading(walk, found, Clock.ANSWER_AGAIN, AGAIN).pace is Pace.RUNNING


def test_a_promise_runs_on_although_no_verdict_came_back(walk):
    found = walk.assigned()
    walk.answer(found, on=FIRST, mark="B", promise="年底前修好", promised_for=date(2025, 12, 31))
    over = date(2025, 7, 1)
    answer_commands.close_unreturned(suggestion_id=found, actor=walk.actor(), now=at(over))
    assert walk.row(found).state == "PROMISED"
    assert reading(walk, found, Clock.FEEDBACK, over).pace is Pace.LAPSED
    assert reading(walk, found, Clock.PROMISE, over).pace is Pace.RUNNING
    assert reading(walk, found, Clock.PROMISE, date(2026, 1, 5)).pace is Pace.OVERDUE
    (listed,) = queries.list_rows(walk.play.town_id, on=date(2026, 1, 5))
    assert listed.is_overdue


def test_nobody_waits_for_a_verdict_that_a_table_told_without_its_day(walk):
    found = walk.answered()
    Suggestion.objects.filter(pk=found).update(state="PROMISED", result="SATISFIED", has_promise=True)  # as imported
    assert reading(walk, found, Clock.FEEDBACK, date(2025, 12, 1)).pace is Pace.LAPSED
    assert reading(walk, found, Clock.PROMISE, date(2025, 12, 1)).pace is Pace.UNKNOWN


def test_given_back_and_assigned_anew_it_was_assigned_in_time(walk):
    """The office passed it on within its days; that the first unit gave it back does not make that late."""
    found = walk.assigned()
    back, anew = date(2025, 4, 24), date(2025, 5, 6)
    told = {"suggestion_id": found, "actor": walk.actor()}
    handling_commands.hand_back(reason="不归我们管", on=back, now=at(back), **told)
    handling_commands.assign(lead_id=walk.units[1], assisting_ids=(), on=anew, now=at(anew), **told)
    assigned = reading(walk, found, Clock.ASSIGN, anew)
    assert assigned.last_day < anew
    assert (assigned.done_on, assigned.pace) == (date(2025, 4, 10), Pace.DONE)
    assert reading(walk, found, Clock.CONTACT, anew).started_on == anew  # the new unit's days are its own
