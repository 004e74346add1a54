"""/desk/sessions/<id>/releases/: texts written from the record; releasing them is the chair's deed."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from huitang.congress.accounts.deeds import Role
from huitang.congress.publication import commands as publication
from huitang.congress.publication import desk_queries
from huitang.web.desk import floor_page
from huitang.web.frame import clock, who


@require_GET
@who.only(Role.OFFICE)
def show(request: HttpRequest, session_id: int) -> HttpResponse:
    desk = desk_queries.get_release_desk(session_id, town_id=who.actor_of(request).town_id)
    return floor_page.show(request, "desk/releases/show.html", session=desk.session, here="releases", desk=desk)


@require_POST
@who.only(Role.OFFICE)
def draft(request: HttpRequest, session_id: int) -> HttpResponse:
    changed = publication.draft_all(session_id=session_id, actor=who.actor_of(request), now=clock.now(request))
    if changed:
        messages.success(request, _("起草了 {n} 份文稿。请逐份核对，再请主席发布。").format(n=changed))
    else:
        messages.info(request, _("记录没有变化，没有新的文稿。"))
    return redirect("desk:releases", session_id)


@require_GET
@who.only(Role.OFFICE)
def preview(request: HttpRequest, release_id: int) -> HttpResponse:
    session, release = desk_queries.get_release_page(release_id, town_id=who.actor_of(request).town_id)
    if session is None:
        return redirect("desk:public_preview", release_id)
    return floor_page.show(request, "desk/releases/preview.html", session=session, here="releases", release=release)
