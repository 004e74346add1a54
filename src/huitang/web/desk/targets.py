"""The year's targets: taken over from the office's table, measured, and what was promised beside what happened."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from huitang.congress.accounts.deeds import Role
from huitang.congress.journal.refusal import Refusal
from huitang.congress.targets import commands, import_pages, queries, tables
from huitang.web.desk import entry, table_file
from huitang.web.desk.money_forms import YearForm
from huitang.web.desk.table_file import ListTable
from huitang.web.desk.targets_forms import ActualForm, CorrectionForm, ImportForm, TaskForm, ToleranceForm
from huitang.web.frame import clock, who

OVERDUE = "overdue"


@require_safe
@who.only(Role.OFFICE)
def show(request: HttpRequest) -> HttpResponse:
    if table_file.asked_for(request):
        return table_file.answer(request, _table(request))
    return page(request)


@require_safe
@who.only(Role.OFFICE)
def export(request: HttpRequest) -> HttpResponse:
    """The same at an address of its own."""
    return table_file.answer(request, _table(request), ending="xlsx")


def _table(request: HttpRequest) -> ListTable:
    """What was promised beside what happened, targets first and then the tasks shown."""
    report = asked_for(request)
    headings, rows = tables.sheet_of(report, _tasks(request, report))
    return ListTable(f"targets-{report.year}", _("{year}年指标任务").format(year=report.year), headings, rows)


def _tasks(request: HttpRequest, report: queries.TargetReport) -> tuple[queries.TaskRow, ...]:
    is_overdue_only = request.GET.get("tasks") == OVERDUE
    return queries.arranged(report.tasks, order=request.GET.get("order", "due"), is_overdue_only=is_overdue_only)


@require_POST
@who.only(Role.OFFICE)
def tolerance(request: HttpRequest) -> HttpResponse:
    form = ToleranceForm(request.POST)
    if form.is_valid() and done(request, form, commands.set_tolerance, **form.cleaned_data):
        messages.success(request, _("“左右”的幅度已保存，各项指标已重新判断。"))
        return redirect("desk:targets")
    return page(request, tolerance_form=form, status=422)


@require_safe
@who.only(Role.OFFICE)
def target(request: HttpRequest, target_id: int) -> HttpResponse:
    return _target(request, target_id)


@require_POST
@who.only(Role.OFFICE)
def actual(request: HttpRequest, target_id: int) -> HttpResponse:
    form = ActualForm(request.POST)
    if form.is_valid() and done(request, form, commands.enter_actual, target_id=target_id, **form.cleaned_data):
        messages.success(request, _("实际数已保存。"))
        return redirect("desk:target", target_id)
    return _target(request, target_id, actual_form=form)


@require_POST
@who.only(Role.OFFICE)
def correct(request: HttpRequest, target_id: int) -> HttpResponse:
    form = CorrectionForm(request.POST)
    if form.is_valid() and done(request, form, commands.correct_target, target_id=target_id, **form.cleaned_data):
        messages.success(request, _("指标已更正，原来的目标仍留在日志里。"))
        return redirect("desk:target", target_id)
    return _target(request, target_id, correction_form=form)


def done(request: HttpRequest, form: forms.Form, command: Any, **told: Any) -> bool:
    """Whether the command did it; what it refuses of the input is shown on the form."""
    with entry.refused_on(form):
        command(**told, actor=who.actor_of(request), now=clock.now(request))
        return True
    return False


def to_year(year: int) -> HttpResponse:
    return redirect(f"{reverse('desk:targets')}?year={year}")


def asked_for(request: HttpRequest) -> queries.TargetReport:
    form = YearForm(request.POST or request.GET)
    year = form.cleaned_data.get("year") if form.is_valid() else None
    today = timezone.localdate(clock.now(request))
    return queries.get_targets(who.actor_of(request).town_id, year=year, today=today)


def page(
    request: HttpRequest,
    *,
    import_form: ImportForm | None = None,
    tolerance_form: ToleranceForm | None = None,
    task_form: TaskForm | None = None,
    file_refused: Refusal | None = None,
    status: int = 200,
) -> HttpResponse:
    report = asked_for(request)
    context = {
        "report": report,
        "open_imports": import_pages.list_open(report.town_id),
        "tasks": _tasks(request, report),
        "order": request.GET.get("order", "due"),
        "is_overdue_only": request.GET.get("tasks") == OVERDUE,
        "import_form": import_form or ImportForm(initial={"year": report.year}, auto_id="id_import_%s"),
        "tolerance_form": tolerance_form or ToleranceForm(initial={"value": report.tolerance}),
        "task_form": task_form or TaskForm(initial={"year": report.year}),
        "is_task_wrong": task_form is not None,
        "is_tolerance_wrong": tolerance_form is not None,
        "file_refused": file_refused,
    }
    return entry.page(request, "desk/targets/show.html", context, status=status, here="targets")


def _target(
    request: HttpRequest,
    target_id: int,
    *,
    actual_form: ActualForm | None = None,
    correction_form: CorrectionForm | None = None,
) -> HttpResponse:
    row, year, told = queries.get_target(target_id, town_id=who.actor_of(request).town_id)
    initial = {"value": row.value, "qualifier": row.qualifier}
    context = {
        "row": row,
        "year": year,
        "tolerance": told,
        "actual_form": actual_form or ActualForm(initial={"period": "YEAR" if row.half_year else "HALF_YEAR"}),
        "correction_form": correction_form or CorrectionForm(initial=initial, auto_id="id_correct_%s"),
        "is_correction_wrong": correction_form is not None,
    }
    status = 422 if actual_form or correction_form else 200
    return entry.page(request, "desk/targets/target.html", context, status=status, here="targets")
