"""One number of the yearly report and the records it was counted from; how it is kept and compared."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class Key(StrEnum):
    """What a yearly report counts."""

    SESSIONS = "SESSIONS"
    PRESIDIUM_MEETINGS = "PRESIDIUM_MEETINGS"
    TOWN_SEATS = "TOWN_SEATS"  # by-elected deputies of this congress
    COUNTY_SEATS = "COUNTY_SEATS"
    ENFORCEMENT = "ENFORCEMENT"
    VISITS = "VISITS"
    SURVEYS = "SURVEYS"
    REPORTS_HEARD = "REPORTS_HEARD"
    VOTERS = "VOTERS"
    VOTERS_MET = "VOTERS_MET"
    TRAINING = "TRAINING"
    PARTS_TAKEN = "PARTS_TAKEN"
    OPINIONS = "OPINIONS"
    REPLIES = "REPLIES"
    SUGGESTIONS = "SUGGESTIONS"
    PROJECTS = "PROJECTS"
    ATTENDANCE = "ATTENDANCE"


@dataclass(frozen=True, slots=True)
class Behind:
    """A record behind a number: what it is, and how much of the number it makes (`out_of`: of how much)."""

    kind: str  # session, sitting, deputy, county_seat, activity, suggestion
    id: int
    label: str
    on: str  # the day, as ISO writes it
    amount: int = 1
    out_of: int = 0
    url: str = ""


@dataclass(frozen=True, slots=True)
class Number:
    """The amounts of its records added up; `is_kept` is no where nobody records such things here."""

    key: Key
    records: tuple[Behind, ...]
    is_kept: bool = True

    @property
    def count(self) -> int:
        return sum(record.amount for record in self.records)

    @property
    def out_of(self) -> int:
        return sum(record.out_of for record in self.records)

    @property
    def per_mille(self) -> int | None:
        """Tenths of a per cent, rounded half up in whole numbers; None where it is no rate."""
        return None if not self.out_of else (self.count * 2000 + self.out_of) // (2 * self.out_of)


@dataclass(frozen=True)
class YearNumbers:
    """Every number of a year, each from its records."""

    town: str
    year: int
    numbers: tuple[Number, ...]

    def count(self, key: Key) -> int:
        return next((number.count for number in self.numbers if number.key is key), 0)


@dataclass(frozen=True)
class Difference:
    """What the record says now beside what the report said."""

    key: Key
    frozen: int
    now: int
    came: tuple[Behind, ...]
    gone: tuple[Behind, ...]


def stored(found: YearNumbers) -> dict[str, Any]:
    """As JSON, readable without this code."""
    return {
        "town": found.town,
        "year": found.year,
        "numbers": [
            {
                "key": str(number.key),
                "is_kept": number.is_kept,
                "count": number.count,
                "out_of": number.out_of,
                "records": [asdict(record) for record in number.records],
            }
            for number in found.numbers
        ],
    }


def read(kept: Mapping[str, Any]) -> YearNumbers:
    numbers = tuple(
        Number(Key(one["key"]), tuple(Behind(**record) for record in one["records"]), one["is_kept"])
        for one in kept["numbers"]
    )
    return YearNumbers(kept["town"], kept["year"], numbers)


def differences(frozen: YearNumbers, now: YearNumbers) -> tuple[Difference, ...]:
    """The numbers that would read otherwise today, or rest on other records."""
    old = {number.key: number for number in frozen.numbers}
    compared = (_difference(old.get(number.key, Number(number.key, ())), number) for number in now.numbers)
    return tuple(one for one in compared if one.came or one.gone)


def _difference(frozen: Number, now: Number) -> Difference:
    return Difference(
        key=now.key,
        frozen=frozen.count,
        now=now.count,
        came=_without(now.records, frozen.records),
        gone=_without(frozen.records, now.records),
    )


def _without(records: Iterable[Behind], others: Iterable[Behind]) -> tuple[Behind, ...]:
    """Compared by what they are and what they add: a title that was corrected is no difference."""
    known = {(one.kind, one.id, one.on, one.amount, one.out_of) for one in others}
    return tuple(one for one in records if (one.kind, one.id, one.on, one.amount, one.out_of) not in known)
