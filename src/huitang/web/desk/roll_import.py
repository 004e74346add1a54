"""Importing a roll: upload, look at every row, then write it or give it up."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from huitang.congress.accounts.deeds import Role
from huitang.congress.journal.refusal import Refusal
from huitang.congress.roster import import_commands, pages, queries
from huitang.congress.roster.preview import RowState
from huitang.congress.roster.refusals import DayIsWrong
from huitang.web.desk import entry, import_page
from huitang.web.desk.roll_forms import CommitForm, first_day
from huitang.web.frame import clock, who


@require_safe
@who.only(Role.OFFICE)
def choose(request: HttpRequest, term_id: int) -> HttpResponse:
    return _choose(request, term_id)


@require_POST
@who.only(Role.OFFICE)
def upload(request: HttpRequest, term_id: int) -> HttpResponse:
    taken = import_page.take(request, import_commands.upload_roll, term_id=term_id)
    if isinstance(taken, Refusal):
        return _choose(request, term_id, refused=taken)
    return redirect("desk:roll_preview", import_id=taken)


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
    outcome = import_page.confirm(
        request,
        import_commands.commit_import,
        form,
        beside={DayIsWrong: "in_office_from"},
        import_id=import_id,
        **form.cleaned_data,
    )
    if isinstance(outcome, Refusal):
        return _preview(request, import_id, form, status=outcome.status)
    sentence = _("名册已写入：新增 {new} 名，变更 {changed} 名，不变 {unchanged} 名。")
    import_page.tell_written(request, sentence, outcome)
    return redirect("desk:roll_current")


@require_POST
@who.only(Role.OFFICE)
def give_up(request: HttpRequest, import_id: int) -> HttpResponse:
    term_id = import_commands.give_up_import(import_id=import_id, actor=who.actor_of(request), now=clock.now(request))
    messages.info(request, _("这次导入已放弃，名册没有任何变动。"))
    return redirect("desk:roll_import", term_id=term_id)


def _choose(request: HttpRequest, term_id: int, refused: Refusal | None = None) -> HttpResponse:
    term = queries.get_term(term_id, who.actor_of(request).town_id)
    context = {"term": term, "refused": refused, "imports": pages.list_imports(term_id)}
    return entry.page(request, "desk/roll/import.html", context, status=refused.status if refused else 200, here="roll")


def _preview(
    request: HttpRequest, import_id: int, form: CommitForm | None = None, *, status: int = 200
) -> HttpResponse:
    page = pages.get_import(import_id, town_id=who.actor_of(request).town_id)
    if form is None:
        day = first_day(page.term, roll_is_empty=page.roll_is_empty, today=timezone.localdate(clock.now(request)))
        form = CommitForm(initial={"in_office_from": day})
    state = request.GET.get("state", "")
    counts = page.plan.counts
    names = {
        RowState.NEW: _("新增"),
        RowState.CHANGED: _("变更"),
        RowState.UNCHANGED: _("不变"),
        RowState.WARNING: _("警告"),
        RowState.ERROR: _("错误"),
    }
    return import_page.show(
        request,
        "desk/roll/preview.html",
        page,
        form,
        addresses="roll",
        here="roll",
        wrong=page.plan.wrong,
        untouched=_("名册没有任何变动。"),
        status=status,
        state=state,
        filters=[(key.value, name, len(page.rows_in(key))) for key, name in names.items()],
        rows=[(row, names[row.state]) for row in page.rows_in(state)],
        new=counts[RowState.NEW],
        changed=counts[RowState.CHANGED],
        unchanged=counts[RowState.UNCHANGED],
        warned=counts[RowState.WARNING],
    )
