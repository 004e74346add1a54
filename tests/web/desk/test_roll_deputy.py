"""The deputy's page: history, deeds with day and reason, corrections."""

import pytest

from huitang.congress.roster import queries
from huitang.congress.roster.models import Deputy, MandateChange
from huitang.rules.mandate import Standing
from tests.congress.roster.stage import TODAY


@pytest.fixture
def deputy(roll) -> Deputy:
    return Deputy.objects.select_related("term").get(number=10)


def post(desk, deputy, deed, **typed):
    prefix = {"seat-again": "seat_again"}.get(deed, deed)
    posted = {f"{prefix}-{key}": value for key, value in typed.items()}
    return desk.post(f"/desk/roll/deputy/{deputy.pk}/{deed}/", posted)


def standing(deputy):
    return queries.get_deputy(deputy.pk, town_id=deputy.term.town_id, on=TODAY).deputy.standing


def test_the_page_offers_only_the_deeds_that_may_follow(desk, deputy):
    text = desk.get(f"/desk/roll/deputy/{deputy.pk}/").content.decode()
    assert "/suspend/" in text
    assert "/end/" in text
    assert "/restore/" not in text
    assert "/seat-again/" not in text


def test_a_deputy_is_suspended_restored_and_ended(desk, deputy):
    assert post(desk, deputy, "suspend", on="2024-03-01", reason="县监委通报").status_code == 302
    assert standing(deputy) is Standing.SUSPENDED
    assert post(desk, deputy, "restore", on="2024-05-01", reason="解除").status_code == 302
    assert post(desk, deputy, "end", on="2025-01-10", reason="迁往外地", cause="MOVED_AWAY").status_code == 302
    assert standing(deputy) is Standing.ENDED
    text = desk.get(f"/desk/roll/deputy/{deputy.pk}/").content.decode()
    assert "迁出或者调离本行政区域" in text
    assert "县监委通报" in text
    assert "/seat-again/" in text
    assert post(desk, deputy, "seat-again", on="2025-02-10", reason="补选").status_code == 302
    assert standing(deputy) is Standing.IN_OFFICE


@pytest.mark.parametrize(
    ("typed", "status", "sentence"),
    [
        ({"on": "", "reason": "x", "cause": "DIED"}, 422, "请填写日期。"),
        ({"on": "2024-03-01", "reason": "", "cause": "DIED"}, 422, "请填写这一项。"),
        ({"on": "2024-03-01", "reason": "x", "cause": ""}, 422, "请选择法定原因。"),
        ({"on": "2199-03-01", "reason": "x", "cause": "DIED"}, 422, "还没有到这一天"),
        (
            {"on": "2024-03-01", "reason": "x", "cause": "ORDERED_RESIGNATION"},
            409,
            "没有“责令辞职被接受”这一项原因",
        ),
    ],
)
def test_a_wrong_end_is_answered_on_the_page_and_nothing_is_written(desk, deputy, typed, status, sentence):
    response = post(desk, deputy, "end", **typed)
    assert response.status_code == status
    assert sentence in response.content.decode()
    assert MandateChange.objects.filter(deputy=deputy).count() == 1


def test_a_deed_that_cannot_follow_keeps_what_was_typed(desk, deputy):
    response = post(desk, deputy, "restore", on="2024-03-01", reason="误按")
    assert response.status_code == 409
    assert "不能恢复执行职务" in response.content.decode()
    assert 'value="误按"' in response.content.decode()


def test_a_mistaken_entry_is_withdrawn(desk, deputy):
    post(desk, deputy, "suspend", on="2024-03-01", reason="错")
    change = MandateChange.objects.filter(deputy=deputy).last()
    address = f"/desk/roll/deputy/{deputy.pk}/withdraw/{change.pk}/"
    assert desk.post(address, {"withdraw-reason": ""}).status_code == 422
    assert desk.post(address, {"withdraw-reason": "登记错人"}).status_code == 302
    assert standing(deputy) is Standing.IN_OFFICE
    assert desk.post(address, {"withdraw-reason": "再按一次"}).status_code == 404


def correction(deputy, **typed):
    return {
        "number": deputy.number,
        "name": deputy.name,
        "delegation": deputy.delegation_id,
        "sex": "男",
        **typed,
    }


def test_a_correction_is_saved_and_a_wrong_one_answered(desk, deputy):
    address = f"/desk/roll/deputy/{deputy.pk}/correct/"
    assert desk.post(address, correction(deputy, phone="10000000001")).status_code == 302
    deputy.refresh_from_db()
    assert deputy.phone == "10000000001"
    taken = desk.post(address, correction(deputy, number=3))
    assert taken.status_code == 422
    assert "编号 3 已经是“王伟（第一代表团）”的。请换一个编号。" in taken.content.decode()
    wrong = desk.post(address, correction(deputy, number="三", born="六月", phone="无"))
    for sentence in ("请填写 1 到 9999 的整数。", "出生年月看不懂。", "联系电话只能写 5 到 19 位数字。"):
        assert sentence in wrong.content.decode()
    assert desk.post(address, correction(deputy, delegation=9999)).status_code == 422


def test_a_by_elected_deputy_is_added(desk, roll, deputy):
    address = f"/desk/roll/{roll}/by-elected/"
    assert desk.get(address).status_code == 200
    typed = {"name": "解 明", "delegation": deputy.delegation_id, "on": "2025-02-10", "reason": "第3选区补选"}
    response = desk.post(address, typed)
    assert response.status_code == 302
    added = Deputy.objects.get(number=96)
    assert (added.name, added.initials.split()[0]) == ("解明", "xm")
    assert response["Location"] == f"/desk/roll/deputy/{added.pk}/"
    refused = desk.post(address, {**typed, "number": "96"})
    assert refused.status_code == 422
    assert "编号 96 已经是“解明”的" in refused.content.decode()


def test_a_deputy_nobody_knows_is_not_found(desk, roll):
    assert desk.get("/desk/roll/deputy/99999/").status_code == 404


def test_a_deed_wants_a_post_and_the_office(desk, teller, deputy):
    assert desk.get(f"/desk/roll/deputy/{deputy.pk}/suspend/").status_code == 405
    assert post(teller, deputy, "suspend", on="2024-03-01", reason="x").status_code == 403


def test_the_roll_warns_of_namesakes_until_both_have_a_note_and_leads_to_where_it_is_typed(desk, roll):
    address = f"/desk/roll/{roll}/"
    both = Deputy.objects.filter(name="王伟").order_by("number")
    text = desk.get(address).content.decode()
    assert "名册里不止一位“王伟”，还没有加注" in text
    for one, note in zip(both, ("北村", "（河东）"), strict=True):
        assert f'href="/desk/roll/deputy/{one.pk}/#id_note"' in text
        page = desk.get(f"/desk/roll/deputy/{one.pk}/")
        assert 'id="id_note"' in page.content.decode()
        typed = {**page.context["correct"].initial, "note": note}
        assert typed["name"] == "王伟"
        assert desk.post(f"/desk/roll/deputy/{one.pk}/correct/", typed).status_code == 302
    text = desk.get(address).content.decode()
    assert "还没有加注" not in text
    assert "王伟（北村）" in text
    assert "王伟（河东）" in text


def test_the_roll_taken_out_has_the_bare_name_and_the_note_apart(desk, roll):
    one = Deputy.objects.filter(name="王伟").order_by("number")[0]
    Deputy.objects.filter(pk=one.pk).update(note="北村")
    lines = desk.get(f"/desk/roll/{roll}/", {"format": "csv"}).content.decode("utf-8-sig").splitlines()
    assert lines[0].endswith("同名加注,资格")
    assert next(line for line in lines if line.startswith(f"{one.number},王伟,")).endswith("北村,在任")
