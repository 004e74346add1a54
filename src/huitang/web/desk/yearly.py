"""/desk/yearly/: the numbers of the yearly report, each opening onto its records, frozen at the report's date."""

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.views.decorators.http import require_POST, require_safe

from huitang.adapters.spreadsheets.writing import CellValue
from huitang.congress.accounts.deeds import Role
from huitang.congress.yearly import commands, queries
from huitang.congress.yearly.numbers import Behind
from huitang.congress.yearly.queries import NumberLine, YearlyPage
from huitang.web.desk import entry, suggestion_source, table_file, years
from huitang.web.desk.activity_forms import ReasonForm, day_field, text_field
from huitang.web.desk.table_file import ListTable
from huitang.web.frame import clock, who

_PAGES = {
    "session": "desk:session",
    "sitting": "desk:sign_in",
    "deputy": "desk:roll_deputy",
    "activity": "desk:activity",
}


class FreezeForm(forms.Form):
    reported_on = day_field(__("报告日期"), __("主席团向大会报告工作的那一天。"))


class SeatForm(forms.Form):
    name = text_field(__("姓名"), longest=60)
    district = text_field(__("选区"), longest=40, required=False)
    elected_on = day_field(__("当选日期"))


@dataclass(frozen=True)
class LinkedRecord:
    record: Behind
    url: str


@dataclass(frozen=True)
class LinkedLine:
    line: NumberLine
    records: tuple[LinkedRecord, ...]


@require_safe
@who.only(Role.OFFICE)
def show(request: HttpRequest) -> HttpResponse:
    return _show(request, years.asked_year(request))


@require_safe
@who.only(Role.OFFICE)
def export(request: HttpRequest) -> HttpResponse:
    """Every number with the records behind it, a row for each record."""
    found = _find(request, years.asked_year(request))
    headings = [_("项目"), _("合计"), _("单位"), _("记录"), _("日期"), _("计入")]
    rows: list[list[CellValue]] = [
        [line.name, line.number.count, line.unit, record.label, record.on, record.amount]
        for line in found.lines
        for record in line.number.records
    ]
    title = _("{year}年年度数字").format(year=found.year)
    return table_file.answer(request, ListTable(f"yearly-{found.year}", title, headings, rows), ending="xlsx")


@require_POST
@who.only(Role.OFFICE)
def freeze(request: HttpRequest, year: int) -> HttpResponse:
    form = FreezeForm(request.POST)
    if form.is_valid():
        with entry.refused_on(form):
            commands.freeze_numbers(
                year=year,
                reported_on=form.cleaned_data["reported_on"],
                actor=who.actor_of(request),
                now=clock.now(request),
                suggestions=suggestion_source.assigned,
            )
            messages.success(request, _("{year} 年的数字已经定下，以后的登记不再改动它。").format(year=year))
            return _back(year)
    return _show(request, year, freeze_form=form)


@require_POST
@who.only(Role.OFFICE)
def withdraw(request: HttpRequest, year: int) -> HttpResponse:
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return _show(request, year, reason_form=form)
    reason = form.cleaned_data["reason"]
    commands.withdraw_numbers(year=year, reason=reason, actor=who.actor_of(request), now=clock.now(request))
    messages.success(request, _("{year} 年定下的数字已撤回，可以重新定。").format(year=year))
    return _back(year)


@require_POST
@who.only(Role.OFFICE)
def add_seat(request: HttpRequest, year: int) -> HttpResponse:
    form = SeatForm(request.POST)
    if form.is_valid():
        with entry.refused_on(form):
            commands.seat_county_deputy(actor=who.actor_of(request), now=clock.now(request), **form.cleaned_data)
            messages.success(request, _("已登记“{name}”的补选。").format(name=form.cleaned_data["name"]))
            return _back(form.cleaned_data["elected_on"].year)
    return _show(request, year, seat_form=form)


@require_POST
@who.only(Role.OFFICE)
def remove_seat(request: HttpRequest, seat_id: int) -> HttpResponse:
    year = commands.remove_county_deputy(seat_id=seat_id, actor=who.actor_of(request), now=clock.now(request))
    messages.success(request, _("已删去这条补选记录。"))
    return _back(year)


def _find(request: HttpRequest, year: int | None) -> YearlyPage:
    return queries.get_year(
        town_id=who.actor_of(request).town_id,
        year=year,
        now=clock.now(request),
        suggestions=suggestion_source.assigned,
    )


def _show(
    request: HttpRequest,
    year: int | None,
    *,
    freeze_form: forms.Form | None = None,
    reason_form: forms.Form | None = None,
    seat_form: forms.Form | None = None,
) -> HttpResponse:
    if year is not None and not years.EARLIEST <= year <= years.LATEST:
        year = None
    found = _find(request, year)
    is_wrong = bool(freeze_form or reason_form or seat_form)
    context = {
        "found": found,
        "lines": [LinkedLine(line, _linked(line.number.records)) for line in found.lines],
        "differences": [(one, _linked(one.difference.came), _linked(one.difference.gone)) for one in found.differences],
        "freeze_form": freeze_form or FreezeForm(initial={"reported_on": found.today}),
        "reason_form": reason_form or ReasonForm(),
        "seat_form": seat_form or SeatForm(auto_id="seat_%s"),
        "is_reason_wrong": reason_form is not None,
        "is_seat_wrong": seat_form is not None,
    }
    return entry.page(request, "desk/yearly/show.html", context, here="supervision", status=422 if is_wrong else 200)


def _linked(records: tuple[Behind, ...]) -> tuple[LinkedRecord, ...]:
    return tuple(LinkedRecord(record, _url(record)) for record in records)


def _url(record: Behind) -> str:
    page = _PAGES.get(record.kind)
    return reverse(page, args=[record.id]) if page else record.url


def _back(year: int) -> HttpResponse:
    return redirect(f"{reverse('desk:yearly')}?year={year}")
