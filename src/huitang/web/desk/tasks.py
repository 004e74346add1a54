"""The tasks of the year, one by one: who does what until when, how far it is, what came of it."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from huitang.congress.accounts.deeds import Role
from huitang.congress.targets import queries, task_commands
from huitang.web.desk import entry, targets
from huitang.web.desk.targets_forms import DropForm, FinishForm, ProgressForm, TaskForm
from huitang.web.frame import clock, who


@require_POST
@who.only(Role.OFFICE)
def add(request: HttpRequest) -> HttpResponse:
    form = TaskForm(request.POST)
    if form.is_valid():
        year = form.cleaned_data["year"]
        if targets.done(request, form, task_commands.add_task, year=year, words=form.words):
            messages.success(request, _("任务已登记。"))
            return targets.to_year(year)
    return targets.page(request, task_form=form, status=422)


@require_safe
@who.only(Role.OFFICE)
def task(request: HttpRequest, task_id: int) -> HttpResponse:
    return _page(request, task_id)


@require_POST
@who.only(Role.OFFICE)
def change(request: HttpRequest, task_id: int) -> HttpResponse:
    form = TaskForm(request.POST)
    if form.is_valid() and targets.done(request, form, task_commands.change_task, task_id=task_id, words=form.words):
        return _back(request, task_id, _("任务已改。"))
    return _page(request, task_id, form)


@require_POST
@who.only(Role.OFFICE)
def progress(request: HttpRequest, task_id: int) -> HttpResponse:
    form = ProgressForm(request.POST)
    if form.is_valid() and targets.done(
        request, form, task_commands.report_progress, task_id=task_id, **form.cleaned_data
    ):
        return _back(request, task_id, _("进度已登记。"))
    return _page(request, task_id, form)


@require_POST
@who.only(Role.OFFICE)
def finish(request: HttpRequest, task_id: int) -> HttpResponse:
    form = FinishForm(request.POST)
    if form.is_valid() and targets.done(request, form, task_commands.finish_task, task_id=task_id, **form.cleaned_data):
        return _back(request, task_id, _("任务已办结。"))
    return _page(request, task_id, form)


@require_POST
@who.only(Role.OFFICE)
def drop(request: HttpRequest, task_id: int) -> HttpResponse:
    form = DropForm(request.POST)
    if form.is_valid() and targets.done(request, form, task_commands.drop_task, task_id=task_id, **form.cleaned_data):
        return _back(request, task_id, _("已登记不再办，理由留在这里。"))
    return _page(request, task_id, form)


@require_POST
@who.only(Role.OFFICE)
def reopen(request: HttpRequest, task_id: int) -> HttpResponse:
    task_commands.reopen_task(task_id=task_id, actor=who.actor_of(request), now=clock.now(request))
    return _back(request, task_id, _("已退回，任务仍在办。"))


def _back(request: HttpRequest, task_id: int, sentence: str) -> HttpResponse:
    messages.success(request, sentence)
    return redirect("desk:task", task_id)


def _page(request: HttpRequest, task_id: int, wrong: forms.Form | None = None) -> HttpResponse:
    today = timezone.localdate(clock.now(request))
    row, year = queries.get_task(task_id, town_id=who.actor_of(request).town_id, today=today)
    words = {"year": year, "title": row.title, "owner": row.owner, "measure": row.measure, "due_on": row.due_on}
    fresh: dict[str, forms.Form] = {
        "progress": ProgressForm(initial={"on": today}, auto_id="id_progress_%s"),
        "finish": FinishForm(initial={"on": today}, auto_id="id_finish_%s"),
        "change": TaskForm(initial=words, auto_id="id_change_%s"),
        "drop": DropForm(auto_id="id_drop_%s"),
    }
    shown = {name: wrong if type(form) is type(wrong) else form for name, form in fresh.items()}
    context = {"row": row, "year": year, "forms": shown}
    return entry.page(request, "desk/tasks/task.html", context, status=422 if wrong else 200, here="targets")
