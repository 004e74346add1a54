"""Logins of staff."""

import pytest
from django.test import Client

from huitang.congress.accounts import queries as accounts
from tests.web.desk.conftest import client_of

GOOD = {"name": "zhoulan", "label": "计票人周兰", "role": "TELLER", "password": "plum-tree-by-river"}


def told(response) -> str:
    return response.content.decode()


def find(town, name):
    return next((row for row in accounts.list_accounts(town.pk) if row.name == name), None)


def log_in(name: str, password: str):
    return Client().post("/door/sign-in/", {"name": name, "password": password})


def test_a_new_account_can_log_in(desk, town):
    assert desk.post("/desk/accounts/add/", GOOD).status_code == 302
    assert log_in("zhoulan", GOOD["password"]).status_code == 302


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"name": "office"}, "登录名“office”已经有人用了"),
        ({"password": "short"}, "密码太弱"),
        ({"role": "DEPUTY"}, "选择一个有效的选项"),
        ({"name": " "}, "这个字段是必填项"),
        ({"label": ""}, "这个字段是必填项"),
    ],
)
def test_a_wrong_account_is_told_and_not_made(desk, town, changed, sentence):
    answer = desk.post("/desk/accounts/add/", GOOD | changed)
    assert answer.status_code == 422
    assert sentence in told(answer)
    assert GOOD["password"] not in told(answer)
    assert len(accounts.list_accounts(town.pk)) == 1


def test_a_changed_password_keeps_its_owner_logged_in(desk, town):
    own = find(town, "office")
    assert desk.post(f"/desk/accounts/{own.id}/password/", {"password": "plum-tree-by-river"}).status_code == 302
    assert desk.get("/desk/accounts/").status_code == 200
    assert log_in("office", "plum-tree-by-river").status_code == 302


def test_a_weak_password_is_told_beside_the_field(desk, town):
    answer = desk.post(f"/desk/accounts/{find(town, 'office').id}/password/", {"password": "1234567890"})
    assert answer.status_code == 422
    assert "密码太弱" in told(answer)


def test_a_locked_account_is_out_at_once_and_can_come_back(desk, town, teller):
    row = find(town, "teller")
    assert teller.get("/tellers/").status_code != 302
    assert desk.post(f"/desk/accounts/{row.id}/lock/").status_code == 302
    assert teller.get("/desk/").headers["Location"].startswith("/door/")
    assert "已停用" in told(desk.get("/desk/accounts/"))
    desk.post(f"/desk/accounts/{row.id}/unlock/")
    assert find(town, "teller").is_active


def test_the_last_office_account_stays(desk, town):
    answer = desk.post(f"/desk/accounts/{find(town, 'office').id}/lock/")
    assert answer.status_code == 409
    assert "最后一个办公室账号" in told(answer)


@pytest.mark.parametrize("deed", ["password", "lock", "unlock"])
def test_an_account_of_another_town_does_not_exist(desk, town, deed, now):
    from huitang.congress.accounts.actor import Actor
    from huitang.congress.accounts.deeds import Role
    from huitang.congress.roster import commands as roster

    other = roster.found_town(code="baishi", name="白石镇", province="", now=now)
    stranger = client_of(Role.OFFICE, Actor(other, "baishi", "白石办公室", Role.OFFICE), now, name="baishi")
    row = find(town, "office")
    answer = stranger.post(f"/desk/accounts/{row.id}/{deed}/", {"password": "plum-tree-by-river"})
    assert answer.status_code == 404


def test_a_teller_keeps_no_accounts(teller):
    assert teller.post("/desk/accounts/add/", GOOD).status_code == 403
