"""/desk/sessions/<id>/schedule/ and /desk/sittings/<id>/change/: when and where each meeting is held."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from huitang.congress.accounts.deeds import Role
from huitang.congress.runsheet import desk
from huitang.congress.sittings import commands as sittings
from huitang.web.desk.entry import Seen, page, refused_on
from huitang.web.frame import clock, who


class SittingForm(Seen):
    starts_at = forms.DateTimeField(
        label=gettext_lazy("开会时间"),
        widget=forms.DateTimeInput({"type": "datetime-local"}, "%Y-%m-%dT%H:%M"),
        error_messages={"invalid": gettext_lazy("时间要写成 2025-03-31 09:30 这样，而且真有那一天。")},
    )
    place = forms.CharField(label=gettext_lazy("地点"), max_length=80)
    presider = forms.CharField(
        label=gettext_lazy("执行主席"),
        max_length=60,
        required=False,
        help_text=gettext_lazy("主持这场会议的人；几位用顿号隔开。"),
    )


@require_GET
@who.only(Role.OFFICE)
def show(request: HttpRequest, session_id: int) -> HttpResponse:
    actor = who.actor_of(request)
    found = desk.get_schedule(session_id, town_id=actor.town_id, chain=actor.chain)
    return page(request, "desk/schedule/show.html", {"schedule": found}, here="session", session=found.session)


@require_http_methods(["GET", "POST"])
@who.only(Role.OFFICE)
def change(request: HttpRequest, sitting_id: int) -> HttpResponse:
    actor = who.actor_of(request)
    found = desk.get_sitting(sitting_id, town_id=actor.town_id, chain=actor.chain)
    sitting = found.sitting
    initial = {
        "starts_at": timezone.localtime(sitting.starts_at),
        "place": sitting.place,
        "presider": sitting.presider,
        "seen": found.version,
    }
    form = SittingForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        with refused_on(form, "starts_at"):
            sittings.change_sitting(sitting_id=sitting_id, actor=actor, now=clock.now(request), **form.cleaned_data)
            messages.success(request, _("日程已经改好。"))
            return redirect("desk:schedule", found.session.id)
    context = {"form": form, "sitting": sitting}
    status = 422 if form.errors else 200
    return page(request, "desk/schedule/change.html", context, here="session", session=found.session, status=status)
