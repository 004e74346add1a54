"""Dates: 2025年3月31日（星期一）, 3月31日至4月1日, 二〇二五年四月一日."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from huitang.congress.proofreading.numerals import read_number
from huitang.congress.proofreading.passages import Line, Reading

_YEAR = r"(?P<year>\d{4}|[一二][零〇一二三四五六七八九]{3})年"
_MONTH = r"(?P<month>\d{1,2}|[一二三四五六七八九十]{1,3})月"
_DAY = r"(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})日"
_WEEKDAY = r"(?:\s*[（，]?(?:星期|周|礼拜)(?P<weekday>[一二三四五六日天])[）]?)?"
DATE = re.compile(rf"(?<!\d)(?:{_YEAR})?(?<!\d){_MONTH}{_DAY}{_WEEKDAY}")
_TILL = re.compile(
    r"\s*(?:上午|下午|晚)?(?:至|到|-|—|－|–|~|～)+\s*(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日"
    r"(?:\s*[（](?:星期|周)(?P<weekday>[一二三四五六日天])[）])?"
)
_WEEKDAYS = {sign: number for number, sign in enumerate("一二三四五六日")} | {"天": 6}


@dataclass(frozen=True)
class DateSaid:
    """A date as written; `year` is None where it is left out. Places include the weekday."""

    paragraph: int
    start: int
    end: int
    year: int | None
    month: int
    day: int
    weekday: int | None
    weekday_place: tuple[int, int] | None
    day_place: tuple[int, int]
    month_place: tuple[int, int] | None
    opens_range: bool = False
    closes_range: bool = False

    def on(self, year: int | None) -> date | None:
        """The day, in this year where the text names none; None when there is no such day."""
        try:
            return date(self.year or year or 2024, self.month, self.day)  # 2024: a leap year has every day
        except ValueError:
            return None


def list_dates(text: Reading) -> tuple[DateSaid, ...]:
    return tuple(said for line in text.lines for said in _in_line(line))


def _in_line(line: Line) -> Iterator[DateSaid]:
    read_to = 0
    for found in DATE.finditer(line.text):
        if found.start() < read_to:
            continue  # the end of a range, read with its beginning
        till = _TILL.match(line.text, found.end())
        first = _said(line, found, opens_range=till is not None)
        yield first
        if till is not None:
            yield _end_of_range(line, first, till)
            read_to = till.end()


def _said(line: Line, found: re.Match[str], *, opens_range: bool) -> DateSaid:
    return DateSaid(
        paragraph=line.number,
        start=found.start(),
        end=found.end(),
        year=read_number(found["year"]) if found["year"] else None,
        month=read_number(found["month"]) or 0,
        day=read_number(found["day"]) or 0,
        weekday=_WEEKDAYS[found["weekday"]] if found["weekday"] else None,
        weekday_place=found.span("weekday") if found["weekday"] else None,
        day_place=found.span("day"),
        month_place=found.span("month"),
        opens_range=opens_range,
    )


def _end_of_range(line: Line, first: DateSaid, till: re.Match[str]) -> DateSaid:
    if till["month"]:
        month, place = int(till["month"]), till.span("month")
    else:
        month, place = first.month, None
    return DateSaid(
        paragraph=line.number,
        start=till.start("month") if till["month"] else till.start("day"),
        end=till.end(),
        year=first.year,
        month=month,
        day=int(till["day"]),
        weekday=_WEEKDAYS[till["weekday"]] if till["weekday"] else None,
        weekday_place=till.span("weekday") if till["weekday"] else None,
        day_place=till.span("day"),
        month_place=place,
        closes_range=True,
    )


def years_named(text: Reading) -> frozenset[int]:
    """Years of full dates; a text about one year names just one."""
    return frozenset(said.year for said in list_dates(text) if said.year)


def weekday_sign(day: date) -> str:
    return "一二三四五六日"[day.weekday()]
