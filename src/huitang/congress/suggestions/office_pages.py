"""The office's settings beside what province and law say, so that it is plain which of both holds."""

from dataclasses import dataclass
from datetime import datetime

from huitang.adapters.working_days.china import published_calendar
from huitang.congress.sittings import province_words
from huitang.congress.sittings.calendar import local_day
from huitang.congress.suggestions import terms, words
from huitang.congress.suggestions.terms import AnswerClass
from huitang.rules import statute
from huitang.rules.legal_text import Citation, Text
from huitang.rules.suggestion_clock import Clock

_CLOCKS = {
    "assign": Clock.ASSIGN,
    "hand_back": Clock.HAND_BACK,
    "contact": Clock.CONTACT,
    "assisting": Clock.ASSIST,
    "feedback": Clock.FEEDBACK,
    "answer_again": Clock.ANSWER_AGAIN,
}
_PARAMETERS = {"contact": "contact_deputy"}


@dataclass(frozen=True)
class SpanRow:
    """`ruled` is the province's own value; where there is one, the office's is not used."""

    key: str
    name: str
    number: int
    unit: str
    ruled: Text | None
    citations: tuple[Citation, ...]


@dataclass(frozen=True)
class SettingsPage:
    province: Text
    is_national: bool
    reply: Text | None
    reply_citations: tuple[Citation, ...]
    spans: tuple[SpanRow, ...]
    classes: tuple[AnswerClass, ...]
    remind_days: int
    most_signers: int
    has_own: bool
    first_year: int
    last_year: int


def settings_page(town_id: int, *, now: datetime) -> SettingsPage:
    day = local_day(now)
    town = terms.terms_of(town_id)
    pack = town.pack_on(day)
    ruled = {one.name: one for one in province_words.describe(pack)}
    reply = ruled["session_suggestions"]
    years = published_calendar().years
    return SettingsPage(
        province=pack.name,
        is_national=pack.code == "CN",
        reply=reply.value,
        reply_citations=reply.citations or (statute.at(day).suggestion_reply,),
        spans=tuple(_span(key, town, ruled) for key in terms.DEFAULT_SPANS),
        classes=town.classes,
        remind_days=town.spans.remind_days,
        most_signers=town.most_signers,
        has_own=town.has_own,
        first_year=min(years),
        last_year=max(years),
    )


def _span(key: str, town: terms.TownTerms, ruled: dict[str, province_words.Parameter]) -> SpanRow:
    span = getattr(town.spans, key)
    found = ruled.get(_PARAMETERS.get(key, key))
    value, cited = (found.value, found.citations) if found is not None else (None, ())
    return SpanRow(key, words.clock_name(_CLOCKS[key]), span.number, span.unit.value, value, cited)
