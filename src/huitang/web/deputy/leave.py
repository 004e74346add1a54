"""Asking for leave, and taking the request back."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from huitang.congress.accounts.deeds import Role
from huitang.congress.attendance import commands as attendance
from huitang.congress.journal.refusal import InputIsWrong, Refusal
from huitang.congress.runsheet import seat
from huitang.web.deputy import links
from huitang.web.frame import clock, who
from huitang.web.frame.see_other import see_other

CAUSES = [("ILLNESS", gettext_lazy("因病")), ("AFFAIRS", gettext_lazy("因事"))]


class LeaveForm(forms.Form):
    cause = forms.ChoiceField(
        label=gettext_lazy("事由"),
        choices=CAUSES,
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("请选因病还是因事。"),
            "invalid_choice": gettext_lazy("请选因病还是因事。"),
        },
    )
    reason = forms.CharField(
        label=gettext_lazy("原因"),
        max_length=200,
        help_text=gettext_lazy("只有会议办公室和主席团看得到。"),
        widget=forms.TextInput,
        error_messages={
            "required": gettext_lazy("请写明原因。"),
            "max_length": gettext_lazy("原因请写在 200 字以内。"),
        },
    )


@who.only(Role.DEPUTY)
@require_GET
def page(request: HttpRequest) -> HttpResponse:
    return _show(request, LeaveForm())


@who.only(Role.DEPUTY)
@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """A GET is a reload after a refused form: it leads back to the page."""
    if request.method == "GET":
        return see_other("deputy:leave")
    actor, form = who.actor_of(request), LeaveForm(request.POST)
    view = seat.get_leave(actor)
    if view is None or actor.deputy_id is None or not form.is_valid():
        return _show(request, form, status=422)
    try:
        attendance.ask_leave(
            session_id=view.session.id,
            deputy_id=actor.deputy_id,
            cause=form.cleaned_data["cause"],
            reason=form.cleaned_data["reason"],
            actor=actor,
            now=clock.now(request),
        )
    except InputIsWrong as refusal:
        form.add_error("reason", str(refusal))
        return _show(request, form, status=refusal.status)
    except Refusal as refusal:
        return _show(request, form, status=refusal.status, sentence=str(refusal))
    messages.success(request, _("请假已经提交，等待批准。"))
    return see_other("deputy:leave")


@who.only(Role.DEPUTY)
@require_POST
def withdraw(request: HttpRequest, leave_id: int) -> HttpResponse:
    attendance.withdraw_leave(leave_id=leave_id, actor=who.actor_of(request), now=clock.now(request))
    messages.success(request, _("请假已经撤回。"))
    return see_other("deputy:leave")


def _show(request: HttpRequest, form: LeaveForm, *, status: int = 200, sentence: str = "") -> HttpResponse:
    view = seat.get_leave(who.actor_of(request))
    context = {"view": view, "form": form, "sentence": sentence, "room_links": links.room_links(request)}
    return render(request, "deputy/leave.html", context, status=status)
