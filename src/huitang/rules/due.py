"""What is due: one duty with its last day, who owes it and who waits for it.

Every app that runs clocks tells its duties in this one shape; the day they are asked for decides how they stand.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from huitang.rules.legal_text import Citation

USUAL_REMIND_DAYS = 7  # the office's choice: no law says how long before its last day a duty presses


class Standing(StrEnum):
    """How a duty stands on a day, the most pressing first."""

    LATE = "LATE"
    SOON = "SOON"
    AHEAD = "AHEAD"


@dataclass(frozen=True, slots=True)
class Due:
    """One duty that is not done.

    `subject` is what it is about, as the journal writes it ("suggestion:12"); `clock` is unique within the subject
    ("REPLY"). `owes` and `waits` are names of units, deputies or organs. `if_moved` is later than `last_day` where
    that is a day of rest and law does not settle which holds. `remind_days` before `last_day` it becomes pressing.
    """

    subject: str
    clock: str
    title: str  # of the subject
    what: str  # what must be done, in the reader's language
    owes: str
    waits: str
    last_day: date
    if_moved: date
    remind_days: int
    citations: tuple[Citation, ...] = ()

    @property
    def remind_on(self) -> date:
        """The first day on which it presses."""
        return self.last_day - timedelta(days=self.remind_days)

    def standing(self, on: date) -> Standing:
        """Late only when both readings of the last day are past."""
        if on > self.if_moved:
            return Standing.LATE
        return Standing.SOON if on >= self.remind_on else Standing.AHEAD

    def days_late(self, on: date) -> int:
        """Days since the later last day; zero while it is not late."""
        return max((on - self.if_moved).days, 0)
