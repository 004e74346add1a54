"""The pages of livelihood projects: ideas, the board of a year, one project with its deeds, the settings."""

import io
import re
from datetime import date

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from huitang.congress.accounts.deeds import Role
from huitang.congress.project_votes import queries as votes
from huitang.congress.projects import building_commands
from huitang.congress.projects.models import Project, ProjectIdea, ProjectPhoto, ProjectSetting
from huitang.congress.roster import commands as roster
from huitang.congress.roster import queries as roll_rows
from huitang.web.desk import journal_words, project_one
from tests.adapters.photos import pictures
from tests.congress.projects import built
from tests.stage import Play, finished_spring, spring_session
from tests.web import people
from tests.web.desk.conftest import client_of


def told(response) -> str:
    return response.content.decode()


@pytest.fixture
def clocked(settings, desk) -> Client:
    """The office in July of 2025."""
    settings.REHEARSAL = True
    desk.defaults["HTTP_X_REHEARSAL_CLOCK"] = built.LATER.isoformat()
    return desk


@pytest.fixture
def neighbour(office, now) -> Client:
    town = roster.found_town(code="baihe", name="白河镇", province="", now=now)
    other = type(office)(town, "baihe", "白河办公室", Role.OFFICE)
    return client_of(Role.OFFICE, other, now, name="baihe")


def post(client: Client, project: int, deed: str, **words):
    return client.post(f"/desk/projects/{project}/{deed}/", words)


def state_of(project: int) -> str:
    return Project.objects.get(pk=project).state


def office_of(play: Play, settings) -> Client:
    settings.REHEARSAL = True
    client = people.staff(play, Role.OFFICE)
    client.defaults["HTTP_X_REHEARSAL_CLOCK"] = built.LATER.isoformat()
    return client


def test_empty_pages_say_what_to_do(clocked):
    page = told(clocked.get("/desk/projects/"))
    assert "2025 年还没有民生实事项目" in page
    assert "/desk/projects/ideas/" in page
    assert "2026 年还没有征集到项目建议" in told(clocked.get("/desk/projects/ideas/"))


def test_ideas_are_written_down_screened_and_shown(clocked):
    for title in ("甲路", "乙桥", "甲路（重复）"):
        words = {"year": "2026", "title": title, "proposer_kind": "PUBLIC", "received_on": "2025-07-01"}
        assert clocked.post("/desk/projects/ideas/new/", {**words, "proposer": "张某"}).status_code == 302
    road, bridge, again = ProjectIdea.objects.order_by("number").values_list("pk", flat=True)
    assert told(clocked.get(f"/desk/projects/ideas/{road}/")).count('class="primary"') == 1
    screen = "/desk/projects/ideas/{}/{}/".format
    clocked.post(screen(road, "candidate"), {"investment": "12.5", "unit": "镇村镇办"})
    clocked.post(screen(again, "merge"), {"into_id": road, "reason": "同一条路"})
    clocked.post(screen(bridge, "decline"), {"reason": "县里已列入"})
    page = told(clocked.get("/desk/projects/ideas/?year=2026"))
    assert "并入“甲路”：同一条路" in page
    assert "县里已列入" in page
    assert "12.50" in page
    assert "张某" not in page
    clocked.post(screen(bridge, "back"))
    assert ProjectIdea.objects.get(pk=bridge).state == "RECEIVED"
    changed = {"title": "乙桥（便民桥）", "proposer_kind": "VILLAGE", "received_on": "2025-07-01"}
    clocked.post(screen(bridge, "change"), changed)
    assert ProjectIdea.objects.get(pk=bridge).title == "乙桥（便民桥）"
    assert clocked.post(screen(bridge, "burn")).status_code == 404


def test_what_is_wrong_stands_beside_the_field_and_nothing_typed_is_lost(clocked):
    words = {"year": "2026", "title": "甲路", "proposer_kind": "PUBLIC", "received_on": "2025-07-20"}
    answer = clocked.post("/desk/projects/ideas/new/", words)
    assert answer.status_code == 422
    assert "还没有到 2025-07-20" in told(answer)
    assert 'value="甲路"' in told(answer)


def test_candidates_go_to_the_vote_of_a_session(db, settings):
    play = spring_session()
    desk = office_of(play, settings)
    words = {"year": "2025", "title": "甲路", "proposer_kind": "DEPUTY", "received_on": "2024-11-01"}
    desk.post("/desk/projects/ideas/new/", words)
    desk.post(f"/desk/projects/ideas/{ProjectIdea.objects.get().pk}/candidate/", {})
    assert "交付票决" in told(desk.get("/desk/projects/ideas/?year=2025"))
    answer = desk.post("/desk/projects/ideas/hand-over/", {"session": play.session_id, "year": "2025"})
    assert answer.url == f"/desk/sessions/{play.session_id}/projects/"
    assert [row.name for row in votes.find_vote(play.session_id).projects] == ["甲路"]


def test_the_result_of_the_vote_is_taken_over_to_the_board(db, settings):
    play = finished_spring()
    desk = office_of(play, settings)
    assert "把票决结果转入看板" in told(desk.get("/desk/projects/?year=2025"))
    answer = desk.post("/desk/projects/take/", {"session": play.session_id, "year": "2025"})
    assert answer.url == "/desk/projects/?year=2025"
    page = told(desk.get(answer.url))
    assert len(re.findall(r'<a href="/desk/projects/\d+/">', page)) == 10
    assert "把票决结果转入看板" not in page
    project = Project.objects.get(name="镇中心小学食堂改建")
    one = told(desk.get(f"/desk/projects/{project.pk}/"))
    assert "（原写“2025年11月底前”）" in one
    assert f"{project.votes} 票，第 {project.rank} 名" in one
    assert desk.post("/desk/projects/take/", {"session": 999_999, "year": "2025"}).status_code == 404


def test_a_project_goes_its_way_on_its_page(clocked):
    words = {"year": "2025", "name": "甲路", "adopted_on": "2025-04-01", "total": "186", "year_money": "186"}
    words |= {"starts_on": "2025-04-01", "due_on": "2025-06-30", "unit": "镇村镇办", "contact": "王某"}
    clocked.post("/desk/projects/new/", words)
    project = Project.objects.get().pk
    milestone = {"title": "路基", "share": "50", "planned_on": "2025-05-20"}
    assert post(clocked, project, "milestone", **milestone).status_code == 302
    post(clocked, project, "begin", on="2025-04-10")
    post(clocked, project, "report", on="2025-06-01", percent="40", note="雨多", by_deputies="on")
    post(clocked, project, "pay", on="2025-06-02", money="62", payee="清河路桥公司")
    page = told(clocked.get(f"/desk/projects/{project}/"))
    for words in ("镇村镇办应在 2025-06-30 前完工，已逾期 15 天。", "计划 100%，实际 40%", "33.3%", "代表到现场"):
        assert words in page
    assert page.count('class="primary"') == 1
    assert "style=" not in page
    post(clocked, project, "finish", on="2025-07-10")
    post(clocked, project, "accept", on="2025-07-12", by="验收组", conclusion="ACCEPTED")
    assert state_of(project) == "ACCEPTED"
    assert "chip blue" in told(clocked.get("/desk/projects/?year=2025"))
    post(clocked, project, "accept-back", reason="点错")
    post(clocked, project, "finish-back", reason="点错")
    assert state_of(project) == "BUILDING"


@pytest.fixture
def project(office) -> int:
    return built.building(office)


@pytest.mark.parametrize(
    ("deed", "words", "sentence"),
    [
        ("report", {"on": "2025-07-01", "percent": "140"}, "请填 0 到 100 的整数。"),
        ("report", {"on": "2025-08-01", "percent": "50"}, "还没有到 2025-08-01"),
        ("pay", {"on": "2025-07-01", "money": "187"}, "超过总投资 186.00 万元"),
        ("pay", {"on": "2025-07-01", "money": "很多"}, "请填写 0 或者一个万元数"),
        ("milestone", {"title": "绿化", "share": "20", "planned_on": "2025-09-20"}, "路基"),
        ("drop", {"on": "2025-07-01", "reason": "不建了"}, "停建的调整要由代表大会决定"),
        ("drop", {"on": "2025-07-01", "reason": ""}, "请填写这一项。"),
        (
            "change",
            {"name": "乙路", "total": "186", "year_money": "186", "on": "2025-07-01", "reason": "改名"},
            "要由代表大会决定",
        ),
    ],
)
def test_a_refused_deed_is_told_beside_its_form(clocked, project, deed, words, sentence):
    answer = post(clocked, project, deed, **words)
    assert answer.status_code == 422
    assert sentence in told(answer)


def test_a_deed_out_of_turn_is_refused_with_a_sentence(clocked, project):
    answer = post(clocked, project, "accept", on="2025-07-12", by="验收组", conclusion="ACCEPTED")
    assert answer.status_code == 409
    assert "现在是“建设中”" in told(answer)
    assert post(clocked, project, "burn").status_code == 404


def test_milestones_reports_and_payments_are_mended_in_their_rows(clocked, project, office):
    kept = Project.objects.get(pk=project)
    milestone = kept.milestones.first().pk
    clocked.post(f"/desk/projects/milestones/{milestone}/mark/", {"done_on": "2025-06-03"})
    assert kept.milestones.first().done_on == date(2025, 6, 3)
    clocked.post(f"/desk/projects/milestones/{milestone}/mark/", {"done_on": ""})
    assert kept.milestones.first().done_on is None
    changed = {"title": "路基和涵洞", "share": "45", "planned_on": "2025-06-10"}
    clocked.post(f"/desk/projects/milestones/{milestone}/change/", changed)
    assert kept.milestones.first().title == "路基和涵洞"
    assert clocked.post(f"/desk/projects/milestones/{milestone}/change/", {"title": "甲"}).status_code == 422
    clocked.post(f"/desk/projects/milestones/{milestone}/remove/")
    assert kept.milestones.count() == 1
    who = {"actor": office, "now": built.LATER}
    told_of = {"on": built.TODAY, "percent": 9, "note": "", "by_deputies": False}
    report = building_commands.report(project_id=project, **told_of, **who)
    payment = building_commands.pay(project_id=project, on=built.TODAY, yuan=1, payee="", note="", **who)
    assert clocked.post(f"/desk/projects/reports/{report}/remove/", {"reason": ""}).status_code == 422
    clocked.post(f"/desk/projects/reports/{report}/remove/", {"reason": "填错"})
    clocked.post(f"/desk/projects/payments/{payment}/remove/", {"reason": "填错"})
    assert (kept.reports.count(), kept.payments.count()) == (0, 0)


def test_supervisors_are_ticked_and_shown(clocked, project, roll):
    deputies = [row.id for row in roll_rows.list_roll(roll, on=built.TODAY)][:3]
    words = {"deputies": deputies[:2], "contact_id": deputies[2]}
    assert post(clocked, project, "supervisors", **words).status_code == 302
    page = told(clocked.get(f"/desk/projects/{project}/"))
    assert len(re.findall(r"name=\"deputies\"[^>]* checked", page)) == 2
    assert f"/desk/deputies/{deputies[0]}/file/" in page


def test_a_change_with_its_decision_is_shown(db, settings):
    play = spring_session()
    desk, project = office_of(play, settings), built.building(play.office)
    decision = built.decision(play.session_id)
    words = {"name": "东桥村道路", "total": "300", "year_money": "186", "scale": "3.2公里", "place": "东桥村"}
    words |= {"due_on": "2025-09-30", "on": "2025-07-12", "reason": "加长", "decision_id": decision}
    assert post(desk, project, "change", **words).status_code == 302
    page = told(desk.get(f"/desk/projects/{project}/"))
    assert "<del>186.00</del>" in page
    assert "依据：代表大会通过的“关于调整民生实事项目的决定”" in page
    assert post(desk, project, "drop", on="2025-07-13", reason="另建", decision_id=decision).status_code == 302
    assert "已停止" in told(desk.get("/desk/projects/?year=2025&stage=DROPPED"))


def test_corrections_and_removal(clocked, office):
    project = built.entered(office)
    post(clocked, project, "describe", place="东桥村、石门村", starts_on="2025-04-01", unit="镇村镇办")
    assert Project.objects.get().place == "东桥村、石门村"
    assert clocked.post(f"/desk/projects/{project}/remove/", {"reason": ""}).status_code == 422
    assert clocked.post(f"/desk/projects/{project}/remove/", {"reason": "重复"}).url == "/desk/projects/"
    assert not Project.objects.exists()


def test_a_photo_is_kept_served_and_removed(clocked, project, neighbour, teller):
    file = SimpleUploadedFile("a.jpg", pictures.jpeg(about=pictures.exif()), content_type="image/jpeg")
    words = {"photo": file, "caption": "路基", "taken_on": "2025-07-01", "is_public": "on"}
    assert clocked.post(f"/desk/projects/{project}/photos/add/", words).status_code == 302
    photo = ProjectPhoto.objects.get().pk
    served = clocked.get(f"/desk/projects/photos/{photo}/")
    assert (served["Content-Type"], served["X-Content-Type-Options"]) == ("image/jpeg", "nosniff")
    assert pictures.PLACE not in served.content
    assert neighbour.get(f"/desk/projects/photos/{photo}/").status_code == 404
    assert teller.get(f"/desk/projects/photos/{photo}/").status_code == 403
    wrong = SimpleUploadedFile("a.jpg", b"no picture")
    answer = clocked.post(f"/desk/projects/{project}/photos/add/", {**words, "photo": wrong})
    assert answer.status_code == 422
    assert "这个文件不是照片" in told(answer)
    clocked.post(f"/desk/projects/photos/{photo}/remove/")
    assert not ProjectPhoto.objects.exists()


def test_the_board_filters_prints_and_exports_what_it_shows(clocked, project, office):
    built.finished(office, "食堂改建", unit="镇农业办")
    page = told(clocked.get("/desk/projects/?year=2025&unit=镇农业办&order=due"))
    assert "食堂改建" in page
    assert f"/desk/projects/{project}/" not in page
    assert "没有符合的项目" in told(clocked.get("/desk/projects/?year=2025&q=没有这个字"))
    printed = told(clocked.get("/desk/projects/print/?year=2025&stage=DONE"))
    assert "清河镇2025年民生实事项目进度表" in printed
    assert "东桥村道路硬化" not in printed
    book = openpyxl.load_workbook(io.BytesIO(clocked.get("/desk/projects/projects.xlsx?year=2025").content))
    rows = list(book.worksheets[0].values)
    assert [row[1] for row in rows] == ["项目名称", "东桥村道路硬化", "食堂改建"]


def settings_words(**more) -> dict[str, str]:
    words = {"free_percent": "5", "accept_within_days": "20", "remind_days": "3"}
    words |= {"least_0": "0", "colour_0": "GREEN", "words_0": "正常", "least_1": "-100", "colour_1": "RED"}
    return {**words, "words_1": "滞后", **more}


def test_the_settings_are_kept_and_colour_the_board(clocked, project):
    assert "没有规定" in told(clocked.get("/desk/projects/settings/"))
    assert clocked.post("/desk/projects/settings/", settings_words()).status_code == 302
    kept = ProjectSetting.objects.get()
    assert (kept.change_needs_congress, kept.free_percent, kept.bands[1]) == (False, 5, [-100, "RED", "滞后"])
    page = told(clocked.get("/desk/projects/?year=2025"))
    assert '<span class="chip red">滞后</span>' in page
    assert "本镇设置为调整只须写明原因" in told(clocked.get(f"/desk/projects/{project}/"))


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"least_1": "-50"}, "起点要填 -100"),
        ({"least_2": "-20"}, "起点和文字要一起填"),
        ({"free_percent": "很多"}, "请填整数。"),
    ],
)
def test_wrong_settings_are_told_and_not_kept(clocked, wrong, sentence):
    answer = clocked.post("/desk/projects/settings/", settings_words(**wrong))
    assert answer.status_code == 422
    assert sentence in told(answer)
    assert not ProjectSetting.objects.exists()


PAGES = ("", "ideas/", "settings/", "print/", "projects.xlsx", "new/", "ideas/new/")


def test_only_the_office_comes_in_and_only_to_its_own_town(clocked, project, teller, neighbour):
    for address in (*PAGES, f"{project}/"):
        assert Client().get(f"/desk/projects/{address}").status_code == 302
        assert teller.get(f"/desk/projects/{address}").status_code == 403
    assert neighbour.get(f"/desk/projects/{project}/").status_code == 404
    assert post(neighbour, project, "finish", on="2025-07-01").status_code == 404
    assert state_of(project) == "BUILDING"


def test_every_deed_has_its_title_and_every_event_its_words(clocked, project):
    page = told(clocked.get(f"/desk/projects/{project}/"))
    for deed in ("report", "finish", "milestone", "pay", "supervisors", "describe", "change", "drop"):
        assert f"/desk/projects/{project}/{deed}/" in page
    assert set(project_one.COMMANDS) >= {"begin", "accept", "accept-back", "finish-back"}
    journal = told(clocked.get("/desk/journal/"))
    assert "项目开工" in journal
    assert "project.begun" not in journal
    for name in ("begun", "finished", "reported", "paid", "milestone_marked", "payment_removed", "report_removed"):
        assert journal_words.tell_event(f"project.{name}") != f"project.{name}"


def test_the_board_asks_no_more_for_many_projects(clocked, office, django_assert_max_num_queries):
    built.many(office.town_id, 40)
    clocked.get("/desk/projects/")
    with django_assert_max_num_queries(24):
        clocked.get("/desk/projects/?year=2025")
