"""The session's own methods (选举办法, 票决办法): what law leaves to them, and what it does not."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from huitang.rules import candidates, citation, statute
from huitang.rules.ballot import BallotMethod, Mark, RawMark, Scheme, Unclear, WriteInBreach
from huitang.rules.further_election import DecidedBy
from huitang.rules.legal_text import Citation, NextAct, Step, Text
from huitang.rules.nomination import OverCap
from huitang.rules.papers import CompareWith, OverIssue
from huitang.rules.project_papers import ProjectMode


class Base(StrEnum):
    """Of whom more than half must vote for; only ALL_DEPUTIES is lawful."""

    ALL_DEPUTIES = "ALL_DEPUTIES"
    PRESENT = "PRESENT"


class VotingQuorum(StrEnum):
    """How many must be present; only TWO_THIRDS is lawful, HALF is seen and weaker than the law."""

    TWO_THIRDS = "TWO_THIRDS"
    HALF = "HALF"


@dataclass(frozen=True, slots=True)
class SessionMethod:
    """The election method (选举办法) of one session, with the defaults of the project."""

    scheme: Scheme = Scheme.CIRCLE
    accepted_marks: tuple[tuple[RawMark, Mark], ...] = ()
    unclear: Unclear = Unclear.PART
    write_ins_allowed: bool = True
    writein_requires_against: bool = True
    writein_breach: WriteInBreach = WriteInBreach.VOID_WRITEIN
    seal_required: bool = False
    extra_candidates: int = 1
    most_in_by_election: int | None = None
    competitive_in_by_election: bool | None = None
    revote_majority_again: bool = False
    compare_with: CompareWith = CompareWith.ISSUED
    over_issue: OverIssue = OverIssue.STOP
    over_cap: OverCap = OverCap.FIRST_FILED
    secret_ballot: bool = True
    secret_booth: bool = True
    proxy: bool = False
    threshold_base: Base = Base.ALL_DEPUTIES
    voting_quorum: VotingQuorum = VotingQuorum.TWO_THIRDS
    further_decided_by: DecidedBy = DecidedBy.CONGRESS

    def ballot_method(self, *, candidates: tuple[str, ...], seats: int, on: date | None = None) -> BallotMethod:
        """How the papers of a round with these printed names are read, on the day of the session if given."""
        by_method = on is not None and not statute.at(on).write_in_tied_to_against
        return BallotMethod(
            candidates=candidates,
            seats=seats,
            scheme=self.scheme,
            accepted_marks=self.accepted_marks,
            unclear=self.unclear,
            write_ins_allowed=self.write_ins_allowed,
            writein_requires_against=self.writein_requires_against,
            writein_breach=self.writein_breach,
            seal_required=self.seal_required,
            write_in_basis=citation.WRITE_IN_METHOD if by_method else citation.WRITE_IN_2025,
        )


@dataclass(frozen=True, slots=True)
class ProjectVoteMethod:
    """The method of a project vote (票决办法) of one session."""

    places: int | None
    mode: ProjectMode = ProjectMode.MAJORITY
    competitive: bool = True
    rank_points: tuple[int, ...] = ()
    list_resolution: bool = True
    revote_majority_again: bool = False
    seal_required: bool = False
    compare_with: CompareWith = CompareWith.ISSUED
    over_issue: OverIssue = OverIssue.STOP
    secret_ballot: bool = True


class MethodState(StrEnum):
    """Whether a method may be put to the vote."""

    LAWFUL = "LAWFUL"
    FLAGGED = "FLAGGED"
    REFUSED = "REFUSED"


@dataclass(frozen=True, slots=True)
class MethodProblem:
    """One point of a method against the law (refused) or in doubt (flagged)."""

    field: str
    refused: bool
    text: Text
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class MethodFinding:
    """The finding on a method with all its problems."""

    state: MethodState
    problems: tuple[MethodProblem, ...]
    citations: tuple[Citation, ...]
    steps: tuple[Step, ...]
    next_acts: tuple[NextAct, ...]


def check_method(method: SessionMethod, *, on: date) -> MethodFinding:
    """Check an election method for the day of the session; an unlawful point is named with its article.

    Source: Organic Law arts. 14(4), 25, 27-29; Deputies Law art. 17 (2025) or 11 (2015).
    """
    return _conclude((*_breaches(method), *_doubts(method, statute.at(on))))


def _breaches(method: SessionMethod) -> tuple[MethodProblem, ...]:
    checks = (
        (method.extra_candidates not in candidates.EXTRA_ALLOWED, _EXTRA),
        (not method.secret_ballot, _SECRET),
        (not method.write_ins_allowed, _WRITE_INS),
        (method.threshold_base is not Base.ALL_DEPUTIES, _BASE),
        (method.voting_quorum is not VotingQuorum.TWO_THIRDS, _QUORUM),
        (method.further_decided_by is not DecidedBy.CONGRESS, _FURTHER),
    )
    return tuple(problem for broken, problem in checks if broken)


def _doubts(method: SessionMethod, law: statute.StatuteSet) -> tuple[MethodProblem, ...]:
    free_write_in = method.write_ins_allowed and not method.writein_requires_against
    checks = (
        (free_write_in and law.write_in_tied_to_against and not law.switch_day_undecided, _FREE_WRITE_IN),
        (law.switch_day_undecided, _SWITCH_DAY),
        (method.proxy, _PROXY),
        (not method.secret_booth, _BOOTH),
    )
    return tuple(problem for doubtful, problem in checks if doubtful)


def check_project_method(method: ProjectVoteMethod) -> MethodFinding:
    """Check a project vote's method; law says little, so most points are its own choice.

    Source: Organic Law arts. 12 item 3, 25.
    """
    unlimited = method.places is None and method.mode is ProjectMode.PER_ITEM
    by_order = method.mode in (ProjectMode.PLURALITY, ProjectMode.RANK)
    checks = (
        (not unlimited and not method.places, _PLACES),
        (method.mode is ProjectMode.RANK and not method.rank_points, _POINTS),
        (by_order and not method.list_resolution, _LIST_RESOLUTION),
        (not method.secret_ballot, _PROJECT_SECRET),
    )
    return _conclude(tuple(problem for broken, problem in checks if broken))


def _conclude(problems: tuple[MethodProblem, ...]) -> MethodFinding:
    refused = any(problem.refused for problem in problems)
    flagged = MethodState.FLAGGED if problems else MethodState.LAWFUL
    cited = tuple(dict.fromkeys(c for problem in problems for c in problem.citations))
    return MethodFinding(
        state=MethodState.REFUSED if refused else flagged,
        problems=problems,
        citations=cited or (citation.MAJORITY, citation.SECRET),
        steps=tuple(Step(problem.text) for problem in problems),
        next_acts=(NextAct.CHANGE_METHOD,) if refused else (NextAct.ADOPT_METHOD,),
    )


_EXTRA = MethodProblem(
    field="extra_candidates",
    refused=True,
    text=Text(
        "副职的差额数只能是一至三人。",
        "Deputy posts have one to three extra candidates.",
    ),
    citations=(citation.CANDIDATES,),
)
_SECRET = MethodProblem(
    field="secret_ballot",
    refused=True,
    text=Text(
        "选举必须无记名投票。",
        "Elections are by secret ballot.",
    ),
    citations=(citation.SECRET,),
)
_WRITE_INS = MethodProblem(
    field="write_ins_allowed",
    refused=True,
    text=Text(
        "不得禁止另选他人。",
        "A method may not forbid write-ins.",
    ),
    citations=(citation.SECRET,),
)
_BASE = MethodProblem(
    field="threshold_base",
    refused=True,
    text=Text(
        "当选须得全体代表过半数，不是到会代表。",
        "Election needs more than half of all deputies, not of those present.",
    ),
    citations=(citation.MAJORITY,),
)
_QUORUM = MethodProblem(
    field="voting_quorum",
    refused=True,
    text=Text(
        "到会代表须达三分之二以上，不能降为过半数。",
        "Two thirds must be present; half is weaker than the law.",
    ),
    citations=(citation.QUORUM,),
)
_FURTHER = MethodProblem(
    field="further_decided_by",
    refused=True,
    text=Text(
        "另行选举何时进行由代表大会决定，不能交给主席团。",
        "The congress decides on a further election, not the presidium.",
    ),
    citations=(citation.FURTHER,),
)
_FREE_WRITE_IN = MethodProblem(
    field="writein_requires_against",
    refused=False,
    text=Text(
        "二〇二五年代表法把另选他人限于投反对票的，组织法仍并列写入；请依法律意见确定。",
        "The Deputies Law of 2025 ties the write-in to a vote against; the Organic Law lists it freely.",
    ),
    citations=(
        citation.WRITE_IN_2025,
        citation.SECRET,
    ),
)
_SWITCH_DAY = MethodProblem(
    field="writein_requires_against",
    refused=False,
    text=Text(
        "会议在2025年3月11日，新代表法当日是否已施行未能确认。",
        "The session is on 2025-03-11: whether the new Deputies Law was in force that day is not confirmed.",
    ),
    citations=(
        citation.WRITE_IN_2015,
        citation.WRITE_IN_2025,
    ),
)
_PROXY = MethodProblem(
    field="proxy",
    refused=False,
    text=Text(
        "法律没有规定代表可以委托投票，所见办法都要求本人投票。",
        "No law lets a deputy vote by proxy; the methods seen ask for a vote in person.",
    ),
    citations=(citation.SECRET,),
)
_BOOTH = MethodProblem(
    field="secret_booth",
    refused=False,
    text=Text(
        "建议设秘密写票处。",
        "A booth to mark the paper in is advised.",
    ),
    citations=(citation.SECRET_BOOTH,),
)
_PLACES = MethodProblem(
    field="places",
    refused=True,
    text=Text(
        "票决办法须写明应选项目数。",
        "The method must say how many projects are chosen.",
    ),
    citations=(citation.PROJECT_METHOD,),
)
_POINTS = MethodProblem(
    field="rank_points",
    refused=True,
    text=Text(
        "排序计分须写明每一名次的分值。",
        "Ranking needs the points per rank.",
    ),
    citations=(citation.PROJECT_METHOD,),
)
_LIST_RESOLUTION = MethodProblem(
    field="list_resolution",
    refused=True,
    text=Text(
        "按票数多少确定的，名单须以全体代表过半数通过。",
        "A list by order of votes must be adopted by more than half of all deputies.",
    ),
    citations=(citation.MAJORITY,),
)
_PROJECT_SECRET = MethodProblem(
    field="secret_ballot",
    refused=False,
    text=Text(
        "所见办法都用无记名投票。",
        "The methods seen use a secret ballot.",
    ),
    citations=(citation.PROJECT_METHOD,),
)
