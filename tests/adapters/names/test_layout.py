"""Names drawn on paper."""

import pytest

from huitang.adapters.names.cleaning import clean_name
from huitang.adapters.names.layout import columns, widen


@pytest.mark.parametrize(
    ("name", "drawn"),
    [
        ("田富", "田　富"),
        ("田 富", "田　富"),
        ("田大利", "田大利"),
        ("欧阳少东", "欧阳少东"),
        ("买买提·吐尔逊", "买买提·吐尔逊"),
        ("马·力", "马·力"),
        ("𬭎一", "𬭎　一"),
        ("Li", "Li"),
    ],
)
def test_only_two_characters_are_widened_and_the_stored_name_comes_back(name, drawn):
    assert widen(name) == drawn
    assert clean_name(drawn) == clean_name(name)


def test_columns_are_read_across_and_then_down():
    assert columns("甲乙丙丁戊", 2) == (("甲", "乙"), ("丙", "丁"), ("戊",))
    assert columns([], 4) == ()


def test_no_columns_are_refused():
    with pytest.raises(ValueError, match="0"):
        columns(["甲"], 0)
