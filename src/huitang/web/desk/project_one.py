"""/desk/projects/<id>/…: one project, and each deed that may be done to it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from huitang.adapters.photos.reading import MAX_BYTES
from huitang.congress.accounts.deeds import Role
from huitang.congress.journal.refusal import InputIsWrong
from huitang.congress.projects import building_commands, change_commands, commands, photo_commands, queries
from huitang.web.desk import project_forms as forms
from huitang.web.desk import project_page
from huitang.web.desk.activity_forms import day_of
from huitang.web.frame import clock, who

# each deed of a project has its own address below it; what its form tells are the words of its command
COMMANDS: dict[str, Callable[..., object]] = {
    "begin": building_commands.begin,
    "report": building_commands.report,
    "milestone": building_commands.plan_milestone,
    "pay": building_commands.pay,
    "finish": building_commands.finish,
    "finish-back": building_commands.take_finish_back,
    "accept": change_commands.accept,
    "accept-back": change_commands.take_acceptance_back,
    "supervisors": commands.name_supervisors,
    "describe": commands.correct_project,
    "change": change_commands.change_project,
    "drop": change_commands.drop_project,
}


@require_safe
@who.only(Role.OFFICE)
def show(request: HttpRequest, project_id: int) -> HttpResponse:
    return project_page.show(request, project_page.find(request, project_id))


@require_POST
@who.only(Role.OFFICE)
def do(request: HttpRequest, project_id: int, deed: str) -> HttpResponse:
    if deed not in COMMANDS:
        raise Http404
    page = project_page.find(request, project_id)
    form = project_page.form_of(deed, page, request.POST)

    def command() -> None:
        COMMANDS[deed](project_id=project_id, actor=who.actor_of(request), now=clock.now(request), **form.told)

    return project_page.attempt(request, page, deed, form, command)


@require_POST
@who.only(Role.OFFICE)
def remove(request: HttpRequest, project_id: int) -> HttpResponse:
    page = project_page.find(request, project_id)
    form = forms.ReasonForm(request.POST, auto_id="remove_%s")
    if not form.is_valid():
        return project_page.show(request, page, {"remove": form}, status=422)
    actor, now = who.actor_of(request), clock.now(request)
    commands.remove_project(project_id=project_id, actor=actor, now=now, **form.told)
    messages.success(request, _("已删去“{name}”。").format(name=page.row.name))
    return redirect("desk:year_projects")


@require_POST
@who.only(Role.OFFICE)
def add_photo(request: HttpRequest, project_id: int) -> HttpResponse:
    form = forms.ProjectPhotoForm(request.POST, request.FILES, auto_id="photo_%s")

    def command() -> None:
        told = form.cleaned_data
        photo_commands.add_photo(
            project_id=project_id,
            content=told["photo"].read(MAX_BYTES + 1),  # one byte more is enough to be refused
            caption=told["caption"],
            taken_on=told["taken_on"],
            is_public=told["is_public"],
            actor=who.actor_of(request),
            now=clock.now(request),
        )

    return project_page.attempt(request, project_page.find(request, project_id), "photo", form, command)


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
    return _row_deed(request, photo_commands.remove_photo, photo_id=photo_id)


@require_POST
@who.only(Role.OFFICE)
def change_milestone(request: HttpRequest, milestone_id: int) -> HttpResponse:
    form = forms.MilestoneForm(request.POST)
    if not form.is_valid():
        raise InputIsWrongHere(form)
    return _row_deed(request, building_commands.change_milestone, milestone_id=milestone_id, **form.told)


@require_POST
@who.only(Role.OFFICE)
def mark_milestone(request: HttpRequest, milestone_id: int) -> HttpResponse:
    """A day marks it done, no day takes that back."""
    done_on = day_of(request.POST.get("done_on", ""))
    return _row_deed(request, building_commands.mark_milestone, milestone_id=milestone_id, done_on=done_on)


@require_POST
@who.only(Role.OFFICE)
def remove_milestone(request: HttpRequest, milestone_id: int) -> HttpResponse:
    return _row_deed(request, building_commands.remove_milestone, milestone_id=milestone_id)


@require_POST
@who.only(Role.OFFICE)
def remove_report(request: HttpRequest, report_id: int) -> HttpResponse:
    reason = request.POST.get("reason", "")
    return _row_deed(request, building_commands.remove_report, report_id=report_id, reason=reason)


@require_POST
@who.only(Role.OFFICE)
def remove_payment(request: HttpRequest, payment_id: int) -> HttpResponse:
    reason = request.POST.get("reason", "")
    return _row_deed(request, building_commands.remove_payment, payment_id=payment_id, reason=reason)


class InputIsWrongHere(InputIsWrong):
    """What a small form beside a row found wrong, told on a page of its own."""

    def __init__(self, form: Any) -> None:
        super().__init__()
        self.text = " ".join(str(error) for errors in form.errors.values() for error in errors)


def _row_deed(request: HttpRequest, command: Callable[..., int], **told: Any) -> HttpResponse:
    project = command(actor=who.actor_of(request), now=clock.now(request), **told)
    messages.success(request, _("已保存。"))
    return redirect("desk:project", project)
