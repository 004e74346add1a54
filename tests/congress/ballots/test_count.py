"""Two people read every paper; what they differ on is listed and resolved; nothing leads to a voter."""

import pytest

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Role
from huitang.congress.ballots import commands, queries
from huitang.rules.ballot import BallotMethod

FOR, AGAINST, BLANK = "CIRCLE", "CROSS", "BLANK"


@pytest.fixture
def tellers(town):
    return [Actor(town.pk, town.code, f"计票人{n}", Role.TELLER, account_id=n) for n in range(1, 4)]


@pytest.fixture
def ballot(tellers, now):
    method = BallotMethod(candidates=("甲", "乙"), seats=1)
    ballot = commands.open_ballot(title="选举票", method=method, voters=5)
    commands.issue_papers(ballot_id=ballot, papers_issued=4, actor=tellers[0], now=now)
    commands.collect_papers(ballot_id=ballot, papers_collected=3, actor=tellers[0], now=now)
    return ballot


def enter(ballot, teller, number, *marks, now, write_ins=()):
    return commands.enter_sheet(
        ballot_id=ballot, number=number, marks=marks, write_ins=write_ins, sealed=True, actor=teller, now=now
    )


def test_equal_readings_agree_and_different_ones_wait_for_the_scrutineers(ballot, tellers, now):
    assert enter(ballot, tellers[0], 1, FOR, BLANK, now=now) is None
    assert enter(ballot, tellers[1], 1, FOR, BLANK, now=now) is True
    enter(ballot, tellers[0], 2, FOR, AGAINST, now=now)
    assert enter(ballot, tellers[1], 2, AGAINST, FOR, now=now) is False
    assert queries.get_progress(ballot, who="").differing == (2,)
    with pytest.raises(commands.SheetsAreWaiting) as refused:
        commands.finish_count(ballot_id=ballot, actor=tellers[0], now=now)
    assert (refused.value.facts["waiting"], refused.value.facts["differing"]) == (1, 1)


def test_a_resolved_difference_counts_as_decided_and_keeps_its_reason_in_the_journal(ballot, tellers, now):
    for number, marks in ((1, (FOR, BLANK)), (3, (BLANK, FOR))):
        for teller in tellers[:2]:
            enter(ballot, teller, number, *marks, now=now)
    enter(ballot, tellers[0], 2, FOR, AGAINST, now=now)
    enter(ballot, tellers[1], 2, FOR, BLANK, now=now)
    resolve = {"ballot_id": ballot, "number": 2, "write_ins": (), "sealed": True, "actor": tellers[0], "now": now}
    with pytest.raises(commands.ReasonIsMissing):
        commands.resolve_sheet(marks=(FOR, AGAINST), reason=" ", **resolve)
    commands.resolve_sheet(marks=(FOR, AGAINST), reason="第二行有叉", **resolve)
    commands.finish_count(ballot_id=ballot, actor=tellers[0], now=now)
    tally = queries.get_tally(ballot)
    assert [(c.candidate_key, c.votes_for, c.votes_against) for c in tally.candidates] == [("甲", 2, 0), ("乙", 1, 1)]


def test_a_third_teller_is_refused_and_nobody_reads_twice(ballot, tellers, now):
    enter(ballot, tellers[0], 1, FOR, BLANK, now=now)
    enter(ballot, tellers[0], 1, BLANK, FOR, now=now)  # corrects the own reading, is no second one
    enter(ballot, tellers[1], 2, FOR, BLANK, now=now)
    assert queries.get_progress(ballot, who="").agreed == 0
    with pytest.raises(commands.BothSeatsAreTaken):
        enter(ballot, tellers[2], 1, FOR, BLANK, now=now)


def test_a_difference_cannot_be_made_to_vanish_by_a_teller_who_looks_at_the_other_reading(ballot, tellers, now):
    enter(ballot, tellers[0], 1, FOR, BLANK, now=now)
    enter(ballot, tellers[1], 1, BLANK, FOR, now=now)
    with pytest.raises(commands.SheetIsInDispute):
        enter(ballot, tellers[1], 1, FOR, BLANK, now=now)
    assert queries.get_progress(ballot, who="").differing == (1,)


def test_an_agreed_paper_can_no_longer_be_changed_by_a_teller(ballot, tellers, now):
    for teller in tellers[:2]:
        enter(ballot, teller, 1, FOR, BLANK, now=now)
    with pytest.raises(commands.SheetIsSettled):
        enter(ballot, tellers[0], 1, BLANK, BLANK, now=now)


@pytest.mark.parametrize("marks", [(FOR,), (FOR, BLANK, BLANK), (FOR, "HEART")])
def test_a_paper_with_the_wrong_lines_or_marks_is_refused_whole(ballot, tellers, now, marks):
    with pytest.raises(commands.papers.PaperIsUnreadable):
        enter(ballot, tellers[0], 1, *marks, now=now)
    assert queries.get_progress(ballot, who="").read_first == 0


def test_a_sheet_beyond_the_pile_is_refused(ballot, tellers, now):
    with pytest.raises(commands.SheetIsUnknown):
        enter(ballot, tellers[0], 4, FOR, BLANK, now=now)


def test_more_papers_than_voters_are_not_issued(tellers, now):
    ballot = commands.open_ballot(title="票", method=BallotMethod(candidates=("甲",), seats=1), voters=5)
    with pytest.raises(commands.TooManyPapers):
        commands.issue_papers(ballot_id=ballot, papers_issued=6, actor=tellers[0], now=now)
    commands.issue_papers(ballot_id=ballot, papers_issued=5, actor=tellers[0], now=now)
    with pytest.raises(commands.BallotHasMovedOn):
        commands.issue_papers(ballot_id=ballot, papers_issued=5, actor=tellers[0], now=now)


def test_the_box_is_counted_again_only_while_no_paper_is_read(ballot, tellers, now):
    commands.count_box_again(ballot_id=ballot, reason="数错了", actor=tellers[0], now=now)
    assert commands.collect_papers(ballot_id=ballot, papers_collected=4, actor=tellers[0], now=now)
    enter(ballot, tellers[0], 4, FOR, BLANK, now=now)
    with pytest.raises(commands.CountHasBegun):
        commands.count_box_again(ballot_id=ballot, reason="又数错了", actor=tellers[0], now=now)
