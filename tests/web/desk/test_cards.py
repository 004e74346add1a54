"""Deputies' cards: issuing, printing, and what becomes of the old ones."""

import re

import pytest
from django.test import Client

from huitang.congress.accounts import queries as accounts
from huitang.congress.attendance import cards
from tests.stage import Play, spring_session
from tests.web.desk.prepared import desk_of, neighbour, told


@pytest.fixture
def play(db) -> Play:
    return spring_session()


@pytest.fixture
def desk(play) -> Client:
    return desk_of(play)


def address(play, deed: str = "") -> str:
    return f"/desk/sessions/{play.session_id}/cards/{deed}"


def holders(play):
    return cards.get_cards(play.session_id, town_id=play.town_id, chain="qinghe").holders


def doors(answer) -> list[str]:
    return re.findall(r'data-door="(http://[^"]+/door/card/[^"]+)"', told(answer))


def opened_by(door: str) -> int | None:
    return accounts.deputy_of_token(door.rstrip("/").rpartition("/")[2])


def test_everybody_gets_a_card_that_opens_the_door(play, desk):
    desk.post(address(play, "issue/"), {"which": "missing"})
    printed = desk.get(address(play, "print/"))
    assert len(doors(printed)) == 95
    assert told(printed).count('class="qr"') == 95
    assert [opened_by(door) for door in doors(printed)] == [row.deputy_id for row in holders(play)]


def test_a_new_card_closes_the_door_to_the_old_one(play, desk):
    desk.post(address(play, "issue/"), {"which": "missing"})
    old = doors(desk.get(address(play, "print/")))
    lost = holders(play)[0]
    desk.post(address(play, "issue/"), {"which": "chosen", "deputies": [lost.deputy_id]})
    assert opened_by(old[0]) is None
    assert Client().get(old[0]).status_code == 403
    assert opened_by(old[1]) == holders(play)[1].deputy_id
    assert len(doors(desk.get(address(play, "print/?batch=last")))) == 1


def test_the_page_warns_before_all_cards_become_void(play, desk):
    desk.post(address(play, "issue/"), {"which": "missing"})
    assert "已经发出的 95 张证会全部作废" in told(desk.get(address(play)))


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"which": "chosen"}, "请先勾选要发证的代表"),
        ({"which": "chosen", "deputies": ["999999"]}, "不在本届名册上"),
        ({"which": "some"}, "不在本届名册上"),
    ],
)
def test_a_wrong_choice_issues_nothing(play, desk, fields, sentence):
    answer = desk.post(address(play, "issue/"), fields)
    assert answer.status_code == 422
    assert sentence in told(answer)
    assert not any(row.token for row in holders(play))


def test_two_clerks_issue_once(play, desk):
    seen = desk.get(address(play)).context["cards"].version
    desk.post(address(play, "issue/"), {"which": "all", "seen": seen})
    first = [row.token for row in holders(play)]
    answer = desk.post(address(play, "issue/"), {"which": "all", "seen": seen})
    assert answer.status_code == 409
    assert [row.token for row in holders(play)] == first


def test_the_code_leads_to_an_address_a_phone_can_open(play, desk, settings):
    settings.ALLOWED_HOSTS = ["127.0.0.1", "192.0.2.7"]
    desk.post(address(play, "issue/"), {"which": "missing"}, headers={"host": "127.0.0.1:8000"})
    page = desk.get(address(play, "print/"), headers={"host": "127.0.0.1:8000"}, SERVER_PORT="8000")
    assert doors(page)[0].startswith("http://192.0.2.7:8000/door/card/")


def test_a_host_that_is_not_ours_is_not_printed(play, desk):
    desk.post(address(play, "issue/"), {"which": "missing"})
    assert "example.com" not in told(desk.get(address(play, "print/?host=example.com")))


def test_before_any_card_the_print_page_says_so(play, desk):
    assert "还没有可以打印的代表证" in told(desk.get(address(play, "print/")))


@pytest.mark.parametrize("deed", ["", "print/"])
def test_another_town_sees_no_cards(play, deed):
    assert neighbour(play).get(address(play, deed)).status_code == 404


def test_another_town_issues_no_cards(play):
    assert neighbour(play).post(address(play, "issue/"), {"which": "all"}).status_code == 404
    assert not any(row.token for row in holders(play))


def test_the_command_refuses_deputies_of_another_town(play):
    from huitang.congress.accounts import commands
    from huitang.congress.accounts.actor import Actor
    from huitang.congress.accounts.deeds import Role

    stranger = Actor(play.town_id + 1, "baishi", "白石办公室", Role.OFFICE)
    with pytest.raises(commands.DeputyIsOfAnotherTown):
        commands.issue_cards(
            deputy_ids=[holders(play)[0].deputy_id], serials=["a1b2c3"], actor=stranger, now=play.clock.tick()
        )
    assert not any(row.token for row in holders(play))
