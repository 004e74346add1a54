"""Two chairs open or declare the same round in the same instant: one does it, the other is told."""

import pytest

from huitang.congress.ballots.rounds import RoundIsNotOpen, RoundIsOpen
from huitang.congress.elections import queries, rounds
from huitang.congress.elections.models import ElectionRound
from huitang.congress.runsheet.models import RunSheetStep
from tests.congress.ballots.test_two_at_once import side_by_side, while_uncommitted
from tests.stage import election_session

PAPERS = [("CIRCLE", "CIRCLE", "BLANK")] * 90


@pytest.fixture
def play(transactional_db):
    return about_to_elect()


def about_to_elect():
    play = election_session()
    play.conduct_until("ELECTION")
    return play


def opened(play):
    step = RunSheetStep.objects.get(deed="ELECTION")
    who = {"actor": play.chair, "now": play.clock.tick()}
    rounds.open_round(election_id=play.election_id, sitting_id=step.sitting_id, **who)


@side_by_side
def test_of_two_who_open_a_round_one_is_told_that_it_is_open(play):
    told = while_uncommitted(lambda: opened(play), lambda: opened(play))
    assert isinstance(told, RoundIsOpen)
    assert ElectionRound.objects.count() == 1


@side_by_side
def test_of_two_who_declare_one_is_told_that_it_is_declared(play):
    play.vote(PAPERS)
    held = queries.get_election(play.election_id).open_round

    def declare():
        rounds.declare_result(round_id=held.id, actor=play.chair, now=play.clock.tick())

    told = while_uncommitted(declare, declare)
    assert isinstance(told, RoundIsNotOpen)
    assert queries.get_election(play.election_id).elected == ("甲候选", "乙候选")


def test_one_after_the_other_is_told_the_same(db):
    play = about_to_elect()
    opened(play)
    with pytest.raises(RoundIsOpen):
        opened(play)
    assert ElectionRound.objects.count() == 1
