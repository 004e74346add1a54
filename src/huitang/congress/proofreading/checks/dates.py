"""Dates that cannot be: 88日, 2月30日, a weekday that does not fit, a day the session does not have."""

import itertools
import re
from collections.abc import Iterator
from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from huitang.congress.proofreading import date_words, marking, own_session
from huitang.congress.proofreading.date_words import DateSaid
from huitang.congress.proofreading.finding import Finding, Kind
from huitang.congress.proofreading.known import Known
from huitang.congress.proofreading.own_session import OwnSession
from huitang.congress.proofreading.passages import Line, Reading
from huitang.congress.proofreading.session_words import list_mentions

NO_SUCH_DAY = _("没有“{says}”这一天。")
CUT = _("“{says}”不是日期，看来漏了“月”字。")
MONTH_ONLY = _("“{says}”少了日子的数字。")
WEEKDAY = _("{day}是星期{should}，这里写星期{says}。")
BACKWARDS = _("“{says}”的起止倒了。")
OUTSIDE = _("这里写{says}，会议记录上会期是{should}。")
OUTSIDE_TEXT = _("这里写{says}，前文的会期是{should}，两处不一致。")

_RUN_TOGETHER = re.compile(r"(?:(?<=[。；（—\s于])|^)(?P<n>\d{2,4})日(?=[，、。（上下至-]|\s|$|起|召开)")
_DURATION_BEFORE = re.compile(r"(?:近|约|超|满|逾|达|连续|共|历时|为期|第|最后|剩余|奋战)$")
_NO_DAY = re.compile(r"\d{1,2}月日")


def check(text: Reading, known: Known) -> Iterator[Finding]:
    own = own_session.find_own_session(text, known)
    year = _year(text, own)
    for line in text.lines:
        yield from _cut_short(line, own)
    for said in date_words.list_dates(text):
        line = text.lines[said.paragraph]
        if said.on(year if said.month != 2 or said.day != 29 else said.year) is None:
            yield marking.error(line, (said.start, said.day_place[1] + 1), Kind.DATE, NO_SUCH_DAY)
        else:
            yield from _weekday(line, said, year)
    yield from _backwards(text, year)
    if own and own.opens_on and own.closes_on:
        yield from _outside(text, own, own.opens_on, own.closes_on)


def _year(text: Reading, own: OwnSession | None) -> int | None:
    if own and own.opens_on:
        return own.opens_on.year
    years = date_words.years_named(text)
    return next(iter(years)) if len(years) == 1 else None


def _cut_short(line: Line, own: OwnSession | None) -> Iterator[Finding]:
    """88日 was 8月8日: the sign of the month was lost."""
    for found in _RUN_TOGETHER.finditer(line.text):
        if int(found["n"]) <= 31 or _DURATION_BEFORE.search(line.text[: found.start()]):
            continue
        choices = _in_session(_splits(found["n"]), own)
        if choices:  # 100日 is no day run together, but a length of time
            right = f"{choices[0].month}月{choices[0].day}日" if len(choices) == 1 else None
            yield marking.error(line, found.span(), Kind.DATE, CUT, should=right or "", correction=right)
    for found in _NO_DAY.finditer(line.text):
        yield marking.error(line, found.span(), Kind.DATE, MONTH_ONLY)


def _in_session(days: list[date], own: OwnSession | None) -> list[date]:
    """Those of the session, where it has any of them."""
    if own is None or own.opens_on is None or own.closes_on is None:
        return days
    length = (own.closes_on - own.opens_on).days
    own_days = {own.opens_on + timedelta(days=number) for number in range(length + 1)}
    named = {(day.month, day.day) for day in own_days}
    return [day for day in days if (day.month, day.day) in named] or days


def _splits(digits: str) -> list[date]:
    """The days that digits run together may have been."""
    days = []
    for place in range(1, len(digits)):
        month, day = digits[:place], digits[place:]
        if month[0] != "0" and day[0] != "0":
            try:
                days.append(date(2024, int(month), int(day)))
            except ValueError:
                continue
    return days


def _weekday(line: Line, said: DateSaid, year: int | None) -> Iterator[Finding]:
    day = said.on(year)
    if said.weekday is None or said.weekday_place is None or day is None or not (said.year or year):
        return
    if day.weekday() != said.weekday:
        right = date_words.weekday_sign(day)
        named = f"{day.year}年{day.month}月{day.day}日"
        place, facts = said.weekday_place, {"day": named}
        yield marking.error(line, place, Kind.DATE, WEEKDAY, should=right, correction=right, facts=facts)


def _backwards(text: Reading, year: int | None) -> Iterator[Finding]:
    dates = date_words.list_dates(text)
    for first, last in itertools.pairwise(dates):
        if not (first.opens_range and last.closes_range) or first.month - last.month > 6:
            continue
        begins, ends = first.on(year), last.on(first.year or year)
        if begins and ends and ends < begins:
            yield marking.doubt(text.lines[first.paragraph], (first.start, last.end), Kind.DATE, BACKWARDS)


def _outside(text: Reading, own: OwnSession, opens: date, closes: date) -> Iterator[Finding]:
    """Only dates that stand beside the session's own name are held against its days."""
    period = _period(opens, closes)
    for mention in list_mentions(text):
        if mention.key != own.key or mention.speaks_of_another_time:
            continue
        line = text.lines[mention.paragraph]
        for said in own_session.held_dates(text, mention):
            days = [said.on(opens.year), said.on(closes.year)]  # a session may see the new year in
            if None in days or any(day and opens <= day <= closes for day in days):
                continue
            words = OUTSIDE_TEXT if own.said_at else OUTSIDE
            place, right = (said.start, said.day_place[1] + 1), _right_day(said, opens, closes)
            yield marking.error(line, place, Kind.DATE, words, should=period, correction=right)


def _right_day(said: DateSaid, opens: date, closes: date) -> str | None:
    """Which day was meant is clear at the ends of a range, and where the session has one day only."""
    if said.opens_range:
        day = opens
    elif said.closes_range:
        day = closes
    elif opens == closes:
        day = opens
    else:
        return None
    year = f"{day.year}年" if said.year else ""
    month = f"{day.month}月" if said.month_place else ""
    return f"{year}{month}{day.day}日"


def _period(opens: date, closes: date) -> str:
    first = f"{opens.year}年{opens.month}月{opens.day}日"
    if opens == closes:
        return first
    month = f"{closes.month}月" if closes.month != opens.month else ""
    return f"{first}至{month}{closes.day}日"
