"""The table of the rehearsed year's clocks, proved a second time: hands slip."""

from datetime import date

import pytest

from huitang.web.terminal.rehearsal.year import oracle, oracle_table, reckoning
from huitang.web.terminal.rehearsal.year.oracle import Leg

SUGGESTIONS = oracle.read(oracle_table.SUGGESTIONS)
WORKING_DAYS = {"ASSIGN": 10, "HAND_BACK": 10, "CONTACT": 20, "ASSIST": 30, "FEEDBACK": 20}
BETWEEN_SESSIONS = {"2025013", "2024007"}
# a clock need not reach what cannot be: see `suggestion_clock`
NEVER = {
    *(("HAND_BACK", pace) for pace in ("DUE_SOON", "OVERDUE", "DONE_LATE")),
    *((clock, "UNKNOWN") for clock in (*WORKING_DAYS, "REPLY", "ANSWER_AGAIN")),  # every year in play is published
}


def named(leg: Leg) -> str:
    return f"{leg.subject}-{leg.clock}-{leg.start}"


@pytest.mark.parametrize("leg", [leg for leg in SUGGESTIONS if leg.clock != "PROMISE"], ids=named)
def test_each_last_day_of_the_table_comes_out_again(leg):
    assert leg.last == again(leg)


def again(leg: Leg) -> date:
    if leg.clock in WORKING_DAYS:
        return reckoning.after_working_days(leg.start, WORKING_DAYS[leg.clock])
    if leg.clock == "ANSWER_AGAIN":
        return reckoning.after_months(leg.start, 2)
    if leg.subject in BETWEEN_SESSIONS:
        return reckoning.after_months(leg.start, 3)
    is_difficult = leg.subject == "2025003" and leg.until is None
    return reckoning.after_months(leg.start, 4 if is_difficult else 2)


@pytest.mark.parametrize("table", ["SUGGESTIONS", "MONEY"])
def test_each_moved_day_of_the_table_is_the_first_working_day(table):
    for leg in oracle.read(getattr(oracle_table, table)):
        if leg.last is not None:
            assert leg.moved == reckoning.moved(leg.last), leg


def test_money_is_due_twenty_and_thirty_days_after_approval():
    for leg in oracle.read(oracle_table.MONEY):
        assert (leg.last - leg.start).days == {"PUBLISH": 20, "REPLY": 20, "FILE": 30}[leg.clock]


def test_the_year_brings_every_clock_to_every_pace_it_can_have():
    days = reckoning.every_day(date(2025, 4, 2), date(2026, 4, 2))
    seen = {
        (told.clock, told.pace)
        for day in days
        for subject in {leg.subject for leg in SUGGESTIONS}
        for told in oracle.told_of(SUGGESTIONS, subject, day)
    }
    paces = ("RUNNING", "DUE_SOON", "OVERDUE", "LAPSED", "DONE", "DONE_LATE", "UNKNOWN")
    clocks = (*WORKING_DAYS, "REPLY", "ANSWER_AGAIN", "PROMISE")
    assert {(clock, pace) for clock in clocks for pace in paces} - NEVER == seen


@pytest.mark.parametrize(
    ("start", "months", "last"),
    [("2024-11-30", 3, "2025-02-28"), ("2025-08-31", 6, "2026-02-28"), ("2025-04-02", 3, "2025-07-02")],
)
def test_months_end_on_the_corresponding_or_the_last_day(start, months, last):
    assert reckoning.after_months(date.fromisoformat(start), months) == date.fromisoformat(last)
