"""A stranger's requests are counted per address; who logged in, and the laptop itself, are not held up."""

import pytest
from limits import RateLimitItemPerMinute

from huitang.web.frame import crowding

STRANGER, NEIGHBOUR = "203.0.113.7", "203.0.113.8"
READS, WRITES = 20, 5  # few, so that a slow machine makes them within the minute


@pytest.fixture(autouse=True)
def few(monkeypatch):
    monkeypatch.setattr(crowding, "READING", RateLimitItemPerMinute(READS, namespace="reading"))
    monkeypatch.setattr(crowding, "WRITING", RateLimitItemPerMinute(WRITES, namespace="writing"))


@pytest.fixture
def knock(client, db):
    def ask(address: str, *, post: bool = False) -> int:
        if post:  # where nothing is: the door has a lock of its own for each name
            return client.post("/nothing/", REMOTE_ADDR=address).status_code
        return client.get("/door/sign-in/", REMOTE_ADDR=address).status_code

    return ask


def test_the_stranger_who_asks_too_often_waits_and_others_do_not(knock):
    assert {knock(STRANGER) for _ in range(READS)} == {200}
    assert knock(STRANGER) == 429
    assert knock(NEIGHBOUR) == 200


def test_guessing_is_stopped_much_sooner(knock):
    answers = [knock(STRANGER, post=True) for _ in range(WRITES + 1)]
    assert 429 not in answers[:WRITES]
    assert answers[WRITES] == 429


def test_the_answer_says_what_to_do_and_when(client, knock):
    for _ in range(WRITES):
        knock(STRANGER, post=True)
    answer = client.post("/nothing/", REMOTE_ADDR=STRANGER)
    assert answer.headers["Retry-After"] == "60"
    assert "请过一分钟再试" in answer.content.decode()


def test_the_laptop_itself_is_never_held_up(knock):
    assert {knock("127.0.0.1") for _ in range(READS + 1)} == {200}


def test_a_logged_in_clerk_is_not_counted(house):
    for _ in range(WRITES + 1):
        house.office.post("/desk/projects-of-nobody/", REMOTE_ADDR=STRANGER)
    assert house.office.post("/desk/projects-of-nobody/", REMOTE_ADDR=STRANGER).status_code == 404
