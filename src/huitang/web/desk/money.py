"""The town's accounts of a year: figures, findings, clocks, plain charts, and out again as a spreadsheet."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from huitang.adapters.spreadsheets.amount import WAN, tell_amount
from huitang.congress.accounts.deeds import Role
from huitang.congress.journal.refusal import Refusal
from huitang.congress.money import approval_commands, page_queries, tables
from huitang.congress.money.comparisons import AdjustmentFacts
from huitang.congress.money.queries import KeptAccount
from huitang.web.desk import entry, table_file
from huitang.web.desk.money_forms import AdjustmentForm, ApprovalForm, PublicationForm, WithdrawalForm, YearForm
from huitang.web.desk.table_file import ListTable
from huitang.web.frame import clock, who


@require_safe
@who.only(Role.OFFICE)
def show(request: HttpRequest) -> HttpResponse:
    if table_file.asked_for(request):
        return _file(request, table_file.asked_for(request))
    return page(request)


@require_safe
@who.only(Role.OFFICE)
def one(request: HttpRequest, account_id: int) -> HttpResponse:
    """Leads to the year of one account."""
    year = page_queries.find_year_of(account_id, town_id=who.actor_of(request).town_id)
    return redirect(f"{reverse('desk:money')}?year={year}")


@require_safe
@who.only(Role.OFFICE)
def export(request: HttpRequest) -> HttpResponse:
    """The same at an address of its own."""
    return _file(request, "xlsx")


def _file(request: HttpRequest, ending: str) -> HttpResponse:
    """The accounts of the year in yuan, in a form the import reads again."""
    found = _asked_for(request)
    with translation.override("zh-hans"):  # an official table, whatever the language of the page
        headings, rows = tables.sheet_of(found.accounts)
        title = _("{year}年账目").format(year=found.accounts.year)
        return table_file.answer(
            request, ListTable(f"accounts-{found.accounts.year}", title, headings, rows), ending=ending
        )


@require_POST
@who.only(Role.OFFICE)
def approve(request: HttpRequest, account_id: int) -> HttpResponse:
    done = _("批准的日期已登记，公开的期限从这一天起算。")
    return _deed(request, account_id, ApprovalForm(request.POST), approval_commands.approve_account, done)


@require_POST
@who.only(Role.OFFICE)
def withdraw(request: HttpRequest, account_id: int) -> HttpResponse:
    done = _("批准的登记已撤回，账目可以重新导入。")
    return _deed(request, account_id, WithdrawalForm(request.POST), approval_commands.withdraw_approval, done)


@require_POST
@who.only(Role.OFFICE)
def publish(request: HttpRequest, account_id: int) -> HttpResponse:
    done = _("公开的日期已登记。")
    return _deed(request, account_id, PublicationForm(request.POST), approval_commands.publish_account, done)


@require_POST
@who.only(Role.OFFICE)
def adjustment(request: HttpRequest, account_id: int) -> HttpResponse:
    def describe(**told: Any) -> None:
        who_and_when = {"actor": told.pop("actor"), "now": told.pop("now"), "account_id": told.pop("account_id")}
        approval_commands.describe_adjustment(facts=AdjustmentFacts(**told), **who_and_when)

    done = _("调整的情况已保存，是否须经大会批准已重新判断。")
    return _deed(request, account_id, AdjustmentForm(request.POST), describe, done)


def _deed(
    request: HttpRequest, account_id: int, form: forms.Form, command: Callable[..., None], done: str
) -> HttpResponse:
    """One form of one account; what is wrong is shown on the page with what was typed."""
    if not form.is_valid():
        return page(request, wrong={account_id: form}, status=422)
    command(account_id=account_id, **form.cleaned_data, actor=who.actor_of(request), now=clock.now(request))
    messages.success(request, done)
    form_of_year = YearForm(request.POST)
    year = form_of_year.cleaned_data.get("year") if form_of_year.is_valid() else None
    return redirect(f"{reverse('desk:money')}?year={year}" if year else reverse("desk:money"))


def page(
    request: HttpRequest,
    *,
    file_refused: Refusal | None = None,
    wrong: dict[int, forms.Form] | None = None,
    status: int = 200,
) -> HttpResponse:
    found = _asked_for(request)
    context = {
        "page": found,
        "own": [(kept, _forms(kept, (wrong or {}).get(kept.id))) for kept in found.accounts.accounts],
        "file_refused": file_refused,
    }
    return entry.page(request, "desk/money/show.html", context, status=status, here="money")


def _asked_for(request: HttpRequest) -> page_queries.MoneyPage:
    form = YearForm(request.POST or request.GET)
    year = form.cleaned_data.get("year") if form.is_valid() else None
    return page_queries.get_money(who.actor_of(request).town_id, year=year, now=clock.now(request))


def _forms(kept: KeptAccount, wrong: forms.Form | None) -> dict[str, forms.Form]:
    facts = {
        "earmarked": tell_amount(kept.facts.earmarked, WAN),
        "key_spending_cut": tell_amount(kept.facts.key_spending_cut, WAN),
        "is_by_thrift": kept.facts.is_by_thrift,
    }
    prefix = f"id_{kept.id}_%s"
    fresh = {
        "approval": ApprovalForm(auto_id=prefix),
        "publication": PublicationForm(auto_id=prefix),
        "withdrawal": WithdrawalForm(auto_id=prefix),
        "adjustment": AdjustmentForm(auto_id=prefix, initial=facts),
    }
    if wrong is not None:
        wrong.auto_id = prefix
    return {name: wrong if wrong is not None and type(form) is type(wrong) else form for name, form in fresh.items()}
