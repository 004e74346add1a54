"""/releases/<id>.record.json, its .minisig, /log/, /keys.json, /minisign.pub: for whoever checks, in exact bytes."""

import hashlib
import json

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.views.decorators.http import require_safe

from huitang.congress.seals import queries as seals
from huitang.web.portal import answers

JSON = "application/json"
TEXT = "text/plain; charset=utf-8"


@require_safe
def record(request: HttpRequest, release_id: int) -> HttpResponseBase:
    """The bytes that were hashed and signed, no other spelling of them; of a withdrawn text, its withdrawal."""
    found = seals.get_record(release_id)
    return _exactly(request, found.content, JSON, status=410 if found.is_withdrawn else 200)


@require_safe
def signature(request: HttpRequest, release_id: int) -> HttpResponseBase:
    return _exactly(request, seals.get_signature(release_id).signature.encode(), TEXT)


@require_safe
def checkpoint(request: HttpRequest) -> HttpResponseBase:
    return _exactly(request, seals.get_checkpoint().encode(), TEXT)


@require_safe
def leaves(request: HttpRequest) -> HttpResponseBase:
    return _exactly(request, _told(seals.leaves_as_facts()), JSON)


@require_safe
def keys(request: HttpRequest) -> HttpResponseBase:
    return _exactly(request, _told(seals.keys_as_facts()), JSON)


@require_safe
def public_key(request: HttpRequest) -> HttpResponseBase:
    return _exactly(request, seals.get_public_key().encode(), TEXT)


def _told(facts: dict[str, object]) -> bytes:
    return json.dumps(facts, ensure_ascii=False, indent=1).encode()


def _exactly(request: HttpRequest, content: bytes, content_type: str, *, status: int = 200) -> HttpResponseBase:
    answer = HttpResponse(content, content_type=content_type, status=status)
    return answers.revalidated(request, answer, [hashlib.sha256(content).hexdigest()], is_for_anyone=True)
