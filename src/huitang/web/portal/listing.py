"""/columns/<kind>/ : everything in force in one column, year by year; /columns/page/: the office's own pages by column."""

from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from huitang.congress.publication import queries as published
from huitang.congress.publication.queries import ReleaseRow
from huitang.web.portal import columns, pages, places
from huitang.web.portal.furniture import Around


@require_safe
def show(request: HttpRequest, kind: str, code: str = "") -> HttpResponseBase:
    name = kind.upper()
    place = places.find_place(code)
    if place is None:
        return redirect("portal:front")
    if kind != kind.lower() or name not in (*columns.OF_SESSIONS, "PAGE"):
        raise Http404
    rows = published.list_of_kind(place.town.id, name)
    around = Around(place, columns.column(name), place.url("column", kind))
    groups = [
        (label, [(row, columns.page_of(place, row)) for row in group]) for label, group in groupby(rows, key=_group)
    ]
    context = {"groups": groups, "column": around.column}
    return pages.show(request, "portal/columns/show.html", around, context, stand=[row.sha256 for row in rows])


def _group(row: ReleaseRow) -> str:
    """Own pages by the column they name, all else by the year of release."""
    if row.kind == "PAGE":
        return str(row.facts.get("column", ""))
    return str(timezone.localtime(row.released_at).year) if row.released_at else ""
