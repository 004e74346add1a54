"""/sessions/<id>/ : one session as far as it was released."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from huitang.congress.publication import queries as published
from huitang.web.portal import answers, described, places


@require_safe
def show(request: HttpRequest, session_id: int) -> HttpResponseBase:
    row = published.get_public_session(session_id)
    place = places.place_of(row.town_code)
    context = {
        "place": place,
        "session": row,
        "figures": row.figures,
        "town_name": row.town,
        "session_name": row.short,
        "linked": described.session(place, row),
    }
    page = render(request, "portal/sessions/show.html", context)
    return answers.revalidated(request, page, [release.sha256 for release in row.releases])
