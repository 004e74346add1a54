"""/desk/sessions/<id>/attendees/: who sits in without a vote."""

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
from huitang.web.desk import floor_page
from huitang.web.frame import clock, who

STANDINGS = [
    ("BY_LAW", gettext_lazy("依法列席（不是代表的镇政府领导人员）")),
    ("BY_DECISION", gettext_lazy("主席团决定列席")),
    ("HIGHER_DEPUTY", gettext_lazy("上级人大代表")),
    ("RESIDENT", gettext_lazy("旁听的居民、村民")),
]


class AttendeeForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("姓名"), max_length=60)
    post = forms.CharField(label=gettext_lazy("职务"), max_length=80, required=False)
    standing = forms.ChoiceField(label=gettext_lazy("列席身份"), choices=STANDINGS)


@require_GET
@who.only(Role.OFFICE)
def show(request: HttpRequest, session_id: int) -> HttpResponse:
    return _page(request, session_id, AttendeeForm())


@require_POST
@who.only(Role.OFFICE)
def add(request: HttpRequest, session_id: int) -> HttpResponse:
    form = AttendeeForm(request.POST)
    if not form.is_valid():
        return _page(request, session_id, form, status=422)
    attendance.list_attendee(
        session_id=session_id, actor=who.actor_of(request), now=clock.now(request), **form.cleaned_data
    )
    messages.success(request, _("已列入列席名单：{name}。").format(name=form.cleaned_data["name"]))
    return redirect("desk:attendees", session_id)


@require_POST
@who.only(Role.OFFICE)
def mark(request: HttpRequest, attendee_id: int) -> HttpResponse:
    session_id = attendance.mark_attendee(
        attendee_id=attendee_id,
        is_present=request.POST.get("is_present") == "yes",
        actor=who.actor_of(request),
        now=clock.now(request),
    )
    return redirect("desk:attendees", session_id)


def _page(request: HttpRequest, session_id: int, form: AttendeeForm, *, status: int = 200) -> HttpResponse:
    desk = queries.get_attendee_desk(session_id, town_id=who.actor_of(request).town_id)
    words = dict(STANDINGS)
    rows = [(row, words[row.standing]) for row in desk.attendees]
    return floor_page.show(
        request,
        "desk/attendees/show.html",
        session=desk.session,
        here="sign_in",
        status=status,
        desk=desk,
        rows=rows,
        form=form,
    )
