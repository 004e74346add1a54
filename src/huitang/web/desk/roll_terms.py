"""Terms (届): when each began, how many seats the county fixed, when it ended."""

from collections.abc import Callable

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from huitang.congress.accounts.deeds import Role
from huitang.congress.journal.refusal import Refusal
from huitang.congress.roster import commands, pages, queries
from huitang.web.desk import entry
from huitang.web.desk.roll_forms import CloseTermForm, QuotaForm, ReopenTermForm, TermForm
from huitang.web.frame import clock, who


@require_http_methods(["GET", "HEAD", "POST"])
@who.only(Role.OFFICE)
def terms(request: HttpRequest) -> HttpResponse:
    actor = who.actor_of(request)
    form = TermForm(request.POST or None)
    if form.is_valid():
        try:
            term_id = commands.open_term(**form.cleaned_data, actor=actor, now=clock.now(request))
        except Refusal as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("已登记第{number}届。").format(number=form.cleaned_data["number"]))
            return redirect("desk:roll", term_id=term_id)
    context = {"terms": queries.list_terms(actor.town_id), "form": form}
    return entry.page(request, "desk/roll/terms.html", context, status=422 if form.is_bound else 200, here="roll")


@require_safe
@who.only(Role.OFFICE)
def term(request: HttpRequest, term_id: int) -> HttpResponse:
    return _term(request, term_id)


@require_POST
@who.only(Role.OFFICE)
def change_quota(request: HttpRequest, term_id: int) -> HttpResponse:
    form = QuotaForm(request.POST)

    def deed() -> None:
        commands.change_quota(term_id=term_id, **form.cleaned_data, actor=who.actor_of(request), now=clock.now(request))

    return _attempt(request, term_id, "quota", form, deed)


@require_POST
@who.only(Role.OFFICE)
def close(request: HttpRequest, term_id: int) -> HttpResponse:
    form = CloseTermForm(request.POST)

    def deed() -> None:
        commands.close_term(term_id=term_id, **form.cleaned_data, actor=who.actor_of(request), now=clock.now(request))

    return _attempt(request, term_id, "close", form, deed)


@require_POST
@who.only(Role.OFFICE)
def reopen(request: HttpRequest, term_id: int) -> HttpResponse:
    form = ReopenTermForm(request.POST)

    def deed() -> None:
        commands.reopen_term(term_id=term_id, **form.cleaned_data, actor=who.actor_of(request), now=clock.now(request))

    return _attempt(request, term_id, "reopen", form, deed)


def _attempt(request: HttpRequest, term_id: int, key: str, form: Form, deed: Callable[[], None]) -> HttpResponse:
    if not form.is_valid():
        return _term(request, term_id, {key: form}, status=422)
    try:
        deed()
    except Refusal as refused:
        return _term(request, term_id, {key: form}, sentence=str(refused), status=refused.status)
    messages.success(request, _("届次的登记已保存。"))
    return redirect("desk:roll_term", term_id=term_id)


def _term(
    request: HttpRequest,
    term_id: int,
    bound: dict[str, Form] | None = None,
    *,
    sentence: str = "",
    status: int = 200,
) -> HttpResponse:
    page = pages.get_roll(term_id, town_id=who.actor_of(request).town_id, on=timezone.localdate(clock.now(request)))
    forms: dict[str, Form] = {
        "quota": QuotaForm(initial={"quota": page.term.quota}),
        "close": CloseTermForm(),
        "reopen": ReopenTermForm(),
    }
    context = {"page": page, "sentence": sentence, **forms, **(bound or {})}
    return entry.page(request, "desk/roll/term.html", context, status=status, here="roll")
