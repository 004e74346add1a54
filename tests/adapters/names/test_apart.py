"""Two of one name are told apart by a note in full-width brackets; whoever has a name alone keeps it as it is."""

import pytest

from huitang.adapters.names import apart
from huitang.adapters.names.apart import Known
from huitang.adapters.names.strokes import order_by_strokes, unknown_characters


def known(number, name, *, note="", delegation="第一代表团", sex="女", district=""):
    return Known(number, name, number, note, (delegation, sex, district))


def called(*people):
    notes = apart.notes_of(people)
    return [apart.with_note(one.name, notes.get(one.id, "")) for one in people]


def test_a_name_nobody_else_has_stays_as_it_is_whatever_was_typed_for_it():
    assert called(known(1, "王芳", note="北村"), known(2, "王兰")) == ["王芳", "王兰"]


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ({"delegation": "第二代表团"}, {}, ["王芳（第二代表团）", "王芳（第一代表团）"]),
        ({"sex": "男"}, {}, ["王芳（男）", "王芳（女）"]),
        ({"district": "北村"}, {"district": "南村"}, ["王芳（北村）", "王芳（南村）"]),
        ({"district": "北村"}, {}, ["王芳（1号）", "王芳（2号）"]),
        ({"delegation": "一个名字实在太长的代表团小组"}, {}, ["王芳（1号）", "王芳（2号）"]),
        ({"note": "北村"}, {"delegation": "第二代表团"}, ["王芳（北村）", "王芳（第二代表团）"]),
        ({"note": "第二代表团"}, {"delegation": "第二代表团"}, ["王芳（第二代表团）", "王芳（2号）"]),
        ({"note": "北村"}, {"note": "北村"}, ["王芳（北村1号）", "王芳（北村2号）"]),
    ],
)
def test_the_note_is_what_was_typed_or_the_first_in_which_all_of_the_name_differ(one, other, told):
    assert called(known(1, "王芳", **one), known(2, "王芳", **other)) == told


def test_of_three_the_trait_must_tell_all_apart():
    three = [known(number, "王芳", delegation=name) for number, name in enumerate(["一团", "一团", "二团"], start=1)]
    assert called(*three) == ["王芳（1号）", "王芳（2号）", "王芳（3号）"]


@pytest.mark.parametrize(
    ("typed", "kept", "bare"),
    [
        ("王 芳(北村)", "王芳（北村）", "王芳"),
        ("王芳（北村）", "王芳（北村）", "王芳"),
        ("王芳", "王芳", "王芳"),
        ("（北村）", "（北村）", "（北村）"),
        ("阿卜杜拉·买买提", "阿卜杜拉·买买提", "阿卜杜拉·买买提"),
    ],
)
def test_a_noted_name_is_kept_in_one_spelling_and_can_be_taken_apart_again(typed, kept, bare):
    assert apart.tidy(typed) == kept
    assert apart.without_note(kept) == bare


def test_a_bare_name_that_does_not_say_who_is_meant():
    found = apart.not_told_by_name(["王芳（北村）", "李强", "王芳（女）", "赵敏（农办）"])
    assert found == {"王芳": ("王芳（北村）", "王芳（女）"), "赵敏": ("赵敏（农办）",)}


def test_strokes_do_not_read_the_note():
    assert order_by_strokes(["王芳（北村）", "王伟", "王芳华"]) == ("王伟", "王芳（北村）", "王芳华")
    assert unknown_characters(["王芳（北村）"]) == ()
