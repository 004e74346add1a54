"""Sums, shares and growth in whole numbers; the words behind a target."""

from fractions import Fraction

import pytest

from huitang.rules import account_sums, proportion, target
from huitang.rules.account_sums import SumState
from huitang.rules.legal_text import ImpossibleNumber
from huitang.rules.target import Qualifier, TargetState


@pytest.mark.parametrize(
    ("part", "whole", "told"),
    [(6566, 6546, "100.3%"), (1, 3, "33.3%"), (1, 2000, "0.1%"), (0, 5, "0.0%"), (5, 0, "")],
)
def test_shares_are_told_to_one_place_half_up(part, whole, told):
    assert proportion.tell_share(part, whole) == told


@pytest.mark.parametrize(
    ("now", "before", "told"),
    [(104, 100, "4.0%"), (6454, 6566, "-1.7%"), (99999, 100000, "0.0%"), (0, 4, "-100.0%"), (4, 0, "")],
)
def test_growth_is_told_with_its_sign(now, before, told):
    assert proportion.tell_growth(now, before) == told


@pytest.mark.parametrize(("now", "leaps"), [(130, False), (131, True), (70, False), (69, True)])
def test_a_leap_is_more_than_so_many_per_cent_either_way(now, leaps):
    assert proportion.is_leap(now, 100, percent=30) is leaps


def test_a_total_is_the_sum_of_its_items():
    assert account_sums.check_total(said=6512, items=[6000, 502]).difference == 10
    assert account_sums.check_total(said=6502, items=[6000, 502]).state is SumState.AGREES
    with pytest.raises(ImpossibleNumber):
        account_sums.check_total(said=-1, items=[])


def test_named_parts_may_leave_some_out_but_are_never_more():
    assert account_sums.check_parts(whole=50, parts=[20, 20]).state is SumState.AGREES
    assert account_sums.check_parts(whole=50, parts=[20, 40]).state is SumState.DIFFERS


def test_what_is_brought_forward_is_what_was_left():
    found = account_sums.check_carried(brought_forward=64, income=6566, spending=6512)
    assert (found.state, found.counted) == (SumState.DIFFERS, 54)


@pytest.mark.parametrize(
    ("word", "actual", "state"),
    [
        ("左右", "5.0", TargetState.MET),
        ("左右", "4.9", TargetState.NOT_MET),
        ("左右", "6.0", TargetState.MET),
        ("左右", "6.1", TargetState.ABOVE),
        ("以上", "5.5", TargetState.MET),
        ("以上", "5.4", TargetState.NOT_MET),
        ("达到", "5.5", TargetState.MET),
        ("不低于", "5.49", TargetState.NOT_MET),
        ("", "5.5", TargetState.MET),
        ("超过", "5.5", TargetState.NOT_MET),
        ("超过", "5.6", TargetState.MET),
        ("以内", "5.5", TargetState.MET),
        ("以内", "5.6", TargetState.NOT_MET),
        ("不超过", "5.5", TargetState.MET),
        ("低于", "5.5", TargetState.NOT_MET),
        ("低于", "5.4", TargetState.MET),
        ("与全县同步", "9", TargetState.ASK),
    ],
)
def test_every_word_is_honoured(word, actual, state):
    found = target.judge(
        target=Fraction("5.5"),
        qualifier=target.read_qualifier(word),
        actual=Fraction(actual),
        tolerance=Fraction("0.5"),
    )
    assert found.state is state
    assert found.state.is_met is (state in (TargetState.MET, TargetState.ABOVE))
    assert found.difference == Fraction(actual) - Fraction("5.5")
    assert found.citations and found.steps[0].text.en


def test_without_an_actual_figure_nothing_is_judged():
    found = target.judge(target=Fraction(5), qualifier=Qualifier.AROUND, actual=None, tolerance=Fraction(0))
    assert found.state is TargetState.NO_ACTUAL


def test_a_tolerance_below_zero_is_a_mistake():
    with pytest.raises(ValueError, match="tolerance"):
        target.judge(target=Fraction(5), qualifier=Qualifier.AROUND, actual=Fraction(5), tolerance=Fraction(-1))
