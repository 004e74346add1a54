"""Two people of one name are told apart by what the file says of them, or asked about; never merged."""

import pytest

from huitang.congress.roster import queries
from huitang.congress.roster.preview import RowState
from tests.congress.roster.stage import TODAY, bring_in, preview, roll_of, row_of, told

TWO = ("1 王伟 男 1977.03 一团 10000000001", "2 王伟 男 1980.05 二团 10000000002")


@pytest.fixture
def two(term, office, now):
    bring_in(term, roll_of(*TWO), office, now)
    return term


def states(page):
    return [row.state for row in page.plan.rows]


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("9 王伟 - - 三团 10000000002", 2),
        ("9 王伟 - 1980.05 三团 -", 2),
        ("2 王伟 - - 三团 -", 2),
        ("- 王伟 - - 二团 -", 2),
    ],
    ids=["phone", "birth month", "number", "delegation"],
)
def test_each_mark_tells_who_is_meant(two, office, now, line, kept):
    page = preview(two, roll_of("1 王伟 男 1977.03 一团 10000000001", line), office, now)
    ids = {row.number: row.id for row in queries.list_roll(two, on=TODAY)}
    assert row_of(page, 3).deputy_id == ids[kept]
    assert RowState.ERROR not in states(page)


def test_a_row_that_fits_neither_is_an_error_that_says_what_to_do(two, office, now):
    page = preview(two, roll_of("- 王伟 男 - - -"), office, now)
    assert states(page) == [RowState.ERROR]
    assert told(page, 2) == (
        "名册里已有“王伟”（编号 1、2），这一行的联系电话、出生年月、编号和代表团都不足以认定是哪一位。请在文件里把这几栏填全。",
    )
    assert not page.plan.not_in_file


def test_two_rows_nothing_tells_apart_are_an_error(term, office, now):
    page = preview(term, roll_of("1 王伟 男 - 一团 -", "2 王伟 男 - 二团 -"), office, now)
    assert states(page) == [RowState.ERROR, RowState.ERROR]
    assert "与第 3 行同名" in told(page, 2)[0]


def test_two_rows_with_the_same_phone_are_an_error(term, office, now):
    page = preview(term, roll_of("1 王伟 男 - 一团 10000000001", "2 王伟 男 - 一团 10000000001"), office, now)
    assert states(page) == [RowState.ERROR, RowState.ERROR]


def test_a_third_of_the_name_is_new_when_he_differs_from_both(two, office, now):
    page = preview(two, roll_of(*TWO, "3 王伟 男 1990.01 三团 10000000003"), office, now)
    assert row_of(page, 4).action is RowState.NEW
    assert [row.action for row in page.plan.rows[:2]] == [RowState.UNCHANGED] * 2
    bring_in(two, roll_of(*TWO, "3 王伟 男 1990.01 三团 10000000003"), office, now)
    assert len(queries.list_roll(two, on=TODAY)) == 3


def test_one_of_the_same_name_with_other_marks_is_not_taken_for_the_known_one(term, office, now):
    bring_in(term, roll_of("1 王伟 男 1977.03 一团 10000000001"), office, now)
    page = preview(term, roll_of("1 王伟 女 1990.01 一团 10000000009"), office, now)
    assert states(page) == [RowState.ERROR]
    assert "不知道是不是同一人" in told(page, 2)[0]


def test_a_new_phone_alone_makes_no_other_person(term, office, now):
    bring_in(term, roll_of("1 王伟 男 1977.03 一团 10000000001"), office, now)
    page = preview(term, roll_of("1 王伟 男 1977.03 一团 10000000009"), office, now)
    assert states(page) == [RowState.CHANGED]


def test_a_corrected_name_is_known_by_number_and_phone(term, office, now):
    bring_in(term, roll_of("1 李龑 女 1960.01 一团 10000000001"), office, now)
    page = preview(term, roll_of("1 李䶮 女 1960.01 一团 10000000001"), office, now)
    row = row_of(page, 2)
    assert row.state is RowState.WARNING
    assert [(change.old, change.new) for change in row.changes] == [("李龑", "李䶮")]
    bring_in(term, roll_of("1 李䶮 女 1960.01 一团 10000000001"), office, now)
    assert [row.name for row in queries.list_roll(term, on=TODAY)] == ["李䶮"]


def test_another_name_under_a_held_number_is_an_error(term, office, now):
    bring_in(term, roll_of("1 甲 男 - 一团 10000000001"), office, now)
    page = preview(term, roll_of("1 乙 男 - 一团 10000000002"), office, now)
    assert told(page, 2) == (
        "编号 1 是“甲”的，而“甲”不在这个文件里。若是更正姓名，请先在代表页更正；若是新代表，请在文件里换一个编号。",
    )


def test_a_name_laid_out_with_a_blank_is_the_same_deputy(term, office, now):
    bring_in(term, roll_of("1 欧阳明 男 - 一团 10000000001"), office, now)
    page = preview(term, roll_of("1 欧阳\u3000明 男 - 一团 10000000001"), office, now)
    assert states(page) == [RowState.UNCHANGED]
