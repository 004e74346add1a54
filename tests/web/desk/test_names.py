"""The order of names: the town's custom, and one list put by hand."""

import pytest
from django.test import Client

from huitang.congress.runsheet import name_lists
from tests.stage import Play, spring_session
from tests.web.desk.prepared import desk_of, neighbour, teller_of, told


@pytest.fixture
def play(db) -> Play:
    return spring_session()


@pytest.fixture
def desk(play) -> Client:
    return desk_of(play)


def address(play, rest: str = "presidium/") -> str:
    return f"/desk/sessions/{play.session_id}/names/{rest}"


def people(play) -> list[name_lists.Person]:
    return list(name_lists.get_list(play.session_id, "presidium", town_id=play.town_id).list.people)


def typed(play, places: dict[int, int] | None = None, **more) -> dict[str, object]:
    """The form as it was drawn, with some places typed over."""
    keys = [person.key for person in people(play)]
    fields = {f"place_{key}": (places or {}).get(key, place) for place, key in enumerate(keys, start=1)}
    return {"seen": keys, "drawn": keys, **fields, **more}


def test_every_list_is_there_with_its_order(play, desk):
    shown = told(desk.get(address(play, "")))
    for title in ("主席团名单", "副镇长候选人", "监票人名单", "列席人员名单", "代表名单"):
        assert title in shown


def test_the_custom_is_chosen_and_kept(play, desk):
    assert desk.post(address(play, "custom/"), {"blank_first": "yes"}).status_code == 302
    shown = desk.get(address(play, ""))
    assert shown.context["found"].blank_first
    assert shown.context["form"]["blank_first"].initial == "yes"


def test_strokes_stand_beside_each_name(play, desk):
    sign = people(play)[0].signs[0]
    shown = told(desk.get(address(play)))
    assert f"{sign.count} 画" in shown
    assert sign.strokes in shown


def test_up_and_down_show_the_order_and_write_nothing(play, desk):
    before = people(play)
    answer = desk.post(address(play, "presidium/place/"), typed(play, up=before[2].key, reason="按通知"))
    assert [one.key for one in answer.context["placed"]][:3] == [before[0].key, before[2].key, before[1].key]
    assert "还没有保存" in told(answer)
    assert "按通知" in told(answer)
    assert people(play) == before


def test_a_button_gets_only_the_rows_and_the_ends_stay(play, desk):
    before = people(play)
    for field, key in (("up", before[0].key), ("down", before[-1].key)):
        fields = typed(play, **{field: key})
        answer = desk.post(address(play, "presidium/place/"), fields, headers={"HX-Request": "true"})
        assert list(answer.context["placed"]) == before
        assert 'id="order"' in told(answer)
        assert "<html" not in told(answer)


@pytest.mark.parametrize(("place", "typed_place"), [(4, 1), (0, 4), (2, 99)])
def test_a_typed_place_is_taken(play, desk, place, typed_place):
    before = people(play)
    answer = desk.post(address(play, "presidium/place/"), typed(play, {before[place].key: typed_place}))
    placed = list(answer.context["placed"])
    assert placed.index(before[place]) == min(typed_place, len(before)) - 1
    assert [one for one in placed if one != before[place]] == [one for one in before if one != before[place]]


def test_an_order_is_saved_with_its_reason_and_given_back(play, desk):
    before = people(play)
    fields = typed(play, {before[3].key: 1}, reason="按通知次序")
    assert desk.post(address(play, "presidium/save/"), fields).status_code == 302
    assert people(play)[0] == before[3]
    assert "按通知次序" in told(desk.get(address(play)))
    assert desk.post(address(play, "presidium/strokes/")).status_code == 302
    assert people(play) == before


def test_without_a_reason_nothing_is_written_and_nothing_is_lost(play, desk):
    before = people(play)
    answer = desk.post(address(play, "presidium/save/"), typed(play, {before[3].key: 1}, reason=" "))
    assert answer.status_code == 422
    assert answer.context["placed"][0] == before[3]
    assert people(play) == before


def test_the_second_clerk_is_told(play, desk):
    before = people(play)
    stale = typed(play, {before[3].key: 1}, reason="一")
    desk.post(address(play, "presidium/save/"), typed(play, {before[2].key: 1}, reason="二"))
    assert desk.post(address(play, "presidium/save/"), stale).status_code == 409


def test_candidates_that_are_fixed_cannot_be_moved(play, desk):
    listed = name_lists.get_lists(play.session_id, town_id=play.town_id, chain="qinghe").lists
    fixed = next(one for one in listed if one.is_fixed)
    shown = told(desk.get(address(play, f"{fixed.name}/")))
    assert "顺序不能再改" in shown
    assert 'name="up"' not in shown
    keys = [person.key for person in fixed.people]
    fields = {"seen": keys, "drawn": keys, "reason": "试试"}
    assert desk.post(address(play, f"{fixed.name}/save/"), fields).status_code == 409


def test_another_town_and_other_roles_see_nothing(play):
    stranger = neighbour(play)
    assert stranger.get(address(play)).status_code == 404
    assert stranger.post(address(play, "presidium/strokes/")).status_code == 404
    assert teller_of(play).get(address(play)).status_code == 403
    assert Client().get(address(play)).status_code in (302, 403)


def test_an_unknown_list_is_not_found(play, desk):
    assert desk.get(address(play, "nobody/")).status_code == 404
