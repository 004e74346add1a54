"""The chair's page: one button, its words, its refusals; the parts a poll may and may not send again."""

import pytest
from django.test import Client

from huitang.congress.accounts.deeds import Role
from huitang.congress.runsheet.deeds import Phase
from tests.stage import Play, spring_session
from tests.web import people

HANDS = {"votes_for": "91", "votes_against": "0", "abstentions": "0", "not_voting": "0"}


@pytest.fixture
def play(db) -> Play:
    return spring_session()


@pytest.fixture
def chair(play) -> Client:
    return people.staff(play, Role.CHAIR)


def page_of(client: Client) -> str:
    answer = client.get("/chair/")
    assert answer.status_code == 200
    return answer.content.decode()


def press(client: Client, play: Play, **fields: object):
    view = play.now()
    return client.post(f"/chair/steps/{view.step.id}/do/", {"phase": view.phase, **fields})


def poll_url(html: str) -> str:
    return html.split('id="pulse" hx-get="')[1].split('"')[0].replace("&amp;", "&")


def test_the_public_is_sent_to_the_door_and_a_teller_is_refused(play):
    assert Client().get("/chair/").headers["Location"].startswith("/door/sign-in/")
    assert people.staff(play, Role.TELLER).get("/chair/").status_code == 403


def test_a_step_and_a_session_of_another_town_are_not_found(play):
    stranger = people.staff(play, Role.CHAIR, town_id=people.other_town(play))
    assert "还没有会议" in stranger.get("/chair/").content.decode()
    assert stranger.get(f"/chair/?session={play.session_id}").status_code == 404
    assert press(stranger, play).status_code == 404
    back = stranger.post("/chair/back/", {"session": play.session_id, "reason": "看错了"})
    assert back.status_code == 404
    assert play.now().step.position == 100


def test_without_a_quorum_the_button_is_off_and_the_page_says_how_many_are_missing(play, chair):
    people.seat(play, leave_out=41)
    html = page_of(chair)
    assert "还差 14 人" in html
    assert '<button class="primary" disabled>宣布开会</button>' in html
    refused = press(chair, play)
    assert refused.status_code == 409
    assert "还差14人" in refused.content.decode()


def test_with_a_quorum_the_sitting_opens_and_the_next_three_steps_are_in_sight(play, chair):
    people.seat(play)
    html = page_of(chair)
    assert '<button class="primary">宣布开会</button>' in html
    assert html.count('<li class="next">') == 3
    answer = press(chair, play)
    assert answer.status_code == 303
    assert answer.headers["Location"] == f"/chair/?session={play.session_id}"
    assert '<button class="primary">交付表决</button>' in page_of(chair)


def test_hands_are_prefilled_unanimous_and_must_add_up(play, chair):
    people.go_to(play, deed="HAND_VOTE")
    press(chair, play)
    html = page_of(chair)
    assert 'name="votes_for" value="91"' in html
    wrong = press(chair, play, **{**HANDS, "votes_against": "3"})
    assert wrong.status_code == 422
    told = wrong.content.decode()
    assert "=94，与实到91人不符" in told
    assert 'name="votes_against" value="3"' in told
    odd = press(chair, play, **{**HANDS, "abstentions": "三"})
    assert odd.status_code == 422
    assert 'value="三"' in odd.content.decode()
    assert "弃权：要填一个整数" in odd.content.decode()
    assert press(chair, play, **HANDS).status_code == 303
    assert "一致通过。" in page_of(chair)


def test_the_second_of_two_presses_gets_the_sentence_and_the_fresh_state(play, chair):
    people.seat(play)
    step_id = play.now().step.id
    assert chair.post(f"/chair/steps/{step_id}/do/", {"phase": "READY"}).status_code == 303
    second = people.staff(play, Role.OFFICE).post(f"/chair/steps/{step_id}/do/", {"phase": "READY"})
    assert second.status_code == 409
    assert "已经办过，或者还没有轮到" in second.content.decode()
    assert "交付表决" in second.content.decode()
    assert chair.get(f"/chair/steps/{step_id}/do/").status_code == 303


def test_a_poll_is_silent_while_nothing_changed_and_never_resends_the_hands_being_typed(play, chair):
    people.go_to(play, deed="HAND_VOTE")
    press(chair, play)
    url = poll_url(page_of(chair))
    assert chair.get(url).status_code == 204
    signed = play.now().attendance.present_ids[0]
    from huitang.congress.attendance import commands as attendance
    from huitang.congress.attendance.models import SignIn

    row = SignIn.objects.get(deputy_id=signed, sitting_id=play.now().sitting.id)
    attendance.sign_out_deputy(sign_in_id=row.pk, actor=play.office, now=play.clock.tick())
    changed = chair.get(url).content.decode()
    assert "#part-side" in changed
    assert "#part-deed" not in changed
    play.press(hands={name: int(number) for name, number in HANDS.items()})
    decided = chair.get(url).content.decode()
    assert "#part-deed" in decided
    assert "下一项" in decided


def test_stepping_back_wants_a_reason_and_keeps_it(play, chair):
    people.go_to(play, deed="HAND_VOTE")
    press(chair, play)
    refused = chair.post("/chair/back/", {"session": play.session_id, "reason": " "})
    assert refused.status_code == 422
    assert "理由" in refused.content.decode().split('class="notice refusal"')[1].split("</section>")[0]
    done = chair.post("/chair/back/", {"session": play.session_id, "reason": "清点有误"})
    assert done.status_code == 303
    assert play.now().phase is Phase.READY
    assert "已经退回一步" in page_of(chair)


def test_a_missing_list_of_scrutineers_is_told_before_the_ballot_with_the_place_that_mends_it(play, chair):
    people.go_to(play, deed="HAND_VOTE", title="监票人")
    from huitang.congress.runsheet import commands as runsheet

    runsheet.skip_step(step_id=play.now().step.id, reason="漏了", actor=play.office, now=play.clock.tick())
    html = page_of(chair)
    assert "监票人名单还没有经大会通过" in html
    assert "请会议办公室到“监票人名单”办理" in html
    assert '<button class="primary" disabled>开始票决</button>' in html
    office = people.staff(play, Role.OFFICE)
    assert f'href="/desk/sessions/{play.session_id}/scrutineers/"' in page_of(office)


def election(play: Play, chair: Client) -> int:
    """Up to the open election, the papers not yet out; returns the ballot."""
    people.go_to(play, deed="PROJECT_VOTE")
    play.press()
    play.count(play.now().ballot.id, [("CIRCLE",) * 10 + ("BLANK",) * 2] * 91)
    play.press()
    people.go_to(play, deed="ELECTION")
    press(chair, play)
    return play.now().ballot.id


def test_while_papers_are_out_the_chair_has_no_button_and_sees_no_result(play, chair):
    ballot_id = election(play, chair)
    html = page_of(chair)
    assert "正在发票" in html
    assert 'class="primary"' not in html
    refused = press(chair, play)
    assert refused.status_code == 409
    play.count(ballot_id, [("CIRCLE",)] * 40 + [("CROSS",)] * 51)
    counted = page_of(chair)
    assert "陆文清<b>40</b>票" in counted
    assert '<button class="primary">宣布结果</button>' in counted


def test_too_few_elected_leads_through_the_congress_to_a_further_election(play, chair):
    play_on = election(play, chair)
    play.count(play_on, [("CIRCLE",)] * 40 + [("CROSS",)] * 51)
    press(chair, play)
    assert "把“本次会议另行选举”交付表决" in page_of(chair)
    assert press(chair, play).status_code == 409
    assert press(chair, play, choice="FURTHER").status_code == 303
    assert play.now().step.deed == "HAND_VOTE"
    press(chair, play)
    press(chair, play, **HANDS)
    press(chair, play)
    html = page_of(chair)
    assert '<input type="checkbox" name="candidates" value="陆文清" checked>' in html
    assert press(chair, play, candidates=["陆文清"]).status_code == 303
    play.count(play.now().ballot.id, [("CIRCLE",)] * 91)
    press(chair, play)
    assert "陆文清当选" in page_of(chair)


def test_when_the_congress_says_no_the_seat_is_left_open(play, chair):
    play.count(election(play, chair), [("CROSS",)] * 91)
    press(chair, play)
    press(chair, play, choice="FURTHER")
    press(chair, play)
    press(chair, play, **{**HANDS, "votes_for": "0", "votes_against": "91"})
    press(chair, play)
    html = page_of(chair)
    assert "大会没有同意在本次会议上另行选举" in html
    assert "开始另行选举" not in html
    assert press(chair, play, choice="LEAVE").status_code == 303
    assert play.now().step.title == "宪法宣誓"


def test_an_election_cannot_be_left_while_it_is_not_short(play, chair):
    people.go_to(play, deed="PROJECT_VOTE")
    step = play.now().step
    press(chair, play, choice="LEAVE")
    assert play.now().step.id == step.id
    assert play.now().phase is Phase.ISSUING
    assert press(chair, play, choice="LEAVE").status_code == 409


def test_a_void_round_is_declared_and_held_again(play, chair):
    ballot_id = election(play, chair)
    from huitang.congress.ballots import commands as ballots

    who = {"actor": play.tellers[0], "ballot_id": ballot_id}
    ballots.issue_papers(papers_issued=91, now=play.clock.tick(), **who)
    ballots.collect_papers(papers_collected=92, now=play.clock.tick(), **who)
    assert "宣布本轮无效" in page_of(chair)
    press(chair, play)
    assert '<button class="primary">重新投票</button>' in page_of(chair)


def test_every_page_speaks_english_too(play, chair):
    chair.cookies["django_language"] = "en"
    assert chair.get("/chair/").status_code == 200


def test_the_announcement_tells_who_won_in_which_round(play, chair):
    from huitang.congress.documents import queries as documents

    play.count(election(play, chair), [("CIRCLE",)] * 40 + [("CROSS",)] * 51)
    press(chair, play)
    press(chair, play, choice="FURTHER")
    press(chair, play)
    press(chair, play, **HANDS)
    press(chair, play)
    press(chair, play, candidates=["陆文清"])
    play.count(play.now().ballot.id, [("CIRCLE",)] * 91)
    press(chair, play)
    text = next(draft for draft in documents.list_drafts(play.session_id) if draft.subject.startswith("election:"))
    tables = [block for block in text.blocks if block["type"] == "table"]
    assert [(one["caption"], one["rows"]) for one in tables] == [
        ("得票情况", [["陆文清", "40", "未当选"]]),
        ("得票情况（另行选举）", [["陆文清", "91", "当选"]]),
    ]
