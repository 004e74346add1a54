"""/desk/public/: what could be public, what is in force, and what the record has left behind."""

import pytest

from huitang.congress.accounts.deeds import Role
from huitang.congress.documents.models import PaperTemplate
from huitang.congress.journal.models import JournalEntry
from huitang.congress.publication.models import OwnPage, Release
from huitang.congress.supervision.models import Activity
from huitang.web.desk import journal_words, public
from tests.congress.publication import year_of_qinghe
from tests.congress.publication.year_of_qinghe import SHA256
from tests.web.desk.conftest import client_of

WORDS = {"column": "通知公告", "title": "代表接待日", "text": "每月15日接待选民。", "slug": ""}


def told(response) -> str:
    return response.content.decode()


def draft(desk, kind, subject="year:2025"):
    return desk.post("/desk/public/draft/", {"kind": kind, "subject": subject}, follow=True)


@pytest.fixture
def chair_browser(chair, office, now):
    return client_of(Role.CHAIR, office, now)


def release(chair_browser, kind):
    waits = Release.objects.get(kind=kind, state="DRAFT")
    return chair_browser.post(f"/chair/releases/{waits.pk}/release/")


@pytest.mark.django_db
def test_before_anything_is_recorded_the_page_says_what_will_stand_here(desk):
    text = told(desk.get("/desk/public/"))
    assert "有了代表名册、活动、账目或指标以后" in text
    assert "写一页" in text


def test_a_page_is_drafted_previewed_released_and_marked_once_the_record_has_moved_on(town, desk, chair_browser):
    year_of_qinghe.fill(town)
    assert "清河镇人大2025年监督工作公开" in told(desk.get("/desk/public/"))
    assert "已经起草" in told(draft(desk, "SUPERVISION"))
    waits = Release.objects.get()
    shown = told(desk.get(f"/desk/public/{waits.pk}/"))
    assert "请限期整改消防通道。" in shown
    assert f"/desk/public/photos/{SHA256}.jpg" in shown
    assert desk.get(f"/desk/public/photos/{SHA256}.jpg").status_code == 200
    assert "监督工作" in told(chair_browser.get("/chair/releases/"))
    assert chair_browser.get(f"/chair/releases/photos/{SHA256}.jpg").status_code == 200
    assert "请限期整改消防通道。" in told(chair_browser.get(f"/chair/releases/{waits.pk}/"))
    assert release(chair_browser, "SUPERVISION").status_code == 303
    assert "发布以后变了" not in told(desk.get("/desk/public/"))
    Activity.objects.filter(kind="ENFORCEMENT").update(place="镇工业园二期")
    public.forget()  # no command wrote this
    assert "发布以后变了" in told(desk.get("/desk/public/"))
    assert "发布以后变了" not in told(draft(desk, "MONEY")).split("预决算公开")[1][:400]


def test_drafting_what_is_the_same_says_so_and_what_is_not_there_is_refused(town, desk):
    year_of_qinghe.fill(town)
    draft(desk, "MONEY")
    assert "不用重新起草" in told(draft(desk, "MONEY"))
    refused = draft(desk, "MONEY", "year:1999")
    assert refused.status_code == 409
    assert "还没有可以公开的内容" in told(refused)


def test_a_page_of_ones_own_is_written_changed_and_released(desk, chair_browser):
    assert desk.post("/desk/public/pages/new/", WORDS).status_code == 302
    page = OwnPage.objects.get()
    assert page.slug == "page-1"
    address = f"/desk/public/pages/{page.pk}/"
    assert "每月15日接待选民。" in told(desk.get(address))
    changed = {**WORDS, "text": "每月20日接待选民。", "seen": 1}
    assert desk.post(address, changed).status_code == 302
    assert desk.post(address, changed).status_code == 409
    draft(desk, "PAGE", f"page:{page.pk}")
    assert release(chair_browser, "PAGE").status_code == 303
    assert "每月20日接待选民。" in told(desk.get("/pages/page-1/"))


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"text": "::: 没有\n字\n:::"}, "写法不对"),
        ({"slug": "Ä"}, "网址只能用"),
        ({"text": ""}, "代表接待日"),
    ],
)
def test_what_was_typed_wrong_is_told_and_kept(desk, given, sentence):
    page = desk.post("/desk/public/pages/new/", {**WORDS, **given})
    assert page.status_code == 422
    assert sentence in told(page)
    assert "代表接待日" in told(page)
    assert not OwnPage.objects.exists()


def test_only_the_office_drafts_and_a_stranger_finds_nothing(town, desk, teller, client):
    year_of_qinghe.fill(town)
    draft(desk, "MONEY")
    row = Release.objects.get()
    for address in ("/desk/public/", "/desk/public/pages/new/", f"/desk/public/{row.pk}/"):
        assert client.get(address).status_code == 302
        assert teller.get(address).status_code == 403
    assert teller.post("/desk/public/draft/", {"kind": "MONEY", "subject": "year:2025"}).status_code == 403
    assert desk.get("/desk/public/987654/").status_code == 404
    assert desk.get("/desk/public/pages/987654/").status_code == 404


def test_the_journal_tells_every_deed_in_words(town, desk):
    year_of_qinghe.fill(town)
    draft(desk, "MONEY")
    desk.post("/desk/public/pages/new/", WORDS)
    page = OwnPage.objects.get()
    desk.post(f"/desk/public/pages/{page.pk}/", {**WORDS, "seen": 1})
    events = set(JournalEntry.objects.filter(event__startswith="publication.page").values_list("event", flat=True))
    assert len(events) == 3
    assert {event for event in events if journal_words.tell_event(event) == event} == set()
    assert "起草公开页面" in told(desk.get("/desk/journal/"))


def test_a_preview_of_a_session_text_leads_to_its_own_page_and_back(house):
    house.run_to("ELECTION", "DECIDED")
    house.office.post(f"/desk/sessions/{house.session_id}/releases/draft/")
    row = Release.objects.first()
    assert house.office.get(f"/desk/public/{row.pk}/")["Location"] == f"/desk/releases/{row.pk}/"


def test_a_text_left_out_for_its_broken_template_is_named_on_the_releases_page(house):
    house.run_to("ELECTION", "DECIDED")
    address = f"/desk/sessions/{house.session_id}/releases/"
    assert "模板写错了" not in told(house.office.get(address))
    PaperTemplate.objects.create(
        town_id=house.play.town_id,
        key="announcement",
        version=1,
        text="# 公告\n\n{{ 没有这个 }}",
        effective_from="2020-01-01",
        base_sha256="0" * 64,
        made_at="2025-01-01T00:00:00Z",
        made_by="办公室",
    )
    shown = told(house.office.get(address))
    assert "没有起草：模板写错了" in shown
    assert 'href="/desk/papers/templates/announcement/"' in shown


def test_the_page_is_drafted_once_after_each_deed(town, desk, chair_browser, django_assert_max_num_queries):
    year_of_qinghe.fill(town)
    draft(desk, "SUPERVISION")
    desk.get("/desk/public/")
    with django_assert_max_num_queries(12):
        assert "第 1 版" in told(desk.get("/desk/public/"))
    release(chair_browser, "SUPERVISION")
    assert "还没有发布" in told(desk.get("/desk/public/"))
    assert "2025" in told(desk.get("/desk/public/")).partition("SUPERVISION-year-2025")[2]
