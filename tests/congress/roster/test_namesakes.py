"""Deputies of one name on the roll: noted while they share it, as the office types it, else as the roll tells them apart."""

from datetime import date
from importlib import import_module

import pytest
from django.apps import apps

from huitang.adapters.spreadsheets.writing import write_xlsx
from huitang.congress.roster import commands, mandate_commands, namesakes, pages, queries
from huitang.congress.roster.models import Delegation, Deputy
from huitang.rules.mandate import EndCause
from tests.congress.roster.stage import TODAY, bring_in, preview, roll_of, row_of

TWO = ("1 王芳 女 - 一团 10000000001", "2 王芳 女 - 二团 10000000002", "3 李强 男 - 一团 10000000003")


@pytest.fixture
def two(term, office, now) -> int:
    bring_in(term, roll_of(*TWO), office, now)
    return term


def names(term: int) -> list[str]:
    return [row.name for row in queries.list_everyone(term, on=TODAY)]


def correct(number: int, office, now, **changed: object) -> None:
    deputy = Deputy.objects.get(number=number)
    kept = {"number": number, "name": deputy.name, "delegation_id": deputy.delegation_id, "details": {}}
    commands.correct_deputy(deputy_id=deputy.pk, **{**kept, **changed}, actor=office, now=now)


def test_an_imported_roll_tells_them_apart_at_once_and_says_that_the_office_has_not(two, town):
    assert names(two) == ["王芳（一团）", "王芳（二团）", "李强"]
    page = pages.get_roll(two, town_id=town.pk, on=TODAY)
    assert [(group.name, [row.number for row in group.rows]) for group in page.unsettled] == [("王芳", [1, 2])]


def test_what_the_office_types_stands_instead_and_ends_the_warning(two, office, now, town):
    correct(1, office, now, details={"note": " （北村） "})
    assert names(two)[:2] == ["王芳（北村）", "王芳（二团）"]
    assert len(pages.get_roll(two, town_id=town.pk, on=TODAY).unsettled) == 1
    with pytest.raises(namesakes.NoteIsShared, match="加注也是“北村”"):
        correct(2, office, now, details={"note": "北村"})
    correct(2, office, now, details={"note": "女"})
    assert names(two)[:2] == ["王芳（北村）", "王芳（女）"]
    assert pages.get_roll(two, town_id=town.pk, on=TODAY).unsettled == ()


def test_a_note_alone_does_not_show_and_a_corrected_name_gives_the_other_its_own_back(two, office, now):
    correct(3, office, now, details={"note": "北村"})
    assert names(two)[2] == "李强"
    correct(2, office, now, name="王兰")
    assert names(two) == ["王芳", "王兰", "李强"]


def test_another_delegation_or_another_name_of_it_changes_what_tells_them_apart(two, office, now):
    second = Delegation.objects.get(name="二团")
    commands.rename_delegation(delegation_id=second.pk, name="河东团", actor=office, now=now)
    assert names(two)[:2] == ["王芳（一团）", "王芳（河东团）"]
    correct(1, office, now, delegation_id=second.pk)
    assert names(two)[:2] == ["王芳（1号）", "王芳（2号）"]


def test_a_namesake_seated_later_is_told_apart_and_who_left_still_counts(two, office, now, town):
    first = Delegation.objects.get(name="一团")
    seated = {"term_id": two, "number": None, "delegation_id": first.pk, "on": date(2025, 2, 1), "reason": "补选"}
    mandate_commands.seat_by_elected(name="李强", details={"sex": "女"}, **seated, actor=office, now=now)
    assert names(two)[2:] == ["李强（男）", "李强（女）"]
    with pytest.raises(namesakes.NoteIsShared):
        correct(3, office, now, details={"note": "河东"})
        mandate_commands.seat_by_elected(name="李强", details={"note": "河东"}, **seated, actor=office, now=now)
    gone = Deputy.objects.get(number=2)
    mandate_commands.end_mandate(
        deputy_id=gone.pk, on=date(2025, 3, 1), cause=EndCause.MOVED_AWAY, reason="迁出", actor=office, now=now
    )
    assert names(two)[:2] == ["王芳（一团）", "王芳（二团）"]
    assert [group.name for group in pages.get_roll(two, town_id=town.pk, on=TODAY).unsettled] == ["李强"]


def test_the_roll_is_searched_by_the_bare_name_and_by_the_noted_one(two):
    assert [row.number for row in queries.find_deputies(two, "王芳", on=TODAY)] == [1, 2]
    assert [row.number for row in queries.find_deputies(two, "王 芳(二团)", on=TODAY)] == [2]


def test_a_note_in_the_file_is_taken_over_and_one_too_long_is_told(term, office, now, town):
    headings = ("序号", "姓名", "性别", "代表团", "联系电话", "加注")
    rows = [
        ["1", "王芳", "女", "一团", "10000000001", "（北村）"],
        ["2", "王芳", "女", "一团", "10000000002", "女" * 13],
    ]
    wrong = preview(term, write_xlsx(headings, rows), office, now)
    assert "有 13 个字，超过 12 个" in row_of(wrong, 3).errors[0].sentence
    rows[1][-1] = "南村"
    bring_in(term, write_xlsx(headings, rows), office, now)
    assert names(term) == ["王芳（北村）", "王芳（南村）"]


def test_names_typed_elsewhere_must_say_who_is_meant(two):
    with pytest.raises(namesakes.NameIsShared, match="名册里有2位王芳：王芳（一团）、王芳（二团）"):
        namesakes.must_be_clear(two, ["李强", "王 芳"])
    namesakes.must_be_clear(two, ["李强", "王芳（一团）", "王芳（农办）", "赵敏"])


def test_a_roll_kept_before_this_version_is_told_apart_by_the_migration(two):
    Deputy.objects.update(shown_note="")
    assert names(two)[:2] == ["王芳", "王芳"]
    import_module("huitang.congress.roster.migrations.0003_told_apart").tell_apart(apps, None)
    assert names(two) == ["王芳（一团）", "王芳（二团）", "李强"]
