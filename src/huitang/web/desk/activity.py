"""/desk/supervision/<id>/…: one activity, and each deed that may be done to it."""

from collections.abc import Callable
from datetime import date

from django import forms as django_forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from huitang.adapters.photos.reading import MAX_BYTES
from huitang.congress.accounts.deeds import Role
from huitang.congress.supervision import commands, photo_commands, queries, reply_commands
from huitang.web.desk import activity_forms as forms
from huitang.web.desk import activity_page
from huitang.web.frame import clock, who


@require_safe
@who.only(Role.OFFICE)
def show(request: HttpRequest, activity_id: int) -> HttpResponse:
    return activity_page.show(request, activity_page.find(request, activity_id))


@require_POST
@who.only(Role.OFFICE)
def plan(request: HttpRequest, activity_id: int) -> HttpResponse:
    form = forms.PlanForm(request.POST)
    page = activity_page.find(request, activity_id)

    def deed() -> None:
        actor, seen = who.actor_of(request), form.cleaned_data["seen"]
        commands.change_plan(activity_id=activity_id, plan=form.plan, actor=actor, now=clock.now(request), seen=seen)

    return activity_page.attempt(request, page, "plan", form, deed)


@require_POST
@who.only(Role.OFFICE)
def hold(request: HttpRequest, activity_id: int) -> HttpResponse:
    page = activity_page.find(request, activity_id, on=_typed_day(request))
    form = forms.HoldForm(request.POST, roll=page.roll)

    def deed() -> None:
        commands.hold_activity(
            activity_id=activity_id, **form.holding, actor=who.actor_of(request), now=clock.now(request)
        )

    return activity_page.attempt(request, page, "hold", form, deed)


@require_POST
@who.only(Role.OFFICE)
def correct(request: HttpRequest, activity_id: int) -> HttpResponse:
    page = activity_page.find(request, activity_id, on=_typed_day(request))
    form = forms.HoldForm(request.POST, roll=page.roll, auto_id="correct_%s")

    def deed() -> None:
        actor, seen = who.actor_of(request), form.cleaned_data["seen"]
        commands.correct_holding(
            activity_id=activity_id, **form.holding, actor=actor, now=clock.now(request), seen=seen
        )

    return activity_page.attempt(request, page, "correct", form, deed)


def _deed(key: str, command: Callable[..., object], form_of: type[django_forms.Form]) -> who.Page:
    """The address of a deed whose form's fields are the command's own words."""

    @require_POST
    @who.only(Role.OFFICE)
    def do(request: HttpRequest, activity_id: int) -> HttpResponse:
        form = form_of(request.POST)

        def deed() -> None:
            command(activity_id=activity_id, actor=who.actor_of(request), now=clock.now(request), **form.cleaned_data)

        return activity_page.attempt(request, activity_page.find(request, activity_id), key, form, deed)

    return do


drop = _deed("drop", commands.drop_activity, forms.ReasonForm)
problems = _deed("problems", reply_commands.write_problems, forms.ProblemsForm)
opinion = _deed("opinion", reply_commands.send_opinion, forms.OpinionForm)
opinion_back = _deed("opinion_back", reply_commands.take_opinion_back, forms.ReasonForm)
reply = _deed("reply", reply_commands.record_reply, forms.ReplyForm)
reply_back = _deed("reply_back", reply_commands.take_reply_back, forms.ReasonForm)
follow_up = _deed("follow_up", reply_commands.follow_up, forms.FollowUpForm)
reopen = _deed("reopen", commands.reopen_activity, forms.ReasonForm)


@require_POST
@who.only(Role.OFFICE)
def take_up(request: HttpRequest, activity_id: int) -> HttpResponse:
    return _press(request, activity_id, commands.take_up_again, _("已恢复到计划里。"))


@require_POST
@who.only(Role.OFFICE)
def close(request: HttpRequest, activity_id: int) -> HttpResponse:
    return _press(request, activity_id, commands.close_activity, _("已办结。"))


@require_POST
@who.only(Role.OFFICE)
def add_photo(request: HttpRequest, activity_id: int) -> HttpResponse:
    form = forms.PhotoForm(request.POST, request.FILES)

    def deed() -> None:
        photo_commands.add_photo(
            activity_id=activity_id,
            content=form.cleaned_data["photo"].read(MAX_BYTES + 1),  # one byte more is enough to be refused
            caption=form.cleaned_data["caption"],
            actor=who.actor_of(request),
            now=clock.now(request),
        )

    return activity_page.attempt(request, activity_page.find(request, activity_id), "photo", form, deed)


@require_safe
@who.only(Role.OFFICE)
def photo(request: HttpRequest, photo_id: int) -> HttpResponse:
    content, media_type = queries.get_photo(photo_id, town_id=who.actor_of(request).town_id)
    response = HttpResponse(content, content_type=media_type)
    response["X-Content-Type-Options"] = "nosniff"
    return response


@require_POST
@who.only(Role.OFFICE)
def remove_photo(request: HttpRequest, photo_id: int) -> HttpResponse:
    actor = who.actor_of(request)
    activity_id = photo_commands.remove_photo(photo_id=photo_id, actor=actor, now=clock.now(request))
    messages.success(request, _("照片已删去。"))
    return redirect("desk:activity", activity_id)


def _press(request: HttpRequest, activity_id: int, command: Callable[..., object], done: str) -> HttpResponse:
    command(activity_id=activity_id, actor=who.actor_of(request), now=clock.now(request))
    messages.success(request, done)
    return redirect("desk:activity", activity_id)


def _typed_day(request: HttpRequest) -> date | None:
    """The roll to choose from is that of the day typed, if it is one."""
    return forms.day_of(request.POST.get("held_on", ""))
