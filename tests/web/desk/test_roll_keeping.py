"""Terms and delegations on the desk."""

import pytest

from huitang.congress.roster import queries
from huitang.congress.roster.models import Delegation, Deputy, Term
from tests.congress.roster.stage import TODAY


def test_a_term_is_registered_and_leads_to_its_roll(desk, town):
    response = desk.post("/desk/roll/terms/", {"number": "6", "quota": "96", "began_on": "2021-11-20"})
    assert response["Location"] == f"/desk/roll/{Term.objects.get().pk}/"
    again = desk.post("/desk/roll/terms/", {"number": "6", "quota": "96", "began_on": "2021-11-20"})
    assert again.status_code == 422
    assert "第 6 届已经登记过了" in again.content.decode()


@pytest.mark.parametrize("quota", ["", "0", "-3", "九十六", "96.5", "100000"])
def test_a_wrong_quota_is_answered_beside_the_field(desk, town, quota):
    response = desk.post("/desk/roll/terms/", {"number": "6", "quota": quota, "began_on": "2021-11-20"})
    assert response.status_code == 422
    assert "请填写" in response.content.decode()
    assert not Term.objects.exists()


def test_the_quota_is_corrected_with_a_reason(desk, roll, town):
    address = f"/desk/roll/terms/{roll}/quota/"
    assert desk.post(address, {"quota": "98", "reason": ""}).status_code == 422
    assert desk.post(address, {"quota": "98", "reason": "县人大常委会决定"}).status_code == 302
    assert queries.get_term(roll, town.pk).quota == 98


def test_a_closed_term_is_only_looked_at(desk, roll):
    assert desk.post(f"/desk/roll/terms/{roll}/close/", {"ended_on": "2025-03-31"}).status_code == 302
    text = desk.get(f"/desk/roll/terms/{roll}/").content.decode()
    assert "本届已经结束，名册只能查看。" in text
    again = desk.post(f"/desk/roll/terms/{roll}/close/", {"ended_on": "2025-03-31"})
    assert again.status_code == 409
    assert "第 6 届已于 2025-03-31 结束，不能再改。" in again.content.decode()
    assert desk.post(f"/desk/roll/terms/{roll}/quota/", {"quota": "9", "reason": "x"}).status_code == 409


def test_a_term_closed_by_mistake_is_opened_again(desk, roll):
    desk.post(f"/desk/roll/terms/{roll}/close/", {"ended_on": "2025-03-31"})
    assert queries.list_roll(roll, on=TODAY) == ()
    address = f"/desk/roll/terms/{roll}/reopen/"
    assert desk.post(address, {"reason": ""}).status_code == 422
    assert desk.post(address, {"reason": "选错了届次"}).status_code == 302
    assert len(queries.list_roll(roll, on=TODAY)) == 95
    again = desk.post(address, {"reason": "再来"})
    assert again.status_code == 409
    assert "没有结束" in again.content.decode()


def test_delegations_are_added_renamed_led_and_dropped(desk, roll):
    base = f"/desk/roll/{roll}/delegations/"
    assert desk.post(f"{base}add/", {"name": "第六代表团"}).status_code == 302
    sixth = Delegation.objects.get(name="第六代表团")
    assert desk.post(f"{base}{sixth.pk}/rename/", {"name": "直属代表团"}).status_code == 302
    taken = desk.post(f"{base}{sixth.pk}/rename/", {"name": "第一代表团"})
    assert taken.status_code == 422
    assert "本届已经有“第一代表团”了" in taken.content.decode()
    assert desk.post(f"{base}{sixth.pk}/drop/").status_code == 302
    first, member = Delegation.objects.get(name="第一代表团"), Deputy.objects.get(number=2)
    assert desk.post(f"{base}{first.pk}/head/", {"head": member.pk}).status_code == 302
    assert queries.list_delegations(roll, on=TODAY)[0].head == "郝露珠"
    assert desk.post(f"{base}{first.pk}/head/", {"head": Deputy.objects.get(number=90).pk}).status_code == 422
    assert desk.post(f"{base}{first.pk}/head/", {"head": ""}).status_code == 302
    assert queries.list_delegations(roll, on=TODAY)[0].head == ""
    refused = desk.post(f"{base}{first.pk}/drop/")
    assert refused.status_code == 409
    assert "还有 19 名代表，不能撤销" in refused.content.decode()


def test_a_term_without_delegations_says_where_they_come_from(desk, term):
    assert "导入名册时会按表里的代表团自动建立" in desk.get(f"/desk/roll/{term}/delegations/").content.decode()
    assert "还没有代表团" in desk.get(f"/desk/roll/{term}/by-elected/").content.decode()
