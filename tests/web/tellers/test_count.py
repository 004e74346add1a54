"""The tellers' room: papers out, papers in, two readings, differences, the end of the count."""

import pytest

from huitang.congress.accounts.deeds import Role
from huitang.congress.ballots import commands as ballots
from huitang.congress.ballots import queries

HX = {"HX-Request": "true"}
FEW = {f"mark_{line}": "CIRCLE" for line in range(1, 11)}
LATE = {f"mark_{line}": "CIRCLE" for line in range(3, 13)}


def begin(house, *, issued=3, collected=3):
    """A project ballot with a few papers; 91 deputies are present."""
    house.run_to("PROJECT_VOTE", "ISSUING")
    key = house.play.now().ballot.id
    post(house.teller_a, key, "issue", papers_issued=issued)
    if collected is not None:
        post(house.teller_a, key, "collect", papers_collected=collected)
    return key


def post(client, key, deed, *, headers=None, **form):
    return client.post(f"/tellers/ballots/{key}/{deed}/", form, headers=headers or {})


def enter(client, key, number, form=FEW, **more):
    return post(client, key, f"sheets/{number}/enter", headers=HX, **form, **more)


@pytest.fixture
def counting(house):
    return begin(house)


def test_papers_go_out_and_come_in_and_more_than_present_is_refused(house):
    key = begin(house, issued=92, collected=None)
    refused = post(house.teller_a, key, "issue", papers_issued=92)
    assert refused.status_code == 409
    assert "实到91人" in refused.content.decode()
    assert 'value="92"' in refused.content.decode()
    assert post(house.teller_a, key, "issue", papers_issued="很多").status_code == 422
    assert post(house.teller_a, key, "issue", papers_issued=91).status_code == 302
    twice = post(house.teller_b, key, "issue", papers_issued=90)
    assert twice.status_code == 409
    assert "已经到了下一步" in twice.content.decode()
    assert queries.get_ballot(key).papers_issued == 91


def test_more_papers_than_issued_are_asked_about_once_more_and_then_void_the_round(house):
    key = begin(house, collected=None)
    asked = post(house.teller_a, key, "collect", papers_collected=4)
    assert "本轮作废" in asked.content.decode()
    assert queries.get_ballot(key).state == "ISSUED"
    assert post(house.teller_a, key, "collect", papers_collected=4, confirm="yes").status_code == 302
    assert queries.get_ballot(key).state == "VOID"
    sheet = house.teller_a.get(f"/tellers/ballots/{key}/tally/").content.decode()
    assert "本轮投票无效，应当重新投票" in sheet
    assert post(house.teller_a, key, "recount", reason="").status_code == 422
    assert post(house.teller_a, key, "recount", reason="一张是废纸").status_code == 302
    assert queries.get_ballot(key).state == "ISSUED"


def test_two_tellers_read_every_paper_and_the_count_is_finished(house, counting):
    for number in (1, 2, 3):
        answer = enter(house.teller_a, counting, number)
        assert answer.status_code == 200
    assert "您的一遍已经录完" in answer.content.decode()
    assert post(house.teller_a, counting, "finish").status_code == 409
    for number in (1, 2, 3):
        answer = enter(house.teller_b, counting, number)
    assert "结束计票" in answer.content.decode()
    assert post(house.teller_a, counting, "finish").status_code == 302
    assert queries.get_ballot(counting).state == "COUNTED"
    again = post(house.teller_b, counting, "finish")
    assert again.status_code == 409


def test_no_running_total_is_shown_while_papers_are_read(house, counting):
    for number in (1, 2):
        enter(house.teller_a, counting, number)
        shown = enter(house.teller_b, counting, number).content.decode()
    assert "得票" not in shown
    early = house.office.get(f"/tellers/ballots/{counting}/tally/").content.decode()
    assert "计票尚未结束" in early
    assert "得票" not in early


def test_one_teller_cannot_give_both_readings_and_a_third_is_refused(house, counting):
    enter(house.teller_a, counting, 1)
    enter(house.teller_a, counting, 1, LATE)
    progress = queries.get_progress(counting, who="")
    assert (progress.read_first, progress.read_second) == (1, 0)
    enter(house.teller_b, counting, 1)
    third = house.login("c", "丙", Role.TELLER)
    refused = enter(third, counting, 2)
    assert refused.status_code == 409
    assert "甲、乙" in refused.content.decode()
    assert "第三个人不能再录" in third.get(f"/tellers/ballots/{counting}/").content.decode()
    assert enter(house.office, counting, 2).status_code == 403


def test_a_teller_corrects_the_paper_before_and_sees_only_the_own_reading(house, counting):
    enter(house.teller_b, counting, 1, LATE)
    shown = house.teller_b.get(f"/tellers/ballots/{counting}/", {"sheet": 1})
    assert [line.is_chosen for line in shown.context["lines"]] == [False] * 2 + [True] * 10
    answer = enter(house.teller_b, counting, 1)
    assert answer.context["desk"].sheet == 2
    enter(house.teller_a, counting, 1)
    assert queries.get_progress(counting, who="").agreed == 1
    settled = enter(house.teller_b, counting, 1, LATE)
    assert settled.status_code == 409
    assert "不能再改" in settled.content.decode()


def test_differing_readings_are_laid_side_by_side_and_settled_with_a_reason(house, counting):
    enter(house.teller_a, counting, 2)
    enter(house.teller_b, counting, 2, LATE)
    page = house.teller_a.get(f"/tellers/ballots/{counting}/differences/")
    assert sum(differs for *_line, differs in page.context["rows"]) == 4
    refused = post(house.office, counting, "sheets/2/resolve", **LATE)
    assert refused.status_code == 422
    assert "写明认定的理由" in refused.content.decode()
    assert [line.is_chosen for line in refused.context["lines"]] == [False] * 2 + [True] * 10
    assert post(house.office, counting, "sheets/2/resolve", reason="对照原票", **LATE).status_code == 302
    assert queries.list_differences(counting)[0].is_settled
    assert post(house.office, counting, "sheets/3/resolve", reason="没有录完", **LATE).status_code == 404


def test_a_sheet_that_was_never_collected_is_not_found(house, counting):
    assert enter(house.teller_a, counting, 4).status_code == 404
    assert house.teller_a.get(f"/tellers/ballots/{counting}/", {"sheet": 4}).status_code == 404


def test_too_many_projects_are_entered_as_they_stand_and_void_the_paper(house):
    key = begin(house, issued=1, collected=1)
    everything = {f"mark_{line}": "CIRCLE" for line in range(1, 13)}
    for client in (house.teller_a, house.teller_b):
        enter(client, key, 1, everything)
    post(house.teller_a, key, "finish")
    tally = house.teller_a.get(f"/tellers/ballots/{key}/tally/").context["sheet"].tally
    assert (tally.papers_valid, tally.papers_void) == (0, 1)


def test_an_election_paper_takes_marks_a_write_in_and_a_missing_seal(house):
    house.run_to("ELECTION", "ISSUING")
    key = house.play.now().ballot.id
    post(house.teller_a, key, "issue", papers_issued=3)
    post(house.teller_a, key, "collect", papers_collected=2)
    unmarked = enter(house.teller_a, key, 1, {})
    assert unmarked.status_code == 422
    assert "第1行" in unmarked.content.decode()
    for client in (house.teller_a, house.teller_b):
        enter(client, key, 1, {"mark_1": "CIRCLE"})
        enter(client, key, 2, {"mark_1": "CROSS"}, write_in="白 露", sealed="no")
    post(house.teller_a, key, "finish")
    page = house.office.get(f"/tellers/ballots/{key}/tally/")
    tally = page.context["sheet"].tally
    assert [(line.votes_for, line.votes_against) for line in tally.lines] == [(1, 1)]
    assert (tally.write_ins, tally.papers_not_returned) == ((("白露", 1, ""),), 1)
    for words in ("应到", "95", "总监票人", "《地方组织法》第二十五条", "另选他人：白露"):
        assert words in page.content.decode()
    assert post(house.teller_a, key, "count-again", reason="再看第二张").status_code == 302
    assert queries.get_ballot(key).state == "COUNTING"


def test_a_name_two_deputies_bear_is_asked_about_and_given_to_neither_when_nobody_can_tell(house):
    house.run_to("ELECTION", "ISSUING")
    key = house.play.now().ballot.id
    post(house.teller_a, key, "issue", papers_issued=2)
    post(house.teller_a, key, "collect", papers_collected=2)
    asked = enter(house.teller_a, key, 1, {"mark_1": "CROSS"}, write_in="王 伟")
    text = asked.content.decode()
    assert asked.status_code == 422
    assert "票上写的“王伟”不能只录姓名：王伟（第一代表团）、王伟（第三代表团）。" in text
    choices = ("王伟（第一代表团）", "王伟（第三代表团）", "王伟（辨认不清）")
    assert [text.count(f'<option value="{called}">{called}</option>') for called in choices] == [1, 1, 1]
    for client in (house.teller_a, house.teller_b):
        assert enter(client, key, 1, {"mark_1": "CROSS"}, write_in="王伟(第三代表团)").status_code == 200
        assert enter(client, key, 2, {"mark_1": "CROSS"}, write_in="王伟（辨认不清）").status_code == 200
    post(house.teller_a, key, "finish")
    page = house.office.get(f"/tellers/ballots/{key}/tally/")
    tally = page.context["sheet"].tally
    assert (tally.write_ins, tally.void_write_ins) == ((("王伟（第三代表团）", 1, ""),), (("王伟（辨认不清）", 1),))
    assert "另选无效：王伟（辨认不清）" in page.content.decode()


def test_the_list_shows_the_ballots_of_the_session(house, counting):
    page = house.teller_a.get("/tellers/")
    assert [line.ballot.id for line in page.context["found"].lines] == [counting]
    assert house.chair.get("/tellers/").status_code == 200


def test_a_poll_says_nothing_until_something_happens_and_reloads_at_the_next_step(house, counting):
    address = f"/tellers/ballots/{counting}/progress/"
    version = house.teller_a.get(f"/tellers/ballots/{counting}/").context["desk"].version
    assert house.teller_a.get(address, {"seen": version, "state": "COUNTING"}).status_code == 204
    enter(house.teller_b, counting, 1)
    news = house.teller_a.get(address, {"seen": version, "state": "COUNTING"})
    assert "1/3" in news.content.decode()
    moved = house.teller_a.get(address, {"seen": version, "state": "ISSUED"})
    assert moved.headers["HX-Refresh"] == "true"


def test_another_town_and_the_public_reach_no_ballot(house, counting):
    stranger = house.stranger()
    for page in ("", "differences/", "tally/", "progress/"):
        address = f"/tellers/ballots/{counting}/{page}"
        assert stranger.get(address).status_code == 404
        assert house.public.get(address).status_code == 302
    for deed in ("issue", "collect", "recount", "finish", "count-again"):
        form = {"papers_issued": 1, "papers_collected": 1, "reason": "x"}
        assert post(stranger, counting, deed, **form).status_code == 404
    assert post(stranger, counting, "sheets/1/resolve", reason="x", **FEW).status_code == 404
    with pytest.raises(ballots.BallotIsUnknown):
        ballots._ballot(counting, house.play.office.__class__(0, "x", "x", Role.OFFICE))
