"""/search/ : looking for words in what is in force; /search/index.json: the same for a copy on plain files."""

import posixpath

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from huitang.congress.publication import search as finding
from huitang.congress.publication.search import Found, IndexRow
from huitang.web.frame import asked
from huitang.web.portal import answers, columns, pages, places
from huitang.web.portal.furniture import Around
from huitang.web.portal.places import Place

MOST = 100  # characters anyone types


@require_safe
def show(request: HttpRequest, code: str = "") -> HttpResponseBase:
    """Without a question the page is the same for everybody, and on plain files answers by its script."""
    place = places.find_place(code)
    if place is None:
        return redirect("portal:front")
    words = request.GET.get("q", "")[:MOST].strip()
    kind = request.GET.get("column", "")
    kind = kind if kind in columns.COLUMNS else ""
    year = asked.number(request.GET.get("year"))
    found = finding.search(
        place.town.id, asked=words, kind=kind, year=year, page=asked.number(request.GET.get("page")) or 1
    )
    around = Around(place, columns.column("SEARCH", "搜索"), place.url("search"))
    context = {
        "found": found,
        "hits": [(hit, columns.page_of(place, hit.row), columns.COLUMNS[hit.row.kind]) for hit in found.hits],
        "q": words,
        "kind": kind,
        "year": year,
        "is_asked": bool(words or kind or year),
        "kinds": columns.COLUMNS.items(),
    }
    return pages.show(request, "portal/search/show.html", around, context, stand=_stand(found))


@require_safe
def index(request: HttpRequest, code: str = "") -> HttpResponseBase:
    """Every text in force with its words; addresses are relative to this file, so that a copy works anywhere."""
    place = places.find_place(code)
    if place is None:
        return HttpResponse(status=404)
    rows = finding.list_index(place.town.id)
    told = {"format": "huitang-search-1", "texts": [_indexed(place, one) for one in rows]}
    answer = JsonResponse(told, json_dumps_params={"ensure_ascii": False})
    return answers.revalidated(request, answer, [one.row.sha256 for one in rows])


def _indexed(place: Place, one: IndexRow) -> dict[str, object]:
    at = timezone.localtime(one.row.released_at)
    address = columns.page_of(place, one.row)
    return {
        "url": posixpath.relpath(address, posixpath.dirname(place.url("search_index"))) + "/",
        "title": one.row.title,
        "kind": one.row.kind,
        "column": str(columns.COLUMNS[one.row.kind]),
        "day": at.strftime("%Y-%m-%d"),
        "words": one.words,
    }


def _stand(found: Found) -> list[str]:
    rows = [f"{hit.row.id}:{hit.row.sha256}" for hit in found.hits]
    return [*rows, str(found.total), str(found.page), *map(str, found.years)]
