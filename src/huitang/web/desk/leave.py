"""/desk/sessions/<id>/leave/: who asks to be away. Reasons are private: office and chair only."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from huitang.congress.accounts.deeds import Role
from huitang.congress.attendance import commands as attendance
from huitang.congress.attendance import queries
from huitang.congress.attendance.queries import LeaveDesk
from huitang.web.desk import entry, floor_page
from huitang.web.frame import clock, who

CAUSES = [("ILLNESS", gettext_lazy("因病")), ("AFFAIRS", gettext_lazy("因事")), ("OTHER", gettext_lazy("其他"))]


class LeaveForm(forms.Form):
    deputy_id = forms.TypedChoiceField(label=gettext_lazy("代表"), coerce=int)
    cause = forms.ChoiceField(label=gettext_lazy("事由"), choices=CAUSES, widget=forms.RadioSelect, initial="ILLNESS")
    reason = forms.CharField(
        label=gettext_lazy("原因"), max_length=200, help_text=gettext_lazy("只有办公室和主席看得到，不公开、不进日志。")
    )

    def __init__(self, *args: object, desk: LeaveDesk) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        told = [(row.id, f"{row.number:03d} {row.name}（{row.delegation}）") for row in desk.roll]
        self.fields["deputy_id"].choices = [("", _("选一位代表")), *told]  # type: ignore[attr-defined]


@require_GET
@who.only(Role.OFFICE, Role.CHAIR)
def show(request: HttpRequest, session_id: int) -> HttpResponse:
    desk = queries.get_leave_desk(session_id, town_id=who.actor_of(request).town_id)
    return _page(request, desk, LeaveForm(desk=desk))


@require_POST
@who.only(Role.OFFICE)
def ask(request: HttpRequest, session_id: int) -> HttpResponse:
    actor = who.actor_of(request)
    desk = queries.get_leave_desk(session_id, town_id=actor.town_id)
    form = LeaveForm(request.POST, desk=desk)
    if form.is_valid():
        with entry.refused_on(form, "reason"):
            attendance.ask_leave(session_id=session_id, actor=actor, now=clock.now(request), **form.cleaned_data)
            messages.success(request, _("已登记请假，等待批准。"))
            return redirect("desk:leave", session_id)
    return _page(request, desk, form, status=422)


@require_POST
@who.only(Role.OFFICE)
def take_from_remarks(request: HttpRequest, session_id: int) -> HttpResponse:
    taken = attendance.take_leave_from_roll(session_id=session_id, actor=who.actor_of(request), now=clock.now(request))
    told = _("从名册备注里登记了 {n} 张假条，等待批准。") if taken else _("名册备注里没有新的请假。")
    messages.success(request, told.format(n=taken))
    return redirect("desk:leave", session_id)


@require_POST
@who.only(Role.OFFICE, Role.CHAIR)
def decide(request: HttpRequest, leave_id: int) -> HttpResponse:
    is_approved = request.POST.get("is_approved") == "yes"
    session_id = attendance.decide_leave(
        leave_id=leave_id, is_approved=is_approved, actor=who.actor_of(request), now=clock.now(request)
    )
    messages.success(request, _("已批准请假。") if is_approved else _("已不予批准。"))
    return redirect("desk:leave", session_id)


@require_POST
@who.only(Role.OFFICE)
def withdraw(request: HttpRequest, leave_id: int) -> HttpResponse:
    session_id = attendance.withdraw_leave(leave_id=leave_id, actor=who.actor_of(request), now=clock.now(request))
    messages.success(request, _("已销假。"))
    return redirect("desk:leave", session_id)


def _page(request: HttpRequest, desk: LeaveDesk, form: LeaveForm, *, status: int = 200) -> HttpResponse:
    return floor_page.show(
        request,
        "desk/leave/show.html",
        session=desk.session,
        here="sign_in",
        status=status,
        desk=desk,
        form=form,
        counts=[(state, desk.count(state)) for state in ("APPROVED", "ASKED")],
    )
