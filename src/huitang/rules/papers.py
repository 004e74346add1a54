"""Papers issued, collected and read: is a round in order before anybody counts a vote."""

from dataclasses import dataclass
from enum import StrEnum

from huitang.rules import citation
from huitang.rules.legal_text import Citation, NextAct, Step, refuse_impossible, step


class CompareWith(StrEnum):
    """What the papers collected are compared with: papers issued, or the people who voted."""

    ISSUED = "ISSUED"
    VOTERS = "VOTERS"


class OverIssue(StrEnum):
    """What the method says about more papers issued than deputies present."""

    STOP = "STOP"
    VOID_ROUND = "VOID_ROUND"


class PaperState(StrEnum):
    """What can be wrong with a set of papers."""

    IN_ORDER = "IN_ORDER"
    OVER_ISSUED = "OVER_ISSUED"
    VOID_ROUND = "VOID_ROUND"
    COUNT_ERROR = "COUNT_ERROR"


@dataclass(frozen=True, slots=True)
class PaperFinding:
    """The finding on the papers of one round."""

    state: PaperState
    papers_not_returned: int
    citations: tuple[Citation, ...]
    steps: tuple[Step, ...]
    next_acts: tuple[NextAct, ...]

    @property
    def in_order(self) -> bool:
        """Whether the votes may be counted."""
        return self.state is PaperState.IN_ORDER


def check_issue(*, deputies_present: int, papers_issued: int) -> PaperFinding:
    """Before the vote: no more papers than deputies present; fewer are allowed and recorded (method)."""
    refuse_impossible(deputies_present=deputies_present, papers_issued=papers_issued)
    if papers_issued > deputies_present:
        return _over_issued(deputies_present, papers_issued, OverIssue.STOP)
    sentence = step(
        f"实到{deputies_present}人，发出{papers_issued}张，没有多发。",
        f"{deputies_present} present, {papers_issued} papers issued: none too many.",
    )
    return PaperFinding(PaperState.IN_ORDER, 0, (citation.ISSUE_MATCHES,), (sentence,), (NextAct.OPEN_VOTE,))


def check_papers(
    *,
    deputies_present: int,
    papers_issued: int,
    papers_collected: int,
    valid_papers: int,
    void_papers: int,
    compare_with: CompareWith = CompareWith.ISSUED,
    over_issue: OverIssue = OverIssue.STOP,
) -> PaperFinding:
    """After the vote: too many issued, too many collected, or papers that do not add up.

    Source: the session's method; Electoral Law art. 44 by analogy.
    """
    refuse_impossible(
        deputies_present=deputies_present,
        papers_issued=papers_issued,
        papers_collected=papers_collected,
        valid_papers=valid_papers,
        void_papers=void_papers,
    )
    if papers_issued > deputies_present:
        return _over_issued(deputies_present, papers_issued, over_issue)
    limit = papers_issued if compare_with is CompareWith.ISSUED else deputies_present
    if papers_collected > limit:
        return _void_round(papers_collected, limit, compare_with)
    if valid_papers + void_papers != papers_collected:
        return _not_adding_up(papers_collected, valid_papers, void_papers)
    return _in_order(papers_issued, papers_collected, void_papers)


def _over_issued(present: int, issued: int, over_issue: OverIssue) -> PaperFinding:
    void = over_issue is OverIssue.VOID_ROUND
    sentence = step(
        f"实到{present}人，发出{issued}张，多发{issued - present}张。"
        f"{'按照办法，本次投票无效。' if void else '应当停下处理，不能计票。'}",
        f"{present} present but {issued} papers issued, {issued - present} too many: "
        f"{'the method makes the round void.' if void else 'stop; nothing may be counted.'}",
    )
    if void:
        return PaperFinding(PaperState.VOID_ROUND, 0, (citation.ISSUE_MATCHES,), (sentence,), (NextAct.VOTE_AGAIN,))
    acts = (NextAct.TAKE_BACK_PAPERS, NextAct.PRESIDIUM_DECIDES)
    return PaperFinding(PaperState.OVER_ISSUED, 0, (citation.ISSUE_MATCHES,), (sentence,), acts)


def _void_round(collected: int, limit: int, compare_with: CompareWith) -> PaperFinding:
    by_issue = compare_with is CompareWith.ISSUED
    sentence = step(
        f"收回{collected}张，"
        f"多于{'发出的' if by_issue else '参加投票的'}{limit}{'张' if by_issue else '人'}，"
        "整次投票无效，应当重新投票。",
        f"{collected} papers collected, more than {limit} {'issued' if by_issue else 'voting'}: "
        "the whole round is void and is held again.",
    )
    return PaperFinding(
        PaperState.VOID_ROUND,
        0,
        (citation.PAPERS_METHOD, citation.VOID_ROUND),
        (sentence,),
        (NextAct.VOTE_AGAIN,),
    )


def _not_adding_up(collected: int, valid: int, void: int) -> PaperFinding:
    sentence = step(
        f"有效{valid}张加无效{void}张等于{valid + void}张，与收回{collected}张不符。",
        f"{valid} valid and {void} void papers make {valid + void}, not the {collected} collected.",
    )
    return PaperFinding(PaperState.COUNT_ERROR, 0, (citation.SCRUTINEERS,), (sentence,), (NextAct.RECOUNT,))


def _in_order(issued: int, collected: int, void: int) -> PaperFinding:
    missing = max(issued - collected, 0)
    sentence = step(
        f"发出{issued}张，收回{collected}张，未收回{missing}张，其中无效{void}张，投票有效。",
        f"{issued} issued, {collected} collected, {missing} not returned, {void} void: the round is valid.",
    )
    return PaperFinding(PaperState.IN_ORDER, missing, (citation.VOID_ROUND,), (sentence,), ())
