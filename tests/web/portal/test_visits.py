"""/visits/<id>.json : one number for a text and a day; nothing of who opened it."""

from datetime import date

import pytest

from huitang.congress.publication import visits
from huitang.congress.publication.models import VisitCount
from tests.web.portal.conftest import an_announcement

pytestmark = pytest.mark.django_db
PERSON = {"user-agent": "Mozilla/5.0 (Linux; Android 13) Chrome/126"}


def told(client, release, method="post", **headers) -> int:
    answer = getattr(client, method)(f"/visits/{release.pk}.json", headers={**PERSON, **headers})
    assert answer.status_code == 200
    assert not answer.cookies
    assert answer["Cache-Control"] == "no-store"
    return answer.json()["visits"]


def test_each_opening_counts_and_asking_does_not(client, announcement, news):
    assert [told(client, announcement), told(client, announcement), told(client, announcement, "get")] == [1, 2, 2]
    assert told(client, news, "get") == 0


@pytest.mark.parametrize("agent", ["", "Googlebot/2.1", "curl/8", "python-httpx/0.28", "HeadlessChrome/126"])
def test_a_robot_that_says_so_is_not_counted(client, announcement, agent):
    assert told(client, announcement, **{"user-agent": agent}) == 0


def test_days_are_kept_apart_and_added_up(announcement):
    for day in (1, 1, 2):
        last = visits.count_visit(announcement.pk, on=date(2025, 4, day))
    assert last == 3
    assert list(VisitCount.objects.order_by("day").values_list("visits", flat=True)) == [2, 1]


def test_nothing_but_text_day_and_number_is_kept():
    assert {field.name for field in VisitCount._meta.get_fields()} == {"id", "release", "day", "visits"}


@pytest.mark.parametrize("state", ["DRAFT", "WITHDRAWN"])
def test_what_is_not_public_is_not_counted(client, keep, state):
    text = keep(an_announcement(), state=state)
    assert client.post(f"/visits/{text.pk}.json", headers=PERSON).status_code == 404


def test_the_page_itself_stays_the_same_however_often_it_is_opened(client, announcement):
    before = client.get(f"/releases/{announcement.pk}/")
    told(client, announcement)
    after = client.get(f"/releases/{announcement.pk}/")
    assert (before.content, before["ETag"]) == (after.content, after["ETag"])
