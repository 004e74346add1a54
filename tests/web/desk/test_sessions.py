"""Preparing a session, its overview, its dates, its record."""

from datetime import date

import pytest
from django.test import Client
from django.utils import timezone

from huitang.congress.runsheet import layout
from huitang.congress.sittings import queries as sittings
from tests.stage import Play, spring_session
from tests.web.desk.prepared import convened, desk_of, neighbour, teller_of, told

NEW = {
    "number": "9",
    "playbook": "midyear",
    "opens_on": "2025-07-10",
    "closes_on": "2025-07-10",
    "place": "镇政府三楼会议室",
    "seats_HEAD": "1",
    "seats_DEPUTY_HEAD": "2",
    "kind": "BY_ELECTION",
    "vacancy": "RESIGNATION_ACCEPTED",
    "surplus": "0",
    "projects_to_choose": "",
    "from_session": "",
}


@pytest.fixture
def play(db) -> Play:
    return convened()


@pytest.fixture
def desk(play) -> Client:
    return desk_of(play)


def new(play, **changed) -> dict[str, str]:
    return {"term_id": str(play.term_id), **NEW, **changed}


def test_the_public_is_led_to_the_door(play, client):
    assert client.get("/desk/").headers["Location"].startswith("/door/sign-in/")


@pytest.mark.parametrize("page", ["/desk/", "/desk/sessions/new/", "/desk/accounts/", "/desk/journal/"])
def test_a_teller_is_not_let_in(play, page):
    assert teller_of(play).get(page).status_code == 403


@pytest.mark.parametrize("page", ["", "dates/", "agenda/", "schedule/", "runsheet/", "presidium/", "cards/", "now/"])
def test_a_session_of_another_town_does_not_exist(play, page):
    answer = neighbour(play).get(f"/desk/sessions/{play.session_id}/{page}")
    assert answer.status_code == 404
    assert "没有这次会议" in told(answer)


def test_the_record_of_another_town_does_not_exist(play):
    assert neighbour(play).get(f"/desk/sessions/{play.session_id}/record.json").status_code == 404


def test_the_first_page_says_what_to_do_before_there_is_a_session(db):
    play = Play()
    assert "先建立本届，导入名册" in told(desk_of(play).get("/desk/"))


def test_the_first_page_lists_what_is_missing(desk):
    page = told(desk.get("/desk/"))
    assert "还没有导入名册" in page
    assert "还有 4 项没有写报告人" in page
    assert "还没有导入候选项目，应选 10 项" in page


def test_the_first_page_of_a_prepared_session_shows_what_is_done(db):
    page = told(desk_of(spring_session()).get("/desk/"))
    assert "名额 96 名，在任 95 名，出缺 1 名" in page
    assert "已批准 4 人" in page
    assert "候选 12 项，应选 10 项" in page


def test_the_form_offers_the_next_number_and_lays_out_what_each_playbook_does(desk):
    page = told(desk.get("/desk/sessions/new/"))
    assert 'name="number" value="9"' in page
    assert "排出 7 项议程、6 场会议" in page
    assert "主席团第二次会议" in page
    assert "听取和审议……人民政府工作报告" in page


def test_without_a_term_no_session_can_be_made(db):
    assert "还没有届次" in told(desk_of(Play()).get("/desk/sessions/new/"))


def test_a_new_session_is_laid_out_and_shown(play, desk):
    answer = desk.post("/desk/sessions/new/", new(play))
    row = next(row for row in sittings.list_sessions(play.town_id) if row.title.number == 9)
    assert answer.headers["Location"] == f"/desk/sessions/{row.id}/"
    page = told(desk.get(answer.headers["Location"]))
    assert "议程、日程和运行单都排好了" in page
    assert len(sittings.list_sittings(row.id)) == 4


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"number": "8"}, "本届第8次会议已经建过了"),
        ({"closes_on": "2025-07-09"}, "早于开幕日期"),
        ({"opens_on": "1925-07-10"}, "不在本届任期内"),
        ({"opens_on": "7月10日"}, "日期要写成 2025-03-31 这样"),
        ({"number": "第九"}, "输入整数"),
        ({"place": " "}, "这个字段是必填项"),
        ({"seats_HEAD": "一"}, "输入整数"),
        ({"playbook": "winter"}, "没有“winter”这种会议样式"),
        ({"playbook": "by_election", "seats_HEAD": "", "seats_DEPUTY_HEAD": ""}, "至少要有一个要选的职务"),
        ({"projects_to_choose": "10"}, "没有票决民生实事项目这一项"),
        ({"term_id": "999"}, "选择一个有效的选项"),
    ],
)
def test_a_wrong_field_is_told_and_nothing_typed_is_lost(play, desk, changed, sentence):
    answer = desk.post("/desk/sessions/new/", new(play, place="东街礼堂") | changed)
    assert answer.status_code == 422
    assert sentence in told(answer)
    assert changed.get("place") or "东街礼堂" in told(answer)
    assert len(sittings.list_sessions(play.town_id)) == 1


def test_the_next_session_carries_the_reporters_of_the_last(play, desk):
    desk.post("/desk/sessions/new/", new(play, playbook="spring", from_session=str(play.session_id)))
    assert len(sittings.list_sessions(play.town_id)) == 2


def test_a_session_cannot_start_from_one_of_another_town(play):
    stranger = neighbour(play)
    answer = stranger.post("/desk/sessions/new/", new(play, from_session=str(play.session_id)))
    assert "还没有届次" in told(answer)


def test_a_new_opening_day_moves_the_sittings_along(play, desk):
    before = sittings.list_sittings(play.session_id)
    fields = {"opens_on": "2025-04-07", "closes_on": "2025-04-08", "place": "东街礼堂"}
    assert desk.post(f"/desk/sessions/{play.session_id}/dates/", fields).status_code == 302
    after = sittings.list_sittings(play.session_id)
    assert {(b.starts_at - a.starts_at).days for a, b in zip(before, after, strict=True)} == {7}


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"opens_on": "2025-04-09", "closes_on": "2025-04-08", "place": "礼堂"}, "早于开幕日期"),
        ({"opens_on": "2025-13-09", "closes_on": "2025-04-08", "place": "礼堂"}, "日期要写成 2025-03-31 这样"),
        ({"opens_on": "2025-04-07", "closes_on": "2025-04-08", "place": ""}, "这个字段是必填项"),
    ],
)
def test_wrong_dates_are_told(play, desk, fields, sentence):
    answer = desk.post(f"/desk/sessions/{play.session_id}/dates/", fields)
    assert answer.status_code == 422
    assert sentence in told(answer)
    assert sittings.get_session(play.session_id).opens_on == date(2025, 3, 31)


def test_the_second_clerk_is_told_who_was_quicker(play, desk):
    address = f"/desk/sessions/{play.session_id}/dates/"
    seen = desk.get(address).context["form"]["seen"].value()
    fields = {"opens_on": "2025-04-07", "closes_on": "2025-04-08", "place": "东街礼堂", "seen": seen}
    assert desk.post(address, fields).status_code == 302
    answer = desk.post(address, fields | {"place": "西街礼堂"})
    assert answer.status_code == 409
    assert "已经改过这里" in told(answer)
    assert sittings.get_session(play.session_id).place == "东街礼堂"


def test_once_in_session_the_opening_day_stays(db):
    play = spring_session()
    play.sign_everybody_in(sittings.list_sittings(play.session_id)[0].id)
    play.press()
    fields = {"opens_on": "2025-04-07", "closes_on": "2025-04-08", "place": "东街礼堂"}
    answer = desk_of(play).post(f"/desk/sessions/{play.session_id}/dates/", fields)
    assert answer.status_code == 409
    assert "会议已经开幕" in told(answer)


def test_in_session_the_desk_sees_what_is_happening_and_a_poll_is_quiet_when_nothing_changed(db):
    play = spring_session()
    play.sign_everybody_in(sittings.list_sittings(play.session_id)[0].id)
    play.press()
    desk = desk_of(play)
    page = told(desk.get("/desk/"))
    assert "正在进行" in page
    version = play.now().version
    assert desk.get(f"/desk/sessions/{play.session_id}/now/?seen={version}").status_code == 204
    assert "议程（草案）" in told(desk.get(f"/desk/sessions/{play.session_id}/now/?seen=1"))


def test_the_record_is_plain_json(play, desk):
    facts = desk.get(f"/desk/sessions/{play.session_id}/record.json").json()
    assert facts["session"] == "清河镇第六届人民代表大会第八次会议"
    assert facts["agenda"][0] == "听取和审议清河镇人民政府工作报告"


def test_the_command_refuses_a_term_of_another_town(play):
    stranger = neighbour(play)
    assert stranger.get("/desk/").status_code == 200
    from huitang.congress.accounts.queries import actor_of_account
    from huitang.congress.roster.refusals import TermIsUnknown

    actor = actor_of_account(int(stranger.session["_auth_user_id"]))
    with pytest.raises(TermIsUnknown):
        layout.convene(
            term_id=play.term_id,
            number=9,
            playbook="midyear",
            opens_on=date(2025, 7, 1),
            closes_on=date(2025, 7, 1),
            place="礼堂",
            posts=[],
            projects_to_choose=None,
            from_session_id=None,
            actor=actor,
            now=timezone.now(),
        )
