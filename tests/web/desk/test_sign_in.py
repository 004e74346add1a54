"""The sign-in page: a line and Enter is one deputy."""

import pytest

from huitang.congress.accounts import commands as accounts
from huitang.congress.accounts import queries as cards
from huitang.congress.attendance import commands as attendance
from huitang.congress.attendance import queries
from huitang.congress.attendance.refusals import AlreadySignedIn, CardIsNotValid, NobodyMatches
from huitang.congress.sittings.commands import SittingIsUnknown


def post(house, who, *, sitting=None, htmx=True, client=None, **more):
    sitting = sitting or house.sitting()
    headers = {"HX-Request": "true"} if htmx else {}
    address = f"/desk/sittings/{sitting.id}/sign-in/do/"
    return (client or house.office).post(address, {"who": who, **more}, headers=headers)


def present(house):
    return queries.get_attendance(house.sitting().id).congress.present


def absent(house, place=0):
    return [d for d in house.deputies(house.sitting().id) if d.mark == "ABSENT"][place]


def test_a_number_and_enter_signs_one_deputy_in_and_the_answer_carries_the_new_counts(house):
    deputy = absent(house)
    answer = post(house, str(deputy.number))
    assert answer.status_code == 200
    assert deputy.name in answer.content.decode()
    assert "flash ok" in answer.content.decode()
    assert 'id="counts"' in answer.content.decode()
    assert present(house) == 1


def test_full_width_digits_and_a_padded_number_are_the_same_number(house):
    deputy = absent(house)
    assert (
        post(house, f" {deputy.number:03d}".translate(str.maketrans("0123456789", "０１２３４５６７８９"))).status_code
        == 200
    )
    assert present(house) == 1


def test_a_whole_name_signs_in_and_shared_initials_list_those_who_fit(house):
    deputy = absent(house, 3)
    assert post(house, deputy.name).status_code == 200
    answer = post(house, "w").content.decode()
    assert "data-pick" in answer
    assert present(house) == 1


def test_a_chosen_match_is_signed_in(house):
    deputy = absent(house)
    assert post(house, "", deputy=deputy.deputy_id).status_code == 200
    assert present(house) == 1


def test_the_printed_card_is_read_as_token_and_as_address(house):
    one, other = absent(house), absent(house, 1)
    ids = [one.deputy_id, other.deputy_id]
    accounts.issue_cards(deputy_ids=ids, serials=["a-b_c9", "XyZ"], actor=house.play.office, now=house.tick())
    tokens = {card.deputy_id: card.token for card in cards.list_cards(tuple(ids))}
    assert post(house, tokens[one.deputy_id]).status_code == 200
    assert post(house, f"http://10.0.0.2:8000/door/card/{tokens[other.deputy_id]}/").status_code == 200
    assert present(house) == 2


def test_a_forged_card_signs_nobody_in_and_says_so(house):
    answer = post(house, "abc-" + "0" * 20)
    assert answer.status_code == 422
    assert str(CardIsNotValid.text) in answer.content.decode()
    assert present(house) == 0


def test_a_second_sign_in_is_told_since_when(house):
    deputy = absent(house)
    post(house, str(deputy.number))
    again = post(house, str(deputy.number))
    assert again.status_code == 409
    assert "flash again" in again.content.decode()
    assert "办公室" in again.content.decode()
    assert present(house) == 1


def test_of_two_clerks_at_the_same_moment_one_is_refused(house):
    deputy = absent(house)
    found = queries.get_attendance(house.sitting().id)
    who = next(d for d in found.deputies if d.deputy_id == deputy.deputy_id)
    attendance._sign_in(found, who, house.play.office, house.tick())
    with pytest.raises(AlreadySignedIn):
        attendance._sign_in(found, who, house.play.office, house.tick())
    assert present(house) == 1


def test_who_was_on_leave_is_signed_in_and_the_leave_ends(house):
    away = next(d for d in house.deputies(house.sitting().id) if d.mark == "ON_LEAVE")
    answer = post(house, str(away.number)).content.decode()
    assert "销假" in answer
    assert queries.get_attendance(house.sitting().id).congress.on_leave == 3


def test_an_unknown_line_is_refused_with_what_was_typed(house):
    answer = post(house, "不在册")
    assert answer.status_code == 422
    assert "不在册" in answer.content.decode()
    assert str(NobodyMatches.text).format(text="不在册") in answer.content.decode()
    assert post(house, "   ").status_code == 422
    assert post(house, "9999").status_code == 422


def test_undo_takes_the_last_one_back(house):
    post(house, str(absent(house).number))
    row = queries.list_recent_sign_ins(house.sitting().id)[0]
    answer = house.office.post(f"/desk/sign-ins/{row.id}/undo/", headers={"HX-Request": "true"})
    assert "已撤销签到" in answer.content.decode()
    assert present(house) == 0
    assert house.office.post(f"/desk/sign-ins/{row.id}/undo/").status_code == 404


def test_nothing_can_be_changed_after_the_sitting_is_closed(house):
    house.run_to("PROJECT_VOTE", "ISSUING")
    closed = house.sitting("PREPARATORY")
    assert closed.stage == "CLOSED"
    answer = post(house, "1", sitting=closed)
    assert answer.status_code == 409
    assert "已经散会" in answer.content.decode()
    row = queries.list_recent_sign_ins(closed.id)[0]
    assert house.office.post(f"/desk/sign-ins/{row.id}/undo/").status_code == 409
    assert queries.get_attendance(closed.id).congress.present == 91


def test_the_page_works_without_a_script_too(house):
    deputy = absent(house)
    answer = post(house, str(deputy.number), htmx=False)
    assert deputy.name in answer.content.decode()
    assert "</html>" in answer.content.decode()


def test_the_poll_says_nothing_until_something_happens(house):
    address = f"/desk/sittings/{house.sitting().id}/sign-in/counts/"
    first = house.office.get(address)
    version = house.office.get(f"/desk/sittings/{house.sitting().id}/sign-in/").context["desk"].version
    assert first.status_code == 200
    assert house.office.get(address, {"seen": version}).status_code == 204
    post(house, str(absent(house).number))
    assert house.office.get(address, {"seen": version}).status_code == 200


def test_only_the_office_of_this_town_may_sign_in(house):
    address = f"/desk/sittings/{house.sitting().id}/sign-in/"
    assert house.public.get(address).status_code == 302
    assert house.teller_a.get(address).status_code == 403
    stranger = house.stranger()
    assert stranger.get(address).status_code == 404
    assert post(house, "2", client=stranger).status_code == 404
    assert present(house) == 0
    with pytest.raises(SittingIsUnknown):
        queries.get_sign_in_desk(house.sitting().id, town_id=house.play.town_id + 99, chain="x")


def test_the_chooser_leads_to_the_sitting_that_comes_next(house):
    page = house.office.get(f"/desk/sessions/{house.session_id}/sign-in/")
    assert page.context["choice"].coming == house.sitting("PREPARATORY")
    assert house.stranger().get(f"/desk/sessions/{house.session_id}/sign-in/").status_code == 404
