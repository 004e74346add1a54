"""/desk/: what to do next."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from huitang.congress.accounts.deeds import Role
from huitang.congress.sittings import queries as sittings
from huitang.web.desk.room import room_links
from huitang.web.frame import who


@require_GET
@who.only(Role.OFFICE)
def show(request: HttpRequest) -> HttpResponse:
    actor = who.actor_of(request)
    session = sittings.get_current_session(actor.town_id)
    return render(request, "desk/home/show.html", {"room_links": room_links("home", session), "session": session})
