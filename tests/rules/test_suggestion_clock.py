"""Each clock at its edge days: calendar and working days, the Spring Festival, years nobody has published."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from huitang.adapters.working_days.china import published_calendar
from huitang.rules import province_packs
from huitang.rules.province import NATIONAL, Unit
from huitang.rules.suggestion_clock import Almanac, Authority, Clock, Course, OfficeSpans, Pace, Span, read_clocks

PUBLISHED = published_calendar()
ALMANAC = Almanac(PUBLISHED.calendar, PUBLISHED.years)
SPANS = OfficeSpans(
    assign=Span(10, Unit.WORKING_DAYS),
    hand_back=Span(10, Unit.WORKING_DAYS),
    contact=Span(20, Unit.WORKING_DAYS),
    assisting=Span(30, Unit.WORKING_DAYS),
    feedback=Span(20, Unit.WORKING_DAYS),
    answer_again=Span(1, Unit.MONTHS),
    remind_days=7,
)
TABLED = Course(tabled_on=date(2025, 1, 20))
ASSIGNED = replace(TABLED, assigned_on=date(2025, 4, 10), received_on=date(2025, 4, 10), has_assisting=True)
ANSWERED = replace(ASSIGNED, answered_on=date(2025, 6, 10))


def read(course, clock, *, on, pack=NATIONAL, spans=SPANS):
    found = read_clocks(course, on=on, pack=pack, spans=spans, almanac=ALMANAC)
    return next((one for one in found if one.clock is clock), None)


def test_ten_working_days_over_the_spring_festival_of_2025():
    found = read(TABLED, Clock.ASSIGN, on=date(2025, 1, 20))
    # 21-24, Sunday 26 (worked), 27 January; 5, 6, 7, Saturday 8 February (worked)
    assert found.last_day == date(2025, 2, 8)
    assert (found.if_moved, found.year_unknown, found.authority) == (found.last_day, None, Authority.OFFICE)


@pytest.mark.parametrize(
    ("course", "clock", "pack", "last"),
    [
        (ASSIGNED, Clock.REPLY, NATIONAL, date(2025, 7, 10)),
        (replace(ASSIGNED, difficult=True), Clock.REPLY, NATIONAL, date(2025, 10, 10)),
        (replace(ASSIGNED, made_in_session=True), Clock.REPLY, province_packs.CHONGQING, date(2025, 6, 10)),
        (ASSIGNED, Clock.HAND_BACK, province_packs.CHONGQING, date(2025, 4, 24)),
        (ASSIGNED, Clock.HAND_BACK, province_packs.SHANDONG, date(2025, 4, 15)),
        (ASSIGNED, Clock.CONTACT, province_packs.CHONGQING, date(2025, 5, 12)),
        (ASSIGNED, Clock.ASSIST, province_packs.ZHEJIANG_2023, date(2025, 6, 10)),
        (ASSIGNED, Clock.ASSIST, province_packs.CHONGQING, date(2025, 5, 26)),
        (ANSWERED, Clock.FEEDBACK, province_packs.CHONGQING, date(2025, 7, 8)),
        (replace(ANSWERED, redo_on=date(2025, 6, 20)), Clock.ANSWER_AGAIN, province_packs.CHONGQING, date(2025, 8, 20)),
        (replace(ANSWERED, redo_on=date(2025, 6, 20)), Clock.ANSWER_AGAIN, province_packs.HENAN, date(2025, 7, 20)),
        (
            replace(ANSWERED, has_promise=True, promised_for=date(2025, 12, 1)),
            Clock.PROMISE,
            NATIONAL,
            date(2025, 12, 1),
        ),
    ],
)
def test_each_clock_ends_where_its_province_says_and_turns_the_day_after(course, clock, pack, last):
    reading = read(course, clock, on=last, pack=pack)
    assert reading.last_day == last
    is_duty = clock is not Clock.HAND_BACK
    assert reading.pace is (Pace.DUE_SOON if is_duty else Pace.RUNNING)
    after = read(course, clock, on=reading.if_moved + timedelta(days=1), pack=pack)
    assert after.pace is (Pace.OVERDUE if is_duty else Pace.LAPSED)
    assert read(course, clock, on=last - timedelta(days=8), pack=pack).pace is Pace.RUNNING
    reminded = read(course, clock, on=last - timedelta(days=7), pack=pack)
    assert reminded.pace is (Pace.DUE_SOON if is_duty else Pace.RUNNING)


def test_in_shandong_the_answer_runs_from_the_closing_of_the_session():
    course = replace(ASSIGNED, made_in_session=True, session_closed_on=date(2025, 4, 1))
    found = read(course, Clock.REPLY, on=date(2025, 4, 11), pack=province_packs.SHANDONG)
    assert (found.started_on, found.last_day) == (date(2025, 4, 1), date(2025, 6, 1))
    assert (found.if_moved, found.authority) == (date(2025, 6, 3), Authority.PROVINCE)


def test_a_second_unit_may_hand_back_counted_from_when_it_got_the_work():
    course = replace(ASSIGNED, received_on=date(2025, 6, 3))
    found = read(course, Clock.HAND_BACK, on=date(2025, 6, 3), pack=province_packs.CHONGQING)
    assert (found.started_on, found.last_day) == (date(2025, 6, 3), date(2025, 6, 17))
    assert read(course, Clock.REPLY, on=date(2025, 6, 3), pack=province_packs.CHONGQING).last_day == date(2025, 7, 10)


def test_once_answered_nobody_is_pressed_for_a_contact_that_never_was():
    assert read(ANSWERED, Clock.CONTACT, on=date(2025, 8, 1)).pace is Pace.LAPSED


def test_a_last_day_of_rest_gives_both_days_and_is_overdue_only_after_the_later():
    course = replace(ASSIGNED, assigned_on=date(2025, 7, 1), received_on=date(2025, 7, 1))
    found = read(course, Clock.REPLY, on=date(2025, 10, 8))
    assert (found.last_day, found.if_moved) == (date(2025, 10, 1), date(2025, 10, 9))
    assert found.pace is Pace.DUE_SOON
    assert read(course, Clock.REPLY, on=date(2025, 10, 10)).pace is Pace.OVERDUE


def test_working_days_of_a_year_nobody_has_published_are_not_guessed():
    unpublished = max(PUBLISHED.years) + 1
    course = Course(tabled_on=date(unpublished - 1, 12, 25))
    found = read(course, Clock.ASSIGN, on=date(unpublished - 1, 12, 26))
    assert (found.last_day, found.year_unknown, found.pace) == (None, unpublished, Pace.UNKNOWN)


def test_months_into_an_unpublished_year_end_on_their_day_and_say_that_rest_is_unknown():
    unpublished = max(PUBLISHED.years) + 1
    assigned = date(unpublished - 1, 11, 1)
    course = replace(ASSIGNED, assigned_on=assigned, received_on=assigned)
    found = read(course, Clock.REPLY, on=assigned)
    assert (found.last_day, found.if_moved) == (date(unpublished, 2, 1), date(unpublished, 2, 1))
    assert found.year_unknown == unpublished


def test_where_the_province_states_no_start_it_is_assumed_and_said():
    course = replace(ANSWERED, redo_on=date(2025, 6, 20))
    assert read(course, Clock.ANSWER_AGAIN, on=date(2025, 6, 21), pack=province_packs.HENAN).start_assumed
    assert not read(course, Clock.ANSWER_AGAIN, on=date(2025, 6, 21), pack=province_packs.CHONGQING).start_assumed


def test_the_office_sets_only_what_law_and_province_leave_open():
    spans = replace(SPANS, hand_back=Span(3, Unit.DAYS))
    own = read(ASSIGNED, Clock.HAND_BACK, on=date(2025, 4, 11), spans=spans)
    assert (own.last_day, own.authority) == (date(2025, 4, 13), Authority.OFFICE)
    ruled = read(ASSIGNED, Clock.HAND_BACK, on=date(2025, 4, 11), spans=spans, pack=province_packs.SHANDONG)
    assert (ruled.last_day, ruled.authority) == (date(2025, 4, 15), Authority.PROVINCE)
    assert "SD-JY" in {cited.law for cited in ruled.citations}


def test_no_period_no_clock():
    assert read(TABLED, Clock.ASSIGN, on=date(2025, 2, 1), spans=replace(SPANS, assign=Span(0, Unit.DAYS))) is None
    assert read(TABLED, Clock.REPLY, on=date(2025, 2, 1)) is None


def test_done_in_time_and_done_late():
    assert read(replace(ASSIGNED, answered_on=date(2025, 7, 10)), Clock.REPLY, on=date(2026, 1, 1)).pace is Pace.DONE
    late = read(replace(ASSIGNED, answered_on=date(2025, 7, 11)), Clock.REPLY, on=date(2026, 1, 1))
    assert late.pace is Pace.DONE_LATE


def test_a_promise_without_a_day_is_unknown_and_an_ended_course_runs_no_clock():
    course = replace(ANSWERED, has_promise=True)
    assert read(course, Clock.PROMISE, on=date(2026, 1, 1)).pace is Pace.UNKNOWN
    ended = replace(ANSWERED, has_ended=True)
    assert read(ended, Clock.FEEDBACK, on=date(2026, 1, 1)).pace is Pace.LAPSED


def test_the_first_assignment_counts_however_often_it_was_given_back():
    again = replace(ASSIGNED, assigned_on=date(2025, 6, 10), first_assigned_on=date(2025, 2, 6))
    assert read(again, Clock.ASSIGN, on=date(2025, 6, 10)).pace is Pace.DONE
    late = replace(again, first_assigned_on=date(2025, 2, 10))
    assert read(late, Clock.ASSIGN, on=date(2025, 6, 10)).pace is Pace.DONE_LATE
