"""The roll of deputies: on any day, searched, printed, taken out as a spreadsheet."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from huitang.adapters.spreadsheets.writing import write_xlsx
from huitang.congress.accounts.deeds import Role
from huitang.congress.roster import columns, pages, queries
from huitang.congress.roster.preview import field_labels
from huitang.web.desk import entry, table_file
from huitang.web.desk.roll_forms import AsOf
from huitang.web.desk.table_file import XLSX, ListTable
from huitang.web.frame import clock, who


@require_safe
@who.only(Role.OFFICE)
def current(request: HttpRequest) -> HttpResponse:
    """Leads to the current term's roll, or says that a term comes first."""
    term = queries.find_current_term(who.actor_of(request).town_id)
    if term is None:
        return entry.page(request, "desk/roll/no_term.html", here="roll")
    return redirect("desk:roll", term_id=term.id)


@require_safe
@who.only(Role.OFFICE)
def roll(request: HttpRequest, term_id: int) -> HttpResponse:
    form, page = _asked_for(request, term_id)
    if table_file.asked_for(request):
        return table_file.answer(request, _table(page))
    context = {"page": page, "form": form, "wanted": request.GET.get("q", "").strip(), "order": _order(request)}
    return entry.page(request, "desk/roll/roll.html", context, status=200 if form.is_valid() else 422, here="roll")


@require_safe
@who.only(Role.OFFICE)
def print_roll(request: HttpRequest, term_id: int) -> HttpResponse:
    _form, page = _asked_for(request, term_id)
    return render(request, "desk/roll/print.html", {"page": page})


@require_safe
@who.only(Role.OFFICE)
def export(request: HttpRequest, term_id: int) -> HttpResponse:
    """The same at an address of its own."""
    _form, page = _asked_for(request, term_id)
    return table_file.answer(request, _table(page), ending="xlsx")


def _table(page: pages.RollPage) -> ListTable:
    """The roll of the day; as a spreadsheet it can be corrected and imported again."""
    labels = field_labels()
    keys = ["number", "name", "delegation", *columns.DETAILS]
    if not page.namesakes:
        keys.remove("note")
    headings = [*(labels[key] for key in keys), _("资格")]
    kept = {"name": "bare_name"}
    rows = [[*(getattr(row, kept.get(key, key)) for key in keys), row.standing_name] for row in page.rows]
    title = _("{term}代表名册").format(term=page.term.name)
    return ListTable(f"roll-{page.term.number}-{page.on.isoformat()}", title, headings, rows)


@require_safe
@who.only(Role.OFFICE)
def sample(request: HttpRequest) -> HttpResponse:
    """An empty roll with every heading the import knows."""
    headings = [heading.titles[0] for heading in columns.HEADINGS]
    return attachment(write_xlsx(headings, [], sheet_name=_("代表名册")), "roll-empty.xlsx")


def _asked_for(request: HttpRequest, term_id: int) -> tuple[AsOf, pages.RollPage]:
    """What the address asks for; a wrong day shows today's roll and says what is wrong with the day."""
    today = timezone.localdate(clock.now(request))
    form = AsOf({"on": today.isoformat(), **{key: text for key, text in request.GET.items() if text}})
    form.is_valid()
    day: date = form.cleaned_data.get("on") or today
    page = pages.get_roll(
        term_id,
        town_id=who.actor_of(request).town_id,
        on=day,
        text=form.cleaned_data.get("q", ""),
        delegation_id=form.cleaned_data.get("delegation"),
        order=_order(request),
    )
    return form, page


def _order(request: HttpRequest) -> str:
    return request.GET.get("order", "number")


def attachment(content: bytes, filename: str) -> HttpResponse:
    response = HttpResponse(content, content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="{filename}"'
    return response
