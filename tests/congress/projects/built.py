"""Qinghe's projects of 2025, for the tests: entered by hand, or chosen in the spring session."""

from datetime import UTC, date, datetime
from typing import Any

from huitang.congress.accounts.actor import Actor
from huitang.congress.attendance.models import Electorate
from huitang.congress.ballots.models import SecretBallot
from huitang.congress.projects import building_commands, commands
from huitang.congress.projects.building_commands import Milestone
from huitang.congress.projects.commands import Described, Promised
from huitang.congress.projects.models import Project
from huitang.congress.ratings.models import RatingItem, RatingRound, SatisfactionRating
from huitang.congress.resolutions.models import HandVote
from huitang.congress.roster import queries as roll
from huitang.congress.sittings.models import Sitting
from tests.stage import Play

LATER = datetime(2025, 7, 15, 2, 0, tzinfo=UTC)
TODAY = date(2025, 7, 15)
ADOPTED = date(2025, 4, 1)
START, DUE = date(2025, 4, 1), date(2025, 9, 30)


def entered(
    office: Actor, name: str = "东桥村道路硬化", *, year: int = 2025, now: datetime = LATER, **more: Any
) -> int:
    """One project of 186 万元, from April to September."""
    promised = {"scale": "3.2公里", "total_yuan": 1_860_000, "year_yuan": 1_860_000, "due_on": DUE}
    described = {"place": "东桥村", "unit": "镇社会事务办", "contact": "王某 13800000000", "starts_on": START}
    promised |= {key: more.pop(key) for key in tuple(more) if key in Promised.__slots__}
    return commands.enter_project(
        year=year,
        promised=Promised(name, **promised),
        described=Described(**{**described, **more}),
        adopted_on=ADOPTED,
        actor=office,
        now=now,
    )


def building(office: Actor, name: str = "东桥村道路硬化", *, now: datetime = LATER, **more: Any) -> int:
    """The same, begun, with two milestones."""
    project = entered(office, name, now=now, **more)
    who = {"actor": office, "now": now}
    for title, share, day in (("路基", 40, date(2025, 6, 1)), ("路面", 90, date(2025, 9, 1))):
        building_commands.plan_milestone(project_id=project, milestone=Milestone(title, share, day), **who)
    building_commands.begin(project_id=project, on=date(2025, 4, 10), **who)
    return project


def finished(office: Actor, name: str = "东桥村道路硬化", *, on: date = date(2025, 7, 1), **more: Any) -> int:
    project = building(office, name, **more)
    building_commands.finish(project_id=project, on=on, actor=office, now=LATER)
    return project


def decision(session_id: int, *, title: str = "关于调整民生实事项目的决定", **more: Any) -> int:
    """A vote the congress has passed in July."""
    facts = {"matter": "RESOLUTION", "state": "DECIDED", "is_passed": True, "decided_at": LATER, **more}
    return HandVote.objects.create(session_id=session_id, title=title, **facts).pk


def rated(project_id: int, *, session_id: int) -> None:
    """A declared rating of one project: 80 papers satisfied, 7 basically, 4 not; how it comes about is tested with ratings."""
    line = {"subject": f"project:{project_id}", "name": "东桥村道路硬化", "grade": "SATISFIED", "void": 0}
    line |= {"satisfied": 80, "basically": 7, "dissatisfied": 4, "rate_in_tenths_of_percent": 956}
    sitting = Sitting.objects.filter(session_id=session_id).latest("pk")
    numbers = {"deputies_in_office": 95, "deputies_present": 91, "deputies_required": 64}
    electorate = Electorate.objects.create(sitting=sitting, frozen_at=LATER, present_ids=[], **numbers)
    paper = {"method": {}, "choices": [], "allows_write_in": False, "voters": 91}
    ballot = SecretBallot.objects.create(title="满意度测评票", kind="RATING", state="CLOSED", **paper)
    rating = SatisfactionRating.objects.create(session_id=session_id, title="民生实事项目满意度测评")
    RatingItem.objects.create(rating=rating, number=1, name=line["name"], subject=line["subject"])
    held = {"sitting": sitting, "electorate": electorate, "ballot": ballot, "opened_at": LATER, "declared_at": LATER}
    RatingRound.objects.create(
        rating=rating, number=1, kind="FIRST", items=[], state="DECLARED", outcome={"items": [line]}, **held
    )


def take(play: Play, year: int = 2025) -> int:
    return commands.take_adopted(session_id=play.session_id, year=year, actor=play.office, now=play.clock.tick())


def many(town_id: int, number: int, *, year: int = 2025) -> None:
    """So many without their deeds, for tests that count queries."""
    rows = Project.objects.bulk_create(
        Project(
            town_id=town_id,
            year=year,
            number=place,
            name=f"项目{place}",
            total_yuan=100_000 * place,
            unit=f"单位{place % 3}",
            starts_on=START,
            due_on=DUE,
            adopted_on=ADOPTED,
            state=Project.State.BUILDING,
            began_on=START,
        )
        for place in range(1, number + 1)
    )
    for row in rows:
        row.milestones.create(title="主体", share=50, planned_on=date(2025, 7, 1))
        row.reports.create(on=date(2025, 6, 1), percent=40)
        row.payments.create(on=date(2025, 6, 2), yuan=1000)


def deputies_of(play: Play) -> list[int]:
    return [row.id for row in roll.list_roll(play.term_id, on=TODAY)]
