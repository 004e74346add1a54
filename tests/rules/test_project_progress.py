"""Planned against actual, the colour of it, its money, and what the congress has to decide."""

from datetime import date, timedelta

import pytest

from huitang.rules import project_progress
from huitang.rules.legal_text import ImpossibleNumber, Text
from huitang.rules.project_progress import DEFAULT_BANDS, Band, BandFault, Colour, Part, PlannedStep, Reported

START, DUE = date(2025, 4, 1), date(2025, 9, 30)
STEPS = (
    PlannedStep("招标", 10, date(2025, 4, 21)),
    PlannedStep("路基", 50, date(2025, 6, 30)),
    PlannedStep("路面", 90, date(2025, 9, 8)),
)


def planned(on: date, *, steps=STEPS, starts_on=START, due_on=DUE) -> int | None:
    return project_progress.planned_percent(on, steps=steps, starts_on=starts_on, due_on=due_on)


@pytest.mark.parametrize(
    ("on", "percent"),
    [
        (date(2025, 3, 31), 0),
        (START, 0),
        (date(2025, 4, 11), 5),  # half of the twenty days to the first ten per cent
        (date(2025, 4, 12), 5),  # 5.5 is cut off
        (date(2025, 4, 21), 10),
        (date(2025, 5, 26), 30),  # half of the seventy days from 10 to 50
        (date(2025, 6, 30), 50),
        (date(2025, 9, 8), 90),
        (date(2025, 9, 19), 95),
        (DUE, 100),
        (date(2026, 1, 1), 100),
    ],
)
def test_the_plan_is_a_line_through_its_milestones(on, percent):
    assert planned(on) == percent


def test_without_milestones_the_plan_grows_from_start_to_due():
    assert planned(date(2025, 7, 1), steps=()) == 50
    assert planned(START, steps=(), due_on=None) == 0
    assert planned(date(2025, 7, 1), steps=(), starts_on=None) == 0
    assert planned(DUE, steps=(), starts_on=None) == 100
    assert planned(DUE, steps=(), starts_on=None, due_on=None) is None


def test_two_milestones_on_one_day_and_a_smaller_later_one_never_make_the_plan_fall():
    day = date(2025, 5, 1)
    steps = (PlannedStep("甲", 40, day), PlannedStep("乙", 20, day), PlannedStep("丙", 30, date(2025, 6, 1)))
    assert planned(day, steps=steps) == 40
    assert planned(date(2025, 6, 1), steps=steps) == 40


def test_a_milestone_after_the_due_day_carries_the_plan_on():
    late = (PlannedStep("绿化", 100, date(2025, 12, 1)),)
    assert planned(DUE, steps=late) == 100 * (DUE - START).days // (date(2025, 12, 1) - START).days


def test_the_plan_never_falls_from_day_to_day():
    days = [planned(START + timedelta(days=n)) for n in range(-5, 200)]
    assert days == sorted(days)
    assert (days[0], days[-1]) == (0, 100)


def actual(on: date, *reports: tuple[int, int], steps=STEPS, is_finished=False) -> int:
    told = [Reported(date(2025, month, 1), percent) for month, percent in reports]
    return project_progress.actual_percent(on, steps=steps, reports=told, is_finished=is_finished)


def test_what_is_done_is_the_latest_report_up_to_the_day():
    assert actual(date(2025, 6, 15), (7, 60), (5, 20), (6, 35)) == 35
    assert actual(date(2025, 4, 30), (5, 20)) == 0
    assert actual(date(2025, 6, 15), (6, 35), (6, 30)) == 30  # of two on one day the one entered later
    assert actual(date(2025, 6, 15), (6, 35), is_finished=True) == 100


def test_a_milestone_that_is_done_counts_at_least_its_share():
    steps = (PlannedStep("路基", 50, date(2025, 6, 30), date(2025, 6, 10)), STEPS[2])
    assert actual(date(2025, 6, 9), (6, 35), steps=steps) == 35
    assert actual(date(2025, 6, 10), (6, 35), steps=steps) == 50
    assert actual(date(2025, 8, 1), (8, 70), steps=steps) == 70


@pytest.mark.parametrize(
    ("variance", "colour"),
    [
        (40, Colour.GREEN),
        (0, Colour.GREEN),
        (-1, Colour.YELLOW),
        (-10, Colour.YELLOW),
        (-11, Colour.ORANGE),
        (-25, Colour.ORANGE),
        (-26, Colour.RED),
        (-100, Colour.RED),
    ],
)
def test_the_colour_follows_how_far_behind_the_plan_it_is(variance, colour):
    found = project_progress.find_band(variance, bands=DEFAULT_BANDS, is_accepted=False)
    assert found.colour is colour
    assert found.words.zh
    assert found.words.en


def test_blue_is_accepted_and_nothing_planned_has_no_colour():
    assert project_progress.find_band(-50, bands=DEFAULT_BANDS, is_accepted=True).colour is Colour.BLUE
    assert project_progress.find_band(None, bands=DEFAULT_BANDS, is_accepted=False) is None


def band(at_least: int, colour: Colour = Colour.RED, words: str = "慢") -> Band:
    return Band(at_least, colour, Text(words, words))


@pytest.mark.parametrize(
    ("bands", "fault"),
    [
        (DEFAULT_BANDS, None),
        ((band(-100),), None),
        ((), BandFault.NONE),
        ((band(0), band(-100), band(0)), BandFault.REPEATED),
        ((band(0), band(-99)), BandFault.OPEN_BELOW),
        ((band(-100, Colour.BLUE),), BandFault.BLUE_IS_TAKEN),
        ((band(-100, words=" "),), BandFault.WITHOUT_WORDS),
    ],
)
def test_bands_must_cover_every_case_once(bands, fault):
    assert project_progress.check_bands(bands) is fault


def test_overdue_begins_the_day_after_and_ends_with_finishing():
    assert not project_progress.is_overdue(DUE, due_on=DUE, finished_on=None)
    assert project_progress.is_overdue(DUE + timedelta(days=1), due_on=DUE, finished_on=None)
    assert not project_progress.is_overdue(date(2026, 1, 1), due_on=DUE, finished_on=date(2025, 12, 1))
    assert not project_progress.is_overdue(date(2026, 1, 1), due_on=None, finished_on=None)


@pytest.mark.parametrize(
    ("paid", "budgeted", "tenths"), [(0, 100, 0), (1, 3, 333), (1, 2000, 1), (186, 186, 1000), (5, 0, None)]
)
def test_the_paid_part_is_told_in_tenths_of_a_per_cent(paid, budgeted, tenths):
    assert project_progress.paid_tenths(paid=paid, budgeted=budgeted) == tenths


def may(*parts: Part, after: int = 1000, free: int = 10, needs: bool = True, decided: bool = False):
    return project_progress.may_change(
        parts, money_before=1000, money_after=after, free_percent=free, needs_congress=needs, is_decided=decided
    )


@pytest.mark.parametrize("part", [Part.NAME, Part.SCALE, Part.PLACE, Part.STOP])
def test_name_scale_place_and_stop_need_the_congress(part):
    refused = may(part)
    assert (refused.is_allowed, refused.needs) == (False, (part,))
    assert [cited.law for cited in refused.citations] == ["ZZF", "OFFICE"]
    assert may(part, decided=True).is_allowed
    assert may(part, needs=False).is_allowed


def test_more_money_needs_the_congress_beyond_the_share_only():
    assert may(Part.MONEY, after=1100).is_allowed
    assert not may(Part.MONEY, after=1101).is_allowed
    assert may(Part.MONEY, after=500).is_allowed
    assert may(Part.MONEY, Part.DUE, after=1100).needs == ()
    assert may(Part.NAME, Part.MONEY, after=2000).needs == (Part.NAME, Part.MONEY)
    assert not may(Part.MONEY, after=1001, free=0).is_allowed


def test_a_later_day_needs_a_reason_only():
    found = may(Part.DUE)
    assert (found.is_allowed, found.citations) == (True, ())
    assert "10%" in found.steps[0].text.zh


def test_impossible_numbers_are_refused():
    with pytest.raises(ImpossibleNumber):
        project_progress.paid_tenths(paid=-1, budgeted=3)
    with pytest.raises(ImpossibleNumber):
        may(Part.MONEY, after=-1)
