"""The office's week: what is late, what comes, who waits for whom; in as many queries for fifty as for five."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Role
from huitang.congress.diary import calendar_days, commands, queries, refusals
from huitang.congress.diary.queries import Choice
from huitang.congress.roster import commands as roster
from tests.congress.diary import stage


def test_the_week_parts_what_is_late_from_what_comes(walk):
    stage.reply(walk)  # last day 2 October, or the 9th
    stage.task(walk)  # 30 September
    stage.opinion(walk)  # 15 June
    stage.figures(walk)  # the half-year by 31 July, the year by 31 January
    week = queries.get_week(walk.play.town_id, on=date(2025, 9, 25))
    assert [(row.due.clock, row.days) for row in week.late if row.due.clock in ("REPLY", "HALF_YEAR")] == [
        ("REPLY", 102),
        ("HALF_YEAR", 56),
    ]
    assert [(row.due.clock, row.days) for row in week.week] == [("TASK", 5), ("REPLY", 7)]
    assert week.month == ()
    assert week.further == 1
    assert (week.glance.suggestions, week.glance.awaited, week.glance.tasks) == (1, 1, 1)


def test_between_the_two_readings_of_a_last_day_nothing_is_late(walk):
    subject = stage.reply(walk)
    on = date(2025, 10, 8)
    week = queries.get_week(walk.play.town_id, on=on)
    row = next(row for row in week.week if row.due.clock == "REPLY")
    assert (row.due.subject, row.days, row.is_uncertain, row.is_late) == (subject, 0, True, False)


def test_who_is_late_for_longest_comes_first(walk):
    stage.task(walk)
    stage.opinion(walk)
    week = queries.get_week(walk.play.town_id, on=date(2025, 10, 5))
    assert [(one.name, one.longest, one.late) for one in week.debtors] == [
        ("镇应急管理站", 112, 1),
        ("规划建设办", 5, 1),
    ]
    assert week.debtors[0].waits == ("主席团",)


def test_an_empty_town_has_an_empty_week(walk):
    week = queries.get_week(walk.play.town_id, on=date(2025, 3, 1))
    assert (week.is_empty, week.everything, week.debtors) == (True, 0, ())


def many(walk, number: int) -> None:
    for _ in range(number):
        walk.assigned(on=date(2025, 7, 2), assisting=True)


def queries_for(read) -> int:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        read()
    return len(asked)


def test_fifty_suggestions_take_as_many_queries_as_five(walk):
    town, on = walk.play.town_id, date(2025, 9, 25)
    reads = (
        lambda: queries.get_week(town, on=on),
        lambda: queries.get_diary(town, on=on, choice=Choice()),
        lambda: calendar_days.list_calendar(town, on=on),
        lambda: queries.list_sheets(town, on=on),
    )
    many(walk, 5)
    few = [queries_for(read) for read in reads]
    many(walk, 45)
    assert [queries_for(read) for read in reads] == few
    assert max(few) < 25


def test_each_assisting_unit_owes_its_own_opinion(walk):
    found = walk.assigned(on=date(2025, 7, 2), assisting=True)
    rows = queries.get_diary(walk.play.town_id, on=date(2025, 7, 3), choice=Choice(owes="派出所")).rows
    assert [(row.due.subject, row.due.what, row.due.waits) for row in rows] == [
        (f"suggestion:{found}", "协办意见", "镇农业办")
    ]


def test_the_list_is_filtered_and_sorted(walk):
    stage.task(walk)
    stage.opinion(walk)
    stage.plan(walk)
    town, on = walk.play.town_id, date(2025, 10, 1)
    everything = queries.get_diary(town, on=on, choice=Choice())
    assert [row.due.clock for row in everything.rows] == ["PLAN", "REPLY", "TASK"]
    assert [kind for kind, _name, _number in everything.kinds] == ["activity", "task"]
    by_kind = queries.get_diary(town, on=on, choice=Choice(kind="task", standing="LATE"))
    assert [row.due.owes for row in by_kind.rows] == ["规划建设办"]
    assert queries.get_diary(town, on=on, choice=Choice(order="kind")).rows[-1].kind == "task"


def test_what_nothing_records_is_ticked_off_and_taken_back(walk):
    subject = stage.account(walk)
    town, now = walk.play.town_id, stage.at(date(2024, 9, 1))
    who = {"actor": walk.actor(), "now": now}
    clocks = lambda: {row.due.clock for row in queries.get_diary(town, on=date(2024, 9, 1), choice=Choice()).rows}  # noqa: E731
    assert clocks() == {"PUBLISH", "REPLY", "FILE"}
    commands.tick_off(subject=subject, clock="FILE", done_on=date(2024, 8, 30), **who)
    assert clocks() == {"PUBLISH", "REPLY"}
    with pytest.raises(refusals.DutyIsNotDue):
        commands.tick_off(subject=subject, clock="FILE", done_on=date(2024, 8, 30), **who)
    with pytest.raises(refusals.DutyIsRecordedElsewhere):
        commands.tick_off(subject=subject, clock="PUBLISH", done_on=date(2024, 8, 30), **who)
    with pytest.raises(refusals.DoneOnIsWrong):
        commands.tick_off(subject=subject, clock="REPLY", done_on=date(2024, 9, 2), **who)
    tick = queries.get_diary(town, on=date(2024, 9, 1), choice=Choice()).ticks[0]
    other = roster.found_town(code="baihe", name="白河镇", province="", now=now)
    neighbour = Actor(other, "baihe", "办公室", Role.OFFICE)
    with pytest.raises(refusals.NothingWasTickedOff):
        commands.take_tick_back(tick_id=tick.id, actor=neighbour, now=now)
    with pytest.raises(refusals.DutyIsNotDue):
        commands.tick_off(subject=subject, clock="REPLY", done_on=date(2024, 8, 30), actor=neighbour, now=now)
    commands.take_tick_back(tick_id=tick.id, **who)
    assert clocks() == {"PUBLISH", "REPLY", "FILE"}


def test_the_sheet_of_a_unit_holds_all_it_owes_with_its_last_reminder(walk):
    stage.task(walk)
    stage.reply(walk)
    stage.remind(walk, date(2025, 10, 10))
    sheets = queries.list_sheets(walk.play.town_id, on=date(2025, 10, 11), owes="规划建设办")
    assert [(sheet.owes, sheet.late, sheet.is_escalated) for sheet in sheets] == [("规划建设办", 1, True)]
    assert sheets[0].rows[0][1].level == "ESCALATE"


def test_the_calendar_holds_sittings_plans_and_what_is_due(walk):
    stage.session(walk)
    stage.plan(walk, month=8)
    stage.task(walk)
    days = calendar_days.list_calendar(walk.play.town_id, on=date(2025, 7, 1))
    summaries = {day.uid.split("-")[0]: day for day in days}
    assert {"sitting", "activity", "due"} <= set(summaries)
    assert len({day.uid for day in days}) == len(days)
    planned = next(day for day in days if day.uid.startswith("activity"))
    assert (planned.on, planned.summary) == (date(2025, 8, 1), "本月计划：调研：养老服务")
    assert any("全体会议" in day.summary and day.on == date(2025, 7, 28) for day in days)
