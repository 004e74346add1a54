"""/ : the town and its latest session, for anybody."""

from datetime import date

import pytest

from huitang.congress.publication.models import Release
from huitang.congress.roster.models import Term, Town
from huitang.congress.sittings.models import CongressSession
from tests.web.portal.conftest import a_resolution, an_announcement

pytestmark = pytest.mark.django_db


def test_before_anything_is_released_the_page_says_what_will_stand_here(client):
    page = client.get("/")
    assert page.status_code == 200
    assert "还没有公开的内容" in page.content.decode()


def test_a_session_with_drafts_only_is_not_public(client, keep):
    keep(a_resolution(), state="DRAFT")
    words = client.get("/").content.decode()
    assert "还没有公开的内容" in words
    assert "清河镇" not in words


def test_the_front_page_leads_to_every_text_in_force(client, announcement, resolution, news):
    words = client.get("/").content.decode()
    for release in (announcement, resolution, news):
        assert f'href="/releases/{release.pk}/"' in words
        assert release.title in words
    assert "（第1号）" in words
    assert "选举结果：陆文清，镇人民政府副镇长" in words


def test_the_town_in_the_head_comes_from_what_was_released(client, announcement):
    words = client.get("/").content.decode()
    assert '<a class="town" href="/">清河镇</a>' in words
    assert "<h1>清河镇人民代表大会</h1>" in words


def test_replaced_and_withdrawn_texts_are_not_listed(client, keep, announcement):
    old = keep(a_resolution("旧文。"), state="REPLACED")
    gone = keep(an_announcement("撤回的公告"), state="WITHDRAWN", version=2, number=2)
    words = client.get("/").content.decode()
    assert f"/releases/{old.pk}/" not in words
    assert f"/releases/{gone.pk}/" not in words


def test_the_front_page_is_in_english_too(client, announcement):
    words = client.get("/en/").content.decode()
    assert "People&#x27;s congress of 清河镇" in words or "People's congress of 清河镇" in words
    assert "Announcements" in words


def test_only_reading_is_possible(client, announcement):
    for address in ("/", f"/sessions/{announcement.session_id}/", f"/releases/{announcement.pk}/"):
        assert client.post(address).status_code == 405


def test_of_several_towns_each_has_its_own_address(client, announcement, now):
    other = Town.objects.create(code="linjiang", name="临江镇")
    term = Term.objects.create(town=other, number=6, quota=60, began_on=date(2021, 9, 1))
    days = {"opens_on": date(2024, 3, 1), "closes_on": date(2024, 3, 2)}
    held = CongressSession.objects.create(term=term, number=1, playbook="spring", place="礼堂", **days)
    told = {"kind": "NEWS", "subject": "session", "title": "旧闻", "blocks": [], "facts": {}, "sha256": "0" * 64}
    Release.objects.create(town=other, session=held, state="RELEASED", drafted_at=now, released_at=now, **told)
    every = client.get("/").content.decode()
    assert "<h1>会议公开</h1>" in every
    assert 'href="/t/linjiang/"' in every
    one = client.get("/t/linjiang/").content.decode()
    assert "<h1>临江镇人民代表大会</h1>" in one
    assert f'href="/sessions/{held.pk}/"' in one
    assert f'href="/sessions/{announcement.session_id}/"' not in one
    assert 'href="/t/linjiang/columns/news/"' in one
    assert client.get("/t/nobody/").status_code == 404
