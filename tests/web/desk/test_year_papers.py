"""Papers of the year are fetched where their record is shown, by the office of the town only."""

from datetime import date

import pytest

from huitang.congress.accounts.deeds import Role
from tests.congress.suggestions import stage
from tests.congress.suggestions.stage import Walk
from tests.web.desk.conftest import client_of
from tests.web.desk.prepared import told


@pytest.fixture
def walk(db) -> Walk:
    return stage.begin()


@pytest.fixture
def desk(walk):
    return client_of(Role.OFFICE, walk.play.office, stage.at(date(2026, 1, 5)))


def test_the_page_of_an_answered_suggestion_offers_a_letter_for_each_proposer(walk, desk):
    found = walk.answered()
    page = told(desk.get(f"/desk/suggestions/{found}/"))
    for place in (1, 2, 3):
        for suffix in ("pdf", "docx"):
            address = f"/desk/suggestions/{found}/answer-{place}.{suffix}"
            assert f'href="{address}"' in page
    answer = desk.get(f"/desk/suggestions/{found}/answer-2.docx")
    assert answer.status_code == 200
    assert answer.content.startswith(b"PK")
    assert desk.get(f"/desk/suggestions/{found}/answer-1.pdf").content.startswith(b"%PDF")
    assert desk.get(f"/desk/suggestions/{found}/answer-4.pdf").status_code == 404


def test_without_an_answer_there_is_no_letter(walk, desk):
    found = walk.assigned()
    assert "answer-1" not in told(desk.get(f"/desk/suggestions/{found}/"))
    assert desk.get(f"/desk/suggestions/{found}/answer-1.docx").status_code == 404


def test_others_get_no_letter(walk):
    found = walk.answered()
    chair = client_of(Role.CHAIR, walk.play.office, stage.at(date(2026, 1, 5)))
    assert "answer-1" not in told(chair.get(f"/desk/suggestions/{found}/"))
    assert chair.get(f"/desk/suggestions/{found}/answer-1.docx").status_code == 403


def test_the_report_is_of_the_period_shown(walk, desk):
    stage.bring_in(walk)
    page = told(desk.get("/desk/suggestions/report/?since=2025-01-01&until=2025-12-31"))
    assert 'href="/desk/suggestions/report.docx?since=2025-01-01&amp;until=2025-12-31"' in page
    made = desk.get("/desk/suggestions/report.docx?since=2025-01-01&until=2025-12-31")
    assert made.content.startswith(b"PK")
    wrong = desk.get("/desk/suggestions/report.docx?since=2025-02-30&until=x")
    assert wrong.status_code == 422
    assert "没有写清起止日期" in told(wrong)


def test_their_wording_can_be_changed_like_any_other(desk):
    page = told(desk.get("/desk/papers/templates/"))
    assert "代表建议答复函" in page
    edit = told(desk.get("/desk/papers/templates/suggestion_answer/"))
    assert "建议.答复日期" in edit
    tried = desk.post("/desk/papers/templates/suggestion_answer/preview/", {"text": "# {{ 建议.标题 }}\n{{ 没有 }}\n"})
    assert "没有“没有”这个名称" in told(tried)
