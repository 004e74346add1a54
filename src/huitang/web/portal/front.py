"""/ : the town, its latest session, and what was released of each."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from huitang.congress.publication import queries as published
from huitang.web.portal import answers


@require_safe
def show(request: HttpRequest) -> HttpResponseBase:
    rows = published.list_public_sessions()
    towns = {row.town for row in rows}
    context: dict[str, object] = {"latest": rows[0] if rows else None, "earlier": rows[1:], "towns": sorted(towns)}
    if len(towns) == 1:
        context["town_name"] = rows[0].town
    page = render(request, "portal/front/show.html", context)
    return answers.revalidated(request, page, [release.sha256 for row in rows for release in row.releases])
