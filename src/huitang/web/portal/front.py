"""/ : the town, its latest session, and those before it; of an installation with several towns, each of them."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from huitang.congress.publication import queries as published
from huitang.web.portal import answers


@require_safe
def show(request: HttpRequest) -> HttpResponseBase:
    found = published.get_front(town_code=request.GET.get("town", ""))
    context: dict[str, object] = {"latest": found.latest, "earlier": found.earlier, "towns": found.towns}
    if found.town:
        context["town_name"] = found.town
    page = render(request, "portal/front/show.html", context)
    return answers.revalidated(request, page, found.stand)
