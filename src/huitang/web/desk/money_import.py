"""Importing accounts: upload, look at every finding, then write the file or give it up."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from huitang.congress.accounts.deeds import Role
from huitang.congress.journal.refusal import Refusal
from huitang.congress.money import commands, queries
from huitang.congress.money.refusals import ApprovedFiguresDiffer, ReasonIsMissing
from huitang.web.desk import import_page, money
from huitang.web.desk.money_forms import CommitForm
from huitang.web.frame import clock, who


@require_POST
@who.only(Role.OFFICE)
def upload(request: HttpRequest) -> HttpResponse:
    taken = import_page.take(request, commands.upload_accounts)
    if isinstance(taken, Refusal):
        return money.page(request, file_refused=taken, status=taken.status)
    return redirect("desk:money_preview", import_id=taken)


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
    outcome = import_page.confirm(
        request,
        commands.commit_import,
        form,
        also=(ApprovedFiguresDiffer,),
        beside={ReasonIsMissing: "reason"},
        import_id=import_id,
        **form.cleaned_data,
    )
    if isinstance(outcome, Refusal):
        return _preview(request, import_id, form, status=outcome.status)
    sentence = _("账目已写入：新增 {new} 份，变更 {changed} 份，不变 {unchanged} 份。")
    import_page.tell_written(request, sentence, outcome)
    return redirect("desk:money")


@require_POST
@who.only(Role.OFFICE)
def give_up(request: HttpRequest, import_id: int) -> HttpResponse:
    commands.give_up_import(import_id=import_id, actor=who.actor_of(request), now=clock.now(request))
    messages.info(request, _("这次导入已放弃，账目没有任何变动。"))
    return redirect("desk:money")


def _preview(
    request: HttpRequest, import_id: int, form: CommitForm | None = None, *, status: int = 200
) -> HttpResponse:
    page = queries.get_import(import_id, town_id=who.actor_of(request).town_id)
    return import_page.show(
        request,
        "desk/money/preview.html",
        page,
        form or CommitForm(),
        addresses="money",
        here="money",
        wrong=page.file.wrong,
        untouched=_("账目没有任何变动。"),
        barred=page.barred,
        counts=page.plan.counts,
        is_idle=page.plan.changes_nothing,
        is_doubtful=bool(page.plan.wrong),
        status=status,
    )
