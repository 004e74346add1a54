"""/desk/suggestions/<id>/: one suggestion, its history, and the deeds that may come next."""

from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from huitang.congress.accounts.deeds import Role
from huitang.congress.journal.refusal import InputIsWrong, NotFound
from huitang.congress.suggestions import one_page
from huitang.congress.suggestions.one_page import DeskChoices, OnePage
from huitang.web.desk import journal_words, suggestion_deeds, suggestion_page
from huitang.web.desk.suggestion_deeds import PageDeed
from huitang.web.desk.suggestion_forms import DeedForm
from huitang.web.frame import clock, who
from huitang.web.frame.see_other import see_other

OF_THE_CHAIR = frozenset({"admit", "agenda", "turn", "refuse", "extend", "close"})


class DeedIsUnknown(NotFound):
    text = gettext_lazy("没有这种办理步骤。请回到这件建议的页面。")


@dataclass(frozen=True)
class Offer:
    """A deed as the page offers it; the first is the one to do now."""

    deed: PageDeed
    form: DeedForm
    is_first: bool
    is_open: bool


@require_safe
@who.only(Role.OFFICE, Role.CHAIR)
def show(request: HttpRequest, suggestion_id: int) -> HttpResponse:
    page, choices = _found(request, suggestion_id)
    return _show(request, page, choices)


@require_POST
@who.only(Role.OFFICE, Role.CHAIR)
def do(request: HttpRequest, suggestion_id: int, slug: str) -> HttpResponse:
    deed = suggestion_deeds.BY_SLUG.get(slug)
    if deed is None:
        raise DeedIsUnknown()
    page, choices = _found(request, suggestion_id)
    form = deed.form(request.POST, page=page, choices=choices, today=_today(request), auto_id=f"{slug}_%s")
    if not form.is_valid():
        return _show(request, page, choices, tried=deed, form=form, status=422)
    try:
        told = {"actor": who.actor_of(request), "now": clock.now(request)}
        deed.command(suggestion_id=suggestion_id, **told, **form.cleaned_data)
    except InputIsWrong as refused:
        form.add_error(None, str(refused))
        return _show(request, page, choices, tried=deed, form=form, status=422)
    messages.success(request, str(deed.done))
    return see_other("desk:suggestion", suggestion_id)


def _found(request: HttpRequest, suggestion_id: int) -> tuple[OnePage, DeskChoices]:
    town_id = who.actor_of(request).town_id
    page = one_page.get_one(suggestion_id, town_id=town_id, on=_today(request))
    return page, one_page.get_choices(suggestion_id, town_id=town_id)


def _show(
    request: HttpRequest,
    page: OnePage,
    choices: DeskChoices,
    *,
    tried: PageDeed | None = None,
    form: DeedForm | None = None,
    status: int = 200,
) -> HttpResponse:
    offers = _offers(request, page, choices, tried, form)
    history = [(at, journal_words.tell_event(event), by) for at, event, by in page.history]
    context = {"page": page, "offers": offers, "history": history, "has_units": bool(choices.units)}
    context["signers"] = (page.row.lead, *page.row.co_signers)
    return suggestion_page.show(request, "desk/suggestions/one.html", status=status, **context)


def _offers(
    request: HttpRequest, page: OnePage, choices: DeskChoices, tried: PageDeed | None, form: DeedForm | None
) -> list[Offer]:
    is_office = who.actor_of(request).role is Role.OFFICE
    may = [
        deed
        for deed in suggestion_deeds.ALL
        if (deed.act in page.acts or deed is tried) and (is_office or deed.slug in OF_THE_CHAIR)
    ]
    return [
        Offer(
            deed,
            form
            if deed is tried and form is not None
            else deed.form(page=page, choices=choices, today=_today(request), auto_id=f"{deed.slug}_%s"),
            is_first=place == 0 and not deed.is_grave,
            is_open=deed is tried or (place == 0 and tried is None),
        )
        for place, deed in enumerate(may)
    ]


def _today(request: HttpRequest) -> date:
    return timezone.localdate(clock.now(request))
