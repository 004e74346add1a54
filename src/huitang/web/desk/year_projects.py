"""/desk/projects/: the board of a year, and how projects come onto it."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from huitang.adapters.spreadsheets.writing import write_xlsx
from huitang.congress.accounts.deeds import Role
from huitang.congress.projects import commands, queries, words
from huitang.congress.projects.queries import Choice, YearPage
from huitang.congress.projects.standing import ProjectRow
from huitang.congress.roster import queries as roster
from huitang.congress.sittings.calendar import local_day
from huitang.rules.project_progress import Colour
from huitang.web.desk import entry, years
from huitang.web.desk.project_forms import NewProjectForm
from huitang.web.desk.roll import attachment
from huitang.web.frame import asked, clock, who

_KEPT = ("year", "stage", "unit", "colour", "order", "q")


@require_safe
@who.only(Role.OFFICE)
def show(request: HttpRequest) -> HttpResponse:
    found = _find(request)
    context = {
        "found": found,
        "kept": _kept(request, found),
        "stages": _stages(found),
        "orders": _orders(),
        "colours": [(str(colour), words.colour_name(colour)) for colour in Colour],
    }
    return entry.page(request, "desk/year_projects/board.html", context, here="projects")


@require_safe
@who.only(Role.OFFICE)
def print_year(request: HttpRequest) -> HttpResponse:
    found = _find(request)
    town = roster.find_town(who.actor_of(request).town_id)
    return render(request, "desk/year_projects/print.html", {"found": found, "town": town})


@require_safe
@who.only(Role.OFFICE)
def export(request: HttpRequest) -> HttpResponse:
    """What the board shows, filtered and sorted as it is."""
    found = _find(request)
    headings = [_("序号"), _("项目名称"), _("类别"), _("建设地点"), _("建设内容和规模"), _("总投资（万元）")]
    headings += [_("本年投资（万元）"), _("已付款（万元）"), _("资金来源"), _("责任领导"), _("责任单位")]
    headings += [_("完成时限"), _("阶段"), _("计划进度（%）"), _("实际进度（%）"), _("得票")]
    content = write_xlsx(headings, [_cells(row) for row in found.rows], sheet_name=_("民生实事项目"))
    return attachment(content, f"projects-{found.year}.xlsx")


@require_http_methods(["GET", "HEAD", "POST"])
@who.only(Role.OFFICE)
def new(request: HttpRequest) -> HttpResponse:
    year = years.asked_year(request) or local_day(clock.now(request)).year
    form = NewProjectForm(request.POST or None)
    if form.is_valid():
        with entry.refused_on(form):
            project = commands.enter_project(
                year=year, actor=who.actor_of(request), now=clock.now(request), **form.told
            )
            messages.success(request, _("已登记 {year} 年的项目。接着排计划节点。").format(year=year))
            return redirect("desk:project", project)
    context = {"form": form, "year": year}
    status = 422 if form.is_bound else 200
    return entry.page(request, "desk/year_projects/new.html", context, here="projects", status=status)


@require_POST
@who.only(Role.OFFICE)
def take(request: HttpRequest) -> HttpResponse:
    """Take over what the deputies chose in a session."""
    year = years.asked_year(request) or local_day(clock.now(request)).year
    taken = commands.take_adopted(
        session_id=asked.number(request.POST.get("session")) or 0,
        year=year,
        actor=who.actor_of(request),
        now=clock.now(request),
    )
    messages.success(request, _("已从票决结果转入 {n} 个项目。").format(n=taken))
    return redirect(f"{reverse('desk:year_projects')}?year={year}")


def _find(request: HttpRequest) -> YearPage:
    told = request.GET
    choice = Choice(
        stage=told.get("stage", ""),
        unit=told.get("unit", ""),
        colour=told.get("colour", ""),
        order=told.get("order") or "number",
        text=told.get("q", ""),
    )
    town_id, today = who.actor_of(request).town_id, local_day(clock.now(request))
    return queries.get_year(town_id, year=years.asked_year(request), on=today, choice=choice)


def _kept(request: HttpRequest, found: YearPage) -> dict[str, str]:
    """The rest of the address, for each link that changes one part of it."""
    told = request.GET.copy()
    told["year"] = str(found.year)
    kept = {}
    for leave_out in _KEPT:
        without = told.copy()
        without.pop(leave_out, None)
        kept[leave_out] = without.urlencode()
    return {**kept, "all": told.urlencode()}


def _stages(found: YearPage) -> Sequence[tuple[str, str, int]]:
    states = [(state, words.state_name(state), found.count(state)) for state in queries.STATES]
    return [
        ("", _("全部"), len(found.everything)),
        *(one for one in states if one[2] or one[0] != "DROPPED"),
        ("BEHIND", _("慢于计划"), found.behind),
        ("OVERDUE", _("逾期"), found.overdue),
    ]


def _orders() -> tuple[tuple[str, str], ...]:
    return (
        ("number", _("按序号")),
        ("variance", _("最慢的在前")),
        ("due", _("按完成时限")),
        ("money", _("按总投资")),
        ("unit", _("按责任单位")),
    )


def _cells(row: ProjectRow) -> list[str | int | None]:
    money: list[str | int | None] = [row.total, row.year_money, row.paid]
    names = [row.funding, row.leader, row.unit, row.due, row.state_name]
    return [row.number, row.name, row.field, row.place, row.scale, *money, *names, row.planned, row.actual, row.votes]
