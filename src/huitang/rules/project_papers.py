"""Reading and counting the papers of a project vote."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from huitang.rules.ballot import BallotState, Mark
from huitang.rules.tally import Votes


class ProjectMode(StrEnum):
    """How the method lets deputies choose."""

    MAJORITY = "MAJORITY"
    PLURALITY = "PLURALITY"
    PER_ITEM = "PER_ITEM"
    RANK = "RANK"


@dataclass(frozen=True, slots=True)
class ProjectPaper:
    """One paper: the projects chosen, or (RANK) the projects in order, or (PER_ITEM) a mark for each."""

    choices: tuple[str, ...] = ()
    marks: tuple[tuple[str, Mark], ...] = ()
    sealed: bool = True


@dataclass(frozen=True, slots=True)
class ProjectMethod:
    """How the papers of this vote are read; `projects` are the keys in printed order."""

    projects: tuple[str, ...]
    places: int | None
    mode: ProjectMode = ProjectMode.MAJORITY
    rank_points: tuple[int, ...] = ()
    seal_required: bool = False


@dataclass(frozen=True, slots=True)
class ProjectTally:
    """The papers counted; under RANK the votes are points."""

    papers_valid: int
    papers_void: int
    papers_blank: int
    votes: tuple[Votes, ...]


def read_project_paper(paper: ProjectPaper, method: ProjectMethod) -> BallotState:
    """Say whether one paper counts: more choices than places, or the same choice twice, spoil it.

    Source: the session's method; Electoral Law art. 44 by analogy. Fewer choices are fine.
    """
    named = [key for key, _ in paper.marks] if method.mode is ProjectMode.PER_ITEM else list(paper.choices)
    known = set(named) <= set(method.projects)
    sealed = paper.sealed or not method.seal_required
    if not known or not sealed or len(set(named)) < len(named):
        return BallotState.VOID
    limit = _most_choices(method)
    return BallotState.VOID if _count_choices(paper, method) > limit else BallotState.VALID


def _most_choices(method: ProjectMethod) -> int:
    if method.mode is ProjectMode.RANK:
        return len(method.rank_points)
    if method.mode is ProjectMode.PER_ITEM or method.places is None:
        return len(method.projects)
    return method.places


def _count_choices(paper: ProjectPaper, method: ProjectMethod) -> int:
    if method.mode is ProjectMode.PER_ITEM:
        return len(paper.marks)
    return len(paper.choices)


def count_project_papers(papers: Iterable[ProjectPaper], *, method: ProjectMethod) -> ProjectTally:
    """Count the valid papers (the session's method). The order of the papers never matters."""
    states: Counter[BallotState] = Counter()
    marks: Counter[tuple[str, Mark]] = Counter()
    blank = 0
    for paper in papers:
        state = read_project_paper(paper, method)
        states[state] += 1
        if state is BallotState.VALID:
            blank += not paper.choices and not paper.marks
            marks.update(_marks_on(paper, method))
    return ProjectTally(
        papers_valid=states[BallotState.VALID],
        papers_void=states[BallotState.VOID],
        papers_blank=blank,
        votes=tuple(_votes(key, marks, method, states[BallotState.VALID]) for key in method.projects),
    )


def _marks_on(paper: ProjectPaper, method: ProjectMethod) -> dict[tuple[str, Mark], int]:
    if method.mode is ProjectMode.PER_ITEM:
        return dict.fromkeys(paper.marks, 1)
    if method.mode is ProjectMode.RANK:
        ranked = zip(paper.choices, method.rank_points, strict=False)
        return {(key, Mark.FOR): points for key, points in ranked}
    return {(key, Mark.FOR): 1 for key in paper.choices}


def _votes(key: str, marks: Counter[tuple[str, Mark]], method: ProjectMethod, valid: int) -> Votes:
    if method.mode is not ProjectMode.PER_ITEM:
        return Votes(key, marks[key, Mark.FOR])
    in_favour, against = marks[key, Mark.FOR], marks[key, Mark.AGAINST]
    return Votes(key, in_favour, against, valid - in_favour - against)
