"""The order of strokes, in both customs."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huitang.adapters.names import strokes
from huitang.adapters.names.stroke_table import COMPOSED, CORRECTED, strokes_of
from huitang.adapters.names.strokes import Alike, order_by_strokes, stroke_key

SURNAMES = "丁于万马王韦毛方孔邓左石龙叶田史白冯吕朱任华向刘江汤安许孙李杨吴何汪沈宋张陆陈林欧罗周郑单孟赵胡姚贺秦袁徐黄曹章彭韩谢雷蔡潘戴"
SIGNS = st.sampled_from(SURNAMES + "一二三大小富利达玥翀祎喆堃镕䶮𬭎甲申旻旼")
PLAIN = st.text(SIGNS, min_size=1, max_size=4)
NAMES = PLAIN | st.builds("{}·{}".format, PLAIN, PLAIN)


def test_congresses_compare_the_second_characters_and_others_see_a_blank_first():
    names = ["田富", "田大利"]
    assert order_by_strokes(names) == ("田大利", "田富")
    assert order_by_strokes(names, blank_first=True) == ("田富", "田大利")


def test_the_customs_agree_on_names_of_other_lengths():
    names = ["欧阳明", "欧阳大明", "买买提·吐尔逊", "司马一"]
    assert order_by_strokes(names) == order_by_strokes(names, blank_first=True)


@pytest.mark.parametrize("blank_first", [True, False])
def test_a_dot_between_two_characters_is_no_gap(blank_first):
    assert stroke_key("田·富", blank_first=blank_first) == stroke_key("田富")


def test_fewer_strokes_first_and_then_the_kinds_of_strokes():
    assert order_by_strokes(["王一", "文一", "丁一", "方一", "毛一"]) == ("丁一", "王一", "毛一", "文一", "方一")
    # 林 一丨 before 欧 一丿
    assert order_by_strokes(["欧一", "林一"]) == ("林一", "欧一")


def test_common_surnames_of_two_to_seven_strokes_stand_as_offices_list_them():
    known = list("丁于万马王韦毛方孔邓左石龙叶田史白冯吕朱任华向刘江汤安许孙李杨吴何")
    shuffled = random.Random(4).sample(known, len(known))
    assert order_by_strokes(shuffled) == tuple(known)


def test_the_same_surname_is_told_apart_by_the_next_character():
    assert order_by_strokes(["李大鸣", "李一鸣", "李一凡"]) == ("李一凡", "李一鸣", "李大鸣")


def test_a_compound_surname_goes_by_its_first_character():
    assert order_by_strokes(["洪少东", "欧阳少东", "上官一"]) == ("上官一", "欧阳少东", "洪少东")


@pytest.mark.parametrize(
    ("character", "count"),
    [("䶮", 9), ("𬭎", 12), ("喆", 12), ("堃", 11), ("玥", 8), ("翀", 10), ("祎", 8), ("镕", 15), ("达", 6), ("虽", 9)],
)
def test_rare_characters_of_names_are_known(character, count):
    assert len(strokes_of(character)) == count


def test_every_composed_and_corrected_character_has_strokes_of_the_five_kinds():
    assert all(strokes_of(sign) and set(strokes_of(sign)) <= set("12345") for sign in [*COMPOSED, *CORRECTED])


def test_left_right_comes_before_top_bottom_and_both_before_whole():
    assert strokes_of("旼") == strokes_of("旻")
    assert order_by_strokes(["张旻", "张旼"]) == ("张旼", "张旻")
    assert strokes_of("叶") == strokes_of("申")
    assert order_by_strokes(["申一", "叶一"]) == ("叶一", "申一")


def test_what_shape_does_not_tell_apart_is_said():
    ordered = order_by_strokes(["申一", "甲二", "叶一", "申三"])
    assert strokes.alike_characters(ordered) == (Alike("甲", "申"),)
    # one surname stays together all the same
    assert ordered == ("叶一", "甲二", "申一", "申三")


def test_an_unknown_character_is_named_and_never_silently_last():
    strange = "\U0003fffd"
    names = [f"王{strange}", "王一", "Anna"]
    assert strokes.unknown_characters(names) == (strange, "A", "n", "a")
    assert strokes.has_unknown(names[0])
    assert not strokes.has_unknown("王一")
    assert order_by_strokes(names)[0] == "王一"
    assert strokes.alike_characters(order_by_strokes([f"{strange}一", "Anna"])) == ()


def test_strokes_are_shown_as_an_office_writes_them():
    assert strokes.shown_strokes("田") == "丨乛一丨一"
    assert strokes.shown_strokes("\U0003fffd") == ""


def test_padding_does_not_move_a_name():
    assert stroke_key("田　富") == stroke_key("田富")


@given(st.lists(NAMES, max_size=8), st.booleans(), st.integers())
def test_the_order_does_not_depend_on_how_the_names_came(names, blank_first, seed):
    shuffled = random.Random(seed).sample(names, len(names))
    assert order_by_strokes(shuffled, blank_first=blank_first) == order_by_strokes(names, blank_first=blank_first)


@given(NAMES, NAMES, st.booleans())
def test_two_names_are_equal_in_order_only_if_they_are_the_same_characters(one, other, blank_first):
    same = stroke_key(one, blank_first=blank_first) == stroke_key(other, blank_first=blank_first)
    apart = strokes.signs_of(one) != strokes.signs_of(other)
    assert not (same and apart)


@given(st.lists(NAMES, unique_by=strokes.signs_of, min_size=2, max_size=8), st.booleans())
def test_a_name_more_or_less_moves_nobody_else(names, blank_first):
    all_of_them = order_by_strokes(names, blank_first=blank_first)
    without = order_by_strokes(names[1:], blank_first=blank_first)
    assert tuple(name for name in all_of_them if name != names[0]) == without
