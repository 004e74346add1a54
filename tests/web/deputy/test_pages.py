"""A deputy sees what is happening, their own sign-in and leave, and sums only."""

import pytest
from django.test import Client

from huitang.congress.accounts.deeds import Role
from huitang.congress.attendance import commands as attendance
from huitang.congress.attendance import queries as attendance_rows
from huitang.congress.runsheet import seat
from tests.stage import Play, spring_session
from tests.web import people

PAGES = ("/deputy/", "/deputy/agenda/", "/deputy/results/", "/deputy/leave/")


@pytest.fixture
def play(db) -> Play:
    seat.forget()  # another test's town has the same journal
    return spring_session()


@pytest.fixture
def somebody(play) -> int:
    found = attendance_rows.get_attendance(play.now().sitting.id).deputies
    return next(row.deputy_id for row in found if row.mark == "ABSENT")


@pytest.fixture
def phone(play, somebody) -> Client:
    return people.deputy(play, somebody)


def test_only_a_deputy_comes_in(play):
    chair = people.staff(play, Role.CHAIR)
    for address in PAGES:
        assert Client().get(address).status_code == 302
        assert chair.get(address).status_code == 403


def test_the_first_page_says_whether_i_am_signed_in(play, phone, somebody):
    before = phone.get("/deputy/").content.decode()
    assert "还没有签到" in before
    sitting_id = play.now().sitting.id
    attendance.sign_in_deputy(sitting_id=sitting_id, deputy_id=somebody, actor=play.office, now=play.clock.tick())
    url = before.split('hx-get="')[1].split('"')[0]
    after = phone.get(url)
    assert "已签到" in after.content.decode()
    again = after.content.decode().split('hx-get="')[1].split('"')[0]
    assert phone.get(again).status_code == 204


def test_between_meetings_of_all_the_next_one_counts(play, phone):
    people.go_to(play, deed="OPEN_SITTING", title="")
    people.seat(play)
    for _ in range(8):
        if play.now().sitting.kind == "PRESIDIUM":
            break
        hands = {"votes_for": 91, "votes_against": 0, "abstentions": 0, "not_voting": 0}
        play.press(hands=hands if play.now().phase == "OPEN" else {})
    html = phone.get("/deputy/").content.decode()
    assert "主席团第一次会议" in html
    assert "第一次全体会议" in html


def test_agenda_and_declared_results_are_shown_and_an_open_vote_is_not(play, phone):
    assert "清河镇人民政府工作报告" in phone.get("/deputy/agenda/").content.decode()
    assert "还没有宣布的结果" in phone.get("/deputy/results/").content.decode()
    people.go_to(play, deed="HAND_VOTE")
    play.press()
    assert "还没有宣布的结果" in phone.get("/deputy/results/").content.decode()
    play.press(hands={"votes_for": 88, "votes_against": 2, "abstentions": 1, "not_voting": 0})
    html = phone.get("/deputy/results/").content.decode()
    assert '<dd class="num">88' in html
    assert "过半数 48 票" in html


def test_leave_is_asked_once_and_taken_back(play, phone, somebody):
    incomplete = phone.post("/deputy/leave/ask/", {"reason": "住院检查"})
    assert incomplete.status_code == 422
    assert "请选因病还是因事" in incomplete.content.decode()
    assert 'value="住院检查"' in incomplete.content.decode()
    asked = {"cause": "ILLNESS", "reason": "住院检查"}
    assert phone.post("/deputy/leave/ask/", asked).status_code == 303
    assert "等待批准" in phone.get("/deputy/leave/").content.decode()
    assert phone.post("/deputy/leave/ask/", asked).status_code == 409
    own = next(row for row in attendance_rows.list_leaves(play.session_id) if row.deputy_id == somebody)
    assert phone.post(f"/deputy/leave/{own.id}/withdraw/").status_code == 303
    assert "已撤回" in phone.get("/deputy/leave/").content.decode()


def test_nobody_sees_or_withdraws_the_leave_of_another(play, phone):
    others = attendance_rows.list_leaves(play.session_id)[0]
    assert others.reason not in phone.get("/deputy/leave/").content.decode()
    assert phone.post(f"/deputy/leave/{others.id}/withdraw/").status_code == 409
    assert attendance_rows.list_leaves(play.session_id)[0].state == "APPROVED"


def test_a_hundred_phones_cost_one_reading_of_the_tables(play, phone, django_assert_max_num_queries):
    phone.get("/deputy/")
    with django_assert_max_num_queries(8):
        assert phone.get("/deputy/").status_code == 200
