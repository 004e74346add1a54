"""/sessions/<id>/ : one session as far as it was released."""

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from huitang.congress.publication import queries as published
from huitang.web.portal import columns, described, pages, places
from huitang.web.portal.furniture import Around


@require_safe
def show(request: HttpRequest, session_id: int) -> HttpResponseBase:
    row = published.get_public_session(session_id)
    place = places.place_of(row.town_code)
    around = Around(place, columns.column("SESSION", row.title), place.session_url(session_id))
    context = {
        "session": row,
        "figures": row.figures,
        "session_name": row.short,
        "linked": described.session(place, row),
    }
    stand = [release.sha256 for release in row.releases]
    return pages.show(request, "portal/sessions/show.html", around, context, stand=stand)
