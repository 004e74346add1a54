"""Words are measured from above and broken where Chinese allows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huitang.adapters.papers import measuring


def test_an_em_is_rounded_upwards():
    assert (measuring.em(160), measuring.em(90)) == (57, 32)


def test_a_chinese_character_is_one_em():
    assert measuring.width("清河镇", 160) == 170


def test_a_closing_mark_never_begins_a_line():
    assert measuring.wrap("赞成反对，弃权", 230, 160) == ("赞成反", "对，弃权")


def test_an_opening_mark_never_ends_a_line():
    assert measuring.wrap("赞成画“○”", 230, 160) == ("赞成画", "“○”")


def test_a_number_stays_with_what_it_counts():
    assert measuring.wrap("共同投资335万元", 400, 160) == ("共同投资", "335万元")


def test_a_minority_name_breaks_behind_its_dot():
    assert measuring.name_lines("阿卜杜热依木·买买提依明", 400, 160) == ("阿卜杜热依木·", "买买提依明")


def test_a_long_name_is_cut_into_equal_lines():
    assert measuring.name_lines("清河镇中心小学运动场改造", 560, 160) == ("清河镇中心小", "学运动场改造")


@pytest.mark.parametrize("text", ["", "。", "，，，，，，，，", "““““““““", "abcdefghijklmnopqrstuvwxyz"])
def test_odd_texts_lose_nothing(text):
    assert "".join(measuring.wrap(text, 170, 160)) == text


@given(
    st.text(st.sampled_from("清河镇王，。（）“”·12ab年"), max_size=60),
    st.integers(200, 1700),
    st.sampled_from([90, 160, 220]),
)
def test_wrapping_loses_nothing_and_lines_fit(text, room, size):
    lines = measuring.wrap(text, room, size)
    assert "".join(lines) == text
    marks = set("，。（）“”·")
    assert [line for line in lines if measuring.width(line, size) > room and not set(line) & marks] == []
