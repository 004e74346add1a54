"""Public answers are drawn once, and kept for as long as nothing is recorded.

What the public sees follows from the record and the address alone: there is no login, no cookie and no clock in it. Each deed
lengthens a chain of the journal. So an answer that says everybody may keep it is the right one until a chain grows.
"""

import hashlib
from collections.abc import Callable
from typing import Any

from django.core.cache import caches
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response

from huitang.congress.journal import queries as journal
from huitang.web.frame.public_copy.addresses import FILES, PUBLIC

STORE = "answers"  # in settings.CACHES
LARGEST = 256 * 1024  # bytes of one answer; how many are kept: settings


class KeptAnswersMiddleware:
    """The innermost: an answer handed over again gets its headers like any other."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        answer = self.get_response(request)
        name = getattr(request, "answer_to_keep", None)
        if name and _may_be_kept(answer):
            caches[STORE].set(name, answer)
        return answer

    def process_view(
        self, request: HttpRequest, _view: Callable[..., HttpResponse], _args: Any, _named: Any
    ) -> HttpResponseBase | None:
        if request.method != "GET" or not _is_public(request):
            return None
        name = _name_of(request)  # before anything is drawn: what is recorded meanwhile has another name
        kept: HttpResponse | None = caches[STORE].get(name)
        if kept is None:
            request.answer_to_keep = name  # type: ignore[attr-defined]
            return None
        if kept.status_code != 200:
            return kept
        told: HttpResponseBase | None = get_conditional_response(request, etag=kept.headers["ETag"], response=kept)
        return told or kept


def _is_public(request: HttpRequest) -> bool:
    match = request.resolver_match
    return match is not None and match.namespace.partition(":")[0] in (*PUBLIC, FILES)


def _name_of(request: HttpRequest) -> str:
    told = f"{journal.stand_of_all()} {request.get_full_path()}"
    return hashlib.sha256(told.encode()).hexdigest()


def _may_be_kept(answer: HttpResponseBase) -> bool:
    """Drawn, of a usual size, and said to be for everybody."""
    if not isinstance(answer, HttpResponse) or answer.status_code not in (200, 410) or answer.cookies:
        return False
    is_for_everybody = "ETag" in answer.headers and "public" in answer.headers.get("Cache-Control", "")
    return is_for_everybody and len(answer.content) <= LARGEST
