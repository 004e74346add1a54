"""Whether the figures of an account agree with each other. Amounts are whole numbers of one unit."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from huitang.rules.legal_text import refuse_impossible


class SumState(StrEnum):
    """What adding up can show."""

    AGREES = "AGREES"
    DIFFERS = "DIFFERS"


@dataclass(frozen=True, slots=True)
class SumFinding:
    """What is written, what the items come to, and how far apart the two are."""

    state: SumState
    said: int
    counted: int

    @property
    def difference(self) -> int:
        """How far apart, never below zero."""
        return abs(self.said - self.counted)


def check_total(*, said: int, items: Sequence[int]) -> SumFinding:
    """A total is the sum of its items."""
    refuse_impossible(said=said)
    return _compared(said, sum(items))


def check_parts(*, whole: int, parts: Sequence[int]) -> SumFinding:
    """Parts named one by one (其中) need not be all of a line, but are never more than it."""
    refuse_impossible(whole=whole)
    counted = sum(parts)
    return SumFinding(SumState.DIFFERS if counted > whole else SumState.AGREES, whole, counted)


def check_carried(*, brought_forward: int, income: int, spending: int) -> SumFinding:
    """What this year brings forward is what last year's account had left."""
    refuse_impossible(brought_forward=brought_forward, income=income, spending=spending)
    return _compared(brought_forward, income - spending)


def _compared(said: int, counted: int) -> SumFinding:
    return SumFinding(SumState.AGREES if said == counted else SumState.DIFFERS, said, counted)
