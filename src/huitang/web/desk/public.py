"""/desk/public/: the pages that stand between sessions: drafted here, released by the chair."""

from datetime import date
from functools import lru_cache

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from huitang.congress.accounts.deeds import Role
from huitang.congress.journal import queries as journal
from huitang.congress.publication import commands as publication
from huitang.congress.publication import desk_queries
from huitang.congress.publication.desk_queries import PublicDesk
from huitang.congress.sittings.calendar import local_day
from huitang.web.desk import entry
from huitang.web.frame import clock, who


@lru_cache(maxsize=16)  # towns whose pages were drawn last
def _desk_of(town_id: int, _head: str, on: date) -> PublicDesk:
    """Drafted afresh once after each deed: while the journal's head is the same, nothing of the town differs."""
    return desk_queries.get_public_desk(town_id, on=on)


def forget() -> None:
    """Forgets what was drafted; for tests, whose records come and go."""
    _desk_of.cache_clear()


@require_safe
@who.only(Role.OFFICE)
def show(request: HttpRequest) -> HttpResponse:
    actor, on = who.actor_of(request), local_day(clock.now(request))
    desk = _desk_of(actor.town_id, journal.get_head(actor.chain), on)
    return entry.page(request, "desk/public/show.html", {"desk": desk}, here="public")


@require_POST
@who.only(Role.OFFICE)
def draft(request: HttpRequest) -> HttpResponse:
    """One page, named by its kind and subject."""
    changed = publication.draft_standing(
        kind=request.POST.get("kind", "")[:12],
        subject=request.POST.get("subject", "")[:40],
        actor=who.actor_of(request),
        now=clock.now(request),
    )
    if changed:
        messages.success(request, _("已经起草。请核对，再请主席发布。"))
    else:
        messages.info(request, _("记录没有变化，不用重新起草。"))
    return redirect("desk:public")


@require_safe
@who.only(Role.OFFICE)
def preview(request: HttpRequest, release_id: int) -> HttpResponse:
    session, release = desk_queries.get_release_page(release_id, town_id=who.actor_of(request).town_id)
    if session is not None:
        return redirect("desk:release", release_id)
    return entry.page(request, "desk/public/preview.html", {"release": release}, here="public")


@require_safe
@who.only(Role.OFFICE)
def photo(request: HttpRequest, sha256: str) -> HttpResponse:
    content, media_type = desk_queries.get_photo(sha256, town_id=who.actor_of(request).town_id)
    return HttpResponse(content, content_type=media_type)
