"""One deputy: what is known, the history of the mandate, and the deeds that may follow."""

from collections.abc import Callable, Mapping

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from huitang.congress.accounts.deeds import Role
from huitang.congress.journal.refusal import Refusal
from huitang.congress.roster import commands, mandate_commands, queries
from huitang.rules.mandate import Standing
from huitang.web.desk import entry
from huitang.web.desk.roll_forms import ByElectedForm, ChangeForm, DeputyForm, EndForm, WithdrawForm
from huitang.web.frame import clock, who

Forms = Mapping[str, Form]


@require_safe
@who.only(Role.OFFICE)
def deputy(request: HttpRequest, deputy_id: int) -> HttpResponse:
    return _deputy(request, _page(request, deputy_id))


@require_POST
@who.only(Role.OFFICE)
def correct(request: HttpRequest, deputy_id: int) -> HttpResponse:
    page = _page(request, deputy_id)
    form = DeputyForm(request.POST, delegations=page.delegations)

    def deed() -> None:
        commands.correct_deputy(
            deputy_id=deputy_id,
            number=form.cleaned_data["number"],
            name=form.cleaned_data["name"],
            delegation_id=form.cleaned_data["delegation"],
            details=form.details,
            actor=who.actor_of(request),
            now=clock.now(request),
        )

    return _attempt(request, page, "correct", form, deed)


@require_POST
@who.only(Role.OFFICE)
def suspend(request: HttpRequest, deputy_id: int) -> HttpResponse:
    return _change(request, deputy_id, "suspend", mandate_commands.suspend_deputy)


@require_POST
@who.only(Role.OFFICE)
def restore(request: HttpRequest, deputy_id: int) -> HttpResponse:
    return _change(request, deputy_id, "restore", mandate_commands.restore_deputy)


@require_POST
@who.only(Role.OFFICE)
def seat_again(request: HttpRequest, deputy_id: int) -> HttpResponse:
    return _change(request, deputy_id, "seat_again", mandate_commands.seat_again)


@require_POST
@who.only(Role.OFFICE)
def end(request: HttpRequest, deputy_id: int) -> HttpResponse:
    page = _page(request, deputy_id)
    form = EndForm(request.POST, prefix="end", causes=page.causes)

    def deed() -> None:
        mandate_commands.end_mandate(
            deputy_id=deputy_id, **form.cleaned_data, actor=who.actor_of(request), now=clock.now(request)
        )

    return _attempt(request, page, "end", form, deed)


@require_POST
@who.only(Role.OFFICE)
def withdraw(request: HttpRequest, deputy_id: int, change_id: int) -> HttpResponse:
    page = _page(request, deputy_id)
    form = WithdrawForm(request.POST, prefix="withdraw")

    def deed() -> None:
        mandate_commands.withdraw_mandate_change(
            change_id=change_id, **form.cleaned_data, actor=who.actor_of(request), now=clock.now(request)
        )

    return _attempt(request, page, "withdraw", form, deed)


@require_http_methods(["GET", "HEAD", "POST"])
@who.only(Role.OFFICE)
def by_elected(request: HttpRequest, term_id: int) -> HttpResponse:
    actor, today = who.actor_of(request), timezone.localdate(clock.now(request))
    term = queries.get_term(term_id, actor.town_id)
    delegations = queries.list_delegations(term_id, on=today)
    form = ByElectedForm(request.POST or None, delegations=delegations)
    if form.is_valid():
        try:
            new = mandate_commands.seat_by_elected(
                term_id=term_id,
                number=form.cleaned_data["number"],
                name=form.cleaned_data["name"],
                delegation_id=form.cleaned_data["delegation"],
                details=form.details,
                on=form.cleaned_data["on"],
                reason=form.cleaned_data["reason"],
                actor=actor,
                now=clock.now(request),
            )
        except Refusal as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("已登记补选代表“{name}”。").format(name=form.cleaned_data["name"]))
            return redirect("desk:roll_deputy", deputy_id=new)
    context = {"term": term, "form": form, "delegations": delegations}
    return entry.page(request, "desk/roll/by_elected.html", context, status=422 if form.is_bound else 200, here="roll")


def _page(request: HttpRequest, deputy_id: int) -> queries.DeputyPage:
    return queries.get_deputy(
        deputy_id, town_id=who.actor_of(request).town_id, on=timezone.localdate(clock.now(request))
    )


def _change(request: HttpRequest, deputy_id: int, key: str, command: Callable[..., None]) -> HttpResponse:
    page = _page(request, deputy_id)
    form = ChangeForm(request.POST, prefix=key)

    def deed() -> None:
        command(deputy_id=deputy_id, **form.cleaned_data, actor=who.actor_of(request), now=clock.now(request))

    return _attempt(request, page, key, form, deed)


def _attempt(
    request: HttpRequest, page: queries.DeputyPage, key: str, form: Form, deed: Callable[[], None]
) -> HttpResponse:
    """Do the deed, or show the page again with what was typed and the reason beside it."""
    if not form.is_valid():
        return _deputy(request, page, {key: form}, status=422)
    try:
        deed()
    except Refusal as refused:
        form.add_error(None, str(refused))
        return _deputy(request, page, {key: form}, status=refused.status)
    messages.success(request, _("“{name}”的登记已保存。").format(name=page.deputy.name))
    return redirect("desk:roll_deputy", deputy_id=page.deputy.id)


def _deputy(
    request: HttpRequest, page: queries.DeputyPage, bound: Forms | None = None, *, status: int = 200
) -> HttpResponse:
    today = timezone.localdate(clock.now(request))
    forms = {**_fresh_forms(page), **(bound or {})}
    allowed = {
        Standing.NOT_YET: (),
        Standing.IN_OFFICE: ("suspend", "end"),
        Standing.SUSPENDED: ("restore", "end"),
        Standing.ENDED: ("seat_again",),
    }[page.deputy.standing]
    shown = [(key, title, forms[key]) for key, title in _deeds().items() if key in allowed or key in (bound or {})]
    context = {
        "page": page,
        "today": today,
        "correct": forms["correct"],
        "withdraw": forms["withdraw"],
        "deeds": shown,
        "opened": next(iter(bound or {}), ""),
        "can_withdraw": len(page.history) > 1,
    }
    return entry.page(request, "desk/roll/deputy.html", context, status=status, here="roll")


def _deeds() -> dict[str, str]:
    return {
        "suspend": _("暂停执行代表职务"),
        "restore": _("恢复执行代表职务"),
        "end": _("终止代表资格"),
        "seat_again": _("登记补选当选"),
    }


def _fresh_forms(page: queries.DeputyPage) -> Forms:
    known = {
        field: getattr(page.deputy, field) for field in DeputyForm.base_fields if field not in ("delegation", "name")
    }
    known |= {"name": page.deputy.bare_name, "delegation": page.deputy.delegation_id}
    return {
        "correct": DeputyForm(initial=known, delegations=page.delegations),
        "suspend": ChangeForm(prefix="suspend"),
        "restore": ChangeForm(prefix="restore"),
        "seat_again": ChangeForm(prefix="seat_again"),
        "end": EndForm(prefix="end", causes=page.causes),
        "withdraw": WithdrawForm(prefix="withdraw"),
    }
