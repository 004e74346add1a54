"""What the report promised to do: by whom, until when, and what came of it."""

from datetime import UTC, date, datetime

import pytest

from huitang.congress.accounts.actor import Actor, DeedIsNotYours
from huitang.congress.journal.refusal import TextIsTooLong
from huitang.congress.roster.models import Town
from huitang.congress.targets import queries, refusals, task_commands
from huitang.congress.targets.task_commands import TaskWords
from huitang.rules.task import TaskStanding

AUTUMN = datetime(2025, 10, 8, 1, 0, tzinfo=UTC)
ROAD = TaskWords("改造镇区三条背街小巷", "规划建设办", "六月底前完成招标", date(2025, 9, 30))


@pytest.fixture
def road(office, now) -> int:
    return task_commands.add_task(year=2025, words=ROAD, actor=office, now=now)


def row(office, today=date(2025, 10, 8)):
    return queries.targets_for_report(office.town_id, year=2025, today=today).tasks[0]


def test_a_task_is_overdue_the_day_after_its_due_date(office, road):
    assert row(office, date(2025, 9, 30)).standing is TaskStanding.OPEN
    late = row(office, date(2025, 10, 1))
    assert (late.standing, late.days_late) == (TaskStanding.OVERDUE, 1)


def test_progress_at_half_year_is_the_last_told_up_to_the_end_of_june(office, road):
    for day, percent in ((date(2025, 4, 30), 10), (date(2025, 6, 28), 45), (date(2025, 9, 1), 80)):
        task_commands.report_progress(
            task_id=road, on=day, percent=percent, note=f"完成 {percent}%", actor=office, now=AUTUMN
        )
    found = row(office)
    assert (found.half_year.percent, found.half_year.note, found.latest.percent) == (45, "完成 45%", 80)


def test_a_task_done_late_says_how_late(office, road):
    task_commands.finish_task(task_id=road, on=date(2025, 10, 5), outcome="三条小巷通车", actor=office, now=AUTUMN)
    found = row(office)
    assert (found.standing, found.days_late, found.outcome) == (TaskStanding.DONE_LATE, 5, "三条小巷通车")
    report = queries.targets_for_report(office.town_id, year=2025, today=date(2025, 10, 8))
    assert (report.done, report.overdue) == (1, 0)


def test_what_is_settled_stays_so_until_it_is_taken_back(office, road):
    task_commands.drop_task(task_id=road, reason="并入县里的工程", actor=office, now=AUTUMN)
    assert row(office).standing is TaskStanding.DROPPED
    with pytest.raises(refusals.TaskIsSettled):
        task_commands.finish_task(task_id=road, on=date(2025, 10, 5), outcome="", actor=office, now=AUTUMN)
    with pytest.raises(refusals.TaskIsSettled):
        task_commands.report_progress(task_id=road, on=date(2025, 10, 5), percent=5, note="", actor=office, now=AUTUMN)
    with pytest.raises(refusals.TaskIsSettled):
        task_commands.change_task(task_id=road, words=ROAD, actor=office, now=AUTUMN)
    task_commands.reopen_task(task_id=road, actor=office, now=AUTUMN)
    assert row(office).standing is TaskStanding.OVERDUE
    with pytest.raises(refusals.TaskIsOpen):
        task_commands.reopen_task(task_id=road, actor=office, now=AUTUMN)


def test_what_cannot_be_is_refused(office, road, now):
    with pytest.raises(refusals.TaskIsThere, match="2025 年已经有一项任务叫"):
        task_commands.add_task(year=2025, words=ROAD, actor=office, now=now)
    nobody = TaskWords("植树", " ", "", date(2025, 4, 1))
    with pytest.raises(refusals.FieldIsMissing, match="责任单位"):
        task_commands.add_task(year=2025, words=nobody, actor=office, now=now)
    with pytest.raises(TextIsTooLong):
        task_commands.add_task(
            year=2025, words=TaskWords("树" * 101, "林业站", "", date(2025, 4, 1)), actor=office, now=now
        )
    with pytest.raises(refusals.PercentIsWrong):
        task_commands.report_progress(task_id=road, on=date(2025, 3, 31), percent=101, note="", actor=office, now=now)
    with pytest.raises(refusals.DayIsWrong):
        task_commands.finish_task(task_id=road, on=date(2025, 4, 2), outcome="", actor=office, now=now)
    with pytest.raises(refusals.FieldIsMissing, match="理由"):
        task_commands.drop_task(task_id=road, reason="", actor=office, now=now)


def test_only_the_office_of_the_own_town_keeps_tasks(office, teller_a, road, now):
    with pytest.raises(DeedIsNotYours):
        task_commands.add_task(year=2025, words=ROAD, actor=teller_a, now=now)
    neighbour = Actor(Town.objects.create(code="linjiang", name="临江镇").pk, "linjiang", "办公室", office.role)
    for deed in (
        lambda: task_commands.drop_task(task_id=road, reason="无", actor=neighbour, now=now),
        lambda: task_commands.reopen_task(task_id=road, actor=neighbour, now=now),
        lambda: queries.get_task(road, town_id=neighbour.town_id, today=date(2025, 4, 1)),
    ):
        with pytest.raises(refusals.TaskIsUnknown):
            deed()
