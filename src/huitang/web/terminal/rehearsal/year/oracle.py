"""The oracle: what each clock must say on each day, read from the table written by hand."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from huitang.web.terminal.rehearsal.year import oracle_table

UNTOLD = "----------"
ONE_DAY = timedelta(days=1)
_PRESSING = ("OVERDUE", "DUE_SOON", "UNKNOWN", "RUNNING")


@dataclass(frozen=True)
class Leg:
    """One clock from one start; `until` is the day another leg takes its place, `since` the day it took one."""

    subject: str
    clock: str
    start: date
    last: date | None
    moved: date | None
    done: date | None = None
    over: date | None = None
    until: date | None = None
    since: date = date.min

    @property
    def presses(self) -> date | None:
        """The first day on which somebody is reminded."""
        return None if self.last is None else self.last - timedelta(days=oracle_table.REMIND.get(self.clock, 7))

    def holds(self, on: date) -> bool:
        return max(self.start, self.since) <= on and (self.until is None or on < self.until)

    def pace(self, on: date) -> str:
        """What the clock says on a day, after the deeds of that day."""
        if self.done is not None and on >= self.done:
            return "DONE" if self.moved is None or self.done <= self.moved else "DONE_LATE"
        if self.over is not None and on >= self.over:
            return "LAPSED"
        if self.last is None or self.moved is None:
            return "UNKNOWN"
        if on > self.moved:
            return "LAPSED" if self.clock == "HAND_BACK" else "OVERDUE"
        is_soon = self.clock != "HAND_BACK" and self.presses is not None and on >= self.presses
        return "DUE_SOON" if is_soon else "RUNNING"

    def ends(self) -> date:
        """From this day on nothing presses: done, over, or replaced."""
        return min((day for day in (self.done, self.over, self.until) if day is not None), default=date.max)

    def turns(self) -> set[date]:
        """The days on which something changes, the last days before it does, and those on which it is said again."""
        days = {max(self.start, self.since), self.done, self.over, self.until}
        if self.presses is not None and self.last is not None and self.moved is not None:
            days |= {self.presses - ONE_DAY, self.presses, self.last, self.moved, self.moved + ONE_DAY}
            days.add(self.moved + timedelta(days=oracle_table.ESCALATE))
        return {day for day in days if day is not None}

    def firings(self) -> list[tuple[str, date]]:
        """When it presses, when it is late and when it goes to the chair, if it comes to that."""
        if self.last is None or self.moved is None or self.presses is None or self.clock == "HAND_BACK":
            return []
        first = max(self.start, self.since)
        days = {
            "REMIND": self.presses,
            "LATE": self.moved + ONE_DAY,
            "ESCALATE": self.moved + timedelta(days=oracle_table.ESCALATE),
        }
        return [(level, max(first, day)) for level, day in days.items() if max(first, day) < self.ends()]


def read(table: str) -> tuple[Leg, ...]:
    """Every line of a table; one that follows another of the same clock takes its place from the day that ends."""
    legs: list[Leg] = []
    for line in table.splitlines():
        if line.strip():
            leg = _leg(line)
            before = [one.until for one in legs if (one.subject, one.clock) == (leg.subject, leg.clock)]
            legs.append(replace(leg, since=before[-1] or date.min) if before else leg)
    return tuple(legs)


def _leg(line: str) -> Leg:
    subject, clock, start, last, *rest = line.partition("+")[0].split()
    told = {key: date.fromisoformat(day) for key, _, day in (word.partition("=") for word in rest)}
    end = None if last == UNTOLD else date.fromisoformat(last)
    moved = told.pop("moved", end)
    return Leg(subject, clock, date.fromisoformat(start), end, moved, **told)


@dataclass(frozen=True)
class Told:
    """One clock on one day, as the oracle knows it and as a page says it."""

    clock: str
    start: date | None
    last: date | None
    moved: date | None
    pace: str


def dues_of(legs: tuple[Leg, ...], on: date) -> set[tuple[str, str, date, date, int]]:
    """What the office's diary shows in the evening: whose, which clock, both last days, days late or days left."""
    return {
        (leg.subject, leg.clock, leg.last, leg.moved, _days(leg.last, leg.moved, on))
        for leg in legs
        if leg.last is not None and leg.moved is not None and leg.clock != "HAND_BACK"
        if leg.holds(on) and leg.pace(on) in ("RUNNING", "DUE_SOON", "OVERDUE")
    }


def _days(last: date, moved: date, on: date) -> int:
    """Below zero: so many days late. Between both last days nothing is left and nothing late."""
    return -(on - moved).days if on > moved else max((last - on).days, 0)


def told_of(legs: tuple[Leg, ...], subject: str, on: date) -> set[Told]:
    """Every clock of a subject that has something to say on a day."""
    own = (leg for leg in legs if leg.subject == subject and leg.holds(on))
    return {Told(leg.clock, leg.start, leg.last, leg.moved, leg.pace(on)) for leg in own}


def most_pressing(legs: tuple[Leg, ...], subject: str, on: date) -> tuple[date | None, str] | None:
    """The last day and the pace a list shows: the late first, then the earliest; to hand back is no duty."""
    running = [told for told in told_of(legs, subject, on) if told.pace in _PRESSING and told.clock != "HAND_BACK"]
    first = min(running, key=lambda told: (_PRESSING.index(told.pace), told.last or date.max), default=None)
    return None if first is None else (first.last, first.pace)
