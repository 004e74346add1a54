"""Releasing what the office has drafted: the second pair of eyes, and the last."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from huitang.congress.accounts.deeds import Deed, Role
from huitang.congress.journal.refusal import NotFound, Refusal
from huitang.congress.publication import desk_queries as publications
from huitang.congress.seals import commands as seals
from huitang.web.chair import links
from huitang.web.frame import asked, clock, house, who
from huitang.web.frame.see_other import see_other


@who.only(Role.CHAIR, Role.OFFICE)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    session_id = asked.number(request.GET.get("session"))
    found = publications.get_chair_releases(session_id, town_id=who.actor_of(request).town_id)
    if found.session is not None:
        request.session_row = found.session  # type: ignore[attr-defined]
    context = {"found": found, "room_links": links.room_links(request, session_id)}
    return render(request, "chair/releases/index.html", context)


@who.only(Role.CHAIR, Role.OFFICE)
@require_GET
def preview(request: HttpRequest, release_id: int) -> HttpResponse:
    return _preview(request, release_id)


@who.only(Role.CHAIR, Role.OFFICE)
@require_http_methods(["GET", "POST"])
def release(request: HttpRequest, release_id: int) -> HttpResponse:
    """A GET is a reload after a refused release: it leads back to the text."""
    if request.method == "GET":
        return see_other("chair:release", release_id)
    try:
        seals.release(release_id=release_id, site=house.site(), actor=who.actor_of(request), now=clock.now(request))
    except NotFound:
        raise
    except Refusal as refusal:
        return _preview(request, release_id, sentence=str(refusal), status=refusal.status)
    messages.success(request, _("已经发布，公众现在可以看到。"))
    return see_other("chair:release", release_id)


@who.only(Role.CHAIR, Role.OFFICE)
@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, release_id: int) -> HttpResponse:
    if request.method == "GET":
        return see_other("chair:release", release_id)
    reason = request.POST.get("reason", "")
    try:
        seals.withdraw(
            release_id=release_id,
            reason=reason,
            site=house.site(),
            actor=who.actor_of(request),
            now=clock.now(request),
        )
    except NotFound:
        raise
    except Refusal as refusal:
        return _preview(request, release_id, sentence=str(refusal), reason=reason, status=refusal.status)
    messages.success(request, _("已经撤回。公开页面会写明撤回和理由。"))
    return see_other("chair:release", release_id)


@who.only(Role.CHAIR, Role.OFFICE)
@require_GET
def photo(request: HttpRequest, sha256: str) -> HttpResponse:
    """A picture of a draft, before anybody else may see it."""
    content, media_type = publications.get_photo(sha256, town_id=who.actor_of(request).town_id)
    return HttpResponse(content, content_type=media_type)


def _preview(request: HttpRequest, release_id: int, *, status: int = 200, **more: object) -> HttpResponse:
    actor = who.actor_of(request)
    row = publications.get_release(release_id, town_id=actor.town_id)
    context = {
        "row": row,
        "may_release": actor.may(Deed.RELEASE),
        "room_links": links.room_links(request, row.session_id),
        **more,
    }
    return render(request, "chair/releases/preview.html", context, status=status)
