"""Counts whole papers of a case by its method, so that the totals can be decided like any others."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from huitang.adapters.cases import building
from huitang.adapters.cases.fault import CaseIsWrong, Fault
from huitang.adapters.cases.kinds import Kind
from huitang.adapters.cases.paper_shape import SIGNS, ReadingMethod
from huitang.rules import citation, project_papers, statute, tally
from huitang.rules.ballot import BallotMethod, Paper, RawMark, WriteIn
from huitang.rules.project_papers import ProjectMethod, ProjectMode, ProjectPaper, ProjectTally
from huitang.rules.tally import Tally
from huitang.rules.tie_vote import decide_tie_vote

Case = Mapping[str, Any]


def count(case: Case, kind: Kind) -> Tally | ProjectTally:
    """Read and count the papers. :raises CaseIsWrong: where a paper has not one mark for each printed name."""
    return _count_project_papers(case) if kind.is_about_projects else _count_papers(case, kind)


def totals(case: Case, found: Tally | ProjectTally) -> dict[str, Any]:
    """What the papers come to, under the names the rule asks for."""
    return {
        "papers_collected": case.get("papers_collected", found.papers_valid + found.papers_void),
        "valid_papers": found.papers_valid,
        "void_papers": found.papers_void,
        "votes": found.votes if isinstance(found, ProjectTally) else found.votes(),
    }


def _count_papers(case: Case, kind: Kind) -> Tally:
    names = tuple(case["candidates"])
    told = building.build(ReadingMethod, case.get("method", {}))
    method = BallotMethod(
        candidates=names,
        seats=case["seats"],
        scheme=told.scheme,
        accepted_marks=told.accepted_marks,
        unclear=told.unclear,
        write_ins_allowed=told.write_ins_allowed and kind.rule is not decide_tie_vote,
        writein_requires_against=told.writein_requires_against,
        writein_breach=told.writein_breach,
        seal_required=told.seal_required,
        write_in_basis=_basis(case.get("day")),
    )
    return tally.count_papers(_papers(case["papers"], len(names)), method=method)


def _basis(day: str | None) -> Any:
    tied_by_law = day is None or statute.at(date.fromisoformat(day)).write_in_tied_to_against
    return citation.WRITE_IN_2025 if tied_by_law else citation.WRITE_IN_METHOD


def _papers(rows: Iterable[Any], printed: int) -> Iterator[Paper]:
    for position, row in enumerate(rows):
        paper = Paper(_marks(row)) if isinstance(row, str) else _full_paper(row)
        if len(paper.marks) != printed:
            raise CaseIsWrong(
                ("papers", position), Fault.WRONG_NUMBER_OF_MARKS, printed=printed, marks=len(paper.marks)
            )
        for _ in range(1 if isinstance(row, str) else row.get("times", 1)):
            yield paper


def _full_paper(row: Case) -> Paper:
    told = row["marks"]
    return Paper(
        marks=_marks(told) if isinstance(told, str) else tuple(RawMark(mark) for mark in told),
        write_ins=tuple(WriteIn(**{"eligible": True, **one}) for one in row.get("write_ins", ())),
        sealed=row.get("sealed", True),
    )


def _marks(signs: str) -> tuple[RawMark, ...]:
    return tuple([SIGNS[sign] for sign in signs])


def _count_project_papers(case: Case) -> ProjectTally:
    method = ProjectMethod(
        projects=tuple(case["projects"]),
        places=case.get("places"),
        mode=ProjectMode(case.get("mode", ProjectMode.MAJORITY)),
        rank_points=tuple(case.get("rank_points", ())),
        seal_required=case.get("seal_required", False),
    )
    return project_papers.count_project_papers(_project_papers(case["papers"]), method=method)


def _project_papers(rows: Iterable[Any]) -> Iterator[ProjectPaper]:
    for row in rows:
        if isinstance(row, list):
            yield ProjectPaper(tuple(row))
            continue
        paper = building.build(ProjectPaper, {key: told for key, told in row.items() if key != "times"})
        for _ in range(row.get("times", 1)):
            yield paper
