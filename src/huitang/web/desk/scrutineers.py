"""/desk/sessions/<id>/scrutineers/: who watches the count, who counts, and whether anyone of them must not."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from huitang.congress.accounts.deeds import Role
from huitang.congress.record import scrutiny_desk
from huitang.congress.scrutiny import commands as scrutiny
from huitang.web.desk import floor_page
from huitang.web.frame import clock, who

FREE_PLACES = 3
RELATIONS = ("配偶", "父母", "子女", "兄弟姐妹", "其他近亲属")


@require_GET
@who.only(Role.OFFICE)
def show(request: HttpRequest, session_id: int) -> HttpResponse:
    desk = scrutiny_desk.get_scrutiny_desk(session_id, town_id=who.actor_of(request).town_id)
    places = [*desk.other_ids, *[None] * max(FREE_PLACES, 4 - len(desk.other_ids))]
    return floor_page.show(
        request,
        "desk/scrutineers/show.html",
        session=desk.session,
        here="votes",
        desk=desk,
        places=places,
        relations=RELATIONS,
    )


@require_POST
@who.only(Role.OFFICE)
def name(request: HttpRequest, session_id: int) -> HttpResponse:
    others = (floor_page.number(text) for text in request.POST.getlist("others"))
    scrutiny.name_scrutineers(
        session_id=session_id,
        chief=floor_page.number(request.POST.get("chief")),
        others=list(dict.fromkeys(other for other in others if other)),
        actor=who.actor_of(request),
        now=clock.now(request),
    )
    messages.success(request, _("监票人名单已存。"))
    return redirect("desk:scrutineers", session_id)


@require_POST
@who.only(Role.OFFICE)
def appoint_tellers(request: HttpRequest, session_id: int) -> HttpResponse:
    names = [line.strip() for line in request.POST.get("names", "").splitlines() if line.strip()]
    scrutiny.appoint_tellers(session_id=session_id, names=names, actor=who.actor_of(request), now=clock.now(request))
    messages.success(request, _("计票人名单已存。"))
    return redirect("desk:scrutineers", session_id)


@require_POST
@who.only(Role.OFFICE)
def declare_relative(request: HttpRequest, session_id: int) -> HttpResponse:
    scrutiny.declare_relative(
        session_id=session_id,
        candidate_name=request.POST.get("candidate_name", ""),
        relative_name=request.POST.get("relative_name", ""),
        relation=request.POST.get("relation", ""),
        actor=who.actor_of(request),
        now=clock.now(request),
    )
    messages.success(request, _("近亲属关系已登记。"))
    return redirect("desk:scrutineers", session_id)
