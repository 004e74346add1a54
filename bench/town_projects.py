"""Ten livelihood projects a year for a town of `many_towns.py`, in every state."""

from datetime import date
from typing import Any

A_YEAR = 10
LAST_YEAR = 2025


def projects_of(town: int, year: int) -> list[dict[str, Any]]:
    """The fields of each."""
    return [_project(town, year, number) for number in range(1, A_YEAR + 1)]


def _project(town: int, year: int, number: int) -> dict[str, Any]:
    done = year < LAST_YEAR or number > 5
    days = {"finished_on": date(year, 9, 1), "accepted_on": date(year, 10, 1)} if done else {}
    return dict(
        town_id=town,
        year=year,
        number=number,
        name=f"{year}年第{number}项道路整治",
        total_yuan=1_000_000 * number,
        year_yuan=1_000_000 * number,
        unit="规划建设办",
        starts_on=date(year, 3, 1),
        due_on=date(year, 11, 30),
        adopted_on=date(year, 1, 20),
        state="ACCEPTED" if done else "BUILDING",
        began_on=date(year, 3, 1),
        **days,
    )
