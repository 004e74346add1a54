"""The schedule: time, place and chair of each meeting."""

from datetime import datetime

import pytest
from django.test import Client

from huitang.congress.sittings import calendar
from huitang.congress.sittings import queries as sittings
from tests.stage import Play, spring_session
from tests.web.desk.prepared import convened, desk_of, neighbour, told


@pytest.fixture
def play(db) -> Play:
    return convened()


@pytest.fixture
def desk(play) -> Client:
    return desk_of(play)


def plenary(play):
    return next(row for row in sittings.list_sittings(play.session_id) if row.kind == "PLENARY")


def test_a_meeting_gets_its_time_in_the_hall_and_its_chair(play, desk):
    fields = {"starts_at": "2025-03-31T10:15", "place": "大礼堂", "presider": "何田、方志远"}
    assert desk.post(f"/desk/sittings/{plenary(play).id}/change/", fields).status_code == 302
    row = plenary(play)
    assert row.starts_at == datetime(2025, 3, 31, 10, 15, tzinfo=calendar.local_zone())
    assert row.presider == "何田、方志远"
    assert "03-31 10:15" in told(desk.get(f"/desk/sessions/{play.session_id}/schedule/"))


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"starts_at": "2025-04-02T09:00", "place": "礼堂"}, "2025-04-02不在会期内"),
        ({"starts_at": "2025-03-30T09:00", "place": "礼堂"}, "不在会期内"),
        ({"starts_at": "九点", "place": "礼堂"}, "时间要写成 2025-03-31 09:30 这样"),
        ({"starts_at": "2025-03-31T09:00", "place": ""}, "这个字段是必填项"),
    ],
)
def test_a_wrong_time_is_told_beside_the_field(play, desk, fields, sentence):
    answer = desk.post(f"/desk/sittings/{plenary(play).id}/change/", fields)
    assert answer.status_code == 422
    assert sentence in told(answer)


def test_the_preparatory_meeting_may_be_the_day_before(play, desk):
    first = sittings.list_sittings(play.session_id)[0]
    fields = {"starts_at": "2025-03-30T15:00", "place": "礼堂"}
    assert desk.post(f"/desk/sittings/{first.id}/change/", fields).status_code == 302


def test_a_meeting_before_the_one_it_follows_is_marked(play, desk):
    last = sittings.list_sittings(play.session_id)[-1]
    desk.post(f"/desk/sittings/{last.id}/change/", {"starts_at": "2025-03-31T08:00", "place": "礼堂"})
    assert "早于前一场" in told(desk.get(f"/desk/sessions/{play.session_id}/schedule/"))


def test_a_meeting_that_is_open_cannot_be_moved(db):
    play = spring_session()
    first = sittings.list_sittings(play.session_id)[0]
    play.sign_everybody_in(first.id)
    play.press()
    fields = {"starts_at": "2025-03-31T09:00", "place": "礼堂"}
    answer = desk_of(play).post(f"/desk/sittings/{first.id}/change/", fields)
    assert answer.status_code == 409
    assert "已经开过或正在开" in told(answer)


def test_the_second_clerk_is_told(play, desk):
    address = f"/desk/sittings/{plenary(play).id}/change/"
    seen = desk.get(address).context["form"]["seen"].value()
    fields = {"starts_at": "2025-03-31T10:15", "place": "大礼堂", "seen": seen}
    desk.post(address, fields)
    assert desk.post(address, fields | {"place": "小礼堂"}).status_code == 409
    assert plenary(play).place == "大礼堂"


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_meeting_of_another_town_does_not_exist(play, method):
    answer = getattr(neighbour(play), method)(f"/desk/sittings/{plenary(play).id}/change/")
    assert answer.status_code == 404
