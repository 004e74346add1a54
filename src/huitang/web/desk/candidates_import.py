"""Importing the candidates of a project vote: upload, look at every row, then replace the list or give it up."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from huitang.congress.accounts.deeds import Role
from huitang.congress.journal.refusal import Refusal
from huitang.congress.project_votes import import_commands, import_pages
from huitang.congress.project_votes.refusals import ProjectsAreFixed
from huitang.web.desk import import_page, projects
from huitang.web.desk.import_page import CommitForm
from huitang.web.frame import clock, who


@require_POST
@who.only(Role.OFFICE)
def upload(request: HttpRequest, session_id: int) -> HttpResponse:
    taken = import_page.take(request, import_commands.upload_candidates, session_id=session_id)
    if isinstance(taken, Refusal):
        return projects.page(request, session_id, file_refused=taken, status=taken.status)
    return redirect("desk:candidates_preview", taken)


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
    session_id = import_pages.session_of(import_id, town_id=who.actor_of(request).town_id)
    told = {"import_id": import_id, **form.cleaned_data}
    outcome = import_page.confirm(request, import_commands.commit_import, form, also=(ProjectsAreFixed,), **told)
    if isinstance(outcome, Refusal):
        return _preview(request, import_id, form, status=outcome.status)
    sentence = _("候选项目名单已替换：新增 {new} 项，变更 {changed} 项，不变 {unchanged} 项。")
    import_page.tell_written(request, sentence, outcome)
    return redirect("desk:projects", session_id)


@require_POST
@who.only(Role.OFFICE)
def give_up(request: HttpRequest, import_id: int) -> HttpResponse:
    actor, now = who.actor_of(request), clock.now(request)
    session_id = import_commands.give_up_import(import_id=import_id, actor=actor, now=now)
    messages.info(request, _("这次导入已放弃，候选项目没有任何变动。"))
    return redirect("desk:projects", session_id)


def _preview(
    request: HttpRequest, import_id: int, form: CommitForm | None = None, *, status: int = 200
) -> HttpResponse:
    page = import_pages.get_import(import_id, town_id=who.actor_of(request).town_id)
    return import_page.show(
        request,
        "desk/projects/preview.html",
        page,
        form or CommitForm(),
        addresses="candidates",
        here="votes",
        session=page.session,
        wrong=page.plan.wrong,
        untouched=_("候选项目没有任何变动。"),
        barred=page.barred,
        is_idle=page.plan.changes_nothing,
        status=status,
    )
