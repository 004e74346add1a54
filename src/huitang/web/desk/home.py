"""/desk/: what to do next."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from huitang.congress.accounts.deeds import Role
from huitang.congress.diary import queries as diary
from huitang.congress.runsheet import desk
from huitang.congress.sittings.calendar import local_day
from huitang.web.desk import preparations
from huitang.web.desk.entry import page
from huitang.web.frame import clock, who


@require_GET
@who.only(Role.OFFICE)
def show(request: HttpRequest) -> HttpResponse:
    actor = who.actor_of(request)
    found = desk.get_desk(actor.town_id, chain=actor.chain)
    overview = found.overview
    week = diary.get_week(actor.town_id, on=local_day(clock.now(request)))
    linked = preparations.with_links(overview) if overview else []
    context = {
        "desk": found,
        "week": week,
        "overview": overview,
        "preparations": linked,
        "missing": [line for line in linked if not line.told.is_done],
        "town_code": actor.chain,
    }
    return page(request, "desk/home/show.html", context, here="home", session=overview.session if overview else None)
