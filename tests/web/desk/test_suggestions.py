"""The desk's pages of motions and suggestions: who may come in, the whole course by forms, what refusals say."""

import io
from datetime import date

import openpyxl
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from huitang.congress.accounts.deeds import Role
from huitang.congress.suggestions.models import ResponsibleUnit, Suggestion, SuggestionSetting
from huitang.rules.suggestion_course import Act
from huitang.web.desk import journal_words, suggestion_deeds
from tests.congress.suggestions import stage
from tests.congress.suggestions.stage import TABLE, Walk
from tests.web.desk.conftest import client_of
from tests.web.desk.prepared import neighbour, told

PAGES = ("", "new/", "print/", "report/", "settings/", "units/", "import/", "suggestions.xlsx")


@pytest.fixture
def walk(db) -> Walk:
    return stage.begin()


@pytest.fixture
def desk(walk) -> Client:
    return client_of(Role.OFFICE, walk.play.office, walk.play.clock.tick())


def test_every_page_is_the_offices(walk, desk):
    found = walk.answered()
    pages = [f"/desk/suggestions/{page}" for page in (*PAGES, f"{found}/")]
    teller = client_of(Role.TELLER, walk.play.office, walk.play.clock.tick())
    for page in pages:
        assert desk.get(page).status_code == 200, page
        assert teller.get(page).status_code == 403, page
        assert Client().get(page).status_code == 302, page


def test_the_chair_looks_on_at_what_is_late_and_decides(walk):
    found = walk.table()
    chair = client_of(Role.CHAIR, walk.play.office, walk.play.clock.tick())
    page = told(chair.get("/desk/suggestions/?due=overdue"))
    assert "已经超期" in page
    assert "登记一件" not in page
    one = told(chair.get(f"/desk/suggestions/{found}/"))
    assert "审核通过" in one
    assert "撤回整件" not in one
    assert chair.post(f"/desk/suggestions/{found}/admit/").status_code == 303
    assert walk.row(found).state == "ADMITTED"
    assert chair.post(f"/desk/suggestions/{found}/withdraw/", {"reason": "x"}).status_code == 403


def test_another_towns_are_not_there(walk):
    found = walk.answered()
    away = neighbour(walk.play)
    assert away.get(f"/desk/suggestions/{found}/").status_code == 404
    assert away.post(f"/desk/suggestions/{found}/publish/").status_code == 404
    unit = f"/desk/suggestions/units/{walk.units[0]}/change/"
    assert away.post(unit, {"name": "x", "is_active": "yes"}).status_code == 404
    upload = stage.upload(walk, TABLE)
    assert away.get(f"/desk/suggestions/import/{upload}/").status_code == 404
    assert away.post(f"/desk/suggestions/import/{upload}/commit/").status_code == 404


def test_the_whole_course_by_forms(walk, desk):
    typed = {"kind": "SUGGESTION", "title": "关于路灯的建议", "lead": "1", "co_signers": "2", "tabled_on": "2025-04-07"}
    made = desk.post("/desk/suggestions/new/", typed)
    assert made.status_code == 302
    page = made.url
    found = Suggestion.objects.get()
    deeds = [
        ("admit", {}, "ADMITTED"),
        ("assign", {"lead_id": walk.units[0], "assisting_ids": [walk.units[1]], "on": "2025-04-10"}, "ASSIGNED"),
        ("contact", {"on": "2025-04-20", "how": "VISIT", "note": "当面听取意见"}, "ASSIGNED"),
        ("opinion", {"unit_id": walk.units[1], "opinion": "同意", "on": "2025-04-21"}, "ASSIGNED"),
        ("answer", {"mark": "B", "text": "列入计划", "on": "2025-06-01", "promise": "装灯", "promised_for": "2025-12-01"}, "ANSWERED"),
        ("evaluate", {"deputy_id": walk.deputies[0], "attitude": "SATISFIED", "result": "BASICALLY", "on": "2025-06-05"}, "PROMISED"),
        ("proof", {"proof": "验收单", "on": "2025-11-20"}, "CLOSED"),
        ("consent", {"deputy_id": walk.deputies[0]}, "CLOSED"),
        ("consent", {"deputy_id": walk.deputies[1]}, "CLOSED"),
        ("publish", {}, "CLOSED"),
    ]  # fmt: skip
    for slug, fields, state in deeds:
        answer = desk.post(f"{page}{slug}/", fields)
        assert answer.status_code == 303, (slug, told(answer))
        found.refresh_from_db()
        assert found.state == state
    assert found.is_public
    last = told(desk.get(page))
    assert "当面听取意见" in last
    assert "验收单" in last
    assert "登记答复" in last  # the history tells each deed in words


def test_a_wrong_form_keeps_what_was_typed_and_says_what_is_wrong(walk, desk):
    typed = {"kind": "SUGGESTION", "title": "关于路灯的建议", "lead": "王伟", "tabled_on": "2025-04-07"}
    answer = desk.post("/desk/suggestions/new/", typed)
    assert answer.status_code == 422
    assert "名册里有 2 位“王伟”" in told(answer)
    assert "关于路灯的建议" in told(answer)
    found = walk.assigned()
    wrong = desk.post(f"/desk/suggestions/{found}/answer/", {"mark": "B", "text": "好的", "on": "2025-06-01"})
    assert wrong.status_code == 422
    assert "要写明承诺什么" in told(wrong)
    assert "好的" in told(wrong)
    assert (
        desk.post(f"/desk/suggestions/{found}/assign/", {"lead_id": walk.units[0], "on": "2025-04-10"}).status_code
        == 409
    )
    assert desk.post(f"/desk/suggestions/{found}/no-such/").status_code == 404


def test_every_deed_of_the_rules_stands_on_the_page_and_every_event_has_words():
    assert set(Act) <= {deed.act for deed in suggestion_deeds.ALL}
    for name in ("tabled", "answered_again", "closed_unreturned", "unmerged", "promise_kept"):
        assert journal_words.tell_event(f"suggestion.{name}") != f"suggestion.{name}"


def test_the_table_is_imported_by_forms_and_namesakes_are_chosen(walk, desk):
    file = io.BytesIO(TABLE)
    file.name = "建议.xlsx"
    answer = desk.post("/desk/suggestions/import/upload/", {"file": file})
    assert answer.status_code == 302
    preview = desk.get(answer.url)
    page = told(preview)
    assert "同名的代表，请选是哪一位" in page
    plan = preview.context["page"].plan
    refused = desk.post(f"{answer.url}commit/", {"seal": plan.seal})
    assert refused.status_code == 422
    assert "还没有选是哪一位" in told(refused)
    chosen = {f"who_{row.row}_0": row.unclear[0].rows[0].id for row in plan.unclear}
    assert desk.post(f"{answer.url}commit/", {"seal": plan.seal, **chosen}).status_code == 302
    assert Suggestion.objects.count() == 10
    assert desk.post(f"{answer.url}commit/", {"seal": plan.seal, **chosen}).status_code == 409
    assert desk.post("/desk/suggestions/import/upload/").status_code == 422


def test_a_table_can_be_given_up(walk, desk):
    upload = stage.upload(walk, TABLE)
    assert desk.post(f"/desk/suggestions/import/{upload}/give-up/").status_code == 302
    assert desk.get(f"/desk/suggestions/import/{upload}/").status_code == 409
    assert Suggestion.objects.count() == 0


def test_what_is_taken_out_is_what_is_shown(walk, desk):
    stage.bring_in(walk)
    unit = ResponsibleUnit.objects.get(name="供电所").pk
    answer = desk.get(f"/desk/suggestions/suggestions.xlsx?unit={unit}")
    rows = list(openpyxl.load_workbook(io.BytesIO(answer.content)).active.iter_rows(values_only=True))
    assert [row[0] for row in rows[2:]] == ["2025002", "2025010"]
    assert rows[1][:3] == ("建议编号", "标题", "领衔代表")
    assert "关于增设镇区公交站点的建议" in told(desk.get(f"/desk/suggestions/print/?unit={unit}"))


def test_a_figure_opens_onto_what_it_counts(walk, desk):
    stage.bring_in(walk)
    page = told(desk.get("/desk/suggestions/report/?since=2025-01-01&until=2025-12-31&behind=late"))
    assert "6/10" in page
    assert "2025002 关于增设镇区公交站点的建议" in page
    assert "2025001 关于加快" not in page
    assert desk.get("/desk/suggestions/report/?since=x&until=2025-12-31").status_code == 422


def test_settings_and_units_are_kept(walk, desk):
    form = desk.get("/desk/suggestions/settings/").context["form"]
    typed = {
        bound.html_name: bound.value() for bound in form if bound.value() is not None and bound.value() is not False
    }
    typed |= {"mark_0": "甲", "meaning_0": "已经解决", "feedback_number": "15", "remind_days": "5"}
    assert desk.post("/desk/suggestions/settings/", typed).status_code == 302
    kept = SuggestionSetting.objects.get()
    assert (kept.classes[0]["mark"], kept.spans["feedback"], kept.remind_days) == ("甲", [15, "WORKING_DAYS"], 5)
    assert desk.post("/desk/suggestions/settings/", {**typed, "remind_days": "many"}).status_code == 422
    assert desk.post("/desk/suggestions/units/add/", {"name": "派出所"}).status_code == 422
    assert desk.post("/desk/suggestions/units/add/", {"name": "卫生院"}).status_code == 302
    change = reverse("desk:suggestion_unit_change", args=[walk.units[0]])
    assert desk.post(change, {"name": "农业农村办", "is_active": "no"}).status_code == 302
    assert ResponsibleUnit.objects.get(pk=walk.units[0]).is_active is False


def test_it_speaks_english(walk, desk):
    found = walk.answered(on=date(2025, 6, 1))
    desk.cookies["django_language"] = "en"
    with translation.override(None):  # what the page switches to stays with the page
        assert "Motions and suggestions" in told(desk.get("/desk/suggestions/"))
        assert "Answered, verdict awaited" in told(desk.get(f"/desk/suggestions/{found}/"))
