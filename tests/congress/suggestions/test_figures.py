"""The figures equal an independent count of the real table, and cost the same for ten rows and a hundred."""

from datetime import date, timedelta
from fractions import Fraction

import pytest

from huitang.congress.suggestions import deputy_pages, figures, listing, queries
from huitang.congress.suggestions.listing import PAGE, Wanted
from tests.congress.suggestions import stage
from tests.congress.suggestions.stage import ASSIGNED

YEAR = {"since": date(2025, 1, 1), "until": date(2025, 12, 31)}


def test_the_real_table_counted_by_hand(walk):
    stage.bring_in(walk)
    counted = figures.counts(walk.play.town_id, **YEAR)
    assert [counted.tabled.number, counted.assigned.number, counted.answered.number] == [10, 10, 10]
    # three months after 10 April end on 10 July: 002, 003, 005, 006 came later
    late = {row.number for row in queries.list_rows(walk.play.town_id, on=YEAR["until"], ids=counted.late.ids)}
    assert late == {"2025002", "2025003", "2025005", "2025006"}
    assert counted.on_time_rate == Fraction(6, 10)
    assert [counted.satisfied.number, counted.basically.number, counted.not_satisfied.number] == [7, 2, 1]
    assert (counted.satisfied_rate, counted.satisfied_percent) == (Fraction(9, 10), "90.0%")
    assert [(mark, figure.number) for mark, figure in counted.by_class] == [("A", 6), ("B", 1), ("C", 3)]
    assert counted.closed.number == 8


def test_each_is_counted_by_its_own_day(walk):
    stage.bring_in(walk)
    spring = figures.counts(walk.play.town_id, since=date(2025, 4, 1), until=date(2025, 5, 31))
    assert [spring.tabled.number, spring.assigned.number, spring.answered.number] == [0, 10, 4]
    nothing = figures.counts(walk.play.town_id, since=date(2024, 1, 1), until=date(2024, 12, 31))
    assert (nothing.answered.number, nothing.on_time_rate, nothing.on_time_percent) == (0, None, "")


def many(walk, number: int) -> None:
    for place in range(number):
        walk.assigned(assisting=place % 2 == 0, on=ASSIGNED + timedelta(days=place % 5))


@pytest.mark.parametrize("number", [10, 100])
def test_lists_and_figures_cost_the_same_queries_however_many(walk, number, django_assert_num_queries):
    many(walk, number)
    town = walk.play.town_id
    with django_assert_num_queries(12):
        page = listing.list_page(town, on=date(2025, 8, 1), wanted=Wanted())
    assert (len(page.rows), page.found, page.overdue) == (min(number, PAGE), number, number)
    with django_assert_num_queries(5):
        figures.counts(town, **YEAR)
    with django_assert_num_queries(9):
        own = deputy_pages.get_deputy_page(walk.actor(stage.Role.DEPUTY, walk.deputies[0]), on=date(2025, 8, 1))
    assert len(own.rows) == number


def test_the_list_is_filtered_and_sorted(walk):
    first, second = walk.assigned(assisting=True), walk.table(title="关于路灯的建议", lead="9")
    walk.assigned(on=date(2025, 6, 30))
    on = date(2025, 7, 11)

    def ids(**wanted):
        return [row.id for row in listing.list_page(walk.play.town_id, on=on, wanted=Wanted(**wanted)).rows]

    assert ids(state="TABLED") == [second]
    assert ids(text="路灯") == [second]
    assert ids(unit_id=walk.units[1]) == [first]
    assert first in ids(due="overdue")
    assert ids(order="due")[0] in ids(due="overdue")
    assert len(ids(state="open")) == 3
