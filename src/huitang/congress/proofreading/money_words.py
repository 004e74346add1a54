"""Sums of money and shares: 总投资1200万元, 占预算的98.5%."""

import re
from dataclasses import dataclass
from decimal import Decimal

from huitang.congress.proofreading.passages import Line

MONEY = re.compile(r"(?P<n>\d[\d，]*(?:\.\d+)?)\s*(?P<unit>亿元|万元|千元|元)")
PERCENT = re.compile(r"(?P<n>\d{1,4}(?:\.\d+)?)\s*%")
_UNITS = {"亿元": 100_000_000, "万元": 10_000, "千元": 1_000, "元": 1}


@dataclass(frozen=True)
class MoneySaid:
    """A sum in yuan; `slack` is how much rounding may hide in the last digit written."""

    paragraph: int
    start: int
    end: int
    words: str
    yuan: Decimal
    slack: Decimal


def sums_in(line: Line, begins: int = 0, ends: int | None = None) -> tuple[MoneySaid, ...]:
    """The sums of one paragraph, or of a stretch of it."""
    stretch = MONEY.finditer(line.text, begins, len(line.text) if ends is None else ends)
    return tuple(_said(line, found) for found in stretch)


def in_unit(yuan: Decimal, example: str) -> str:
    """The sum in the unit of the example: 12000000 beside 1100万元 is 1200万元."""
    unit = next(name for name in _UNITS if example.endswith(name))
    return f"{(yuan / _UNITS[unit]).normalize():f}{unit}"


def _said(line: Line, found: re.Match[str]) -> MoneySaid:
    digits = found["n"].replace("，", "")
    unit = Decimal(_UNITS[found["unit"]])
    decimals = len(digits.partition(".")[2])
    return MoneySaid(
        paragraph=line.number,
        start=found.start(),
        end=found.end(),
        words=found[0],
        yuan=Decimal(digits) * unit,
        slack=unit / (10**decimals) / 2,
    )
