"""One button: what it does, what it refuses, and how a step is taken back."""

import pytest

from huitang.congress.attendance.commands import QuorumIsNotMet
from huitang.congress.journal import queries as journal
from huitang.congress.resolutions import commands as resolutions
from huitang.congress.resolutions import queries as votes
from huitang.congress.runsheet import commands, refusals
from huitang.congress.runsheet.commands import Press
from huitang.congress.runsheet.deeds import Phase
from tests.stage import election_session


@pytest.fixture
def play(db):
    return election_session()


def test_no_meeting_of_all_deputies_opens_below_two_thirds(play):
    view = play.now()
    assert not view.attendance.is_quorate
    with pytest.raises(QuorumIsNotMet) as refused:
        play.press()
    assert refused.value.facts == {"present": 0, "due": 95, "required": 64, "missing": 64}
    assert "法定人数" in view.step.words or "不足" in view.step.words


def test_the_words_carry_the_true_numbers(play):
    view = play.now()
    play.seat_everybody(view.sitting.id)
    words = play.now().step.words
    assert "应到代表95名" in words
    assert "实到代表95名" in words
    assert "符合法定人数" in words


def test_two_people_pressing_the_same_button_do_it_once(play):
    play.seat_everybody(play.now().sitting.id)
    step = play.now().step
    press = Press(actor=play.chair, now=play.clock.tick(), phase=Phase.READY)
    commands.perform(step_id=step.id, press=press)
    with pytest.raises(refusals.StepIsNotCurrent):
        commands.perform(step_id=step.id, press=press)


def test_a_button_pressed_on_an_old_page_does_nothing(play):
    view = play.conduct_until("HAND_VOTE")
    play.press()
    with pytest.raises(refusals.PhaseHasChanged):
        commands.perform(step_id=view.step.id, press=Press(actor=play.chair, now=play.clock.tick(), phase=Phase.READY))


def test_hands_that_do_not_add_up_to_those_present_are_refused_with_the_sum(play):
    play.conduct_until("HAND_VOTE")
    play.press()
    with pytest.raises(resolutions.CountsDoNotAddUp) as refused:
        play.press(hands={"votes_for": 90, "votes_against": 3, "abstentions": 0, "not_voting": 0})
    assert refused.value.facts["total"] == 93
    assert play.now().phase is Phase.OPEN


def test_half_of_all_is_not_passed_although_most_present_are_for(play):
    play.conduct_until("HAND_VOTE")
    play.press()
    play.press(hands={"votes_for": 47, "votes_against": 1, "abstentions": 0, "not_voting": 47})
    assert play.now().result.is_good is False
    assert play.now().result.needed == 48


def test_stepping_back_annuls_the_vote_keeps_it_and_makes_a_new_one_ready(play):
    view = play.conduct_until("HAND_VOTE")
    play.press()
    play.press(hands=play.all_hands(play.now()))
    commands.step_back(session_id=play.session_id, reason="清点有误", actor=play.chair, now=play.clock.tick())
    again = play.now()
    assert (again.step.id, again.phase) == (view.step.id, Phase.READY)
    old = votes.get_vote(view.hand_vote.id)
    assert (old.state, old.annulled_because) == ("ANNULLED", "清点有误")
    assert again.hand_vote.id != old.id


def test_stepping_back_needs_a_reason_and_is_written_down(play):
    play.conduct_until("HAND_VOTE")
    with pytest.raises(refusals.ReasonIsMissing):
        commands.step_back(session_id=play.session_id, reason=" ", actor=play.chair, now=play.clock.tick())
    commands.step_back(session_id=play.session_id, reason="主持人请求", actor=play.chair, now=play.clock.tick())
    assert play.now().step.deed == "OPEN_SITTING"
    assert play.now().sitting.stage == "PLANNED"
    entry = journal.list_entries(chain="qinghe", limit=1)[0]
    assert (entry.event, entry.facts["reason"]) == ("runsheet.stepped_back", "主持人请求")


def test_the_electorate_is_frozen_when_the_vote_opens(play):
    from huitang.congress.attendance import commands as attendance
    from huitang.congress.attendance import queries as present

    view = play.conduct_until("HAND_VOTE")
    play.press()
    gone = present.list_recent_sign_ins(view.sitting.id, limit=1)[0]
    attendance.sign_out_deputy(sign_in_id=gone.id, actor=play.office, now=play.clock.tick())
    assert play.now().hand_vote.present == 95
    with pytest.raises(resolutions.CountsDoNotAddUp):
        play.press(hands={"votes_for": 94, "votes_against": 0, "abstentions": 0, "not_voting": 0})


def test_a_deputy_may_not_press_the_chairs_button(play):
    from huitang.congress.accounts.actor import Actor, DeedIsNotYours
    from huitang.congress.accounts.deeds import Role

    deputy = Actor(play.town_id, "qinghe", "代表", Role.DEPUTY, deputy_id=1)
    step = play.now().step
    with pytest.raises(DeedIsNotYours):
        commands.perform(step_id=step.id, press=Press(actor=deputy, now=play.clock.tick(), phase=Phase.READY))
