"""/ : the town and its latest session, for anybody."""

import pytest

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
