"""/desk/sessions/<id>/elections/: the method, the posts, the nominations, the candidates, the rounds."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from huitang.congress.accounts.deeds import Role
from huitang.congress.elections import commands as elections
from huitang.congress.elections.desk import ElectionDesk, get_election_desk
from huitang.congress.runsheet import posts
from huitang.web.desk import entry, floor_page
from huitang.web.desk.election_forms import MethodForm, NominationForm, PostForm
from huitang.web.frame import clock, who


@require_GET
@who.only(Role.OFFICE)
def show(request: HttpRequest, session_id: int) -> HttpResponse:
    return _page(request, session_id)


@require_POST
@who.only(Role.OFFICE)
def set_method(request: HttpRequest, session_id: int) -> HttpResponse:
    form = MethodForm(request.POST)
    if form.is_valid():
        with entry.refused_on(form):
            elections.set_method(
                session_id=session_id, actor=who.actor_of(request), now=clock.now(request), **form.cleaned_data
            )
            messages.success(request, _("选举办法草案已存。"))
            return redirect("desk:elections", session_id)
    return _page(request, session_id, method_form=form, status=422)


@require_POST
@who.only(Role.OFFICE)
def prepare(request: HttpRequest, session_id: int) -> HttpResponse:
    form = PostForm(request.POST)
    if form.is_valid():
        with entry.refused_on(form, "seats"):
            posts.add_election(
                session_id=session_id, actor=who.actor_of(request), now=clock.now(request), **form.cleaned_data
            )
            messages.success(request, _("已加上这个职务的选举。"))
            return redirect("desk:elections", session_id)
    return _page(request, session_id, post_form=form, status=422)


@require_POST
@who.only(Role.OFFICE)
def nominate(request: HttpRequest, election_id: int) -> HttpResponse:
    form = NominationForm(request.POST)
    if form.is_valid():
        with entry.refused_on(form):
            session_id = elections.nominate_by_numbers(
                election_id=election_id, actor=who.actor_of(request), now=clock.now(request), **form.told()
            )
            messages.success(request, _("提名已登记。"))
            return redirect("desk:elections", session_id)
    return _page(request, nomination=(election_id, form), status=422)


@require_POST
@who.only(Role.OFFICE)
def withdraw_nomination(request: HttpRequest, nomination_id: int) -> HttpResponse:
    session_id = elections.withdraw_nomination(
        nomination_id=nomination_id, actor=who.actor_of(request), now=clock.now(request)
    )
    messages.success(request, _("已从提名名单中划去。"))
    return redirect("desk:elections", session_id)


@require_POST
@who.only(Role.OFFICE)
def fix(request: HttpRequest, election_id: int) -> HttpResponse:
    session_id = elections.close_nominations(
        election_id=election_id, actor=who.actor_of(request), now=clock.now(request)
    )
    messages.success(request, _("正式候选人已确定。"))
    return redirect("desk:elections", session_id)


@require_POST
@who.only(Role.OFFICE)
def reopen(request: HttpRequest, election_id: int) -> HttpResponse:
    session_id = elections.reopen_nominations(
        election_id=election_id,
        reason=request.POST.get("reason", ""),
        actor=who.actor_of(request),
        now=clock.now(request),
    )
    messages.success(request, _("提名已重新开放。"))
    return redirect("desk:elections", session_id)


def _page(
    request: HttpRequest,
    session_id: int | None = None,
    *,
    method_form: MethodForm | None = None,
    post_form: PostForm | None = None,
    nomination: tuple[int, NominationForm] | None = None,
    status: int = 200,
) -> HttpResponse:
    wrong_id, wrong = nomination or (None, None)
    desk = get_election_desk(session_id, election_id=wrong_id, town_id=who.actor_of(request).town_id)
    cards = [(card, wrong if card.election.id == wrong_id else None) for card in desk.cards]
    return floor_page.show(
        request,
        "desk/elections/show.html",
        session=desk.session,
        here="votes",
        status=status,
        desk=desk,
        cards=cards,
        primary_id=_first_to_fix(desk),
        method_form=method_form or MethodForm.of(desk),
        post_form=post_form or PostForm(),
        is_method_wrong=method_form is not None,
        is_post_wrong=post_form is not None,
    )


def _first_to_fix(desk: ElectionDesk) -> int | None:
    return next((card.election.id for card in desk.cards if card.next == "FIX"), None)
