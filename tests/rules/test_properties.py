"""What must hold for every count, whatever the numbers."""

import random
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from huitang.rules import (
    ballot,
    deadline,
    election,
    majority,
    mandate,
    project_vote,
    quorum,
    rating,
    resolution,
    tally,
    tie_vote,
)
from huitang.rules.ballot import BallotMethod, BallotState, Mark, Paper, RawMark, WriteIn
from huitang.rules.election import ElectionOutcome, ElectionState, Votes
from huitang.rules.project_papers import ProjectMode

NAMES = ("陈", "李", "王", "赵", "周")


@st.composite
def rounds(draw: st.DrawFn) -> dict[str, Any]:
    n = draw(st.integers(1, 160))
    present = draw(st.integers(majority.two_thirds(n), n))
    collected = draw(st.integers(0, present))
    void = draw(st.integers(0, collected))
    seats = draw(st.integers(1, 3))
    valid = collected - void
    left = seats * valid
    votes = []
    for name in NAMES[: draw(st.integers(1, 5))]:
        number = draw(st.integers(0, min(valid, left)))
        left -= number
        votes.append(Votes(name, number))
    return {
        "deputies_in_office": n,
        "deputies_present": present,
        "papers_issued": present,
        "papers_collected": collected,
        "valid_papers": valid,
        "void_papers": void,
        "seats": seats,
        "votes": tuple(votes),
    }


def decide(facts: dict[str, Any]) -> ElectionOutcome:
    return election.decide_election(**facts)


def votes_of(facts: dict[str, Any]) -> dict[str, int]:
    votes = facts["votes"]
    assert isinstance(votes, tuple)
    return {v.candidate_key: v.votes_for for v in votes}


def number(facts: dict[str, Any], name: str) -> int:
    value = facts[name]
    assert isinstance(value, int)
    return value


@given(rounds())
def test_nobody_wins_or_ties_without_a_majority_of_all_deputies(facts: dict[str, Any]) -> None:
    outcome, votes = decide(facts), votes_of(facts)
    for key in (*outcome.elected, *outcome.tied):
        assert 2 * votes[key] > number(facts, "deputies_in_office")


@given(rounds(), st.randoms(use_true_random=False))
def test_the_order_of_candidates_never_changes_an_outcome(facts: dict[str, Any], dice: random.Random) -> None:
    votes = facts["votes"]
    assert isinstance(votes, tuple)
    shuffled = list(votes)
    dice.shuffle(shuffled)
    assert decide({**facts, "votes": tuple(shuffled)}) == decide(facts)


@given(rounds())
def test_one_more_vote_for_a_winner_never_unseats_them(facts: dict[str, Any]) -> None:
    outcome = decide(facts)
    valid = number(facts, "valid_papers")
    for winner in outcome.elected:
        more = tuple(replace(v, votes_for=v.votes_for + 1) if v.candidate_key == winner else v for v in facts["votes"])
        raised = decide({**facts, "votes": more})
        if raised.state is ElectionState.COUNT_ERROR:
            assert sum(v.votes_for for v in more) > valid * number(facts, "seats") or any(
                v.votes_for > valid for v in more
            )
        else:
            assert winner in raised.elected


@given(rounds())
def test_a_tie_is_never_broken_here(facts: dict[str, Any]) -> None:
    outcome, votes = decide(facts), votes_of(facts)
    inside = {votes[key] for key in outcome.elected}
    outside = [votes[key] for key in votes if key not in outcome.elected]
    needed = outcome.votes_needed
    assert all(number not in inside or number < needed for number in outside)
    assert len({votes[key] for key in outcome.tied}) <= 1
    assert len(outcome.tied) > outcome.tied_seats or not outcome.tied


@given(rounds())
def test_every_seat_is_filled_tied_or_open(facts: dict[str, Any]) -> None:
    outcome = decide(facts)
    total = len(outcome.elected) + outcome.tied_seats + outcome.seats_short
    assert total == number(facts, "seats")
    assert outcome.papers_not_returned == number(facts, "papers_issued") - number(facts, "papers_collected")


@given(rounds(), st.integers(1, 5))
def test_a_void_round_elects_nobody(facts: dict[str, Any], extra: int) -> None:
    more = number(facts, "papers_issued") + extra
    outcome = decide({**facts, "papers_collected": more})
    assert outcome.state is ElectionState.VOID_ROUND
    assert (outcome.elected, outcome.tied) == ((), ())


@given(rounds())
def test_without_a_quorum_nothing_is_decided(facts: dict[str, Any]) -> None:
    required = majority.two_thirds(number(facts, "deputies_in_office"))
    outcome = decide({**facts, "deputies_present": required - 1})
    assert outcome.state is ElectionState.NO_QUORUM
    assert outcome.elected == ()


@given(st.integers(1, 80))
def test_exactly_half_always_fails(half: int) -> None:
    outcome = resolution.decide_resolution(
        deputies_in_office=2 * half,
        deputies_present=2 * half,
        votes_for=half,
        votes_against=half,
        abstentions=0,
        not_voting=0,
    )
    assert outcome.state is resolution.ResolutionState.FAILED
    sole = election.decide_election(
        deputies_in_office=2 * half,
        deputies_present=2 * half,
        papers_issued=2 * half,
        papers_collected=2 * half,
        valid_papers=2 * half,
        void_papers=0,
        seats=1,
        votes=(Votes("甲", half),),
    )
    assert (sole.state, sole.elected) == (ElectionState.SHORT, ())


@given(st.integers(1, 400))
def test_the_fractions_are_the_smallest_that_reach(number: int) -> None:
    def reaches(share: int, parts: int, whole: int) -> bool:
        return share * parts >= whole * number and (share - 1) * parts < whole * number

    assert reaches(majority.two_thirds(number), 3, 2)
    assert reaches(majority.one_fifth(number), 5, 1)
    assert reaches(majority.one_third(number), 3, 1)
    assert reaches(majority.half_or_more(number), 2, 1)
    assert 2 * majority.majority_of_all(number) > number >= 2 * (majority.majority_of_all(number) - 1)


@given(st.integers(1, 400), st.integers(0, 400))
def test_a_bound_quorum_agrees_with_the_quorum(in_office: int, present: int) -> None:
    assume(present <= in_office)
    bound = quorum.bound_quorum(deputies_present=present)
    finding = quorum.check_quorum(deputies_in_office=in_office, deputies_present=present)
    assert finding.is_met == (in_office <= bound.holds_up_to)


papers_strategy = st.lists(
    st.builds(
        Paper,
        marks=st.tuples(*[st.sampled_from(RawMark)] * 3),
        write_ins=st.lists(st.builds(WriteIn, name=st.sampled_from(NAMES), eligible=st.just(True)), max_size=2).map(
            tuple
        ),
        sealed=st.booleans(),
    ),
    max_size=20,
)
methods = st.builds(
    BallotMethod,
    candidates=st.just(("甲", "乙", "丙")),
    seats=st.integers(1, 3),
    scheme=st.sampled_from(ballot.Scheme),
    unclear=st.sampled_from(ballot.Unclear),
    writein_requires_against=st.booleans(),
    writein_breach=st.sampled_from(ballot.WriteInBreach),
    seal_required=st.booleans(),
)


@given(papers_strategy, methods, st.randoms(use_true_random=False))
def test_the_order_of_the_papers_never_changes_a_tally(
    papers: list[Paper], method: BallotMethod, dice: random.Random
) -> None:
    shuffled = papers[:]
    dice.shuffle(shuffled)
    assert tally.count_papers(shuffled, method=method) == tally.count_papers(papers, method=method)


@given(papers_strategy, methods)
def test_a_tally_accounts_for_every_paper_and_mark(papers: list[Paper], method: BallotMethod) -> None:
    counted = tally.count_papers(papers, method=method)
    assert counted.papers_valid + counted.papers_void == len(papers)
    for row in counted.candidates:
        assert row.votes_for + row.votes_against + row.abstentions + row.unclear == counted.papers_valid
    total = sum(v.votes_for for v in counted.votes())
    assert total <= method.seats * counted.papers_valid


@given(papers_strategy, methods)
def test_a_valid_paper_never_chooses_more_than_the_seats(papers: list[Paper], method: BallotMethod) -> None:
    for paper in papers:
        reading = ballot.read_ballot(paper, method)
        if reading.state is BallotState.VALID:
            chosen = reading.marks.count(Mark.FOR) + len(reading.write_ins)
            assert chosen <= method.seats
            if method.writein_requires_against:
                assert len(reading.write_ins) <= reading.marks.count(Mark.AGAINST)


@given(rounds(), st.booleans())
def test_a_tie_vote_gives_the_seat_to_more_votes_only(facts: dict[str, Any], again: bool) -> None:
    votes = votes_of(facts)
    assume(len(votes) > number(facts, "seats"))
    outcome = tie_vote.decide_tie_vote(**facts, needs_majority_again=again)
    losers = [votes[key] for key in votes if key not in (*outcome.elected, *outcome.tied)]
    winners = [votes[key] for key in outcome.elected]
    assert not winners or not losers or min(winners) > max(losers) or again
    assert again or outcome.state is not ElectionState.SHORT


@given(rounds(), st.sampled_from((ProjectMode.MAJORITY, ProjectMode.PLURALITY)), st.randoms())
def test_project_votes_do_not_depend_on_the_order_either(
    facts: dict[str, Any], mode: ProjectMode, dice: random.Random
) -> None:
    places = number(facts, "seats")
    rest = {key: value for key, value in facts.items() if key not in ("seats", "votes")}
    votes = list(facts["votes"])
    one = project_vote.decide_project_vote(**rest, places=places, votes=votes, mode=mode, competitive=False)
    dice.shuffle(votes)
    two = project_vote.decide_project_vote(**rest, places=places, votes=votes, mode=mode, competitive=False)
    assert one == two
    assert len(one.adopted) + one.tied_places + one.places_short == places


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 60))
def test_months_end_on_the_corresponding_or_the_last_day(start: date, months: int) -> None:
    end = deadline.add_months(start, months)
    assert (end.year * 12 + end.month) - (start.year * 12 + start.month) == months
    assert end.day == start.day or (end.day < start.day and (end + timedelta(days=1)).day == 1)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 30))
def test_working_days_are_counted_without_weekends(start: date, days: int) -> None:
    end = deadline.add_working_days(start, days, deadline.Calendar())
    between = [start + timedelta(days=k) for k in range(1, (end - start).days + 1)]
    assert sum(day.weekday() < 5 for day in between) == days
    assert end.weekday() < 5


@given(st.integers(0, 40), st.integers(0, 40), st.integers(1, 40), st.integers(0, 20))
def test_more_satisfaction_never_lowers_a_grade(s: int, b: int, u: int, away: int) -> None:
    members = s + b + u + away
    order = list(rating.Grade)
    before = rating.decide_rating(members=members, present=members, satisfied=s, basically=b, dissatisfied=u)
    after = rating.decide_rating(members=members, present=members, satisfied=s + 1, basically=b, dissatisfied=u - 1)
    assert before.grade is not None
    assert after.grade is not None
    assert order.index(after.grade) <= order.index(before.grade)


@given(st.lists(st.sampled_from(mandate.ChangeKind), max_size=6), st.integers(0, 7))
def test_a_mandate_stands_by_its_last_change_or_is_refused(kinds: list[mandate.ChangeKind], day: int) -> None:
    first = date(2025, 1, 1)
    changes = [
        mandate.MandateChange(
            kind,
            first + timedelta(days=k),
            mandate.EndCause.DIED if kind is mandate.ChangeKind.ENDED else None,
        )
        for k, kind in enumerate(kinds)
    ]
    try:
        standing = mandate.standing_on(changes, first + timedelta(days=day - 1))
    except mandate.ImpossibleHistory:
        return
    expected = {
        mandate.ChangeKind.ELECTED: mandate.Standing.IN_OFFICE,
        mandate.ChangeKind.BY_ELECTED: mandate.Standing.IN_OFFICE,
        mandate.ChangeKind.SUSPENDED: mandate.Standing.SUSPENDED,
        mandate.ChangeKind.RESTORED: mandate.Standing.IN_OFFICE,
        mandate.ChangeKind.ENDED: mandate.Standing.ENDED,
    }
    reached = kinds[:day]
    assert standing is (expected[reached[-1]] if reached else mandate.Standing.NOT_YET)
