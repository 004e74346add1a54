"""/desk/deputies/: the file of every deputy, what of it may be published, and the points, off until turned on."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.views.decorators.http import require_http_methods, require_safe

from huitang.adapters.spreadsheets.writing import CellValue
from huitang.congress.accounts.deeds import Role
from huitang.congress.performance import commands, queries, scheme
from huitang.congress.performance.queries import FileLine, FileList
from huitang.congress.performance.scheme import HIGHEST, Scheme
from huitang.web.desk import entry, suggestion_source, table_file, years
from huitang.web.desk.entry import Seen
from huitang.web.desk.table_file import ListTable
from huitang.web.frame import clock, who


class PointsForm(Seen):
    is_on = forms.BooleanField(
        label=__("使用积分"),
        required=False,
        help_text=__("法律没有要求积分。不选时，任何页面都不显示分数。"),
    )

    def __init__(self, *args: object, found: Scheme, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        wrong = _("请填 0 到 {highest} 的整数。").format(highest=HIGHEST)
        for weight in found.weights:
            self.fields[f"weight_{weight.what}"] = forms.IntegerField(
                label=_("{name}，每次几分").format(name=weight.name),
                min_value=0,
                max_value=HIGHEST,
                initial=weight.points,
                error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), wrong),
            )

    @property
    def weights(self) -> dict[str, int]:
        head = "weight_"
        return {key.removeprefix(head): told for key, told in self.cleaned_data.items() if key.startswith(head)}


@require_safe
@who.only(Role.OFFICE)
def listing(request: HttpRequest) -> HttpResponse:
    found = _list(request)
    if table_file.asked_for(request):
        return table_file.answer(request, _table(found))
    context = {"found": found, "orders": _orders(found), "order": found.order}
    return entry.page(request, "desk/deputies/list.html", context, here="supervision")


@require_safe
@who.only(Role.OFFICE)
def export(request: HttpRequest) -> HttpResponse:
    """The same list at an address of its own."""
    return table_file.answer(request, _table(_list(request)), ending="xlsx")


def _table(found: FileList) -> ListTable:
    headings = [_("编号"), _("姓名"), _("代表团"), _("应出席"), _("出席"), *found.kinds]
    headings += [_("建议")] if found.has_suggestions else []
    headings += [_("未经批准缺席（次会议）")]
    headings += [_("积分")] if found.points_are_on else []
    title = _("{year}年代表履职").format(year=found.year) if found.year else _("代表履职")
    rows = [_cells(found, line) for line in found.lines]
    return ListTable(f"deputies-{found.year or 'term'}", title, headings, rows)


@require_safe
@who.only(Role.OFFICE)
def show(request: HttpRequest, deputy_id: int) -> HttpResponse:
    actor = who.actor_of(request)
    found = queries.get_file(
        deputy_id,
        town_id=actor.town_id,
        chain=actor.chain,
        year=years.asked_year(request),
        now=clock.now(request),
        suggestions=suggestion_source.by_deputy,
    )
    return entry.page(request, "desk/deputies/file.html", {"file": found}, here="supervision")


@require_safe
@who.only(Role.OFFICE)
def public(request: HttpRequest, deputy_id: int) -> HttpResponse:
    """The part of the file that may be published, as the public would see it."""
    found = queries.public_file(
        deputy_id,
        town_id=who.actor_of(request).town_id,
        now=clock.now(request),
        suggestions=suggestion_source.by_deputy,
    )
    context = {"file": found, "deputy_id": deputy_id}
    return entry.page(request, "desk/deputies/public.html", context, here="supervision")


@require_http_methods(["GET", "HEAD", "POST"])
@who.only(Role.OFFICE)
def points(request: HttpRequest) -> HttpResponse:
    actor = who.actor_of(request)
    found = scheme.get_scheme(town_id=actor.town_id, chain=actor.chain)
    form = PointsForm(request.POST or None, found=found, initial={"is_on": found.is_on, "seen": found.version})
    if form.is_valid():
        told, seen = form.cleaned_data, form.cleaned_data["seen"]
        with entry.refused_on(form):
            commands.set_points(
                is_on=told["is_on"], weights=form.weights, actor=actor, now=clock.now(request), seen=seen
            )
            messages.success(request, _("积分办法已保存。"))
            return redirect("desk:deputy_files")
    status = 422 if form.is_bound else 200
    return entry.page(request, "desk/deputies/points.html", {"form": form}, here="supervision", status=status)


def _list(request: HttpRequest) -> FileList:
    actor = who.actor_of(request)
    return queries.list_files(
        town_id=actor.town_id,
        chain=actor.chain,
        year=years.asked_year(request),
        order=request.GET.get("order", "number"),
        now=clock.now(request),
        suggestions=suggestion_source.by_deputy,
    )


def _orders(found: FileList) -> list[tuple[str, str]]:
    orders = [
        ("number", _("按编号")),
        ("sittings", _("按缺会多少")),
        ("activities", _("按参加活动")),
        ("absences", _("按未经批准缺席")),
    ]
    return [*orders, ("points", _("按积分"))] if found.points_are_on else orders


def _cells(found: FileList, line: FileLine) -> list[CellValue]:
    row = line.deputy
    cells: list[CellValue] = [row.number, row.name, row.delegation, line.due, line.present]
    cells += [part.times for part in line.parts]
    cells += [line.suggestions] if found.has_suggestions else []
    cells += [line.absences]
    return [*cells, line.points] if found.points_are_on else cells
