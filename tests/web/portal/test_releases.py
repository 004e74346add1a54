"""/releases/<id>/ : article, correction, tombstone, and the facts to check."""

import hashlib
import json
import re
from datetime import UTC, datetime

import pytest
import rfc8785

from huitang.congress.publication import commands as publication
from huitang.congress.publication import queries as published
from tests.web.portal.conftest import ELECTION, a_news_item, a_resolution, an_announcement

pytestmark = pytest.mark.django_db


def page_of(client, release, suffix="/", **more):
    return client.get(f"/releases/{release.pk}{suffix}", **more)


def test_the_article_shows_all_its_words_and_when_it_was_released(client, announcement):
    words = page_of(client, announcement).content.decode()
    assert "<h1>清河镇<wbr>第六届<wbr>人民代表大会<wbr>公告</h1>" in words
    assert "（第1号）" in words
    assert "来源：清河镇第六届人民代表大会第八次会议主席团" in words.replace("<wbr>", "")
    assert "发布时间：2025-04-01 11:32:07" in words
    assert "第 1 版" in words
    assert "<p>陆文清为清河镇人民政府副镇长。</p>" in words
    assert re.search(r'<td data-label="得票" class="n">70</td>', words)
    assert "主席团<br>2025年4月1日" in words
    assert announcement.sha256[:10] in words


def test_the_note_under_a_title_stands_in_the_head(client, resolution):
    words = page_of(client, resolution).content.decode().replace("<wbr>", "")
    head = words.partition("</header>")[2].partition("</header>")[0]
    assert "（2025年4月1日清河镇第六届人民代表大会第八次会议通过）" in head


def test_the_tags_inspectors_read_are_there(client, announcement):
    words = page_of(client, announcement).content.decode()
    told = dict(re.findall(r'<meta name="(\w+)" content="([^"]*)">', words))
    assert told["SiteName"] == "清河镇人民代表大会"
    assert told["ArticleTitle"] == "清河镇第六届人民代表大会公告"
    assert told["PubDate"] == "2025-04-01 11:32"
    assert told["ContentSource"] == "清河镇第六届人民代表大会第八次会议主席团"
    assert told["ColumnName"] == "公告"


@pytest.mark.parametrize("suffix", ["/", ".json"])
def test_a_draft_does_not_exist_for_the_public(client, keep, suffix):
    assert page_of(client, keep(an_announcement(), state="DRAFT"), suffix).status_code == 404


@pytest.mark.parametrize("address", ["/releases/987654/", "/releases/99999999999999999999999/", "/releases/x/"])
def test_an_unknown_address_is_told_so(client, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("suffix", ["/", ".json"])
def test_a_withdrawn_text_leaves_a_tombstone_without_its_words(client, announcement, chair, suffix):
    at = datetime(2025, 4, 2, 1, 15, 9, tzinfo=UTC)
    publication.withdraw(release_id=announcement.pk, reason="得票数有误", actor=chair, now=at)
    page = page_of(client, announcement, suffix)
    words = page.content.decode()
    assert page.status_code == 410
    assert "得票数有误" in words
    assert "2025-04-02" in words
    assert announcement.title in words
    assert "方志远" not in words
    assert "陆文清" not in words


def test_the_tombstone_says_when_to_the_second(client, announcement, chair):
    at = datetime(2025, 4, 2, 1, 15, 9, tzinfo=UTC)
    publication.withdraw(release_id=announcement.pk, reason="得票数有误", actor=chair, now=at)
    assert "2025-04-02 09:15:09" in page_of(client, announcement).content.decode()


def test_a_replaced_version_says_which_one_is_in_force(client, keep):
    first = keep(a_resolution("第一稿。"), state="REPLACED")
    second = keep(a_resolution("第二稿。"), version=2)
    words = page_of(client, first).content.decode()
    assert "这是第 1 版，已经不再有效" in words
    assert "现行的是第 2 版，2025-04-01 11:33:07 发布" in words
    assert f'<link rel="canonical" href="/releases/{second.pk}/">' in words
    assert f'href="/releases/{first.pk}/"' in page_of(client, second).content.decode()


def test_a_replaced_version_whose_successor_was_withdrawn_names_none_in_force(client, keep):
    first = keep(a_resolution("第一稿。"), state="REPLACED")
    keep(a_resolution("第二稿。"), state="WITHDRAWN", version=2)
    assert "后来的版本已经撤回。" in page_of(client, first).content.decode()


def test_one_walks_from_text_to_text_in_the_order_of_release(client, announcement, resolution, news):
    words = page_of(client, resolution).content.decode()
    assert re.search(rf'rel="prev" href="/releases/{announcement.pk}/"', words)
    assert re.search(rf'rel="next" href="/releases/{news.pk}/"', words)
    assert 'rel="prev"' not in page_of(client, announcement).content.decode()
    assert 'rel="next"' not in page_of(client, news).content.decode()


def test_anybody_can_recompute_the_fingerprint_from_the_json(client, announcement):
    told = json.loads(page_of(client, announcement, ".json").content)
    hashed = {name: told[name] for name in ("kind", "title", "blocks", "facts")}
    assert hashlib.sha256(rfc8785.dumps(hashed)).hexdigest() == told["sha256"] == announcement.sha256
    assert told["facts"] == ELECTION
    assert told["released_at"] == "2025-04-01T03:32:07+00:00"
    assert (told["number"], told["version"], told["state"]) == (1, 1, "RELEASED")


def test_the_json_names_nobody_who_drafted_or_released(client, announcement):
    words = page_of(client, announcement, ".json").content.decode()
    assert "办公室" not in words
    assert "执行主席" not in words


def test_an_unchanged_text_is_not_sent_twice(client, announcement):
    for suffix in ("/", ".json"):
        page_of(client, announcement, suffix)  # the first visit sets the form cookie
        first = page_of(client, announcement, suffix)
        again = page_of(client, announcement, suffix, headers={"if-none-match": first["ETag"]})
        assert again.status_code == 304
        assert not again.content


def test_a_withdrawn_text_is_no_longer_answered_from_the_cache(client, announcement, chair):
    page_of(client, announcement)
    for suffix in ("/", ".json"):
        tag = page_of(client, announcement, suffix)["ETag"]
        if suffix == "/":
            publication.withdraw(release_id=announcement.pk, reason="有误", actor=chair, now=datetime.now(UTC))
        assert page_of(client, announcement, suffix, headers={"if-none-match": tag}).status_code == 410


def test_a_page_is_the_same_whatever_the_cookies_and_another_in_english(client, announcement):
    address = f"/releases/{announcement.pk}/"
    chinese = client.get(address)
    client.cookies["django_language"] = "en"
    with_cookie = client.get(address)
    assert (with_cookie["ETag"], with_cookie.content) == (chinese["ETag"], chinese.content)
    assert client.get(f"/en{address}")["ETag"] != chinese["ETag"]


def test_the_json_is_the_same_for_everybody_and_its_tag_is_the_fingerprint(client, announcement):
    answer = page_of(client, announcement, ".json")
    assert announcement.sha256 in answer["ETag"]
    assert answer["Cache-Control"] == "public, no-cache"


def test_hostile_words_in_a_text_are_shown_and_never_run(client, keep):
    evil = '"><script>alert(1)</script>'
    draft = an_announcement(evil)
    cells = {"type": "table", "caption": evil, "head": [evil], "rows": [[evil]]}
    draft = type(draft)(draft.kind, draft.subject, evil, ({"type": "p", "text": evil}, cells), draft.facts)
    release = keep(draft, number=1)
    for address in ("/", f"/sessions/{release.session_id}/", f"/releases/{release.pk}/"):
        words = client.get(address).content.decode()
        assert "<script>alert" not in words
        assert "&quot;&gt;&lt;script&gt;alert(1)" in words


def test_sittings_are_shown_where_released_news_tells_of_them_and_nowhere_else(client, announcement, request):
    session = f"/sessions/{announcement.session_id}/"
    assert "预备会议" not in client.get(session).content.decode()
    news = request.getfixturevalue("news")
    assert "预备会议" in client.get(session).content.decode()
    for address in ("/", f"/releases/{news.pk}/"):
        assert "预备会议" not in client.get(address).content.decode()


@pytest.mark.parametrize("name", ["front", "session", "article"])
def test_no_page_carries_an_inline_script_or_style(client, announcement, name):
    addresses = {"front": "/", "session": f"/sessions/{announcement.session_id}/"}
    words = client.get(addresses.get(name, f"/releases/{announcement.pk}/")).content.decode()
    assert not re.search(r'<style|\sstyle=|\son\w+=|<script(?![^>]*(?:\ssrc=|\stype="application/ld\+json"))', words)
    assert not re.search(r'(?:src|href|action)="(?:https?:)?//', words)


def test_what_comes_after_a_replaced_text_is_another_text_not_its_own_next_version(keep, announcement):
    old = keep(a_resolution(), state="REPLACED")
    new = keep(a_resolution("会议同意修改后的报告。"), version=2)
    last = keep(a_news_item())
    assert [published.get_article(key).later.id for key in (old.pk, new.pk)] == [last.pk, last.pk]
    assert [published.get_article(key).earlier.id for key in (old.pk, new.pk)] == [announcement.pk, announcement.pk]
