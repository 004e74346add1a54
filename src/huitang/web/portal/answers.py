"""Public answers are kept by browsers and asked for again each time; an unchanged one costs 304 and no body."""

import hashlib
from collections.abc import Iterable
from importlib.metadata import version

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response

from huitang.congress.publication.queries import Article
from huitang.congress.seals.queries import Seal


def revalidated(
    request: HttpRequest, response: HttpResponse, fingerprints: Iterable[str], *, is_for_anyone: bool = False
) -> HttpResponseBase:
    """The answer, or 304 when the browser already holds it.

    A page is drawn only if it is needed: hand over a TemplateResponse.
    `is_for_anyone`: the fingerprints name the bytes; a page also depends on its address and our version.
    """
    etag = f'"{".".join(fingerprints) if is_for_anyone else _page_tag(request, fingerprints)}"'
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = "public, no-cache"
    if response.status_code != 200:
        return response
    return get_conditional_response(request, etag=etag, response=response) or response


def stand_of(article: Article) -> list[str]:
    """What the page of a text shows: every version, its state, and the neighbours."""
    beside = [str(row.id) for row in (article.earlier, article.later) if row]
    return [article.row.sha256, *(f"{row.id}:{row.state}" for row in article.versions), *beside]


def stand_of_seal(seal: Seal | None) -> list[str]:
    """What it shows of the seal."""
    return [f"{seal.record_sha256}:{seal.is_signed}:{seal.is_in_checkpoint}"] if seal else []


def _page_tag(request: HttpRequest, fingerprints: Iterable[str]) -> str:
    seen = [version("huitang"), request.get_full_path()]
    return hashlib.sha256(" ".join([*fingerprints, *seen]).encode()).hexdigest()
