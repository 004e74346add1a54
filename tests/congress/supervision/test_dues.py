"""Replies and plans that are still due; their days agree with the page of supervision."""

from datetime import date

import pytest

from huitang.congress.supervision import commands, dues, queries, reply_commands
from huitang.congress.supervision.commands import Plan
from huitang.rules.due import Standing
from tests import between
from tests.congress.suggestions import stage


@pytest.fixture
def play(db):
    return stage.enrolled()


def test_a_reply_is_due_until_it_is_written_down(play):
    found = between.held(
        play.office, kind="VISIT", topic="视察水厂", on=date(2025, 4, 15), deputies=between.deputies_of(play)[:2]
    )
    assert dues.list_dues(play.town_id, on=date(2025, 4, 16)) == ()
    between.with_opinion(play.office, found, sent=date(2025, 4, 20), due=date(2025, 6, 15))
    due = dues.list_dues(play.town_id, on=date(2025, 6, 16))[0]
    assert (due.owes, due.waits, due.title) == ("镇应急管理站", "主席团", "视察：视察水厂")
    row = queries.list_waiting(town_id=play.town_id, today=date(2025, 6, 16))[0]
    assert (row.is_reply_overdue, row.days_over) == (
        due.standing(date(2025, 6, 16)) is Standing.LATE,
        due.days_late(date(2025, 6, 16)),
    )
    reply_commands.record_reply(
        activity_id=found, reply="已整改", replied_on=date(2025, 6, 20), actor=play.office, now=between.LATER
    )
    assert dues.list_dues(play.town_id, on=date(2025, 6, 21)) == ()


def test_a_plan_is_due_by_the_end_of_its_month_or_is_dropped(play):
    who = {"actor": play.office, "now": between.LATER}
    ids = [
        commands.plan_activity(
            year=2024, plan=Plan(kind="SURVEY", topic=f"调研{month}", planned_month=month, place=""), **who
        )
        for month in (2, 12)
    ]
    days = [due.last_day for due in dues.list_dues(play.town_id, on=date(2024, 2, 1))]
    assert days == [date(2024, 2, 29), date(2024, 12, 31)]
    commands.drop_activity(activity_id=ids[0], reason="并入视察", **who)
    assert [due.title for due in dues.list_dues(play.town_id, on=date(2024, 3, 1))] == ["调研：调研12"]
