"""Which session a text is about, and on which days it is held: from the record, else from the text itself."""

import re
from dataclasses import dataclass
from datetime import date

from huitang.congress.proofreading import date_words
from huitang.congress.proofreading.date_words import DateSaid
from huitang.congress.proofreading.known import Known
from huitang.congress.proofreading.passages import Reading
from huitang.congress.proofreading.session_words import SessionMention, list_mentions

_BETWEEN = re.compile(r"[^。；！？]{0,14}")
_NOT_HELD = re.compile(r"决定|印发|发出|公布|起|前|以来|发布|通知|登记|报到|提出|截至|截止")


@dataclass(frozen=True)
class OwnSession:
    """`said_at` is the place in the text it was taken from, where the record does not say."""

    town: str
    term: int
    number: int
    opens_on: date | None
    closes_on: date | None
    said_at: SessionMention | None

    @property
    def key(self) -> tuple[int, int]:
        return self.term, self.number


def find_own_session(text: Reading, known: Known) -> OwnSession | None:
    """The session of the record; without one that of the title, else the first spoken of as being held now."""
    if known.session:
        own = known.session
        return OwnSession(known.town, own.term, own.number, own.opens_on, own.closes_on, None)
    mentions = list_mentions(text)
    here = [one for one in mentions if not one.speaks_of_another_time]
    titled = next((one for one in here if one.is_in_title), None)
    first = titled or next((one for one in here if one.speaks_of_now), None)
    if first is None:
        return None
    town = first.town or next((one.town for one in mentions if one.town), "")
    opens, closes = _days(text, first)
    return OwnSession(town, first.term, first.number, opens, closes, first)


def is_of_another(text: Reading, mention: SessionMention, own: OwnSession) -> bool:
    """Whether a mention of another number lawfully speaks of an earlier or later session."""
    if mention.speaks_of_another_time:
        return True
    dated = [one for one in held_dates(text, mention) if one.year]
    if not dated or mention.is_in_title:
        return False
    return not any(_is_own_day(text, one, own) for one in dated)


def _is_own_day(text: Reading, said: DateSaid, own: OwnSession) -> bool:
    day = said.on(None)
    if own.opens_on and own.closes_on:
        return day is not None and own.opens_on <= day <= own.closes_on
    beside = [one for other in list_mentions(text) if other.key == own.key for one in held_dates(text, other)]
    return any((one.month, one.day) == (said.month, said.day) and one.year in (None, said.year) for one in beside)


def held_dates(text: Reading, mention: SessionMention) -> tuple[DateSaid, ...]:
    """The dates on which the sentence says this session is held: one date or both ends of a range, close by."""
    line = text.lines[mention.paragraph]
    said = list(date_words.list_dates(Reading((line,))))
    near = [one for one in said if _is_close(line.text, one, mention)]
    if not near:
        return ()
    if any(one.opens_range or one.closes_range for one in near):
        return tuple(one for one in said if one.opens_range or one.closes_range)[:2]
    return (near[-1],)


def _is_close(words: str, said: DateSaid, mention: SessionMention) -> bool:
    if said.end <= mention.start:
        between = words[said.end : mention.start]
        between = between.removesuffix(mention.town)
    elif said.start >= mention.end:
        between = words[mention.end : said.start]
        if not re.search(r"于|在|定于", between):
            return False
    else:
        return False
    return bool(_BETWEEN.fullmatch(between)) and not _NOT_HELD.search(between)


def _days(text: Reading, own: SessionMention) -> tuple[date | None, date | None]:
    """The range the text gives for its own session; both None without a full year."""
    years = date_words.years_named(text)
    year = next(iter(years)) if len(years) == 1 else None
    for mention in list_mentions(text):
        if mention.key != own.key or mention.speaks_of_another_time:
            continue
        days = [one.on(year) for one in held_dates(text, mention) if one.year or year]
        if len(days) == 2 and days[0] and days[1] and days[0] <= days[1]:
            return days[0], days[1]
    return None, None
