"""/sessions/<id>/ : one session as far as it was released."""

from django.http import HttpRequest, HttpResponseBase
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from huitang.congress.publication import queries as published
from huitang.web.portal import answers, places


@require_safe
def show(request: HttpRequest, session_id: int) -> HttpResponseBase:
    row = published.get_public_session(session_id)
    place = places.place_of(row.town_code)
    context = {"place": place, "session": row, "figures": row.figures, "town_name": row.town, "session_name": row.short}
    page = TemplateResponse(request, "portal/sessions/show.html", context)
    return answers.revalidated(request, page, [place.root, *(release.sha256 for release in row.releases)])
