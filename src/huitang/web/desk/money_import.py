"""Importing accounts: upload, look at every finding, then write the file or give it up."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from huitang.adapters.spreadsheets.reading import MAX_BYTES
from huitang.congress.accounts.deeds import Role
from huitang.congress.journal.refusal import InputIsWrong
from huitang.congress.money import commands, queries
from huitang.congress.money.refusals import ApprovedFiguresDiffer, FiguresChangedMeanwhile, ReasonIsMissing
from huitang.web.desk import entry, money
from huitang.web.desk.money_forms import CommitForm
from huitang.web.frame import clock, who


@require_POST
@who.only(Role.OFFICE)
def upload(request: HttpRequest) -> HttpResponse:
    file = request.FILES.get("file")
    if file is None:
        return money.page(request, file_error=_("没有选择文件。请先选预算表，再按“上传并核对”。"), status=422)
    try:
        import_id = commands.upload_accounts(
            filename=file.name or "accounts",
            content=file.read(MAX_BYTES + 1),  # one byte more than allowed is enough to be refused
            actor=who.actor_of(request),
            now=clock.now(request),
        )
    except InputIsWrong as refused:
        return money.page(request, file_error=str(refused), status=422)
    return redirect("desk:money_preview", import_id=import_id)


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
    try:
        outcome = commands.commit_import(
            import_id=import_id, **form.cleaned_data, actor=who.actor_of(request), now=clock.now(request)
        )
    except (InputIsWrong, FiguresChangedMeanwhile, ApprovedFiguresDiffer) as refused:
        form.add_error("reason" if isinstance(refused, ReasonIsMissing) else None, str(refused))
        return _preview(request, import_id, form, status=refused.status)
    sentence = _("账目已写入：新增 {new} 份，变更 {changed} 份，不变 {unchanged} 份。")
    facts = {"new": outcome.new, "changed": outcome.changed, "unchanged": outcome.unchanged}
    messages.success(request, sentence.format(**facts))
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
    context: dict[str, Any] = {"page": page, "form": form or CommitForm(), "counts": page.plan.counts}
    return entry.page(request, "desk/money/preview.html", context, status=status, here="money")
