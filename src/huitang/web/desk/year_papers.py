"""Papers of the year as files, each from the page of its record: an answer, a report on suggestions, an opinion."""

from datetime import date

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from huitang.congress.accounts.deeds import Role
from huitang.congress.documents import glyphs, year_papers
from huitang.congress.documents.making import Format
from huitang.congress.documents.year_papers import YearFacts
from huitang.congress.journal.refusal import InputIsWrong
from huitang.web.desk.papers import file_of
from huitang.web.frame import clock, who


class PeriodIsWrong(InputIsWrong):
    text = gettext_lazy("没有写清起止日期，出不了报告。请从“统计”页选好日期再下载。")


@require_GET
@who.only(Role.OFFICE)
def answer_letter(request: HttpRequest, suggestion_id: str, place: str, suffix: str) -> HttpResponse:
    facts = year_papers.answer_letter(int(suggestion_id), int(place), town_id=who.actor_of(request).town_id)
    return _file(request, "suggestion_answer", facts, suffix)


@require_GET
@who.only(Role.OFFICE)
def suggestion_report(request: HttpRequest, suffix: str) -> HttpResponse:
    since, until = _day(request, "since"), _day(request, "until")
    facts = year_papers.suggestion_report(town_id=who.actor_of(request).town_id, since=since, until=until)
    return _file(request, "suggestion_report", facts, suffix)


@require_GET
@who.only(Role.OFFICE)
def opinion(request: HttpRequest, activity_id: str, suffix: str) -> HttpResponse:
    actor = who.actor_of(request)
    facts = year_papers.opinion(int(activity_id), town_id=actor.town_id, chain=actor.chain, now=clock.now(request))
    return _file(request, "supervision_opinion", facts, suffix)


def _file(request: HttpRequest, key: str, facts: YearFacts, suffix: str) -> HttpResponse:
    format = Format(suffix.upper())
    fonts = glyphs.fonts_of(settings.FONT_FOLDERS) if format is Format.PDF else None
    town_id = who.actor_of(request).town_id
    made = year_papers.make(key, facts, town_id=town_id, format=format, fonts=fonts)
    return file_of(made.content, made.filename, format, is_inline=request.GET.get("look") == "yes")


def _day(request: HttpRequest, name: str) -> date:
    try:
        return date.fromisoformat(request.GET.get(name, ""))
    except ValueError as wrong:
        raise PeriodIsWrong() from wrong
