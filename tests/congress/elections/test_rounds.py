"""Void, tied and short rounds are rounds of their own, and each leads to the lawful next one."""

import pytest

from huitang.congress.ballots import commands as ballots
from huitang.congress.ballots.rounds import CountIsNotFinished, RoundIsNotOpen
from huitang.congress.elections import commands, queries, refusals, rounds
from huitang.congress.resolutions.commands import Matter
from huitang.congress.runsheet import commands as runsheet
from huitang.congress.runsheet.deeds import Phase
from huitang.congress.scrutiny import commands as scrutiny
from huitang.congress.scrutiny import queries as scrutiny_rows
from tests.stage import election_session

FOR, AGAINST, BLANK = "CIRCLE", "CROSS", "BLANK"


@pytest.fixture
def play(db):
    return election_session()


def papers(*rows):
    return [marks for number, marks in rows for _ in range(number)]


def test_two_seats_are_filled_by_the_two_with_most_votes_of_a_majority_of_all(play):
    play.conduct_until("ELECTION")
    play.vote(papers((60, (FOR, FOR, BLANK)), (35, (FOR, BLANK, FOR))))
    play.press()
    election = queries.get_election(play.election_id)
    assert election.elected == ("甲候选", "乙候选")
    assert election.last_round.outcome["votes_needed"] == 48
    assert play.now().phase is Phase.DECIDED


def test_more_papers_collected_than_issued_void_the_round_and_the_same_people_stand_again(play):
    play.conduct_until("ELECTION")
    play.press()
    ballot = play.now().ballot.id
    ballots.issue_papers(ballot_id=ballot, papers_issued=94, actor=play.tellers[0], now=play.clock.tick())
    assert not ballots.collect_papers(
        ballot_id=ballot, papers_collected=95, actor=play.tellers[0], now=play.clock.tick()
    )
    assert play.now().phase is Phase.VOID
    play.press()
    election = queries.get_election(play.election_id)
    assert (election.elected, election.next_round.kind, election.next_round.seats) == ((), "VOTE_AGAIN", 2)
    assert play.now().phase is Phase.AGAIN
    play.vote(papers((95, (FOR, FOR, BLANK))))
    play.press()
    assert queries.get_election(play.election_id).elected == ("甲候选", "乙候选")


def test_equal_votes_above_the_majority_are_a_tie_and_more_votes_win_the_second_vote(play):
    play.conduct_until("ELECTION")
    # 甲 93; 乙 and 丙 48 each: both have the majority of all 95, one seat is left
    rows = papers((47, (FOR, FOR, BLANK)), (46, (FOR, BLANK, FOR)), (1, (BLANK, FOR, FOR)), (1, (BLANK, BLANK, FOR)))
    play.vote(rows)
    play.press()
    election = queries.get_election(play.election_id)
    assert election.elected == ("甲候选",)
    assert (election.next_round.kind, election.next_round.seats) == ("TIE_BALLOT", 1)
    assert election.next_round.candidates == ("丙候选", "乙候选")
    play.vote(papers((40, (FOR, BLANK)), (47, (BLANK, FOR)), (8, (BLANK, BLANK))))
    play.press()
    # 47 is no majority of all, and need not be (ZZF 29(1)); the method may ask for it
    assert queries.get_election(play.election_id).elected == ("甲候选", "乙候选")


def test_too_few_elected_leads_to_the_congress_deciding_on_a_further_election(play):
    play.conduct_until("ELECTION")
    play.vote(papers((60, (FOR, BLANK, BLANK)), (35, (BLANK, FOR, BLANK))))
    play.press()
    assert queries.get_election(play.election_id).elected == ("甲候选",)
    assert play.now().phase is Phase.SHORT
    with pytest.raises(refusals.CongressMustDecide):
        play.press()
    play.press(choice="FURTHER")
    view = play.now()
    assert (view.step.deed, view.hand_vote.matter) == ("HAND_VOTE", Matter.FURTHER_ELECTION)
    for hands in ({}, {"votes_for": 95, "votes_against": 0, "abstentions": 0, "not_voting": 0}, {}):
        play.press(hands=hands)
    play.press(candidates=("乙候选",))
    play.count(play.now().ballot.id, papers((70, (FOR,)), (25, (AGAINST,))))
    play.press()
    election = queries.get_election(play.election_id)
    assert election.elected == ("甲候选", "乙候选")
    assert [held.kind for held in election.rounds] == ["FIRST", "FURTHER"]


def test_the_seats_left_may_wait_for_the_next_session(play):
    play.conduct_until("ELECTION")
    play.vote(papers((60, (FOR, BLANK, BLANK)), (35, (BLANK, FOR, BLANK))))
    play.press()
    play.press(choice="LEAVE")
    assert play.now().step.deed != "ELECTION"


def test_a_write_in_counts_only_beside_a_vote_against_and_competes_on_equal_terms(play):
    play.conduct_until("ELECTION")
    rows = papers((50, (FOR, AGAINST, BLANK)), (30, (FOR, BLANK, BLANK)), (15, (BLANK, FOR, BLANK)))
    write_ins = dict.fromkeys(range(1, 81), ("林丁",))
    play.vote(rows, write_ins)
    play.press()
    election = queries.get_election(play.election_id)
    assert election.elected == ("甲候选", "林丁")
    assert election.last_round.outcome["tally"]["void_write_ins"] == [["林丁", 30]]


def test_a_round_cannot_be_declared_twice_nor_before_the_count(play):
    play.conduct_until("ELECTION")
    play.press()
    held = queries.get_election(play.election_id).open_round
    with pytest.raises(CountIsNotFinished):
        rounds.declare_result(round_id=held.id, actor=play.chair, now=play.clock.tick())
    play.count(held.ballot.id, papers((95, (FOR, FOR, BLANK))))
    rounds.declare_result(round_id=held.id, actor=play.chair, now=play.clock.tick())
    with pytest.raises(RoundIsNotOpen):
        rounds.declare_result(round_id=held.id, actor=play.chair, now=play.clock.tick())


def test_no_round_opens_without_an_adopted_method_and_adopted_scrutineers(play):
    sitting = play.conduct_until("HAND_VOTE").sitting
    with pytest.raises(refusals.MethodIsNotAdopted):
        rounds.open_round(election_id=play.election_id, sitting_id=sitting.id, actor=play.chair, now=play.clock.tick())


def test_a_scrutineer_who_is_a_candidates_declared_relative_stops_the_round(play):
    relative = scrutiny_rows.get_scrutiny(play.session_id).scrutineers[1].name
    scrutiny.declare_relative(
        session_id=play.session_id,
        candidate_name="甲候选",
        relative_name=relative,
        relation="配偶",
        actor=play.office,
        now=play.clock.tick(),
    )
    play.conduct_until("ELECTION")
    with pytest.raises(refusals.ScrutineerCollides) as refused:
        play.press()
    assert relative in str(refused.value)


def test_a_declared_election_cannot_be_stepped_back(play):
    play.conduct_until("ELECTION")
    play.vote(papers((95, (FOR, FOR, BLANK))))
    play.press()
    with pytest.raises(runsheet.refusals.ResultStands):
        runsheet.step_back(session_id=play.session_id, reason="看错", actor=play.chair, now=play.clock.tick())


@pytest.mark.parametrize(
    ("names", "seats"),
    [(("甲候选",), 2), (("甲候选", "乙候选", "丙候选"), 1)],
)
def test_candidates_are_counted_by_the_law_before_they_are_fixed(db, names, seats):
    if len(names) < seats:
        with pytest.raises(refusals.CandidatesAreWrong):
            election_session(seats=seats, names=names)
    else:
        assert queries.get_election(election_session(seats=seats, names=names).election_id).candidates_fixed_at


def test_nine_signers_are_too_few_for_a_joint_nomination(db):
    play = election_session()
    commands.reopen_nominations(
        election_id=play.election_id, reason="增加提名", actor=play.office, now=play.clock.tick()
    )
    commands.nominate(
        election_id=play.election_id,
        name="丁候选",
        deputy_id=None,
        by_presidium=False,
        signers=tuple(range(1, 10)),
        about="",
        actor=play.office,
        now=play.clock.tick(),
    )
    with pytest.raises(refusals.NominationIsNotLawful) as refused:
        commands.close_nominations(election_id=play.election_id, actor=play.office, now=play.clock.tick())
    assert "丁候选" in str(refused.value)
