"""Qinghe with one thing due of every clock, each made by the command that starts it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from huitang.congress.diary import commands, gathering
from huitang.congress.diary.models import Reminder
from huitang.congress.money import approval_commands
from huitang.congress.money.models import MoneyImport, YearAccount
from huitang.congress.runsheet import layout
from huitang.congress.supervision import commands as supervision
from huitang.congress.supervision.commands import Plan
from huitang.congress.targets import task_commands
from huitang.congress.targets.task_commands import TaskWords
from huitang.rules.due import Due
from tests import between
from tests.congress.suggestions import stage
from tests.congress.suggestions.stage import Walk
from tests.congress.targets import stage as targets


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 1, 30, tzinfo=UTC)


def reply(walk: Walk) -> str:
    """Three months from 2 July 2025 end on the second day of the National Day holiday."""
    return f"suggestion:{walk.assigned(on=date(2025, 7, 2))}"


def feedback(walk: Walk) -> str:
    """Twenty working days from 1 September 2025; the last is a Sunday that is worked."""
    found = walk.assigned(on=date(2025, 7, 2))
    walk.answer(found, on=date(2025, 9, 1))
    return f"suggestion:{found}"


def assignment(walk: Walk) -> str:
    """Ten working days from 7 April 2025."""
    return f"suggestion:{walk.admitted()}"


def account(walk: Walk, *, stage: str = "FINAL", on: date = date(2024, 8, 8)) -> str:
    now = at(date(2024, 8, 9))
    source = MoneyImport.objects.create(
        town_id=walk.play.town_id, filename="决算.xlsx", sha256="0", content=b"", uploaded_at=now, committed_at=now
    )
    kept = YearAccount.objects.create(
        town_id=walk.play.town_id, year=on.year - 1, stage=stage, unit=10000, source=source, kept_at=now
    )
    approval_commands.approve_account(account_id=kept.pk, approved_on=on, actor=walk.actor(), now=at(on))
    return f"year_account:{kept.pk}"


def opinion(walk: Walk) -> str:
    """The opinion names a Sunday; nobody counted it, so nothing moves it."""
    office, deputies = walk.play.office, walk.deputies[:2]
    found = between.held(office, kind="VISIT", topic="视察", on=date(2025, 4, 15), deputies=deputies)
    between.with_opinion(office, found, sent=date(2025, 4, 20), due=date(2025, 6, 15))
    return f"activity:{found}"


def plan(walk: Walk, *, month: int | None = 5) -> str:
    planned = Plan(kind="SURVEY", topic="养老服务", planned_month=month, place="")
    found = supervision.plan_activity(year=2025, plan=planned, actor=walk.actor(), now=at(date(2025, 1, 9)))
    return f"activity:{found}"


def task(walk: Walk) -> str:
    words = TaskWords("改造镇区三条背街小巷", "规划建设办", "六月底前完成招标", date(2025, 9, 30))
    return f"task:{task_commands.add_task(year=2025, words=words, actor=walk.actor(), now=at(date(2025, 4, 7)))}"


def figures(walk: Walk) -> str:
    targets.bring_in(walk.actor(), at(date(2025, 4, 7)))
    return "targets:2025"


def session(walk: Walk, *, opens_on: date = date(2025, 7, 28)) -> str:
    found = layout.convene(
        term_id=walk.play.term_id,
        number=9,
        playbook="midyear",
        opens_on=opens_on,
        closes_on=opens_on,
        place="镇政府三楼会议室",
        posts=[],
        projects_to_choose=0,
        from_session_id=None,
        actor=walk.actor(),
        now=at(date(2025, 4, 7)),
    )
    return f"session:{found}"


@dataclass(frozen=True)
class Case:
    """One clock, and by hand the first day of REMIND, LATE and ESCALATE (ten days)."""

    make: Callable[[Walk], str]
    clock: str
    remind: date
    late: date
    escalate: date
    province: str = ""


# last days, and where a day of rest leaves two readings the later one, are counted by hand from the calendar
CASES = {
    "REPLY 2025-10-02, moved to 10-09": Case(reply, "REPLY", date(2025, 9, 25), date(2025, 10, 10), date(2025, 10, 19)),
    "FEEDBACK 2025-09-28, a Sunday that is worked": Case(
        feedback, "FEEDBACK", date(2025, 9, 21), date(2025, 9, 29), date(2025, 10, 8)
    ),
    "ASSIGN 2025-04-21": Case(assignment, "ASSIGN", date(2025, 4, 14), date(2025, 4, 22), date(2025, 5, 1)),
    "PUBLISH 2024-08-28": Case(account, "PUBLISH", date(2024, 8, 21), date(2024, 8, 29), date(2024, 9, 7)),
    "FILE 2024-09-07, a Saturday, moved to 09-09": Case(
        account, "FILE", date(2024, 8, 31), date(2024, 9, 10), date(2024, 9, 19)
    ),
    "an opinion's own Sunday 2025-06-15": Case(
        opinion, "REPLY", date(2025, 6, 8), date(2025, 6, 16), date(2025, 6, 25)
    ),
    "PLAN of May": Case(plan, "PLAN", date(2025, 5, 24), date(2025, 6, 1), date(2025, 6, 10)),
    "PLAN without a month": Case(
        lambda walk: plan(walk, month=None), "PLAN", date(2025, 12, 24), date(2026, 1, 1), date(2026, 1, 10)
    ),
    "TASK 2025-09-30": Case(task, "TASK", date(2025, 9, 23), date(2025, 10, 1), date(2025, 10, 10)),
    "HALF_YEAR": Case(figures, "HALF_YEAR", date(2025, 7, 1), date(2025, 8, 1), date(2025, 8, 10)),
    "YEAR": Case(figures, "YEAR", date(2026, 1, 1), date(2026, 2, 1), date(2026, 2, 10)),
    "NOTICE in Zhejiang, 7 days before 28 July": Case(
        session, "NOTICE", date(2025, 7, 18), date(2025, 7, 22), date(2025, 7, 31), "ZJ"
    ),
    "OPEN 2025-07-28": Case(session, "OPEN", date(2025, 7, 14), date(2025, 7, 29), date(2025, 8, 7)),
}


def remind(walk: Walk, day: date) -> commands.Reminded:
    return commands.remind(actor=walk.actor(), now=at(day))


def levels(subject: str, clock: str) -> list[str]:
    return list(Reminder.objects.filter(subject=subject, clock=clock).order_by("pk").values_list("level", flat=True))


def due(walk: Walk, subject: str, clock: str, *, on: date) -> Due:
    found = gathering.list_dues(walk.play.town_id, on=on)
    return next(one for one in found if (one.subject, one.clock) == (subject, clock))


def begin() -> Walk:
    return stage.begin()
