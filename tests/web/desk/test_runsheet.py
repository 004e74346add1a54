"""The run sheet at the desk: words, skipping, stepping back."""

import pytest
from django.test import Client

from huitang.congress.runsheet import queries as runsheet
from tests.stage import Play, spring_session
from tests.web.desk.prepared import convened, desk_of, neighbour, told


@pytest.fixture
def play(db) -> Play:
    return convened()


@pytest.fixture
def desk(play) -> Client:
    return desk_of(play)


@pytest.fixture
def running(db) -> Play:
    """The preparatory meeting is open."""
    play = spring_session()
    play.sign_everybody_in(play.now().sitting.id)
    play.press()
    return play


def steps(play):
    return runsheet.list_steps(play.session_id)


def test_the_sheet_shows_the_words_filled_in(running):
    page = told(desk_of(running).get(f"/desk/sessions/{running.session_id}/runsheet/"))
    assert "主席团。名单（草案）共9人" in page
    assert "进行中" in page


def test_words_are_changed_with_placeholders_explained(play, desk):
    step = steps(play)[0]
    page = told(desk.get(f"/desk/steps/{step.id}/word/"))
    assert "{会议}" in page
    assert "清河镇第六届人民代表大会第八次会议" in page
    fields = {"title": "", "words": "同志们：{会议}预备会议开始。"}
    assert desk.post(f"/desk/steps/{step.id}/word/", fields).status_code == 302
    assert steps(play)[0].words == "同志们：清河镇第六届人民代表大会第八次会议预备会议开始。"
    assert steps(play)[0].title == "宣布开会"


def test_a_placeholder_that_is_never_filled_is_refused(play, desk):
    step = steps(play)[0]
    answer = desk.post(f"/desk/steps/{step.id}/word/", {"title": "", "words": "{人数}人到会。"})
    assert answer.status_code == 422
    assert "“人数”不是可以自动填写的词" in told(answer)
    assert "{人数}人到会。" in told(answer)


def test_a_step_that_is_done_keeps_its_words(running):
    step = steps(running)[0]
    answer = desk_of(running).post(f"/desk/steps/{step.id}/word/", {"title": "", "words": "改"})
    assert answer.status_code == 409
    assert "已经开始或办完" in told(answer)


def test_the_second_clerk_is_told(play, desk):
    address = f"/desk/steps/{steps(play)[0].id}/word/"
    seen = desk.get(address).context["form"]["seen"].value()
    desk.post(address, {"words": "一", "seen": seen})
    assert desk.post(address, {"words": "二", "seen": seen}).status_code == 409
    assert steps(play)[0].words == "一"


def test_the_current_step_is_skipped_with_a_reason(running):
    desk, step = desk_of(running), running.now().step
    answer = desk.post(f"/desk/steps/{step.id}/skip/", {"reason": " "})
    assert answer.status_code == 422
    assert "都要写明理由" in told(answer)
    assert desk.post(f"/desk/steps/{step.id}/skip/", {"reason": "议程已经印发"}).status_code == 302
    assert steps(running)[1].state == "SKIPPED"


def test_only_the_current_step_can_be_skipped(running):
    last = steps(running)[-1]
    answer = desk_of(running).post(f"/desk/steps/{last.id}/skip/", {"reason": "不用"})
    assert answer.status_code == 409
    assert "还没有轮到" in told(answer)


def test_the_closing_of_an_open_meeting_cannot_be_skipped(running):
    desk = desk_of(running)
    for _ in range(2):
        desk.post(f"/desk/steps/{running.now().step.id}/skip/", {"reason": "不用"})
    closing = running.now().step
    assert closing.deed == "CLOSE_SITTING"
    answer = desk.post(f"/desk/steps/{closing.id}/skip/", {"reason": "不用"})
    assert answer.status_code == 409
    assert "要由执行主席宣布散会" in told(answer)


def test_a_skipped_step_is_taken_back_whatever_it_was(running):
    desk = desk_of(running)
    desk.post(f"/desk/steps/{running.now().step.id}/skip/", {"reason": "不用"})
    answer = desk.post(f"/desk/sessions/{running.session_id}/runsheet/back/", {"reason": "还是要表决"})
    assert answer.status_code == 302
    assert steps(running)[1].state == "PENDING"


def test_stepping_back_needs_a_reason_and_reopens_the_step(running):
    desk, address = desk_of(running), f"/desk/sessions/{running.session_id}/runsheet/back/"
    answer = desk.post(address, {"reason": ""})
    assert answer.status_code == 422
    assert "都要写明理由" in told(answer)
    assert desk.post(address, {"reason": "人还没有到齐"}).status_code == 302
    assert running.now().step.deed == "OPEN_SITTING"


def test_the_first_step_has_nothing_behind_it(play, desk):
    answer = desk.post(f"/desk/sessions/{play.session_id}/runsheet/back/", {"reason": "再来"})
    assert answer.status_code == 409
    assert "已经是第一步" in told(answer)


def test_stepping_back_twice_by_two_clerks_goes_back_once(running):
    running.press()
    running.press(hands={"votes_for": 91, "votes_against": 0, "abstentions": 0, "not_voting": 0})
    running.press()
    desk, address = desk_of(running), f"/desk/sessions/{running.session_id}/runsheet/back/"
    seen = running.now().version
    assert desk.post(address, {"reason": "票数念错", "seen": seen}).status_code == 302
    assert desk.post(address, {"reason": "票数念错", "seen": seen}).status_code == 409
    assert steps(running)[0].state == "DONE"


@pytest.mark.parametrize("deed", ["word", "skip"])
def test_a_step_of_another_town_does_not_exist(play, deed):
    step = steps(play)[0]
    answer = neighbour(play).post(f"/desk/steps/{step.id}/{deed}/", {"words": "别的", "reason": "别的"})
    assert answer.status_code == 404
    assert "别的" not in steps(play)[0].words


def test_nobody_steps_back_in_another_town(running):
    answer = neighbour(running).post(f"/desk/sessions/{running.session_id}/runsheet/back/", {"reason": "别的"})
    assert answer.status_code == 404
    assert steps(running)[0].state == "DONE"
