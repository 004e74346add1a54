"""Leave with its private reasons, and who sits in without a vote."""

from huitang.congress.attendance import queries
from huitang.congress.attendance.models import Leave, NonVotingAttendee
from huitang.congress.journal import queries as journal


def leaves(house):
    return queries.list_leaves(house.session_id)


def ask(house, client=None, **fields):
    deputy = house.deputies(house.sitting().id)[20]
    form = {"deputy_id": deputy.deputy_id, "cause": "AFFAIRS", "reason": "外出办事", **fields}
    return (client or house.office).post(f"/desk/sessions/{house.session_id}/leave/ask/", form)


def test_leave_asked_for_a_deputy_waits_for_a_decision(house):
    assert ask(house).status_code == 302
    asked = next(leave for leave in leaves(house) if leave.state == "ASKED")
    assert house.chair.post(f"/desk/leaves/{asked.id}/decide/", {"is_approved": "yes"}).status_code == 302
    assert queries.get_attendance(house.sitting().id).congress.on_leave == 5
    again = house.office.post(f"/desk/leaves/{asked.id}/decide/", {"is_approved": "no"})
    assert again.status_code == 409
    assert "已经处理过" in again.content.decode()


def test_a_refused_form_keeps_what_was_typed(house):
    answer = ask(house, reason="")
    assert answer.status_code == 422
    assert "AFFAIRS" in answer.content.decode()
    assert len(leaves(house)) == 4


def test_a_reason_is_seen_by_office_and_chair_and_stays_out_of_the_journal(house):
    ask(house, reason="住院手术")
    address = f"/desk/sessions/{house.session_id}/leave/"
    assert "住院手术" in house.office.get(address).content.decode()
    assert "住院手术" in house.chair.get(address).content.decode()
    assert house.teller_a.get(address).status_code == 403
    assert house.public.get(address).status_code == 302
    assert "住院手术" not in str(journal.list_entries(chain="qinghe"))


def test_the_remarks_of_the_roll_become_requests_in_one_deed(house):
    Leave.objects.all().delete()
    page = house.office.get(f"/desk/sessions/{house.session_id}/leave/")
    assert page.context["desk"].remarked == 4
    house.office.post(f"/desk/sessions/{house.session_id}/leave/from-remarks/")
    assert [leave.state for leave in leaves(house)] == ["ASKED"] * 4
    house.office.post(f"/desk/sessions/{house.session_id}/leave/from-remarks/")
    assert len(leaves(house)) == 4


def test_an_approved_leave_can_be_withdrawn_once(house):
    first = leaves(house)[0]
    assert house.office.post(f"/desk/leaves/{first.id}/withdraw/").status_code == 302
    assert house.office.post(f"/desk/leaves/{first.id}/withdraw/").status_code == 409


def test_another_town_sees_and_decides_nothing(house):
    stranger, first = house.stranger(), leaves(house)[0]
    assert stranger.get(f"/desk/sessions/{house.session_id}/leave/").status_code == 404
    assert ask(house, client=stranger).status_code == 404
    assert stranger.post(f"/desk/leaves/{first.id}/withdraw/").status_code == 409
    assert stranger.post(f"/desk/sessions/{house.session_id}/leave/from-remarks/").status_code == 404
    assert leaves(house)[0].state == "APPROVED"


def test_attendees_are_listed_and_marked_and_never_counted(house):
    address = f"/desk/sessions/{house.session_id}/attendees/"
    house.office.post(f"{address}add/", {"name": "白露", "post": "财政所所长", "standing": "BY_DECISION"})
    row = NonVotingAttendee.objects.get(name="白露")
    house.office.post(f"/desk/attendees/{row.pk}/mark/", {"is_present": "yes"})
    assert house.office.get(address).context["desk"].present == 1
    assert queries.get_attendance(house.sitting().id).congress.present == 0
    assert house.office.post(f"{address}add/", {"name": "", "standing": "BY_LAW"}).status_code == 422
    assert house.office.post(f"{address}add/", {"name": "某", "standing": "KING"}).status_code == 422
    stranger = house.stranger()
    assert stranger.post(f"/desk/attendees/{row.pk}/mark/", {"is_present": "no"}).status_code == 404
    assert stranger.post(f"{address}add/", {"name": "某", "standing": "BY_LAW"}).status_code == 404
