"""Counting an election of one chief post or several deputy posts: the same arithmetic.

Source: Organic Law arts. 14(4), 25, 28, 29.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from huitang.rules import citation, majority, papers, quorum, ranking
from huitang.rules.legal_text import Citation, NextAct, Step, Text, refuse_impossible, step
from huitang.rules.papers import CompareWith, OverIssue, PaperState
from huitang.rules.ranking import Filling
from huitang.rules.tally import Votes

__all__ = ["ElectionOutcome", "ElectionState", "Votes", "decide_election"]


class ElectionState(StrEnum):
    """How a round can end. TIED and SHORT may come with some already elected."""

    ELECTED = "ELECTED"
    TIED = "TIED"
    SHORT = "SHORT"
    VOID_ROUND = "VOID_ROUND"
    OVER_ISSUED = "OVER_ISSUED"
    NO_QUORUM = "NO_QUORUM"
    COUNT_ERROR = "COUNT_ERROR"


@dataclass(frozen=True, slots=True)
class RoundNumbers:
    """The numbers every round is decided from."""

    deputies_in_office: int
    deputies_present: int
    papers_issued: int
    papers_collected: int
    valid_papers: int
    void_papers: int
    seats: int


@dataclass(frozen=True, slots=True)
class ElectionOutcome:
    """The outcome of one round. Keys are ordered by votes, equal votes by key."""

    state: ElectionState
    numbers: RoundNumbers
    votes_needed: int
    elected: tuple[str, ...]
    tied: tuple[str, ...]
    tied_seats: int
    seats_short: int
    ranking: tuple[tuple[str, int], ...]
    papers_not_returned: int
    citations: tuple[Citation, ...]
    steps: tuple[Step, ...]
    next_acts: tuple[NextAct, ...]


def decide_election(
    *,
    deputies_in_office: int,
    deputies_present: int,
    papers_issued: int,
    papers_collected: int,
    valid_papers: int,
    void_papers: int,
    seats: int,
    votes: Iterable[Votes],
    compare_with: CompareWith = CompareWith.ISSUED,
    over_issue: OverIssue = OverIssue.STOP,
) -> ElectionOutcome:
    """Decide a round: a majority of all deputies, the most votes first, ties voted again, the rest further.

    Source: Organic Law arts. 14(4), 25, 29; the session's method for the papers.
    """
    numbers = RoundNumbers(
        deputies_in_office,
        deputies_present,
        papers_issued,
        papers_collected,
        valid_papers,
        void_papers,
        seats,
    )
    refuse_impossible(deputies_in_office=deputies_in_office)
    needed = majority.majority_of_all(deputies_in_office)
    return decide_round(
        numbers=numbers,
        votes=tuple(votes),
        threshold=needed,
        compare_with=compare_with,
        over_issue=over_issue,
    )


def decide_round(
    *,
    numbers: RoundNumbers,
    votes: tuple[Votes, ...],
    threshold: int,
    compare_with: CompareWith,
    over_issue: OverIssue,
) -> ElectionOutcome:
    """Decide a round with a given threshold; the tie vote asks for another one (Organic Law art. 29)."""
    _refuse_impossible_votes(numbers, votes)
    finding = quorum.check_quorum(
        deputies_in_office=numbers.deputies_in_office, deputies_present=numbers.deputies_present
    )
    if not finding.is_met:
        return _nobody(ElectionState.NO_QUORUM, numbers, threshold, finding.citations, finding.steps, finding.next_acts)
    sheets = papers.check_papers(
        deputies_present=numbers.deputies_present,
        papers_issued=numbers.papers_issued,
        papers_collected=numbers.papers_collected,
        valid_papers=numbers.valid_papers,
        void_papers=numbers.void_papers,
        compare_with=compare_with,
        over_issue=over_issue,
    )
    steps = (*finding.steps, *sheets.steps)
    if not sheets.in_order:
        return _nobody(_PAPER_STATES[sheets.state], numbers, threshold, sheets.citations, steps, sheets.next_acts)
    impossible = find_impossible_count(votes=votes, valid_papers=numbers.valid_papers, seats=numbers.seats)
    if impossible is not None:
        acts = (NextAct.RECOUNT,)
        steps = (*steps, Step(impossible))
        return _nobody(ElectionState.COUNT_ERROR, numbers, threshold, (citation.SCRUTINEERS,), steps, acts)
    return _fill(numbers, votes, threshold, steps, sheets.papers_not_returned)


_PAPER_STATES = {
    PaperState.OVER_ISSUED: ElectionState.OVER_ISSUED,
    PaperState.VOID_ROUND: ElectionState.VOID_ROUND,
    PaperState.COUNT_ERROR: ElectionState.COUNT_ERROR,
}


def _refuse_impossible_votes(numbers: RoundNumbers, votes: tuple[Votes, ...]) -> None:
    refuse_impossible(seats=numbers.seats)
    if numbers.seats == 0:
        raise ValueError("an election needs at least one seat")
    keys = [v.candidate_key for v in votes]
    if len(set(keys)) < len(keys):
        raise ValueError("a candidate appears twice in the votes")
    for vote in votes:
        refuse_impossible(
            votes_for=vote.votes_for, votes_against=vote.votes_against or 0, abstentions=vote.abstentions or 0
        )


def find_impossible_count(*, votes: tuple[Votes, ...], valid_papers: int, seats: int) -> Text | None:
    """Name what no honest count can show: more votes for one person, or for all, than the papers allow."""
    for vote in votes:
        counted = vote.votes_for + (vote.votes_against or 0) + (vote.abstentions or 0)
        if counted > valid_papers:
            return Text(
                f"{vote.candidate_key}的各项票数合计{counted}，多于有效票{valid_papers}张，应当重新计票。",
                f"{vote.candidate_key} has {counted} marks on {valid_papers} valid papers: count again.",
            )
    total = sum(v.votes_for for v in votes if v.eligible)
    most = seats * valid_papers
    if total > most:
        return Text(
            f"得票合计{total}，多于有效票{valid_papers}张乘应选{seats}名所得的{most}，应当重新计票。",
            f"{total} votes in all, but {valid_papers} valid papers for {seats} seats carry at most {most}: "
            "count again.",
        )
    return None


def _nobody(
    state: ElectionState,
    numbers: RoundNumbers,
    threshold: int,
    citations: tuple[Citation, ...],
    steps: tuple[Step, ...],
    next_acts: tuple[NextAct, ...],
) -> ElectionOutcome:
    return ElectionOutcome(
        state=state,
        numbers=numbers,
        votes_needed=threshold,
        elected=(),
        tied=(),
        tied_seats=0,
        seats_short=numbers.seats,
        ranking=(),
        papers_not_returned=0,
        citations=citations,
        steps=steps,
        next_acts=next_acts,
    )


def _fill(
    numbers: RoundNumbers, votes: tuple[Votes, ...], threshold: int, steps: tuple[Step, ...], missing: int
) -> ElectionOutcome:
    countable = tuple((v.candidate_key, v.votes_for) for v in votes if v.eligible)
    filling = ranking.fill_seats(votes=countable, seats=numbers.seats, threshold=threshold)
    state, cited, acts = _conclude(filling)
    barred = _explain_barred(votes)
    return ElectionOutcome(
        state=state,
        numbers=numbers,
        votes_needed=threshold,
        elected=filling.filled,
        tied=filling.tied,
        tied_seats=filling.tied_seats,
        seats_short=filling.seats_short,
        ranking=filling.ranking,
        papers_not_returned=missing,
        citations=(citation.QUORUM, citation.MAJORITY, citation.SECRET, *cited),
        steps=(*steps, *barred, _explain_threshold(numbers, threshold), *_explain_filling(filling)),
        next_acts=acts,
    )


def _conclude(filling: Filling) -> tuple[ElectionState, tuple[Citation, ...], tuple[NextAct, ...]]:
    if filling.tied:
        return ElectionState.TIED, (citation.TIE,), (NextAct.DECLARE, NextAct.TIE_BALLOT)
    if filling.seats_short:
        acts = (NextAct.DECLARE, NextAct.CONGRESS_DECIDES_WHEN, NextAct.FURTHER_ELECTION)
        return ElectionState.SHORT, (citation.FURTHER,), acts
    return ElectionState.ELECTED, (citation.HIGHEST,), (NextAct.DECLARE, NextAct.TAKE_OATH)


def _explain_barred(votes: tuple[Votes, ...]) -> tuple[Step, ...]:
    return tuple(
        step(
            f"另选的{v.candidate_key}不能担任该职务，其{v.votes_for}票无效。",
            f"{v.candidate_key}, written in, may not hold the office: {v.votes_for} votes are void.",
        )
        for v in votes
        if not v.eligible
    )


def _explain_threshold(numbers: RoundNumbers, threshold: int) -> Step:
    if threshold < majority.majority_of_all(numbers.deputies_in_office):
        return step("再次投票，得票多的当选。", "In a repeated vote the most votes win.")
    return step(
        f"全体代表{numbers.deputies_in_office}人的过半数为{threshold}票，应选{numbers.seats}名。",
        f"More than half of all {numbers.deputies_in_office} deputies is {threshold}; {numbers.seats} to be elected.",
    )


def _explain_filling(filling: Filling) -> tuple[Step, ...]:
    numbers = dict(filling.ranking)
    steps = [
        step(f"{key}得{numbers[key]}票，当选。", f"{key} has {numbers[key]} votes and is elected.")
        for key in filling.filled
    ]
    if filling.tied:
        names_zh, names_en = "、".join(filling.tied), ", ".join(filling.tied)
        equal = numbers[filling.tied[0]]
        steps.append(
            step(
                f"{names_zh}各得{equal}票，票数相等，余{filling.tied_seats}名不能确定，就这{len(filling.tied)}人再次投票。",
                f"{names_en} have {equal} votes each; {filling.tied_seats} left cannot be decided: "
                "vote again among them.",
            )
        )
    if filling.seats_short:
        steps.append(
            step(
                f"尚缺{filling.seats_short}名，另行选举；何时进行由代表大会决定。",
                f"{filling.seats_short} left open for a further election; the congress decides when.",
            )
        )
    return tuple(steps)


def cite_also(outcome: ElectionOutcome, citations: tuple[Citation, ...]) -> ElectionOutcome:
    """The same outcome resting on these provisions."""
    return replace(outcome, citations=citations)
