"""Papers of a rating are read line by line; what is not one grade is left out of that line and of nothing else."""

from itertools import permutations

import pytest

from huitang.rules.rating import Grade
from huitang.rules.rating_papers import (
    TWO_GRADES,
    ItemTally,
    RatingMethod,
    RatingPaper,
    count_rating_papers,
    read_rating_paper,
)

GOOD, FAIR, POOR = Grade.SATISFIED, Grade.BASICALLY_SATISFIED, Grade.NOT_SATISFIED
METHOD = RatingMethod(items=("路", "灯"))


@pytest.mark.parametrize(
    ("choices", "read"),
    [
        (((GOOD,), (POOR,)), (GOOD, POOR)),
        (((FAIR,), ()), (FAIR, None)),
        (((GOOD, POOR), (GOOD,)), (None, GOOD)),
        (((), ()), (None, None)),
    ],
)
def test_a_line_with_no_grade_or_several_counts_for_nothing(choices, read):
    assert read_rating_paper(RatingPaper(choices), METHOD) == read


def test_a_grade_the_method_does_not_have_is_not_read():
    two = RatingMethod(items=("路",), grades=TWO_GRADES)
    assert read_rating_paper(RatingPaper(((FAIR,),)), two) == (None,)


@pytest.mark.parametrize(("required", "read"), [(True, None), (False, GOOD)])
def test_a_missing_seal_matters_only_where_the_method_asks_for_one(required, read):
    method = RatingMethod(items=("路",), seal_required=required)
    assert read_rating_paper(RatingPaper(((GOOD,),), sealed=False), method) == (read,)


def test_each_line_makes_up_all_papers_and_blank_ones_are_void_ones():
    papers = [
        RatingPaper(((GOOD,), (FAIR,))),
        RatingPaper(((POOR,), ())),
        RatingPaper(((GOOD, FAIR), (GOOD, POOR))),
        RatingPaper(((), ())),
    ]
    counted = [count_rating_papers(order, method=METHOD) for order in permutations(papers)]
    assert set(counted) == {counted[0]}
    tally = counted[0]
    assert (tally.papers_valid, tally.papers_void, tally.papers_blank) == (2, 2, 1)
    assert tally.items == (ItemTally("路", 1, 0, 1, 2), ItemTally("灯", 0, 1, 0, 3))
