"""A method is read from its table exactly as it was adopted."""

from datetime import date

import pytest

from huitang.congress.ballots import papers
from huitang.rules.ballot import Mark, RawMark, Scheme, Unclear
from huitang.rules.election_method import SessionMethod
from huitang.rules.project_papers import ProjectMethod, ProjectMode


@pytest.mark.parametrize("day", [date(2024, 8, 8), date(2025, 4, 1)])
@pytest.mark.parametrize(
    "method",
    [
        SessionMethod(),
        SessionMethod(
            scheme=Scheme.OVAL,
            accepted_marks=((RawMark.TICK, Mark.FOR),),
            unclear=Unclear.WHOLE,
            write_ins_allowed=False,
            writein_requires_against=False,
            seal_required=True,
        ),
    ],
)
def test_a_ballot_method_comes_back_whole(method, day):
    adopted = method.ballot_method(candidates=("甲", "乙"), seats=1, on=day)
    assert papers.as_method(papers.method_stored(adopted)) == adopted


def test_a_project_method_comes_back_whole():
    adopted = ProjectMethod(projects=("一", "二"), places=1, mode=ProjectMode.PLURALITY, seal_required=True)
    assert papers.as_project_method(papers.project_method_stored(adopted)) == adopted
