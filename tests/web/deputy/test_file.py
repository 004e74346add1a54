"""A deputy reads the own file: sittings, activities, suggestions; nobody else's."""

import pytest
from django.test import Client

from tests.congress.projects import built
from tests.stage import Play, spring_session
from tests.web import people


@pytest.fixture
def play(db) -> Play:
    return spring_session()


@pytest.fixture
def phone(play, settings) -> Client:
    settings.REHEARSAL = True
    client = people.deputy(play, built.deputies_of(play)[0])
    client.defaults["HTTP_X_REHEARSAL_CLOCK"] = built.LATER.isoformat()
    return client


def test_the_own_file_counts_sittings_and_stands_in_the_navigation(play, phone):
    answer = phone.get("/deputy/file/")
    words = answer.content.decode()
    found = answer.context["file"]
    assert answer.status_code == 200
    assert len(found.presences) == found.due
    assert found.deputy.deputy.id == built.deputies_of(play)[0]
    assert f"{found.present}<small>/{found.due}</small>" in words
    assert "我的履职档案" in words
    assert '<a href="/deputy/file/"' in phone.get("/deputy/agenda/").content.decode()


def test_a_year_without_anything_says_so(phone):
    words = phone.get("/deputy/file/?year=1999").content.decode()
    assert "这段时间没有登记参加过的活动。" in words


def test_without_a_card_nobody_reads_a_file(play, client):
    assert client.get("/deputy/file/").status_code in (302, 403)
