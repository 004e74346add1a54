"""/search/ : what is in force, word by word; the same rule for the file a copy searches in."""

import json
from urllib.parse import urljoin

import pytest

from tests.web.portal.conftest import a_resolution, an_announcement

pytestmark = pytest.mark.django_db


def found(client, **asked) -> str:
    page = client.get("/search/", asked)
    assert page.status_code == 200
    return page.content.decode().partition('id="found"')[2]


def test_every_word_must_stand_in_the_text_and_is_marked(client, announcement, resolution, news):
    words = found(client, q="陆文清 公告")
    assert "找到 1 篇。" in words
    assert f'href="/releases/{announcement.pk}/"' in words
    assert "<mark>陆文清</mark>" in words
    assert "没有找到" in found(client, q="陆文清 决议草案").partition("<h2>")[2]


def test_words_in_a_title_come_first(client, keep):
    keep(an_announcement("关于道路的公告"), number=1)
    keep(a_resolution("会议讨论了道路。"))
    words = found(client, q="道路")
    assert words.index("关于") < words.index("会议讨论了")


def test_column_and_year_narrow_what_is_found(client, announcement, resolution):
    assert "找到 1 篇。" in found(client, column="RESOLUTION")
    assert "找到 2 篇。" in found(client, year="2025")
    assert "找到 0 篇。" in found(client, year="2024", q="公告")


@pytest.mark.parametrize("state", ["DRAFT", "REPLACED", "WITHDRAWN"])
def test_what_is_not_in_force_is_never_found(client, keep, news, state):
    keep(an_announcement("机密的公告"), state=state)
    assert "找到 0 篇。" in found(client, q="机密")
    assert "机密" not in client.get("/search/index.json").content.decode()


@pytest.mark.parametrize(
    "asked", ["%", "_", "\\", "'; DROP", "<script>", "(", "x" * 3000, " ".join("甲乙丙丁戊己庚辛壬癸")]
)
def test_odd_words_are_only_words(client, news, asked):
    assert "找到 0 篇。" in found(client, q=asked)
    assert client.get("/search/", {"q": asked, "page": "9" * 30, "year": "x", "column": asked}).status_code == 200


def test_the_index_of_a_copy_holds_the_same_texts_at_relative_addresses(client, announcement, news):
    for root in ("/search/", "/en/search/"):
        told = json.loads(client.get(f"{root}index.json").content)["texts"]
        assert [one["title"] for one in told] == [news.title, announcement.title]
        addresses = [urljoin(f"{root}index.json", one["url"]) for one in told]
        assert all(client.get(address).status_code == 200 for address in addresses)
        assert "应到代表95名" in told[0]["words"]


def test_without_a_question_the_page_is_kept_by_browsers(client, news):
    page = client.get("/search/")
    assert client.get("/search/", headers={"if-none-match": page["ETag"]}).status_code == 304
    assert "找到" not in page.content.decode().partition("<h2>")[2]
