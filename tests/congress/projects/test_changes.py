"""What was adopted changes only as the congress decides, unless the town has set it otherwise."""

from datetime import date

import pytest

from huitang.congress.journal import queries as journal
from huitang.congress.projects import change_commands, queries, refusals, setting_commands
from huitang.congress.projects.commands import Promised
from huitang.congress.projects.models import ProjectChange, ProjectSetting
from huitang.rules.project_progress import Colour
from tests.congress.projects import built
from tests.congress.projects.built import DUE, LATER, TODAY
from tests.stage import Play, spring_session

BANDS = [(0, "GREEN", "正常"), (-100, "RED", "滞后")]


@pytest.fixture
def play(db) -> Play:
    return spring_session()


@pytest.fixture
def who(play):
    return {"actor": play.office, "now": LATER}


@pytest.fixture
def project(play) -> int:
    return built.building(play.office)


def change(project: int, who, *, decision: int | None = None, place: str = "东桥村", seen=None, **more) -> None:
    kept = {"name": "东桥村道路硬化", "scale": "3.2公里", "total_yuan": 1_860_000, "year_yuan": 1_860_000}
    promised = Promised(**{**kept, "due_on": DUE, **more})
    facts = {"place": place, "on": TODAY, "reason": "征地受阻", "decision_id": decision, "seen": seen}
    change_commands.change_project(project_id=project, promised=promised, **facts, **who)


def page_of(play: Play, project: int) -> queries.ProjectPage:
    return queries.get_project(project, town_id=play.town_id, on=TODAY, chain="qinghe")


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        ({"name": "东桥村道路"}, "项目名称"),
        ({"scale": "2公里"}, "建设内容和规模"),
        ({"place": "石门村"}, "建设地点"),
        ({"total_yuan": 2_046_001}, "总投资"),
        ({"name": "路", "total_yuan": 3_000_000}, "项目名称、总投资"),
    ],
)
def test_a_change_of_what_was_voted_needs_the_congress(play, who, project, wanted, told):
    with pytest.raises(refusals.CongressMustDecide, match=f"^{told}的调整要由代表大会决定"):
        change(project, who, **wanted)
    assert not ProjectChange.objects.exists()
    change(project, who, decision=built.decision(play.session_id), **wanted)
    kept = page_of(play, project).changes[0]
    assert (kept.decision, kept.reason) == ("关于调整民生实事项目的决定", "征地受阻")


def test_a_later_day_and_a_little_more_money_need_a_reason_only(play, who, project):
    change(project, who, total_yuan=2_046_000, due_on=date(2025, 11, 30))
    page = page_of(play, project)
    assert (page.row.total, page.row.due, page.row.changes) == ("204.60", "2025-11-30", 1)
    assert [line for line in page.changes[0].lines if line[0] == "总投资（万元）"] == [
        ("总投资（万元）", "186.00", "204.60")
    ]
    facts = journal.list_entries(chain="qinghe", subject=f"project:{project}")[0].facts
    assert facts["before"]["due_on"] == "2025-09-30"


def test_small_steps_do_not_add_up_to_a_large_one(play, who, project):
    change(project, who, total_yuan=2_046_000)
    with pytest.raises(refusals.CongressMustDecide):
        change(project, who, total_yuan=2_046_001)
    change(project, who, total_yuan=3_000_000, decision=built.decision(play.session_id))
    change(project, who, total_yuan=3_300_000)  # ten per cent more than what the congress decided last
    with pytest.raises(refusals.CongressMustDecide):
        change(project, who, total_yuan=3_300_001)


@pytest.mark.parametrize(
    "wrong",
    [
        {"is_passed": False},
        {"state": "OPEN", "is_passed": None, "decided_at": None},
        {"matter": "SCRUTINEERS"},
        {"decided_at": LATER.replace(month=3)},  # before the project was adopted
    ],
)
def test_a_vote_that_decided_nothing_on_it_is_no_decision(play, who, project, wrong):
    vote = built.decision(play.session_id, **wrong)
    with pytest.raises(refusals.DecisionDoesNotHold):
        change(project, who, decision=vote, name="路")
    assert page_of(play, project).decisions == ()


def test_a_vote_of_another_town_is_no_decision(play, who, project):
    vote = built.decision(play.session_id)
    assert change_commands.list_decisions(play.town_id + 1) == ()
    assert [one.id for one in page_of(play, project).decisions] == [vote]
    with pytest.raises(refusals.DecisionDoesNotHold):
        change(project, who, decision=vote + 1, name="路")


def test_dropping_it_needs_the_congress_too(play, who, project):
    drop = {"project_id": project, "on": TODAY, "reason": "上级另有规划", **who}
    with pytest.raises(refusals.CongressMustDecide, match="停建"):
        change_commands.drop_project(decision_id=None, **drop)
    change_commands.drop_project(decision_id=built.decision(play.session_id), **drop)
    row = page_of(play, project).row
    assert (row.state, row.band, row.planned, row.is_overdue) == ("DROPPED", None, None, False)
    with pytest.raises(refusals.ProjectIsNotThere, match="已停止"):
        change_commands.drop_project(decision_id=built.decision(play.session_id), **drop)
    assert queries.get_year(play.town_id, year=2025, on=TODAY).total == "0.00"


def settings(who, **more) -> None:
    chosen = {"change_needs_congress": True, "free_percent": 10, "accept_within_days": 30, "remind_days": 7}
    chosen |= {"bands": BANDS, "visits_each_quarter": False}
    setting_commands.set_terms(**{**chosen, **more}, **who)


def test_a_town_may_set_that_a_reason_is_enough(play, who, project):
    settings(who, change_needs_congress=False)
    change(project, who, name="东桥村路", total_yuan=9_000_000)
    change_commands.drop_project(project_id=project, on=TODAY, reason="不建了", decision_id=None, **who)
    assert [one.parts for one in page_of(play, project).changes] == [("项目名称", "总投资"), ("停建",)]


def test_nothing_changed_is_no_change(who, project):
    with pytest.raises(refusals.NothingIsChanged):
        change(project, who)


def test_a_finished_project_is_not_changed(play, who):
    project = built.finished(play.office)
    with pytest.raises(refusals.ProjectIsNotThere, match="已完工"):
        change(project, who, due_on=date(2025, 12, 1))


def test_bands_of_the_office_colour_its_projects(play, who, project):
    settings(who, bands=BANDS)
    row = page_of(play, project).row
    assert (row.band.colour, row.band.words.zh, row.variance) == (Colour.RED, "滞后", -63)
    settings(who, free_percent=0)
    assert ProjectSetting.objects.get().bands == [[0, "GREEN", "正常"], [-100, "RED", "滞后"]]


@pytest.mark.parametrize(
    ("bands", "sentence"),
    [
        ([], "至少要有一档"),
        ([(0, "GREEN", "好")], "起点要填 -100"),
        ([(-100, "BLUE", "好")], "蓝色只表示已验收"),
        ([(-100, "PINK", "好")], "请从列表里选颜色"),
        ([(-100, "RED", " ")], "不能只靠颜色"),
        ([(-100, "RED", "慢"), (-100, "GREEN", "好")], "起点相同"),
    ],
)
def test_bands_that_leave_a_case_open_are_refused(who, bands, sentence):
    with pytest.raises(refusals.BandsAreWrong, match=sentence):
        settings(who, bands=bands)


def test_numbers_beyond_a_year_are_refused(who):
    with pytest.raises(refusals.NumberIsWrong):
        settings(who, remind_days=366)
