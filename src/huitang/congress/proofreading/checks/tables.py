"""Tables of meetings and of votes: weekdays that do not fit their days, votes that are more than the papers."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _

from huitang.congress.proofreading import (
    attendance_words,
    date_words,
    marking,
    own_session,
    schedule_words,
    tally_words,
)
from huitang.congress.proofreading.checks.dates import WEEKDAY
from huitang.congress.proofreading.date_words import DateSaid
from huitang.congress.proofreading.finding import Finding, Kind
from huitang.congress.proofreading.known import Known
from huitang.congress.proofreading.passages import Reading
from huitang.congress.proofreading.schedule_words import ScheduleRow

MORE_THAN_VALID = _("“{name}”的赞成、反对、弃权合计{total}，比有效票{valid}张多。")


def check(text: Reading, known: Known) -> Iterator[Finding]:
    """A schedule needs a year: that of the record, or the one year the text names."""
    opens = _opening(text, known)
    for row in schedule_words.list_schedule(text):
        yield from _weekday(row, opens)
    yield from _votes(text)


def _opening(text: Reading, known: Known) -> date | None:
    """A day the schedule is near to."""
    own = own_session.find_own_session(text, known)
    if own and own.opens_on:
        return own.opens_on
    years = date_words.years_named(text)
    return date(next(iter(years)), 7, 1) if len(years) == 1 else None


def _weekday(row: ScheduleRow, opens: date | None) -> Iterator[Finding]:
    if row.day is None or row.weekday is None or not row.sign:
        return
    day = _nearest(row.day, opens)
    right = date_words.weekday_sign(day) if day else ""
    if day and row.sign.replace("天", "日") != right:
        place = row.weekday.text.rindex(row.sign)
        facts = {"day": f"{day.year}年{day.month}月{day.day}日"}
        yield marking.error(
            row.weekday, (place, place + 1), Kind.DATE, WEEKDAY, should=right, correction=right, facts=facts
        )


def _nearest(said: DateSaid, opens: date | None) -> date | None:
    """A session may see the new year in: the day in the year that brings it closest to the opening."""
    if said.year:
        return said.on(None)
    if opens is None:
        return None
    days = [said.on(year) for year in (opens.year, opens.year - 1, opens.year + 1)]
    return min((day for day in days if day), key=lambda day: abs(day - opens), default=None)


def _votes(text: Reading) -> Iterator[Finding]:
    """Only where the text tells of one count."""
    valid = {said.valid.number for said in attendance_words.list_papers(text) if said.valid}
    if len(valid) != 1:
        return
    papers = valid.pop()
    for row in tally_words.list_tally_rows(text):
        if row.total > papers:
            facts = {"name": row.name, "total": row.total, "valid": papers}
            line = text.lines[row.paragraph]
            yield marking.error(line, row.votes_for.place, Kind.VOTE, MORE_THAN_VALID, facts=facts)
