"""Importing accounts: upload, look at every finding, then write the file or give it up."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from huitang.congress.accounts.deeds import Role
from huitang.congress.journal.refusal import InputIsWrong, Refusal
from huitang.congress.money import commands, queries
from huitang.congress.money.refusals import ApprovedFiguresDiffer, FiguresChangedMeanwhile, ReasonIsMissing
from huitang.web.desk import entry, import_page, money
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
    form = form or CommitForm()
    context: dict[str, Any] = {
        "page": page,
        "form": form,
        "counts": page.plan.counts,
        "wrong": page.file.wrong,
        "untouched": _("账目没有任何变动。"),
        "refused": [*form.non_field_errors(), *page.barred],
        "is_barred": bool(page.barred),
        "is_doubtful": bool(page.plan.wrong),
        "commit_url": reverse("desk:money_commit", args=[import_id]),
        "give_up_url": reverse("desk:money_give_up", args=[import_id]),
    }
    return entry.page(request, "desk/money/preview.html", context, status=status, here="money")
