"""Papers of the year as files, each from the page of its record: an answer, a report on suggestions, an opinion."""

from datetime import date

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from huitang.congress.accounts.deeds import Role
from huitang.congress.documents import glyphs, keeping, keeping_commands, year_papers
from huitang.congress.documents.making import Format
from huitang.congress.documents.year_papers import YearFacts
from huitang.congress.journal.refusal import InputIsWrong
from huitang.web.desk.entry import page
from huitang.web.desk.papers import file_of
from huitang.web.frame import clock, who


class PeriodIsWrong(InputIsWrong):
    text = gettext_lazy("没有写清起止日期，出不了报告。请从“统计”页选好日期再下载。")


@require_GET
@who.only(Role.OFFICE)
def answer_letter(request: HttpRequest, suggestion_id: str, place: str, suffix: str) -> HttpResponse:
    return _file(request, "suggestion_answer", _answer(request, suggestion_id, place), suffix)


@require_POST
@who.only(Role.OFFICE)
def keep_answer_letter(request: HttpRequest, suggestion_id: str, place: str) -> HttpResponse:
    return _keep(request, "suggestion_answer", _answer(request, suggestion_id, place))


def _answer(request: HttpRequest, suggestion_id: str, place: str) -> YearFacts:
    return year_papers.answer_letter(int(suggestion_id), int(place), town_id=who.actor_of(request).town_id)


@require_GET
@who.only(Role.OFFICE)
def suggestion_report(request: HttpRequest, suffix: str) -> HttpResponse:
    return _file(request, "suggestion_report", _report(request), suffix)


@require_POST
@who.only(Role.OFFICE)
def keep_suggestion_report(request: HttpRequest) -> HttpResponse:
    return _keep(request, "suggestion_report", _report(request))


def _report(request: HttpRequest) -> YearFacts:
    since, until = _day(request, "since"), _day(request, "until")
    return year_papers.suggestion_report(town_id=who.actor_of(request).town_id, since=since, until=until)


@require_GET
@who.only(Role.OFFICE)
def opinion(request: HttpRequest, activity_id: str, suffix: str) -> HttpResponse:
    return _file(request, "supervision_opinion", _opinion(request, activity_id), suffix)


@require_POST
@who.only(Role.OFFICE)
def keep_opinion(request: HttpRequest, activity_id: str) -> HttpResponse:
    return _keep(request, "supervision_opinion", _opinion(request, activity_id))


def _opinion(request: HttpRequest, activity_id: str) -> YearFacts:
    actor = who.actor_of(request)
    return year_papers.opinion(int(activity_id), town_id=actor.town_id, chain=actor.chain, now=clock.now(request))


@require_GET
@who.only(Role.OFFICE)
def kept(request: HttpRequest) -> HttpResponse:
    """All that were kept, the latest first."""
    context = {"versions": keeping.list_kept_of_years(who.actor_of(request).town_id)}
    return page(request, "desk/papers/kept_of_year.html", context, here="papers")


@require_GET
@who.only(Role.OFFICE)
def kept_file(request: HttpRequest, kept_id: int) -> HttpResponse:
    """Exactly the bytes that went out."""
    found = keeping.get_kept_of_a_year(kept_id, town_id=who.actor_of(request).town_id)
    return file_of(found.content, found.filename, found.format)


def _keep(request: HttpRequest, key: str, facts: YearFacts) -> HttpResponse:
    made = keeping_commands.keep_year_paper(
        key=key,
        facts=facts,
        fonts=glyphs.fonts_of(settings.FONT_FOLDERS),
        actor=who.actor_of(request),
        now=clock.now(request),
    )
    messages.success(request, _("“{name}”已经存档。以后再改，存下的这一版不变。").format(name=made[0].name))
    return redirect("desk:year_papers_kept")


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
