"""Working days come from the published arrangements; a year without one is not in the calendar."""

from datetime import date

import pytest

from huitang.adapters.working_days.china import published_calendar


@pytest.mark.parametrize(
    ("day", "rests"),
    [
        (date(2025, 1, 26), False),  # a Sunday worked before the Spring Festival
        (date(2025, 1, 28), True),
        (date(2025, 2, 4), True),
        (date(2025, 2, 5), False),
        (date(2025, 2, 8), False),  # a Saturday worked after it
        (date(2025, 2, 9), True),
        (date(2025, 4, 4), True),
        (date(2025, 10, 8), True),
        (date(2025, 10, 11), False),
    ],
)
def test_holidays_and_make_up_days_are_those_published(day, rests):
    assert published_calendar().calendar.is_rest_day(day) is rests


def test_every_year_between_the_first_and_the_last_is_there_and_none_beyond():
    years = published_calendar().years
    assert set(range(min(years), max(years) + 1)) == years
    assert {2024, 2025, 2026} <= years
    assert 2031 not in years
