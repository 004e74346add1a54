"""/desk/sessions/<id>/projects/: the method of the project vote, its candidates, its result."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from huitang.congress.accounts.deeds import Role
from huitang.congress.journal.refusal import Refusal
from huitang.congress.project_votes import commands as project_votes
from huitang.congress.project_votes import import_pages, queries
from huitang.congress.project_votes.queries import ProjectDesk
from huitang.web.desk import entry, floor_page
from huitang.web.frame import clock, who

MODES = [
    ("MAJORITY", gettext_lazy("得到全体代表过半数的赞成，按得票多少入选")),
    ("PLURALITY", gettext_lazy("只按得票多少入选，名单再以决议通过")),
]


class MethodForm(forms.Form):
    to_choose = forms.IntegerField(label=gettext_lazy("应选项目数"), min_value=1, max_value=100)
    mode = forms.ChoiceField(
        label=gettext_lazy("怎样入选"), choices=MODES, widget=forms.RadioSelect, initial="MAJORITY"
    )
    is_competitive = forms.BooleanField(
        label=gettext_lazy("差额票决"),
        required=False,
        initial=True,
        help_text=gettext_lazy("候选项目须多于应选项目。"),
    )
    revote_majority_again = forms.BooleanField(
        label=gettext_lazy("票数相等再次票决时，仍须过半数"),
        required=False,
        help_text=gettext_lazy("法律没有写明；不选时得票多的入选。"),
    )

    @classmethod
    def of(cls, desk: ProjectDesk) -> "MethodForm":
        vote = desk.vote
        if vote is None:
            return cls()
        names = ("to_choose", "mode", "is_competitive", "revote_majority_again")
        return cls(initial={name: getattr(vote, name) for name in names})


@require_GET
@who.only(Role.OFFICE)
def show(request: HttpRequest, session_id: int) -> HttpResponse:
    return page(request, session_id)


@require_POST
@who.only(Role.OFFICE)
def set_method(request: HttpRequest, session_id: int) -> HttpResponse:
    form = MethodForm(request.POST)
    if form.is_valid():
        with entry.refused_on(form):
            project_votes.keep_method(
                session_id=session_id, actor=who.actor_of(request), now=clock.now(request), **form.cleaned_data
            )
            messages.success(request, _("票决办法草案已存。"))
            return redirect("desk:projects", session_id)
    return page(request, session_id, form=form, status=422)


def page(
    request: HttpRequest,
    session_id: int,
    *,
    form: MethodForm | None = None,
    file_refused: Refusal | None = None,
    status: int = 200,
) -> HttpResponse:
    desk = queries.get_project_desk(session_id, town_id=who.actor_of(request).town_id)
    return floor_page.show(
        request,
        "desk/projects/show.html",
        session=desk.session,
        here="votes",
        status=status,
        desk=desk,
        open_imports=import_pages.list_open(session_id) if desk.vote and not desk.vote.rounds else (),
        form=form or MethodForm.of(desk),
        is_form_wrong=form is not None,
        file_refused=file_refused,
    )
