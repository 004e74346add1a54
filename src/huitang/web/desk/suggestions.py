"""/desk/suggestions/: the list, filtered, sorted, printed, taken out as a spreadsheet; a new one; the figures."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from huitang.adapters.spreadsheets.writing import CellValue
from huitang.congress.accounts.deeds import Role
from huitang.congress.suggestions import commands, figures, listing, queries
from huitang.congress.suggestions.commands import Draft
from huitang.congress.suggestions.listing import ListPage, Wanted
from huitang.web.desk import entry, suggestion_page, table_file
from huitang.web.desk.roll_forms import day_field
from huitang.web.desk.suggestion_forms import NewForm
from huitang.web.desk.table_file import ListTable
from huitang.web.frame import asked, clock, who

# where the table has no headings to press, on a phone
ORDERS = (
    ("number", gettext_lazy("编号")),
    ("-number", gettext_lazy("编号，新的在前")),
    ("due", gettext_lazy("最急的在前")),
    ("-tabled", gettext_lazy("新提的在前")),
    ("unit", gettext_lazy("主办单位")),
    ("state", gettext_lazy("状态")),
)


class PeriodForm(forms.Form):
    since = day_field(gettext_lazy("从哪一天"))
    until = day_field(gettext_lazy("到哪一天"))


@require_safe
@who.only(Role.OFFICE, Role.CHAIR)
def show(request: HttpRequest) -> HttpResponse:
    page = _asked_for(request)
    if page is None:
        return suggestion_page.show(request, "desk/suggestions/no_term.html")
    if table_file.asked_for(request):
        return table_file.answer(request, _table(request, page))
    context: dict[str, Any] = {"page": page, "orders": ORDERS, "wanted": request.GET, "order": _order(request)}
    return suggestion_page.show(request, "desk/suggestions/list.html", **context, query=request.GET.urlencode())


@require_safe
@who.only(Role.OFFICE, Role.CHAIR)
def print_list(request: HttpRequest) -> HttpResponse:
    page = _asked_for(request, is_whole=True)
    if page is None:
        return redirect("desk:suggestions")
    return render(request, "desk/suggestions/print.html", {"page": page, "day": _today(request)})


@require_safe
@who.only(Role.OFFICE)
def export(request: HttpRequest) -> HttpResponse:
    """The whole list as a spreadsheet, at an address of its own."""
    page = _asked_for(request, is_whole=True)
    if page is None:
        return redirect("desk:suggestions")
    return table_file.answer(request, _table(request, page), ending="xlsx")


def _table(request: HttpRequest, page: ListPage) -> ListTable:
    """The columns of the page, and the days; the import understands them."""
    headings = [
        *(_("建议编号"), _("标题"), _("领衔代表"), _("附议代表"), _("提出日期"), _("交办日期"), _("主办单位")),
        *(_("协办单位"), _("答复日期"), _("办理结果类别"), _("代表评价"), _("状态"), _("下一个期限"), _("截止")),
    ]
    title = _("{term}议案和建议清单").format(term=page.term.name)
    return ListTable(f"suggestions-{_today(request).isoformat()}", title, headings, [_cells(row) for row in page.rows])


def _cells(row: queries.SuggestionRow) -> list[CellValue]:
    return [
        *(row.number, row.title, row.lead, "、".join(row.co_signers), row.tabled_on, row.assigned_on),
        *(row.unit, "、".join(row.assisting), row.answered_on, row.mark, row.result, row.state_name),
        *((row.due.name, row.due.reading.last_day) if row.due else (None, None)),
    ]


@require_http_methods(["GET", "POST"])
@who.only(Role.OFFICE)
def new(request: HttpRequest) -> HttpResponse:
    actor = who.actor_of(request)
    page = queries.new_page(actor.town_id)
    if page.term is None:
        return suggestion_page.show(request, "desk/suggestions/no_term.html")
    today = _today(request)
    form = NewForm(request.POST or None, page=page, initial={"kind": "SUGGESTION", "tabled_on": today})
    if form.is_valid():
        with entry.refused_on(form):
            draft = Draft(**form.cleaned_data)
            found = commands.table(term_id=page.term.id, draft=draft, actor=actor, now=clock.now(request))
            messages.success(request, _("已登记。下一步：审核。"))
            return redirect("desk:suggestion", found)
    status = 422 if form.is_bound else 200
    return suggestion_page.show(request, "desk/suggestions/new.html", status=status, form=form)


@require_safe
@who.only(Role.OFFICE, Role.CHAIR)
def report(request: HttpRequest) -> HttpResponse:
    """The figures of a period, each opening onto the suggestions behind it."""
    actor, today = who.actor_of(request), _today(request)
    form = PeriodForm(request.GET or {"since": date(today.year, 1, 1), "until": today})
    if not form.is_valid():
        return suggestion_page.show(request, "desk/suggestions/report.html", status=422, form=form, counts=None)
    since, until = form.cleaned_data["since"], form.cleaned_data["until"]
    counts = figures.counts(actor.town_id, since=since, until=until)
    name = request.GET.get("behind", "")
    figure = getattr(counts, name, None) if name in figures.NAMES else None
    behind = queries.list_rows(actor.town_id, on=today, ids=figure.ids) if figure else ()
    context = {
        "form": form,
        "counts": counts,
        "behind": behind,
        "name": name,
        "since": since,
        "until": until,
        "since_told": since.isoformat(),
        "until_told": until.isoformat(),
    }
    return suggestion_page.show(request, "desk/suggestions/report.html", **context)


def _asked_for(request: HttpRequest, *, is_whole: bool = False) -> ListPage | None:
    """`is_whole`: without pages; so is a list that goes into a file."""
    told = request.GET
    is_cut = not (is_whole or table_file.asked_for(request))
    wanted = Wanted(
        state=told.get("state", ""),
        unit_id=asked.number(told.get("unit")),
        due=told.get("due", ""),
        order=_order(request),
        text=told.get("q", "").strip(),
        page=(asked.number(told.get("page")) or 1) if is_cut else None,
    )
    town_id = who.actor_of(request).town_id
    return listing.list_page(town_id, on=_today(request), wanted=wanted, term_id=asked.number(told.get("term")))


def _order(request: HttpRequest) -> str:
    return request.GET.get("order", "number")


def _today(request: HttpRequest) -> date:
    return timezone.localdate(clock.now(request))
