"""The draft list of the presidium."""

import pytest
from django.test import Client

from huitang.congress.roster import queries as roster
from huitang.congress.sittings import queries as sittings
from tests.stage import Play, spring_session
from tests.web.desk.prepared import convened, desk_of, neighbour, told


@pytest.fixture
def play(db) -> Play:
    return spring_session()


@pytest.fixture
def desk(play) -> Client:
    return desk_of(play)


def address(play) -> str:
    return f"/desk/sessions/{play.session_id}/presidium/"


def roll(play):
    session = sittings.get_session(play.session_id)
    return roster.list_roll(play.term_id, on=session.opens_on)


def members(play) -> list[tuple[int, str]]:
    return [(row.deputy_id, row.post) for row in sittings.list_presidium(play.session_id)]


def test_the_list_is_saved_with_posts(play, desk):
    first, second, third = (row.id for row in roll(play)[30:33])
    fields = {"members": [third, first, second], f"post_{third}": "常务主席"}
    assert desk.post(address(play), fields).status_code == 302
    assert set(members(play)) == {(third, "常务主席"), (first, ""), (second, "")}


def test_searching_keeps_what_is_ticked_and_writes_nothing(play, desk):
    before = members(play)
    wanted = roll(play)[40]
    answer = desk.post(address(play), {"members": [wanted.id], "find": wanted.name, "look": "yes"})
    assert answer.status_code == 200
    assert "已选 1 人" in told(answer)
    assert members(play) == before
    assert [row.id for row in answer.context["others"] if row.id == wanted.id] == []


def test_a_search_by_initials_shortens_the_roll(play, desk):
    wanted = roll(play)[40]
    answer = desk.post(address(play), {"find": wanted.initials.split()[0], "look": "yes"})
    found = answer.context["others"]
    assert wanted.id in [row.id for row in found]
    assert len(found) < 20


def test_the_size_rests_on_the_article(play, desk):
    assert "《地方组织法》第十九条" in told(desk.get(address(play)))


@pytest.mark.parametrize("members_given", [["999999"], ["abc"]])
def test_somebody_who_is_no_deputy_is_refused(play, desk, members_given):
    before = members(play)
    answer = desk.post(address(play), {"members": members_given})
    assert answer.status_code == 422
    assert "不在本届名册上的人" in told(answer)
    assert members(play) == before


def test_the_second_clerk_is_told(play, desk):
    seen = desk.get(address(play)).context["seen"]
    first, second = (row.id for row in roll(play)[30:32])
    assert desk.post(address(play), {"members": [first], "seen": seen}).status_code == 302
    assert desk.post(address(play), {"members": [second], "seen": seen}).status_code == 409
    assert members(play) == [(first, "")]


def test_once_elected_the_list_stays(play, desk):
    play.sign_everybody_in(play.now().sitting.id)
    play.press()
    for _ in range(2):
        play.press()
        play.press(hands={"votes_for": 91, "votes_against": 0, "abstentions": 0, "not_voting": 0})
        play.press()
    before = members(play)
    answer = desk.post(address(play), {"members": [roll(play)[30].id]})
    assert answer.status_code == 409
    assert "主席团已经大会选举产生" in told(answer)
    assert members(play) == before


def test_nobody_lists_members_in_another_town(play):
    assert neighbour(play).post(address(play), {"members": [roll(play)[30].id]}).status_code == 404


def test_an_empty_roll_says_where_to_go(db):
    play = convened()
    assert "主席团成员从在任代表里选" in told(desk_of(play).get(address(play)))
