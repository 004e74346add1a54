"""The vote on livelihood projects (票决). National law has no procedure for it: the session's method decides.

Where the method says nothing, the strictest reading is the default: a majority of all deputies (Organic Law
art. 25), the most votes first, a tie voted again.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from huitang.rules import citation, election, majority, papers, quorum, ranking
from huitang.rules.legal_text import Citation, NextAct, Step, refuse_impossible, step
from huitang.rules.papers import CompareWith, OverIssue, PaperState
from huitang.rules.project_papers import ProjectMode
from huitang.rules.ranking import Filling
from huitang.rules.tally import Votes


class ProjectVoteState(StrEnum):
    """How a project vote can end. TIED and SHORT may come with some projects adopted."""

    ADOPTED = "ADOPTED"
    TIED = "TIED"
    SHORT = "SHORT"
    VOID_ROUND = "VOID_ROUND"
    OVER_ISSUED = "OVER_ISSUED"
    NO_QUORUM = "NO_QUORUM"
    COUNT_ERROR = "COUNT_ERROR"
    METHOD_REFUSED = "METHOD_REFUSED"


@dataclass(frozen=True, slots=True)
class ProjectRound:
    """The numbers of one round. `places` of None (PER_ITEM only) sets no limit."""

    deputies_in_office: int
    deputies_present: int
    papers_issued: int
    papers_collected: int
    valid_papers: int
    void_papers: int
    places: int | None
    mode: ProjectMode
    competitive: bool
    rank_points: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ProjectVoteOutcome:
    """The outcome. `votes_needed` is 1 under PLURALITY and RANK, where the list still needs a resolution."""

    state: ProjectVoteState
    numbers: ProjectRound
    votes_needed: int
    adopted: tuple[str, ...]
    tied: tuple[str, ...]
    tied_places: int
    places_short: int
    not_adopted: tuple[str, ...]
    ranking: tuple[tuple[str, int], ...]
    papers_not_returned: int
    citations: tuple[Citation, ...]
    steps: tuple[Step, ...]
    next_acts: tuple[NextAct, ...]


def decide_project_vote(
    *,
    deputies_in_office: int,
    deputies_present: int,
    papers_issued: int,
    papers_collected: int,
    valid_papers: int,
    void_papers: int,
    places: int | None,
    votes: Iterable[Votes],
    mode: ProjectMode = ProjectMode.MAJORITY,
    competitive: bool = True,
    rank_points: tuple[int, ...] = (),
    compare_with: CompareWith = CompareWith.ISSUED,
    over_issue: OverIssue = OverIssue.STOP,
) -> ProjectVoteOutcome:
    """Decide a round of a project vote. Under RANK `votes_for` are points, as the method states them.

    Source: Organic Law arts. 12 item 3, 14(4), 25; the session's method.
    """
    numbers = ProjectRound(
        deputies_in_office, deputies_present, papers_issued, papers_collected, valid_papers, void_papers,
        places, mode, competitive, rank_points,
    )  # fmt: skip
    counted = tuple(votes)
    _refuse_impossible_votes(numbers, counted)
    refusal = _refuse_method(numbers, counted)
    if refusal is not None:
        cited = (citation.PROJECT_METHOD,)
        return _nothing(ProjectVoteState.METHOD_REFUSED, numbers, cited, (refusal,), (NextAct.CHANGE_METHOD,))
    return _decide(numbers, counted, compare_with, over_issue)


def _refuse_impossible_votes(numbers: ProjectRound, votes: tuple[Votes, ...]) -> None:
    if numbers.places is not None:
        refuse_impossible(places=numbers.places)
    if len({v.candidate_key for v in votes}) < len(votes):
        raise ValueError("a project appears twice in the votes")
    for vote in votes:
        refuse_impossible(
            votes_for=vote.votes_for, votes_against=vote.votes_against or 0, abstentions=vote.abstentions or 0
        )


def _refuse_method(numbers: ProjectRound, votes: tuple[Votes, ...]) -> Step | None:
    places = numbers.places
    if places == 0 or (places is None and numbers.mode is not ProjectMode.PER_ITEM):
        return step("票决办法没有写明应选项目数。", "The method does not say how many projects are chosen.")
    if numbers.mode is ProjectMode.RANK and not numbers.rank_points:
        return step("排序计分须由票决办法写明每一名次的分值。", "Ranking needs the points per rank in the method.")
    if numbers.competitive and places is not None and len(votes) <= places:
        return step(
            f"办法规定差额票决，候选项目{len(votes)}个，不多于应选{places}个。",
            f"The method asks for a competitive vote, but {len(votes)} projects stand for {places} places.",
        )
    return None


def _decide(
    numbers: ProjectRound, votes: tuple[Votes, ...], compare_with: CompareWith, over_issue: OverIssue
) -> ProjectVoteOutcome:
    finding = quorum.check_quorum(
        deputies_in_office=numbers.deputies_in_office, deputies_present=numbers.deputies_present
    )
    if not finding.is_met:
        state = ProjectVoteState.NO_QUORUM
        return _nothing(state, numbers, finding.citations, finding.steps, finding.next_acts)
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
        return _nothing(_PAPER_STATES[sheets.state], numbers, sheets.citations, steps, sheets.next_acts)
    wrong = _find_impossible(numbers, votes)
    if wrong is not None:
        acts = (NextAct.RECOUNT,)
        steps = (*steps, wrong)
        return _nothing(ProjectVoteState.COUNT_ERROR, numbers, (citation.SCRUTINEERS,), steps, acts)
    return _fill(numbers, votes, steps, sheets.papers_not_returned)


_PAPER_STATES = {
    PaperState.OVER_ISSUED: ProjectVoteState.OVER_ISSUED,
    PaperState.VOID_ROUND: ProjectVoteState.VOID_ROUND,
    PaperState.COUNT_ERROR: ProjectVoteState.COUNT_ERROR,
}


def _find_impossible(numbers: ProjectRound, votes: tuple[Votes, ...]) -> Step | None:
    if numbers.mode is ProjectMode.RANK:
        return _find_impossible_points(numbers, votes)
    limited = numbers.mode is not ProjectMode.PER_ITEM
    places = (numbers.places or 0) if limited else len(votes)
    found = election.find_impossible_count(votes=votes, valid_papers=numbers.valid_papers, seats=places)
    return None if found is None else Step(found)


def _find_impossible_points(numbers: ProjectRound, votes: tuple[Votes, ...]) -> Step | None:
    highest = max(numbers.rank_points) * numbers.valid_papers
    everything = sum(numbers.rank_points) * numbers.valid_papers
    total = sum(v.votes_for for v in votes)
    if all(v.votes_for <= highest for v in votes) and total <= everything:
        return None
    return step(
        f"得分合计{total}，超过有效票{numbers.valid_papers}张所能给出的分数，应当重新计票。",
        f"{total} points are more than {numbers.valid_papers} valid papers can give: count again.",
    )


def _nothing(
    state: ProjectVoteState,
    numbers: ProjectRound,
    citations: tuple[Citation, ...],
    steps: tuple[Step, ...],
    next_acts: tuple[NextAct, ...],
) -> ProjectVoteOutcome:
    return ProjectVoteOutcome(
        state,
        numbers,
        _threshold(numbers),
        (),
        (),
        0,
        numbers.places or 0,
        (),
        (),
        0,
        citations,
        steps,
        next_acts,
    )


def _threshold(numbers: ProjectRound) -> int:
    by_majority = numbers.mode in (ProjectMode.MAJORITY, ProjectMode.PER_ITEM)
    return majority.majority_of_all(numbers.deputies_in_office) if by_majority else 1


def _fill(numbers: ProjectRound, votes: tuple[Votes, ...], steps: tuple[Step, ...], missing: int) -> ProjectVoteOutcome:
    places = len(votes) if numbers.places is None else numbers.places
    needed = _threshold(numbers)
    filling = ranking.fill_seats(votes=((v.candidate_key, v.votes_for) for v in votes), seats=places, threshold=needed)
    short = 0 if numbers.places is None else filling.seats_short
    state, acts = _conclude(filling, short, by_resolution=needed == 1)
    decided = {*filling.filled, *filling.tied}
    return ProjectVoteOutcome(
        state=state,
        numbers=numbers,
        votes_needed=needed,
        adopted=filling.filled,
        tied=filling.tied,
        tied_places=filling.tied_seats,
        places_short=short,
        not_adopted=tuple(key for key, _ in filling.ranking if key not in decided),
        ranking=filling.ranking,
        papers_not_returned=missing,
        citations=(citation.PROJECTS, citation.QUORUM, citation.MAJORITY, citation.PROJECT_METHOD),
        steps=(*steps, _explain_threshold(numbers, needed), _explain_filling(filling, short)),
        next_acts=acts,
    )


def _conclude(filling: Filling, short: int, *, by_resolution: bool) -> tuple[ProjectVoteState, tuple[NextAct, ...]]:
    if filling.tied:
        return ProjectVoteState.TIED, (NextAct.DECLARE, NextAct.TIE_BALLOT)
    if short:
        return ProjectVoteState.SHORT, (NextAct.DECLARE, NextAct.FEWER_OR_VOTE_AGAIN)
    acts = (NextAct.DECLARE, NextAct.ADOPT_LIST) if by_resolution else (NextAct.DECLARE,)
    return ProjectVoteState.ADOPTED, acts


def _explain_threshold(numbers: ProjectRound, needed: int) -> Step:
    if needed == 1:
        return step(
            "按票数或分数多少排列；名单须再以决议通过。",
            "By order of votes or points; the list is then adopted by a resolution.",
        )
    return step(
        f"全体代表{numbers.deputies_in_office}人的过半数为{needed}票。",
        f"More than half of all {numbers.deputies_in_office} deputies is {needed}.",
    )


def _explain_filling(filling: Filling, short: int) -> Step:
    return step(
        f"入选{len(filling.filled)}个；末位相等{len(filling.tied)}个，争{filling.tied_seats}个名额；尚缺{short}个。",
        f"{len(filling.filled)} adopted; {len(filling.tied)} tied for {filling.tied_seats}; {short} short.",
    )
