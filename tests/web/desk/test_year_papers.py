"""Papers of the year are fetched where their record is shown, by the office of the town only."""

import hashlib
from datetime import date

import pytest

from huitang.congress.accounts.deeds import Role
from huitang.congress.documents.models import KeptYearPaper
from huitang.congress.journal.models import JournalEntry
from huitang.congress.roster.models import Town
from huitang.congress.suggestions.models import Suggestion
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


def test_a_letter_kept_stays_byte_for_byte_whatever_happens_to_the_record(walk, desk):
    found = walk.answered()
    address = f"/desk/suggestions/{found}/answer-1/keep/"
    assert f'action="{address}"' in told(desk.get(f"/desk/suggestions/{found}/"))
    page = told(desk.post(address, follow=True))
    kept = list(KeptYearPaper.objects.order_by("format"))
    assert [one.format for one in kept] == ["DOCX", "PDF"]
    for one in kept:
        assert one.sha256 in page
        sent = desk.get(f"/desk/papers/kept-of-year/{one.pk}/")
        assert hashlib.sha256(sent.content).hexdigest() == one.sha256
    assert desk.post(address).status_code == 409
    Suggestion.objects.filter(pk=found).update(title="关于另一件事的建议")
    assert desk.post(address).status_code == 302
    assert sorted(KeptYearPaper.objects.values_list("version", flat=True)) == [1, 1, 2, 2]
    assert JournalEntry.objects.filter(event="papers.kept").count() == 2


def test_kept_papers_are_the_offices_of_the_town(walk, desk):
    found = walk.answered()
    desk.post(f"/desk/suggestions/{found}/answer-1/keep/")
    kept = KeptYearPaper.objects.first()
    chair = client_of(Role.CHAIR, walk.play.office, stage.at(date(2026, 1, 5)))
    assert chair.get(f"/desk/papers/kept-of-year/{kept.pk}/").status_code == 403
    assert chair.post(f"/desk/suggestions/{found}/answer-1/keep/").status_code == 403
    KeptYearPaper.objects.update(town=Town.objects.create(code="linjiang", name="临江镇"))
    assert desk.get(f"/desk/papers/kept-of-year/{kept.pk}/").status_code == 404


def test_the_report_of_a_period_is_kept(walk, desk):
    walk.answered()
    period = "?since=2025-01-01&until=2025-12-31"
    assert "report/keep/?since=2025-01-01" in told(desk.get(f"/desk/suggestions/report/{period}"))
    assert desk.post(f"/desk/suggestions/report/keep/{period}").status_code == 302
    assert KeptYearPaper.objects.filter(key="suggestion_report").count() == 2
