"""/desk/sessions/<id>/runsheet/ and /desk/steps/<id>/: the same sheet the chair follows, and its words."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from huitang.congress.accounts.deeds import Role
from huitang.congress.journal.refusal import InputIsWrong
from huitang.congress.runsheet import commands as runsheet
from huitang.congress.runsheet import desk
from huitang.web.desk.entry import Seen, page, refused_on
from huitang.web.frame import clock, who


class WordsForm(Seen):
    title = forms.CharField(
        label=gettext_lazy("名称"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("空着就用这一步的通用名称，如“宣布开会”。"),
    )
    words = forms.CharField(
        label=gettext_lazy("主持词"), required=False, max_length=4000, widget=forms.Textarea({"rows": 6})
    )


class ReasonForm(Seen):
    reason = forms.CharField(max_length=200, required=False)


@require_GET
@who.only(Role.OFFICE)
def show(request: HttpRequest, session_id: int) -> HttpResponse:
    return _show(request, session_id)


@require_http_methods(["GET", "POST"])
@who.only(Role.OFFICE)
def word(request: HttpRequest, step_id: int) -> HttpResponse:
    actor = who.actor_of(request)
    found = desk.get_step(step_id, town_id=actor.town_id, chain=actor.chain)
    initial = {"title": found.raw_title, "words": found.step.raw_words, "seen": found.version}
    form = WordsForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        with refused_on(form, "words"):
            runsheet.word_step(step_id=step_id, actor=actor, now=clock.now(request), **form.cleaned_data)
            messages.success(request, _("运行单已经改好，主席那一页同时改了。"))
            return redirect("desk:runsheet", found.session.id)
    context = {"form": form, "found": found}
    status = 422 if form.errors else 200
    return page(request, "desk/runsheet/word.html", context, here="session", session=found.session, status=status)


@require_POST
@who.only(Role.OFFICE)
def skip(request: HttpRequest, step_id: int) -> HttpResponse:
    actor, form = who.actor_of(request), ReasonForm(request.POST)
    session_id = desk.get_step(step_id, town_id=actor.town_id, chain=actor.chain).session.id
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    try:
        runsheet.skip_step(step_id=step_id, reason=reason, actor=actor, now=clock.now(request))
    except InputIsWrong as wrong:
        return _show(request, session_id, skip_error=str(wrong))
    messages.success(request, _("已略过这一步。"))
    return redirect("desk:runsheet", session_id)


@require_POST
@who.only(Role.OFFICE)
def back(request: HttpRequest, session_id: int) -> HttpResponse:
    form = ReasonForm(request.POST)
    reason, seen = (form.cleaned_data["reason"], form.cleaned_data["seen"]) if form.is_valid() else ("", None)
    actor, now = who.actor_of(request), clock.now(request)
    try:
        runsheet.step_back(session_id=session_id, reason=reason, actor=actor, now=now, seen=seen)
    except InputIsWrong as wrong:
        return _show(request, session_id, back_error=str(wrong))
    messages.success(request, _("已退回一步。原来的记录留在日志里。"))
    return redirect("desk:runsheet", session_id)


def _show(request: HttpRequest, session_id: int, *, skip_error: str = "", back_error: str = "") -> HttpResponse:
    actor = who.actor_of(request)
    view = desk.get_run_sheet(session_id, town_id=actor.town_id, chain=actor.chain)
    context = {
        "now": view,
        "skip_error": skip_error,
        "back_error": back_error,
        "reason": request.POST.get("reason", ""),
    }
    status = 422 if skip_error or back_error else 200
    return page(request, "desk/runsheet/show.html", context, here="session", session=view.record.session, status=status)
