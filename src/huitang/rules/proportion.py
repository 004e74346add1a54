"""Shares and growth in per cent, to one place, half away from zero, in whole numbers only."""

from fractions import Fraction


def tell_share(part: int, whole: int) -> str:
    """``100.3%`` for 6566 of 6546; nothing when there is no whole."""
    return _percent(part, whole) if whole > 0 else ""


def tell_growth(now: int, before: int) -> str:
    """``4.2%`` or ``-1.0%`` of growth over what was before; nothing when there was nothing before."""
    return _percent(now - before, before) if before > 0 else ""


def is_leap(now: int, before: int, *, percent: int) -> bool:
    """Whether a figure has grown or shrunk by more than so many per cent."""
    return before > 0 and abs(now - before) * 100 > before * percent


def is_told_right(said: Fraction, *, places: int, part: int, whole: int) -> bool:
    """Whether a percentage written with so many decimals is the share, rounded or cut off."""
    return whole > 0 and abs(said - Fraction(100 * part, whole)) < Fraction(1, 10**places)


def _percent(part: int, whole: int) -> str:
    tenths = (2000 * abs(part) + whole) // (2 * whole)
    sign = "-" if part < 0 and tenths else ""
    return f"{sign}{tenths // 10}.{tenths % 10}%"
