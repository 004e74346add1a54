"""Votes on reports, budgets, lists, agendas, methods and resignations: a majority of all deputies."""

from dataclasses import dataclass
from enum import StrEnum

from huitang.rules import citation, majority, papers, quorum
from huitang.rules.legal_text import Citation, NextAct, Step, refuse_impossible, step
from huitang.rules.papers import CompareWith, OverIssue, PaperFinding, PaperState
from huitang.rules.statute import StatuteSet


class ResolutionState(StrEnum):
    """How a vote on a resolution can end."""

    PASSED = "PASSED"
    FAILED = "FAILED"
    NO_QUORUM = "NO_QUORUM"
    COUNT_MISMATCH = "COUNT_MISMATCH"
    OVER_ISSUED = "OVER_ISSUED"
    VOID_ROUND = "VOID_ROUND"


@dataclass(frozen=True, slots=True)
class ResolutionOutcome:
    """The outcome of a vote with its numbers."""

    state: ResolutionState
    deputies_in_office: int
    deputies_present: int
    votes_for: int
    votes_against: int
    abstentions: int
    votes_needed: int
    citations: tuple[Citation, ...]
    steps: tuple[Step, ...]
    next_acts: tuple[NextAct, ...]

    @property
    def is_passed(self) -> bool:
        """Whether the resolution is adopted."""
        return self.state is ResolutionState.PASSED


@dataclass(frozen=True, slots=True)
class _Vote:
    deputies_in_office: int
    deputies_present: int
    votes_for: int
    votes_against: int
    abstentions: int
    voting: Citation

    def end(
        self,
        state: ResolutionState,
        citations: tuple[Citation, ...],
        steps: tuple[Step, ...],
        next_acts: tuple[NextAct, ...],
    ) -> ResolutionOutcome:
        return ResolutionOutcome(
            state=state,
            deputies_in_office=self.deputies_in_office,
            deputies_present=self.deputies_present,
            votes_for=self.votes_for,
            votes_against=self.votes_against,
            abstentions=self.abstentions,
            votes_needed=majority.majority_of_all(self.deputies_in_office),
            citations=citations,
            steps=steps,
            next_acts=next_acts,
        )


def decide_resolution(
    *,
    deputies_in_office: int,
    deputies_present: int,
    votes_for: int,
    votes_against: int,
    abstentions: int,
    not_voting: int,
    law: StatuteSet | None = None,
) -> ResolutionOutcome:
    """Decide a vote by show of hands or device, where all present must be accounted for.

    Source: Organic Law arts. 14(4), 25; Deputies Law art. 23 (2015: 17). A tie is not passed.
    """
    refuse_impossible(votes_for=votes_for, votes_against=votes_against, abstentions=abstentions, not_voting=not_voting)
    voting = citation.VOTING if law is None else law.voting
    vote = _Vote(deputies_in_office, deputies_present, votes_for, votes_against, abstentions, voting)
    finding = quorum.check_quorum(deputies_in_office=deputies_in_office, deputies_present=deputies_present)
    if not finding.is_met:
        return _without_quorum(vote, finding)
    counted = votes_for + votes_against + abstentions + not_voting
    if counted != deputies_present:
        return vote.end(
            ResolutionState.COUNT_MISMATCH,
            (vote.voting,),
            (*finding.steps, _mismatch(vote, not_voting, counted)),
            (NextAct.RECOUNT, NextAct.VOTE_AGAIN),
        )
    return _by_majority(vote, finding.steps)


def _mismatch(vote: _Vote, not_voting: int, counted: int) -> Step:
    return step(
        f"赞成{vote.votes_for}、反对{vote.votes_against}、弃权{vote.abstentions}、未表决{not_voting}，合计{counted}，"
        f"与实到{vote.deputies_present}人不符。",
        f"{vote.votes_for} for, {vote.votes_against} against, {vote.abstentions} abstaining and {not_voting} "
        f"not voting make {counted}, not the {vote.deputies_present} present.",
    )


def decide_resolution_by_ballot(
    *,
    deputies_in_office: int,
    deputies_present: int,
    papers_issued: int,
    papers_collected: int,
    void_papers: int,
    votes_for: int,
    votes_against: int,
    abstentions: int,
    compare_with: CompareWith = CompareWith.ISSUED,
    over_issue: OverIssue = OverIssue.STOP,
    law: StatuteSet | None = None,
) -> ResolutionOutcome:
    """Decide a vote on paper: for, against, abstaining and void papers make the papers collected.

    Source: Organic Law arts. 14(4), 25; the session's method for the papers.
    """
    refuse_impossible(votes_for=votes_for, votes_against=votes_against, abstentions=abstentions)
    voting = citation.VOTING if law is None else law.voting
    vote = _Vote(deputies_in_office, deputies_present, votes_for, votes_against, abstentions, voting)
    finding = quorum.check_quorum(deputies_in_office=deputies_in_office, deputies_present=deputies_present)
    if not finding.is_met:
        return _without_quorum(vote, finding)
    sheets = papers.check_papers(
        deputies_present=deputies_present,
        papers_issued=papers_issued,
        papers_collected=papers_collected,
        valid_papers=votes_for + votes_against + abstentions,
        void_papers=void_papers,
        compare_with=compare_with,
        over_issue=over_issue,
    )
    if not sheets.in_order:
        return _out_of_order(vote, finding, sheets)
    return _by_majority(vote, (*finding.steps, *sheets.steps))


_PAPER_STATES = {
    PaperState.OVER_ISSUED: ResolutionState.OVER_ISSUED,
    PaperState.VOID_ROUND: ResolutionState.VOID_ROUND,
    PaperState.COUNT_ERROR: ResolutionState.COUNT_MISMATCH,
}


def _without_quorum(vote: _Vote, finding: quorum.QuorumFinding) -> ResolutionOutcome:
    return vote.end(ResolutionState.NO_QUORUM, finding.citations, finding.steps, finding.next_acts)


def _out_of_order(vote: _Vote, finding: quorum.QuorumFinding, sheets: PaperFinding) -> ResolutionOutcome:
    steps = (*finding.steps, *sheets.steps)
    return vote.end(_PAPER_STATES[sheets.state], sheets.citations, steps, sheets.next_acts)


def _by_majority(vote: _Vote, steps: tuple[Step, ...]) -> ResolutionOutcome:
    needed = majority.majority_of_all(vote.deputies_in_office)
    passed = vote.votes_for >= needed
    sentence = step(
        f"全体代表{vote.deputies_in_office}人的过半数为{needed}人，赞成{vote.votes_for}票，"
        f"{'通过' if passed else '未通过'}。",
        f"More than half of all {vote.deputies_in_office} deputies is {needed}; {vote.votes_for} are for: "
        f"{'passed' if passed else 'not passed'}.",
    )
    return vote.end(
        ResolutionState.PASSED if passed else ResolutionState.FAILED,
        (citation.QUORUM, citation.MAJORITY, vote.voting),
        (*steps, sentence),
        (NextAct.DECLARE,),
    )
