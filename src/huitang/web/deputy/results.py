"""Declared votes. Sums only: how anybody voted is known to no page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from huitang.congress.accounts.deeds import Role
from huitang.congress.runsheet import seat
from huitang.web.deputy import links
from huitang.web.frame import who


@who.only(Role.DEPUTY)
@require_GET
def page(request: HttpRequest) -> HttpResponse:
    view = seat.list_results(who.actor_of(request))
    return render(request, "deputy/results.html", {"view": view, "room_links": links.room_links(request)})
