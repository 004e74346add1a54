"""/desk/supervision/: the plan of a year against what was done."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from huitang.adapters.spreadsheets.writing import CellValue
from huitang.congress.accounts.deeds import Role
from huitang.congress.roster import queries as roster
from huitang.congress.sittings.calendar import local_day
from huitang.congress.supervision import commands, queries
from huitang.congress.supervision.queries import ActivityRow, Choice, YearPage
from huitang.web.desk import entry, table_file, years
from huitang.web.desk.activity_forms import PlanForm
from huitang.web.desk.table_file import ListTable
from huitang.web.frame import clock, who

_KEPT = ("kind", "state", "order", "q")


@require_safe
@who.only(Role.OFFICE)
def show(request: HttpRequest) -> HttpResponse:
    found = _find(request)
    if table_file.asked_for(request):
        return table_file.answer(request, _table(found))
    context = {
        "order": found.choice.order,
        "found": found,
        "orders": _orders(),
        "states": _states(found),
        "kept": _kept(request, found),
    }
    return entry.page(request, "desk/supervision/year.html", context, here="supervision")


@require_safe
@who.only(Role.OFFICE)
def print_year(request: HttpRequest) -> HttpResponse:
    found = _find(request)
    town = roster.find_town(who.actor_of(request).town_id)
    return render(request, "desk/supervision/print.html", {"found": found, "town": town})


@require_safe
@who.only(Role.OFFICE)
def export(request: HttpRequest) -> HttpResponse:
    """The same at an address of its own."""
    return table_file.answer(request, _table(_find(request)), ending="xlsx")


def _table(found: YearPage) -> ListTable:
    """What the list shows, filtered and sorted as it is."""
    headings = [_("计划月份"), _("种类"), _("题目"), _("检查依据"), _("举行日期"), _("地点"), _("参加代表（名）")]
    headings += [_("走访选民（人）"), _("答复单位"), _("送达日期"), _("答复期限"), _("答复日期"), _("状态")]
    title = _("{year}年监督活动").format(year=found.year)
    return ListTable(f"supervision-{found.year}", title, headings, [_cells(row) for row in found.rows])


@require_http_methods(["GET", "HEAD", "POST"])
@who.only(Role.OFFICE)
def new(request: HttpRequest) -> HttpResponse:
    year = years.asked_year(request) or local_day(clock.now(request)).year
    form = PlanForm(request.POST or None)
    if form.is_valid():
        with entry.refused_on(form):
            activity_id = commands.plan_activity(
                year=year, plan=form.plan, actor=who.actor_of(request), now=clock.now(request)
            )
            messages.success(request, _("已列入 {year} 年：{topic}。").format(year=year, topic=form.plan.topic))
            return redirect("desk:activity", activity_id)
    status = 422 if form.is_bound else 200
    return entry.page(
        request, "desk/supervision/new.html", {"form": form, "year": year}, here="supervision", status=status
    )


def _find(request: HttpRequest) -> YearPage:
    told = request.GET
    choice = Choice(told.get("kind", ""), told.get("state", ""), told.get("order") or "month", told.get("q", ""))
    town_id = who.actor_of(request).town_id
    return queries.get_year(town_id=town_id, year=years.asked_year(request), choice=choice, now=clock.now(request))


def _kept(request: HttpRequest, found: YearPage) -> dict[str, str]:
    """The rest of the address, for each link that changes one part of it."""
    asked = request.GET.copy()
    asked["year"] = str(found.year)
    kept = {}
    for leave_out in ("year", *_KEPT):
        without = asked.copy()
        without.pop(leave_out, None)
        kept[leave_out] = without.urlencode()
    return {**kept, "all": asked.urlencode()}


def _orders() -> tuple[tuple[str, str], ...]:
    orders = [("month", _("按月份")), ("held", _("按举行日期")), ("due", _("按答复期限")), ("kind", _("按种类"))]
    return (*orders, ("-held", _("新举行的在前")))


def _states(found: YearPage) -> tuple[tuple[str, str, int], ...]:
    planned = sum(row.state == "PLANNED" for row in found.everything)
    return (
        ("", _("全部"), len(found.everything)),
        ("PLANNED", _("计划中"), planned),
        ("BEHIND", _("过了月份没办"), found.behind),
        ("DONE", _("已开展"), found.done),
        ("AWAITING", _("等待答复"), found.awaiting),
        ("OVERDUE", _("答复逾期"), found.overdue),
    )


def _cells(row: ActivityRow) -> list[CellValue]:
    days = (row.opinion_sent_on, row.reply_due, row.replied_on)
    state = _("答复逾期") if row.is_reply_overdue else row.state_name
    held = (row.held_on, row.place, row.deputies if row.is_done else None, row.people_met or None)
    return [row.planned_month, row.kind_name, row.topic, row.basis, *held, row.unit, *days, state]
