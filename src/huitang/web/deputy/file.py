"""The deputy's own file, as the office keeps it: sittings, activities, suggestions, one year or the whole term."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from huitang.congress.accounts.deeds import Role
from huitang.congress.performance import queries
from huitang.congress.performance.suggestions_seam import SuggestionLine
from huitang.congress.suggestions import for_files
from huitang.web.deputy import links
from huitang.web.frame import asked, clock, who


@who.only(Role.DEPUTY)
@require_GET
def page(request: HttpRequest) -> HttpResponse:
    actor = who.actor_of(request)
    found = queries.get_file(
        actor.deputy_id or 0,
        town_id=actor.town_id,
        chain=actor.chain,
        year=asked.number(request.GET.get("year")),
        now=clock.now(request),
        suggestions=_by_deputy,
    )
    return render(request, "deputy/file.html", {"file": found, "room_links": links.room_links(request)})


def _by_deputy(*, town_id: int, since: date, until: date) -> Mapping[int, Sequence[SuggestionLine]]:
    found = for_files.list_by_deputy(town_id=town_id, since=since, until=until)
    return {deputy: [_line(told) for told in rows] for deputy, rows in found.items()}


def _line(told: for_files.Told) -> SuggestionLine:
    return SuggestionLine(told.id, told.title, told.on, reverse("deputy:suggestion", args=[told.id]), told.is_public)
