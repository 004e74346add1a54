"""Tasks and figures that are still due."""

from datetime import date

from huitang.congress.targets import commands, dues, task_commands
from huitang.congress.targets.models import Target
from huitang.congress.targets.task_commands import TaskWords
from tests.congress.targets.stage import bring_in


def clocks(office, on: date) -> list[tuple[str, str]]:
    return [(due.clock, due.what) for due in dues.list_dues(office.town_id, on=on)]


def enter(office, now, period: str, number: int) -> None:
    for target in Target.objects.order_by("position")[:number]:
        commands.enter_actual(target_id=target.pk, period=period, value="5", source="月报", actor=office, now=now)


def test_each_period_counts_its_own_missing_figures(office, now):
    bring_in(office, now)
    enter(office, now, "HALF_YEAR", 5)
    enter(office, now, "YEAR", 1)
    assert clocks(office, date(2025, 8, 1)) == [
        ("HALF_YEAR", "填上半年实际数（还差 2 项）"),
        ("YEAR", "填全年实际数（还差 6 项）"),
    ]


def test_a_half_year_is_not_asked_for_once_its_year_is_over(office, now):
    bring_in(office, now)
    assert [clock for clock, _what in clocks(office, date(2026, 1, 1))] == ["YEAR"]


def test_when_all_is_counted_nothing_is_due(office, now):
    bring_in(office, now)
    enter(office, now, "HALF_YEAR", 7)
    enter(office, now, "YEAR", 7)
    assert clocks(office, date(2026, 3, 1)) == []


def test_a_task_that_is_done_or_dropped_is_not_due(office, now):
    for title in ("修路", "修桥", "修渠"):
        words = TaskWords(title, "城建办", "", date(2025, 9, 30))
        task_commands.add_task(year=2025, words=words, actor=office, now=now)
    ids = [int(due.subject.partition(":")[2]) for due in dues.list_dues(office.town_id, on=date(2025, 4, 1))]
    task_commands.finish_task(task_id=ids[0], on=date(2025, 3, 31), outcome="通车", actor=office, now=now)
    task_commands.drop_task(task_id=ids[1], reason="并入县里的工程", actor=office, now=now)
    assert [due.title for due in dues.list_dues(office.town_id, on=date(2025, 4, 1))] == ["修渠"]
