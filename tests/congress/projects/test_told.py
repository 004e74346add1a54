"""What is due, what the public sees, what a report says; and the days a list writes in words."""

import json
from datetime import date

import pytest

from huitang.congress.projects import (
    building_commands,
    change_commands,
    commands,
    day_words,
    dues,
    photo_commands,
    public,
    refusals,
    report,
    setting_commands,
)
from huitang.congress.roster import queries as roll
from huitang.rules.due import Standing
from tests.adapters.photos import pictures
from tests.congress.projects import built
from tests.congress.projects.built import LATER, TODAY
from tests.stage import finished_spring, spring_session


@pytest.fixture
def who(office):
    return {"actor": office, "now": LATER}


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2025年4月", date(2025, 4, 1), date(2025, 4, 30)),
        ("2025年11月底前", date(2025, 11, 25), date(2025, 11, 30)),
        ("2024年2月底前", date(2024, 2, 25), date(2024, 2, 29)),
        ("2025年6月30日前", date(2025, 6, 30), date(2025, 6, 30)),
        ("2025年9月中旬", date(2025, 9, 11), date(2025, 9, 20)),
        ("2025年9月上旬", date(2025, 9, 1), date(2025, 9, 10)),
        ("２０２５年１０月", date(2025, 10, 1), date(2025, 10, 31)),
        ("2025-09-30", date(2025, 9, 30), date(2025, 9, 30)),
        ("2025年底前", None, date(2025, 12, 31)),
        ("2025年13月", None, None),
        ("2025年2月30日", None, None),
        ("尽快", None, None),
        ("", None, None),
    ],
)
def test_the_day_is_read_from_the_words_where_they_name_one(words, first, last):
    assert day_words.read_day(words, is_end=False) == first
    assert day_words.read_day(words, is_end=True) == last


def told(office, on=TODAY) -> list[tuple[str, str, str, str, date]]:
    found = dues.list_dues(office.town_id, on=on)
    return [(due.clock.partition("-")[0], due.title, due.owes, due.waits, due.last_day) for due in found]


def test_milestones_and_the_last_day_are_owed_by_the_unit(office):
    built.building(office)
    unit, waits, name = "镇社会事务办", "镇人大主席团", "东桥村道路硬化"
    assert told(office) == [
        ("MILESTONE", name, unit, waits, date(2025, 6, 1)),
        ("MILESTONE", name, unit, waits, date(2025, 9, 1)),
        ("FINISH", name, unit, waits, date(2025, 9, 30)),
    ]
    first, second, _last = dues.list_dues(office.town_id, on=TODAY)
    assert (first.standing(TODAY), first.days_late(TODAY), first.what) == (
        Standing.LATE,
        44,
        "完成节点“路基”（累计 40%）",
    )
    assert second.standing(date(2025, 8, 25)) is Standing.SOON


def test_a_finished_project_owes_its_acceptance_and_an_accepted_one_nothing(office, who):
    project = built.finished(office, on=date(2025, 7, 1))
    assert told(office) == [("ACCEPTANCE", "东桥村道路硬化", "镇社会事务办", "镇人大主席团", date(2025, 7, 31))]
    facts = {"on": TODAY, "by": "镇验收组", "conclusion": "ACCEPTED", "to_mend": ""}
    change_commands.accept(project_id=project, **facts, **who)
    assert told(office) == []


def test_deputies_owe_a_visit_each_quarter_where_the_office_wants_it(db):
    play = spring_session()
    who = {"actor": play.office, "now": LATER}
    project = built.building(play.office)
    people = [row.id for row in roll.list_roll(play.term_id, on=TODAY)][:2]
    commands.name_supervisors(project_id=project, deputy_ids=people, contact_id=None, **who)
    assert "VISIT" not in {row[0] for row in told(play.office)}
    numbers = {"free_percent": 10, "accept_within_days": 20, "remind_days": 7}
    bands = [(-100, "GREEN", "正常")]
    setting_commands.set_terms(bands=bands, change_needs_congress=True, visits_each_quarter=True, **numbers, **who)
    names = "、".join(roll.names_of(play.term_id, people)[one] for one in people)
    visit = ("VISIT", "东桥村道路硬化", names, "镇人大主席团", date(2025, 9, 30))
    assert visit in told(play.office)
    building_commands.report(project_id=project, on=date(2025, 7, 2), percent=50, note="", by_deputies=True, **who)
    assert visit not in told(play.office)
    assert [row[0] for row in told(play.office, date(2025, 10, 2))].count("VISIT") == 1


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        (date(2025, 1, 1), date(2025, 1, 1), date(2025, 3, 31)),
        (date(2025, 12, 31), date(2025, 10, 1), date(2025, 12, 31)),
        (date(2024, 5, 5), date(2024, 4, 1), date(2024, 6, 30)),
    ],
)
def test_a_quarter_has_its_first_and_its_last_day(day, first, last):
    assert dues.quarter_of(day) == (first, last)


def test_dues_of_many_ask_no_more_than_dues_of_few(office, django_assert_max_num_queries):
    built.many(office.town_id, 40)
    with django_assert_max_num_queries(5):
        assert len(dues.list_dues(office.town_id, on=TODAY)) == 80


def test_the_public_board_is_plain_values_with_nothing_private(db):
    play = spring_session()
    office, who = play.office, {"actor": play.office, "now": LATER}
    project = built.finished(office)
    built.building(office, "食堂改建")
    payment = {"on": TODAY, "payee": "清河路桥公司", "note": "进度款内部说明"}
    building_commands.pay(project_id=project, yuan=620_000, **payment, **who)
    for caption, is_public in (("路面", True), ("工地内部", False)):
        content = pictures.jpeg(behind=caption.encode(), width=40 + is_public)
        photo = {"caption": caption, "taken_on": TODAY, "is_public": is_public}
        photo_commands.add_photo(project_id=project, content=content, **photo, **who)
    built.rated(project, session_id=play.session_id)
    board = public.public_board(office.town_id, year=2025, on=TODAY)
    text = json.dumps(board.as_facts(), ensure_ascii=False)
    for secret in ("13800000000", "王某", "清河路桥公司", "进度款", "工地内部"):
        assert secret not in text
    first = board.as_facts()["projects"][0]
    assert (first["stage_words"], first["actual"], first["paid_tenths"], first["finished_on"]) == (
        "已完工，待验收",
        100,
        333,
        "2025-07-01",
    )
    assert [photo["caption"] for photo in first["photos"]] == ["路面"]
    assert first["rating"]["rate_in_tenths_of_percent"] == 956
    assert dict(board.by_stage) == {"ADOPTED": 0, "BUILDING": 1, "FINISHED": 1, "ACCEPTED": 0, "DROPPED": 0}
    assert (board.total_yuan, board.paid_yuan) == (3_720_000, 620_000)
    assert public.get_photo(first["photos"][0]["sha256"], town_id=office.town_id)[1] == "image/jpeg"
    with pytest.raises(refusals.PhotoIsUnknown):
        public.get_photo(first["photos"][0]["sha256"], town_id=office.town_id + 1)
    hidden = [one.sha256 for one in photo_commands.ProjectPhoto.objects.filter(is_public=False)]
    with pytest.raises(refusals.PhotoIsUnknown):
        public.get_photo(hidden[0])


def test_a_year_without_projects_has_no_board_and_no_report(office):
    assert public.public_board(office.town_id, year=2025, on=TODAY) is None
    assert report.progress_for_report(office.town_id, year=2025, on=TODAY) is None
    assert report.completion_for_report(office.town_id, year=2025) is None


def test_the_progress_report_is_written_from_the_record(db):
    play = finished_spring()
    built.take(play)
    who = {"actor": play.office, "now": LATER}
    ids = list(change_commands.Project.objects.order_by("number").values_list("pk", flat=True))
    for project in ids[:8]:
        building_commands.begin(project_id=project, on=date(2025, 4, 10), **who)
    building_commands.report(project_id=ids[0], on=date(2025, 6, 20), percent=70, note="", by_deputies=False, **who)
    building_commands.finish(project_id=ids[1], on=date(2025, 6, 28), **who)
    building_commands.pay(project_id=ids[1], on=date(2025, 6, 28), yuan=700_000, payee="", note="", **who)
    found = report.progress_for_report(play.town_id, year=2025, on=date(2025, 6, 30))
    assert found.paragraphs[0] == ("2025年民生实事项目共10项。截至2025年6月30日，已开工8项，完工1项，尚未开工2项。")
    assert found.paragraphs[1].startswith("项目总投资")
    assert "累计拨付70.00万元" in found.paragraphs[1]
    names = [row.name for row in found.figures.rows]
    assert len(found.paragraphs) == 2 + 10 + 1
    assert found.paragraphs[2].startswith(f"1．{names[0]}。")
    assert found.paragraphs[2].endswith("已完成70%，计划进度为49%。")
    assert found.paragraphs[3].endswith("2025年6月28日完工，尚未验收。")
    assert found.paragraphs[-1].startswith("进度慢于计划的有8项：")
    assert names[0] not in found.paragraphs[-1]


def test_the_completion_report_tells_acceptance_mending_changes_and_rating(db):
    play = spring_session()
    office, who = play.office, {"actor": play.office, "now": LATER}
    project, dropped = built.finished(office), built.building(office, "食堂改建")
    mend = {"on": TODAY, "by": "镇验收组", "conclusion": "WITH_DEFECTS", "to_mend": "补植路肩。"}
    change_commands.accept(project_id=project, **mend, **who)
    vote = built.decision(play.session_id)
    change_commands.drop_project(project_id=dropped, on=TODAY, reason="并入县项目", decision_id=vote, **who)
    built.rated(project, session_id=play.session_id)
    found = report.completion_for_report(play.town_id, year=2025)
    assert found.paragraphs == (
        "2025年民生实事项目共2项。截至2025年12月31日，完工1项，通过验收1项，停止1项。",
        "项目总投资186.00万元，累计拨付0.00万元，占0.0%。",
        "1．东桥村道路硬化。3.2公里。责任单位为镇社会事务办。2025年7月15日通过验收。",
        "2．食堂改建。3.2公里。责任单位为镇社会事务办。2025年7月15日起停止建设。",
        "东桥村道路硬化验收时要求整改：补植路肩。",
        "2025年7月15日，食堂改建依据《关于调整民生实事项目的决定》停止建设，原因是并入县项目。",
        "代表对1个项目进行了满意度测评：东桥村道路硬化满意（满意80票，基本满意7票，不满意4票）。",
    )
