"""The year's livelihood projects, those the deputy follows first; read only."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from huitang.congress.accounts.deeds import Role
from huitang.congress.projects import queries
from huitang.web.deputy import links
from huitang.web.frame import asked, clock, who


@who.only(Role.DEPUTY)
@require_GET
def page(request: HttpRequest) -> HttpResponse:
    actor, today = who.actor_of(request), timezone.localdate(clock.now(request))
    year = asked.number(request.GET.get("year"))
    found = queries.get_deputy_year(actor.deputy_id or 0, town_id=actor.town_id, year=year, on=today)
    return render(request, "deputy/projects.html", {"found": found, "room_links": links.room_links(request)})
