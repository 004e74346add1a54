"""/releases/<id>/ : one released text as an article, a tombstone, or as JSON anyone can check."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from huitang.congress.publication import queries as published
from huitang.congress.publication.queries import ReleaseRow
from huitang.congress.seals import queries as seals
from huitang.congress.seals.queries import SealedArticle
from huitang.web.portal import answers

COLUMNS = {"ANNOUNCEMENT": _("公告"), "RESOLUTION": _("决议"), "NEWS": _("会议新闻")}

HASHED = ("kind", "title", "blocks", "facts")  # what the fingerprint is taken over


@require_safe
def show(request: HttpRequest, release_id: int) -> HttpResponseBase:
    sealed = seals.get_article(release_id)
    article = sealed.article
    row = article.row
    is_withdrawn = row.state == "WITHDRAWN"
    template = "portal/releases/withdrawn.html" if is_withdrawn else "portal/releases/show.html"
    context = {
        "article": article,
        "seal": sealed.seal,
        "row": row,
        "column": COLUMNS[row.kind],
        "blocks": [_shaped(block) for block in row.blocks],
        "town_name": row.town,
        "session_name": article.short,
    }
    page = render(request, template, context, status=410 if is_withdrawn else 200)
    return answers.revalidated(request, page, _stand(sealed))


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


def _stand(sealed: SealedArticle) -> list[str]:
    """What the page shows: every version, its state, the seal, and the neighbours."""
    article, seal = sealed.article, sealed.seal
    beside = [str(row.id) for row in (article.earlier, article.later) if row]
    told = [f"{seal.record_sha256}:{seal.is_signed}:{seal.is_in_checkpoint}"] if seal else []
    return [article.row.sha256, *(f"{row.id}:{row.state}" for row in article.versions), *beside, *told]


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
        "session": row.session_title,
        "state": row.state,
        "number": row.number,
        "version": row.version,
        "released_at": row.released_at.isoformat() if row.released_at else None,
    }


def _shaped(block: dict[str, Any]) -> dict[str, Any]:
    """A table's cells with their headings, for narrow screens; columns of numbers are marked."""
    if block["type"] != "table":
        return block
    columns = list(zip(*block["rows"], strict=True)) or [()] * len(block["head"])
    numeric = [all(cell.replace(".", "", 1).isdecimal() for cell in column) and bool(column) for column in columns]
    head = list(zip(block["head"], numeric, strict=True))
    rows = [[(label, cell, right) for (label, right), cell in zip(head, row, strict=True)] for row in block["rows"]]
    return {**block, "head": head, "rows": rows}
