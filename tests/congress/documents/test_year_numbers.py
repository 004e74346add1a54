"""The presidium's report takes its numbers from the record; typed ones go before them, and the pages say so."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from huitang.adapters.texts.of_paper import paragraphs_of_paper
from huitang.congress.documents import catalogue, drawing, queries, source, subjects
from huitang.congress.documents import commands as documents
from huitang.congress.documents.gaps import Missing
from huitang.congress.documents.projects_told import ProjectsTold, ProjectTold
from huitang.congress.roster import queries as roster
from huitang.congress.supervision import commands as supervision
from huitang.congress.supervision.commands import Plan
from huitang.congress.yearly import commands as yearly

PASSED = datetime(2025, 3, 20, 2, tzinfo=UTC)
COUNTED = ("补选代表人次", "执法检查次数", "视察调研次数", "交办建议件数")


def hold(play, kind: str, topic: str) -> None:
    who = {"actor": play.office, "now": PASSED}
    deputies = [row.id for row in roster.list_roll(play.term_id, on=date(2024, 5, 8))[:2]]
    found = supervision.plan_activity(year=2024, plan=Plan(kind, topic), **who)
    supervision.hold_activity(
        activity_id=found, held_on=date(2024, 5, 8), place="石门村", people_met=0, deputy_ids=deputies, **who
    )


@pytest.fixture
def busy(play):
    """A year before the session with one inspection and three tours on record."""
    for kind, topic in (("ENFORCEMENT", "安全生产"), ("VISIT", "防汛"), ("SURVEY", "养老"), ("SURVEY", "春耕")):
        hold(play, kind, topic)
    return play


def report(play, **told):
    found = replace(source.gather(play.session_id, town_id=play.town_id), **told)
    kind = catalogue.kind_of("report_presidium")
    return drawing.draw(kind, subjects.list_subjects(kind, found)[0], found)


def words(drawn) -> str:
    return "\n".join(one.text for one in paragraphs_of_paper(drawn.paper))


def type_in(play, **values: str) -> None:
    documents.fill_details(session_id=play.session_id, values=values, actor=play.office, now=PASSED)


def rows(play) -> dict[str, queries.DetailRow]:
    found = queries.get_details(play.session_id, town_id=play.town_id, chain="qinghe")
    return {row.detail.name: row for row in found.rows}


def test_where_nothing_is_on_record_the_numbers_are_asked_for(play):
    drawn = report(play)
    assert {Missing("DETAIL", name) for name in COUNTED} <= set(drawn.missing)
    assert rows(play)["执法检查次数"].counted == ""


def test_what_is_on_record_is_printed_without_being_typed(busy):
    type_in(busy, 去年会议次数="2")
    told = words(report(busy))
    assert "开展专项执法检查1次，组织专题视察和集中调研3次，交办代表建议0件" in told
    assert rows(busy)["视察调研次数"].counted == "3"
    assert rows(busy)["视察调研次数"].waiting == ()


def test_frozen_numbers_stay_as_they_were_reported(busy):
    type_in(busy, 去年会议次数="2")
    yearly.freeze_numbers(year=2024, reported_on=date(2025, 3, 18), actor=busy.office, now=PASSED)
    hold(busy, "ENFORCEMENT", "食品安全")
    assert "开展专项执法检查1次" in words(report(busy))
    assert rows(busy)["执法检查次数"].frozen_on == date(2025, 3, 18)


def test_a_typed_number_goes_first_and_is_told_of(busy):
    type_in(busy, 去年会议次数="2", 执法检查次数="4")
    assert "开展专项执法检查4次" in words(report(busy))
    row = rows(busy)["执法检查次数"]
    assert (row.differs, row.text, row.counted) == (True, "4", "1")
    found = source.gather(busy.session_id, town_id=busy.town_id)
    subject = subjects.list_subjects(catalogue.kind_of("report_presidium"), found)[0]
    view = queries.get_paper(busy.session_id, "report_presidium", subject.key, town_id=busy.town_id)
    assert view.overridden == {"执法检查次数": ("4", "1")}


def test_a_report_on_projects_tells_their_tracked_course(play):
    told = ProjectsTold(("12个项目全部开工。",), (ProjectTold("修桥", "长20米", "镇农业办", "完成70%"),))
    found = replace(source.gather(play.session_id, town_id=play.town_id), tracked_projects=told)
    item = next(item for item in found.record.agenda)
    done = replace(item, subject="PROJECTS_DONE", title="民生实事项目完成情况的报告")
    found = replace(found, record=replace(found.record, agenda=(done,)))
    kind = catalogue.kind_of("report_projects")
    drawn = drawing.draw(kind, subjects.list_subjects(kind, found)[0], found)
    assert drawn.missing == ()
    text = words(drawn)
    assert "12个项目全部开工。" in text
    assert "完成70%" in text
