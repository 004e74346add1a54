"""Importing a table of suggestions: upload, look at every row, then write it or give it up."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from huitang.adapters.spreadsheets.writing import write_xlsx
from huitang.congress.accounts.deeds import Role
from huitang.congress.journal.refusal import Refusal
from huitang.congress.suggestions import import_commands, queries
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
    form = import_page.CommitForm(request.POST)
    if not form.is_valid():
        return _preview(request, import_id, form, status=422)
    told = {"import_id": import_id, "chosen": _chosen(request), **form.cleaned_data}
    written = import_page.confirm(request, import_commands.commit_table, form, **told)
    if isinstance(written, Refusal):
        return _preview(request, import_id, form, status=written.status)
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


def _preview(
    request: HttpRequest, import_id: int, form: import_page.CommitForm | None = None, *, status: int = 200
) -> HttpResponse:
    page = queries.get_import(import_id, town_id=who.actor_of(request).town_id)
    return import_page.show(
        request,
        "desk/suggestions/preview.html",
        page,
        form or import_page.CommitForm(),
        addresses="suggestion",
        here="suggestions",
        wrong=page.plan.wrong,
        untouched=_("建议清单没有任何变动。"),
        status=status,
    )
