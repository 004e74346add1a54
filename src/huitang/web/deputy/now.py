"""A deputy's first page: what is happening, and am I signed in."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from huitang.congress.accounts.deeds import Role
from huitang.congress.runsheet import hall, seat
from huitang.web.deputy import links
from huitang.web.frame import who


@who.only(Role.DEPUTY)
@require_GET
def page(request: HttpRequest) -> HttpResponse:
    return _show(request, "deputy/now.html")


@who.only(Role.DEPUTY)
@require_GET
def poll(request: HttpRequest) -> HttpResponse:
    if request.GET.get("seen") == str(hall.get_version(who.actor_of(request).chain)):
        return HttpResponse(status=204)
    return _show(request, "deputy/_now.html")


def _show(request: HttpRequest, template: str) -> HttpResponse:
    view = seat.get_seat(who.actor_of(request))
    seen = {"seen": view.hall.version if view else 0}
    context = {
        "view": view,
        "hall": view.hall if view else None,
        "poll_url": f"{reverse('deputy:poll')}?{urlencode(seen)}",
        "room_links": links.room_links(request),
    }
    return render(request, template, context)
