"""A public answer is drawn once, until something is recorded; nobody's own page is ever kept."""

from datetime import timedelta

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext

from huitang.congress.publication import commands, page_commands
from huitang.congress.publication.models import Release
from huitang.web.frame import kept_answers
from tests.congress.publication.year_of_qinghe import ABOUT, JULY
from tests.web.portal.conftest import MOMENT

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def keeping(settings):
    backend = "django.core.cache.backends.locmem.LocMemCache"
    settings.CACHES = {**settings.CACHES, "answers": {"BACKEND": backend, "LOCATION": "test_kept_answers"}}
    yield
    caches[kept_answers.STORE].clear()


def queries_of(client, path, **headers):
    with CaptureQueriesContext(
        connection,
    ) as asked:
        answer = client.get(path, headers=headers)
    return answer, len(asked)


@pytest.fixture
def public(announcement):
    return announcement


@pytest.fixture
def draft(office):
    """A page of the office, drafted by its command."""
    page = page_commands.write_page(words=ABOUT, actor=office, now=JULY)
    commands.draft_standing(kind="PAGE", subject=f"page:{page}", actor=office, now=JULY)
    return Release.objects.get(state="DRAFT")


def test_the_second_reader_gets_the_same_bytes_for_one_query(client, public):
    for path in (
        "/",
        f"/releases/{public.pk}/",
        f"/en/releases/{public.pk}/",
        f"/releases/{public.pk}.json",
        "/atom.xml",
    ):
        first, asked = queries_of(client, path)
        again, asked_again = queries_of(client, path)
        assert (again.status_code, again.content, again.headers) == (200, first.content, first.headers), path
        assert asked_again == 1 < asked


def test_each_language_and_each_question_has_its_own_answer(client, public):
    chinese, english = client.get("/"), client.get("/en/")
    assert client.get("/").content == chinese.content != english.content
    found, nothing = client.get("/search/?q=公告"), client.get("/search/?q=没有的词")
    assert client.get("/search/?q=公告").content == found.content != nothing.content


def test_a_browser_that_holds_it_gets_304(client, public):
    tag = client.get("/").headers["ETag"]
    answer, asked = queries_of(client, "/", if_none_match=tag)
    assert (answer.status_code, answer.content, asked) == (304, b"", 1)


def test_what_is_recorded_is_seen_at_once(client, public, chair):
    path = f"/releases/{public.pk}/"
    assert client.get(path).status_code == 200
    commands.withdraw(release_id=public.pk, reason="日期有误", actor=chair, now=MOMENT + timedelta(hours=1))
    gone = client.get(path)
    assert gone.status_code == 410
    assert "日期有误" in gone.content.decode()
    again, asked = queries_of(client, path)
    assert (again.status_code, again.content, asked) == (410, gone.content, 1)


def test_what_is_released_is_no_longer_missing(client, public, draft, chair):
    path = f"/releases/{draft.pk}/"
    assert client.get(path).status_code == 404
    before = client.get("/").content
    commands.release(release_id=draft.pk, actor=chair, now=JULY)
    assert client.get(path).status_code == 200
    assert client.get("/").content != before


def test_visits_are_counted_each_time(client, public):
    path = f"/visits/{public.pk}.json"
    told = [client.post(path, headers={"user-agent": "Mozilla/5.0"}).json() for _ in range(2)]
    assert told == [{"visits": 1}, {"visits": 2}]


def test_nothing_behind_the_door_is_kept(client, public):
    before = Release.objects.count()
    for path in ("/desk/", "/door/", "/hall/"):
        client.get(path)
    assert Release.objects.count() == before
    assert not caches[kept_answers.STORE]._cache


def test_a_large_file_is_drawn_each_time(client, public, monkeypatch):
    monkeypatch.setattr(kept_answers, "LARGEST", 100)
    _first, asked = queries_of(client, "/")
    _again, asked_again = queries_of(client, "/")
    assert asked_again == asked
