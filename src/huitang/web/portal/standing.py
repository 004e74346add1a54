"""The pages that stand between sessions, each as it was released, with its versions and its figures to check."""

from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from huitang.congress.publication import differences
from huitang.congress.publication import queries as published
from huitang.congress.publication.queries import Article, ReleaseRow
from huitang.congress.seals import queries as seals
from huitang.web.portal import answers, cards, columns, described, pages, places, shapes
from huitang.web.portal.furniture import Around
from huitang.web.portal.places import Place

CARDED = ("PROJECTS", "DEPUTIES", "SUGGESTIONS")


@require_safe
def projects(request: HttpRequest, year: int, code: str = "") -> HttpResponseBase:
    return _show(request, code, "PROJECTS", "portal/standing/cards.html", year=year)


@require_safe
def deputies(request: HttpRequest, code: str = "") -> HttpResponseBase:
    return _show(request, code, "DEPUTIES", "portal/standing/cards.html")


@require_safe
def suggestions(request: HttpRequest, code: str = "") -> HttpResponseBase:
    return _show(request, code, "SUGGESTIONS", "portal/standing/cards.html")


@require_safe
def suggestion(request: HttpRequest, key: str, code: str = "") -> HttpResponseBase:
    return _show(request, code, "SUGGESTIONS", "portal/standing/suggestion.html", key=key)


@require_safe
def supervision(request: HttpRequest, year: int, code: str = "") -> HttpResponseBase:
    return _show(request, code, "SUPERVISION", "portal/standing/blocks.html", year=year)


@require_safe
def money(request: HttpRequest, year: int, code: str = "") -> HttpResponseBase:
    return _show(request, code, "MONEY", "portal/standing/blocks.html", year=year)


@require_safe
def targets(request: HttpRequest, year: int, code: str = "") -> HttpResponseBase:
    return _show(request, code, "TARGETS", "portal/standing/blocks.html", year=year)


@require_safe
def page(request: HttpRequest, slug: str, code: str = "") -> HttpResponseBase:
    return _show(request, code, "PAGE", "portal/standing/blocks.html", slug=slug)


@require_safe
def photo(request: HttpRequest, sha256: str) -> HttpResponseBase:
    """Asked for again each time, so that a withdrawn picture is gone at once."""
    content, media_type = published.find_photo(sha256)
    return answers.revalidated(request, HttpResponse(content, content_type=media_type), [sha256], is_for_anyone=True)


def _show(
    request: HttpRequest,
    code: str,
    kind: str,
    template: str,
    *,
    year: int | None = None,
    slug: str = "",
    key: str = "",
) -> HttpResponseBase:
    place = places.find_place(code)
    if place is None:
        return redirect("portal:front")
    article = published.find_standing(place.town.id, kind, year=year, slug=slug)
    is_withdrawn = article.row.state == "WITHDRAWN"
    context = _context(place, article)
    seal = seals.find_seal(article.row.id)
    shown = article.row
    if key and not is_withdrawn:
        shown = _part(article.row, key)
        context |= {"shown": shown, "sentences": cards.sentences(shown.blocks), "answer": shown.blocks[1:]}
    name = "portal/releases/withdrawn.html" if is_withdrawn else template
    path = request.path if key or is_withdrawn else columns.address_of(place, article.row)
    around = Around(place, columns.column(kind, article.row.facts.get("column", "")), path, shown)
    status = 410 if is_withdrawn else 200
    told = {**context, "column": around.column.name, "seal": seal}
    years = [str(year) for year in published.list_public_years(place.town.id, kind)] if article.row.year else []
    stand = [*answers.stand_of(article), *answers.stand_of_seal(seal), *years]
    return pages.show(request, name, around, told, stand=stand, status=status)


def _context(place: Place, article: Article) -> dict[str, object]:
    row = article.row
    years = published.list_public_years(place.town.id, row.kind) if row.year else ()
    return {
        "article": article,
        "row": row,
        "facts": row.facts,
        "differences": differences.list_differences(row.id),
        "blocks": [shapes.shaped(block) for block in row.blocks],
        **(cards.laid_out(row.blocks, _urls(place, row)) if row.kind in CARDED else {}),
        "years": [(year, place.url(row.kind.lower(), year)) for year in years],
        "linked": described.article(place, article, columns.address_of(place, row) if row.facts else ""),
    }


def _urls(place: Place, row: ReleaseRow) -> dict[str, str]:
    """By its heading, the page a suggestion has of its own."""
    told = row.facts.get("suggestions", ()) if row.kind == "SUGGESTIONS" else ()
    return {f"{one['number']}\u3000{one['title']}": place.url("suggestion", one["key"]) for one in told}


def _part(row: ReleaseRow, key: str) -> ReleaseRow:
    """One suggestion as it was signed: its heading is the title, and what stands below it the text."""
    keys = [one["key"] for one in row.facts["suggestions"]]
    if key not in keys:
        raise Http404
    title, found = cards.parts_of(row.blocks)[keys.index(key)]
    return replace(row, title=title, blocks=found)
