"""Importing a year's targets: upload, look at every row, then write them or give it up."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from huitang.congress.accounts.deeds import Role
from huitang.congress.journal.refusal import Refusal
from huitang.congress.targets import import_commands, import_pages
from huitang.congress.targets.refusals import TargetHasActuals
from huitang.web.desk import import_page, targets
from huitang.web.desk.import_page import CommitForm
from huitang.web.desk.targets_forms import ImportForm
from huitang.web.frame import clock, who


@require_POST
@who.only(Role.OFFICE)
def upload(request: HttpRequest) -> HttpResponse:
    form = ImportForm(request.POST, auto_id="id_import_%s")
    if not form.is_valid():
        return targets.page(request, import_form=form, status=422)
    taken = import_page.take(request, import_commands.upload_targets, **form.cleaned_data)
    if isinstance(taken, Refusal):
        return targets.page(request, import_form=form, file_refused=taken, status=taken.status)
    return redirect("desk:targets_preview", taken)


@require_safe
@who.only(Role.OFFICE)
def preview(request: HttpRequest, import_id: int) -> HttpResponse:
    return _preview(request, import_id)


@require_POST
@who.only(Role.OFFICE)
def commit(request: HttpRequest, import_id: int) -> HttpResponse:
    form = CommitForm(request.POST)
    if not form.is_valid():
        return _preview(request, import_id, form, status=422)
    year = import_pages.year_of(import_id, town_id=who.actor_of(request).town_id)
    told = {"import_id": import_id, **form.cleaned_data}
    outcome = import_page.confirm(request, import_commands.commit_import, form, also=(TargetHasActuals,), **told)
    if isinstance(outcome, Refusal):
        return _preview(request, import_id, form, status=outcome.status)
    import_page.tell_written(request, _("指标已写入：新增 {new} 项，变更 {changed} 项，不变 {unchanged} 项。"), outcome)
    return targets.to_year(year)


@require_POST
@who.only(Role.OFFICE)
def give_up(request: HttpRequest, import_id: int) -> HttpResponse:
    actor, now = who.actor_of(request), clock.now(request)
    year = import_commands.give_up_import(import_id=import_id, actor=actor, now=now)
    messages.info(request, _("这次导入已放弃，指标没有任何变动。"))
    return targets.to_year(year)


def _preview(
    request: HttpRequest, import_id: int, form: CommitForm | None = None, *, status: int = 200
) -> HttpResponse:
    page = import_pages.get_import(import_id, town_id=who.actor_of(request).town_id)
    return import_page.show(
        request,
        "desk/targets/preview.html",
        page,
        form or CommitForm(),
        addresses="targets",
        here="targets",
        wrong=page.plan.wrong,
        untouched=_("指标没有任何变动。"),
        barred=page.plan.barred,
        is_idle=page.plan.changes_nothing,
        status=status,
    )
