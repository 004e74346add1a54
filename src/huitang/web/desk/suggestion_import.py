"""Importing a table of suggestions: upload, look at every row, then write it or give it up."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from huitang.adapters.spreadsheets.writing import write_xlsx
from huitang.congress.accounts.deeds import Role
from huitang.congress.journal.refusal import Refusal
from huitang.congress.roster.wrong_cells import TableIsWrong
from huitang.congress.suggestions import import_commands, queries
from huitang.congress.suggestions.refusals import (
    DayIsWrong,
    NamesakeIsOpen,
    SuggestionsChangedMeanwhile,
)
from huitang.congress.suggestions.table_file import HEADINGS
from huitang.web.desk import import_page, suggestion_page
from huitang.web.desk.table_file import XLSX
from huitang.web.frame import asked, clock, who


@require_safe
@who.only(Role.OFFICE)
def choose(request: HttpRequest) -> HttpResponse:
    return _choose(request)


@require_safe
@who.only(Role.OFFICE)
def sample(request: HttpRequest) -> HttpResponse:
    """An empty table with every heading the import knows."""
    content = write_xlsx([heading.titles[0] for heading in HEADINGS], [], sheet_name=_("建议清单"))
    response = HttpResponse(content, content_type=XLSX)
    response["Content-Disposition"] = 'attachment; filename="suggestions-empty.xlsx"'
    return response


@require_POST
@who.only(Role.OFFICE)
def upload(request: HttpRequest) -> HttpResponse:
    term = queries.new_page(who.actor_of(request).town_id).term
    if term is None:
        return redirect("desk:suggestions")
    taken = import_page.take(request, import_commands.upload_table, term_id=term.id)
    if isinstance(taken, Refusal):
        return _choose(request, taken)
    return redirect("desk:suggestion_preview", taken)


@require_safe
@who.only(Role.OFFICE)
def preview(request: HttpRequest, import_id: int) -> HttpResponse:
    return _preview(request, import_id)


@require_POST
@who.only(Role.OFFICE)
def commit(request: HttpRequest, import_id: int) -> HttpResponse:
    try:
        written = import_commands.commit_table(
            import_id=import_id,
            seal=request.POST.get("seal", ""),
            chosen=_chosen(request),
            actor=who.actor_of(request),
            now=clock.now(request),
        )
    except (TableIsWrong, NamesakeIsOpen, SuggestionsChangedMeanwhile, DayIsWrong) as refused:
        return _preview(request, import_id, refused)
    messages.success(request, _("已写入 {n} 件建议。").format(n=written))
    return redirect("desk:suggestions")


@require_POST
@who.only(Role.OFFICE)
def give_up(request: HttpRequest, import_id: int) -> HttpResponse:
    import_commands.give_up_table(import_id=import_id, actor=who.actor_of(request), now=clock.now(request))
    messages.info(request, _("这次导入已放弃，建议清单没有任何变动。"))
    return redirect("desk:suggestion_import")


def _chosen(request: HttpRequest) -> dict[int, list[int]]:
    """`who_5_1=31`: on row 5 the second unclear name is the deputy with this id."""
    chosen: dict[int, list[int]] = {}
    for name, text in request.POST.items():
        head, _line, place = name.partition("_")
        row, deputy = asked.number(place.partition("_")[0]), asked.number(str(text))
        if head == "who" and row is not None and deputy is not None:
            chosen.setdefault(row, []).append(deputy)
    return chosen


def _choose(request: HttpRequest, refused: Refusal | None = None) -> HttpResponse:
    status = refused.status if refused else 200
    return suggestion_page.show(request, "desk/suggestions/import.html", status=status, refused=refused)


def _preview(request: HttpRequest, import_id: int, refused: Refusal | None = None) -> HttpResponse:
    page = queries.get_import(import_id, town_id=who.actor_of(request).town_id)
    return suggestion_page.show(
        request,
        "desk/suggestions/preview.html",
        status=refused.status if refused else 200,
        page=page,
        wrong=page.plan.wrong,
        untouched=_("建议清单没有任何变动。"),
        refused=[refused] if refused and not page.plan.wrong.cells else [],
        commit_url=reverse("desk:suggestion_commit", args=[import_id]),
        give_up_url=reverse("desk:suggestion_give_up", args=[import_id]),
    )
