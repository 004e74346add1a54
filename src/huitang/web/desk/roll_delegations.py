"""The delegations of a term: their names, heads and numbers."""

from collections.abc import Callable

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from huitang.congress.accounts.deeds import Role
from huitang.congress.journal.refusal import Refusal
from huitang.congress.roster import commands, pages
from huitang.web.desk import entry
from huitang.web.desk.roll_forms import DelegationForm, HeadForm
from huitang.web.frame import clock, who


@require_safe
@who.only(Role.OFFICE)
def delegations(request: HttpRequest, term_id: int) -> HttpResponse:
    return _delegations(request, term_id)


@require_POST
@who.only(Role.OFFICE)
def add(request: HttpRequest, term_id: int) -> HttpResponse:
    form = DelegationForm(request.POST)

    def deed() -> None:
        commands.add_delegation(
            term_id=term_id, **form.cleaned_data, actor=who.actor_of(request), now=clock.now(request)
        )

    return _attempt(request, term_id, form, deed)


@require_POST
@who.only(Role.OFFICE)
def rename(request: HttpRequest, term_id: int, delegation_id: int) -> HttpResponse:
    form = DelegationForm(request.POST)

    def deed() -> None:
        commands.rename_delegation(
            delegation_id=delegation_id,
            **form.cleaned_data,
            actor=who.actor_of(request),
            now=clock.now(request),
        )

    return _attempt(request, term_id, form, deed)


@require_POST
@who.only(Role.OFFICE)
def head(request: HttpRequest, term_id: int, delegation_id: int) -> HttpResponse:
    page = _page(request, term_id)
    members = [row for row in page.rows if row.delegation_id == delegation_id]
    form = HeadForm(request.POST, members=members)

    def deed() -> None:
        commands.name_head(
            delegation_id=delegation_id,
            deputy_id=form.cleaned_data["head"],
            actor=who.actor_of(request),
            now=clock.now(request),
        )

    return _attempt(request, term_id, form, deed)


@require_POST
@who.only(Role.OFFICE)
def drop(request: HttpRequest, term_id: int, delegation_id: int) -> HttpResponse:
    def deed() -> None:
        commands.drop_delegation(delegation_id=delegation_id, actor=who.actor_of(request), now=clock.now(request))

    return _attempt(request, term_id, Form({}), deed)


def _page(request: HttpRequest, term_id: int) -> pages.RollPage:
    return pages.get_roll(term_id, town_id=who.actor_of(request).town_id, on=timezone.localdate(clock.now(request)))


def _attempt(request: HttpRequest, term_id: int, form: Form, deed: Callable[[], None]) -> HttpResponse:
    if not form.is_valid():
        sentence = " ".join(str(error) for errors in form.errors.values() for error in errors)
        return _delegations(request, term_id, sentence=sentence, status=422)
    try:
        deed()
    except Refusal as refused:
        return _delegations(request, term_id, sentence=str(refused), status=refused.status)
    messages.success(request, _("代表团的登记已保存。"))
    return redirect("desk:roll_delegations", term_id=term_id)


def _delegations(request: HttpRequest, term_id: int, *, sentence: str = "", status: int = 200) -> HttpResponse:
    page = _page(request, term_id)
    rows = [
        (
            delegation,
            HeadForm(
                members=[row for row in page.rows if row.delegation_id == delegation.id],
                initial={"head": delegation.head_id},
                auto_id=f"head-{delegation.id}",
            ),
        )
        for delegation in page.delegations
    ]
    context = {"page": page, "rows": rows, "add": DelegationForm(), "sentence": sentence}
    return entry.page(request, "desk/roll/delegations.html", context, status=status, here="roll")
