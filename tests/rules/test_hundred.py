"""Parts of a hundred are whole numbers and add up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huitang.rules import hundred


@pytest.mark.parametrize(
    ("amounts", "parts"),
    [
        ([1, 1, 1], (34, 33, 33)),
        ([3250, 2840, 300, 64], (50, 44, 5, 1)),
        ([999, 1], (100, 0)),
        ([5], (100,)),
        ([0, 0], (0, 0)),
        ([], ()),
    ],
)
def test_the_largest_remainder_gets_what_is_left(amounts, parts):
    assert hundred.parts_of_hundred(amounts) == parts


@given(st.lists(st.integers(min_value=0, max_value=10**15), min_size=1, max_size=12).filter(any))
def test_they_always_add_up_and_none_is_off_by_a_whole_one(amounts):
    parts = hundred.parts_of_hundred(amounts)
    assert sum(parts) == 100
    whole = sum(amounts)
    assert all(abs(part * whole - 100 * amount) < whole for part, amount in zip(parts, amounts, strict=True))


def test_an_amount_below_zero_is_refused():
    with pytest.raises(ValueError, match="below zero"):
        hundred.parts_of_hundred([5, -1])
