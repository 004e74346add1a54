"""/releases/<id>/ : one released text as an article, a tombstone, or as JSON anyone can check."""

import hashlib
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from huitang.congress.publication import differences
from huitang.congress.publication import queries as published
from huitang.congress.publication.queries import Article, ReleaseRow
from huitang.congress.seals import public_papers
from huitang.congress.seals import queries as seals
from huitang.web.portal import answers, columns, described, pages, places, shapes
from huitang.web.portal.furniture import Around
from huitang.web.portal.places import Place

HASHED = ("kind", "title", "blocks", "facts")  # what the fingerprint is taken over


@require_safe
def show(request: HttpRequest, release_id: int) -> HttpResponseBase:
    sealed = seals.get_article(release_id)
    article = sealed.article
    row = article.row
    is_withdrawn = row.state == "WITHDRAWN"
    template = "portal/releases/withdrawn.html" if is_withdrawn else "portal/releases/show.html"
    place = places.place_of(row.town_code)
    standing_url = columns.address_of(place, row) if row.is_standing and not is_withdrawn else ""
    path = place.text_url(article.in_force.id) if article.in_force else standing_url or place.text_url(row.id)
    around = Around(place, columns.column(row.kind, row.facts.get("column", "")), path, row)
    has_paper = public_papers.has_public_paper(row.id, font_folders=settings.FONT_FOLDERS)
    context = {
        "article": article,
        "has_paper": has_paper,
        "seal": sealed.seal,
        "row": row,
        "column": around.column.name,
        "column_url": place.url("column", row.kind.lower()) if row.kind in columns.OF_SESSIONS else "",
        "standing_url": standing_url,
        "differences": differences.list_differences(row.id),
        "blocks": [shapes.shaped(block) for block in row.blocks],
        "session_name": article.short,
        "linked": described.article(place, article, _address(place, article)),
    }
    stand = [*answers.stand_of(article), *answers.stand_of_seal(sealed.seal), f"paper:{has_paper}"]
    return pages.show(request, template, around, context, stand=stand, status=410 if is_withdrawn else 200)


def _address(place: Place, article: Article) -> str:
    """Where the text in force stands for search engines: its own page, or its column's."""
    row = article.in_force or article.row
    is_in_column = row.is_standing and row.state == "RELEASED" and bool(row.facts)
    return columns.address_of(place, row) if is_in_column else ""


@require_safe
def show_facts(request: HttpRequest, release_id: int) -> HttpResponseBase:
    """The text, its figures and its SHA-256, with how to compute it (docs/checking.md)."""
    row = published.get_public_release(release_id)
    is_withdrawn = row.state == "WITHDRAWN"
    answer = JsonResponse(
        _tombstone(row) if is_withdrawn else _told(row),
        json_dumps_params={"ensure_ascii": False, "indent": 2},
        status=410 if is_withdrawn else 200,
    )
    return answers.revalidated(request, answer, [row.sha256, row.state], is_for_anyone=True)


@require_safe
def paper(request: HttpRequest, release_id: int) -> HttpResponseBase:
    """The text as a paper with its check code and QR; 410 once it is withdrawn."""
    found = public_papers.get_public_paper(release_id, font_folders=settings.FONT_FOLDERS)
    if found.is_withdrawn:
        gone = HttpResponse(_("这份文稿已经撤回。"), content_type="text/plain; charset=utf-8", status=410)
        return answers.revalidated(request, gone, ["withdrawn"], is_for_anyone=True)
    answer = HttpResponse(found.content, content_type="application/pdf")
    answer.headers["Content-Disposition"] = (
        content_disposition_header(as_attachment=False, filename=found.filename) or ""
    )
    return answers.revalidated(request, answer, [hashlib.sha256(found.content).hexdigest()], is_for_anyone=True)


def _told(row: ReleaseRow) -> dict[str, Any]:
    return {
        **_named(row),
        "kind": row.kind,
        "title": row.title,
        "blocks": list(row.blocks),
        "facts": row.facts,
        "sha256": row.sha256,
        "sha256_of": list(HASHED),
        "canonical_form": "RFC 8785",
    }


def _tombstone(row: ReleaseRow) -> dict[str, Any]:
    at = row.withdrawn_at.isoformat() if row.withdrawn_at else None
    return {**_named(row), "title": row.title, "withdrawn_at": at, "withdrawn_because": row.withdrawn_because}


def _named(row: ReleaseRow) -> dict[str, Any]:
    return {
        "id": row.id,
        "town": row.town,
        "session": row.session_title,
        "year": row.year,
        "state": row.state,
        "number": row.number,
        "version": row.version,
        "released_at": row.released_at.isoformat() if row.released_at else None,
    }
