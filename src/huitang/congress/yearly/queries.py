"""The numbers of a year as they are, as they were reported, and what lies between."""

from dataclasses import dataclass
from datetime import date, datetime

from huitang.congress.performance import suggestions_seam
from huitang.congress.performance.suggestions_seam import SuggestionsAssigned
from huitang.congress.sittings.calendar import local_day
from huitang.congress.yearly import counting, numbers, words
from huitang.congress.yearly import sentence as wording
from huitang.congress.yearly.models import CountySeat, FrozenNumbers
from huitang.congress.yearly.numbers import Difference, Number, YearNumbers


@dataclass(frozen=True)
class NumberLine:
    name: str
    unit: str
    number: Number

    @property
    def percent(self) -> str:
        rate = self.number.per_mille
        return "" if rate is None else f"{rate // 10}.{rate % 10}%"


@dataclass(frozen=True)
class DifferenceLine:
    name: str
    unit: str
    difference: Difference


@dataclass(frozen=True)
class FrozenRow:
    reported_on: date
    frozen_at: datetime
    by: str
    sequence: int
    withdrawn_at: datetime | None


@dataclass(frozen=True)
class CountySeatRow:
    id: int
    name: str
    district: str
    elected_on: date


@dataclass(frozen=True)
class YearlyPage:
    """`lines` and `sentence` are those in force: the frozen ones, else as counted now."""

    year: int
    years: tuple[int, ...]
    lines: tuple[NumberLine, ...]
    sentence: str
    sentence_now: str
    frozen: FrozenRow | None
    withdrawn: tuple[FrozenRow, ...]
    differences: tuple[DifferenceLine, ...]
    county_seats: tuple[CountySeatRow, ...]
    today: date


def get_year(
    *,
    town_id: int,
    year: int | None,
    now: datetime,
    suggestions: SuggestionsAssigned = suggestions_seam.none_assigned,
) -> YearlyPage:
    """The numbers of a year; without a year, of the last one that has ended."""
    today = local_day(now)
    shown = year if year is not None else today.year - 1
    current = counting.count_year(town_id=town_id, year=shown, suggestions=suggestions)
    kept = list(FrozenNumbers.objects.filter(town_id=town_id, year=shown).order_by("-frozen_at"))
    in_force = next((row for row in kept if row.withdrawn_at is None), None)
    told = numbers.read(in_force.numbers) if in_force else current
    return YearlyPage(
        year=shown,
        years=tuple(sorted({shown, *range(today.year - 4, today.year + 1)}, reverse=True)),
        lines=tuple(_line(number) for number in told.numbers),
        sentence=wording.sentence(told),
        sentence_now=wording.sentence(current),
        frozen=_frozen(in_force) if in_force else None,
        withdrawn=tuple(_frozen(row) for row in kept if row.withdrawn_at is not None),
        differences=tuple(_different(one) for one in numbers.differences(told, current)),
        county_seats=_county_seats(town_id, shown),
        today=today,
    )


@dataclass(frozen=True)
class ReportNumbers:
    """The numbers a report may tell: those frozen for it, else as counted now (`frozen_on` is None)."""

    numbers: YearNumbers
    frozen_on: date | None

    @property
    def is_recorded(self) -> bool:
        """Whether anything of that year stands in the record at all; a town may have begun later."""
        return self.frozen_on is not None or any(number.records for number in self.numbers.numbers)


def numbers_for_report(
    *, town_id: int, year: int, suggestions: SuggestionsAssigned = suggestions_seam.none_assigned
) -> ReportNumbers:
    """What was frozen for the year's report, else what the record gives now."""
    kept = FrozenNumbers.objects.filter(town_id=town_id, year=year, withdrawn_at=None).order_by("-frozen_at").first()
    if kept is not None:
        return ReportNumbers(numbers.read(kept.numbers), kept.reported_on)
    return ReportNumbers(counting.count_year(town_id=town_id, year=year, suggestions=suggestions), None)


def count_now(
    *, town_id: int, year: int, suggestions: SuggestionsAssigned = suggestions_seam.none_assigned
) -> YearNumbers:
    """The numbers as the record stands, whatever was reported."""
    return counting.count_year(town_id=town_id, year=year, suggestions=suggestions)


def _line(number: Number) -> NumberLine:
    return NumberLine(words.name_of(number.key), words.unit_of(number.key), number)


def _different(found: Difference) -> DifferenceLine:
    return DifferenceLine(words.name_of(found.key), words.unit_of(found.key), found)


def _frozen(row: FrozenNumbers) -> FrozenRow:
    return FrozenRow(row.reported_on, row.frozen_at, row.by, row.sequence, row.withdrawn_at)


def _county_seats(town_id: int, year: int) -> tuple[CountySeatRow, ...]:
    seats = CountySeat.objects.filter(town_id=town_id, elected_on__year=year).order_by("elected_on", "pk")
    return tuple(CountySeatRow(seat.pk, seat.name, seat.district, seat.elected_on) for seat in seats)
