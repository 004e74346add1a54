"""Which addresses are public, where a copy begins, and what stands beside a page under the same number."""

from collections.abc import Iterator
from enum import Enum

from django.conf import settings
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, resolve, reverse
from django.urls.exceptions import Resolver404

from huitang.congress.publication import queries as published

PUBLIC = ("portal", "portal-en")
CHINESE = PUBLIC[0]
FILES = "portal-files"  # once, in one language
LIVE_ONLY = {"visits"}  # what only a server can tell


class Kind(Enum):
    PAGE = "page"
    STATIC = "static"
    ROOM = "room"  # behind the door: stays where the server is
    NOWHERE = "nowhere"


def kind_of(path: str) -> Kind:
    if path.startswith(f"/{settings.STATIC_URL.strip('/')}/"):
        return Kind.STATIC
    try:
        return Kind.PAGE if {*resolve(path).namespaces[:1]} & {*PUBLIC, FILES} else Kind.ROOM
    except Resolver404:
        return Kind.NOWHERE


def beginnings() -> list[str]:
    """Every public address without a number, a year or a name in it."""
    found = []
    for room in (*PUBLIC, FILES):
        for name in _names(room):
            try:
                found.append(reverse(f"{room}:{name}"))
            except NoReverseMatch:
                continue
    return found


def withdrawn() -> list[str]:
    """Where a page between sessions stood whose last version was withdrawn: nothing leads to its tombstone any more."""
    has_neighbours = len(published.list_public_towns()) > 1
    found = []
    for row in published.list_withdrawn_standing():
        place = [row.town_code] if has_neighbours else []
        own = [row.facts.get("slug", "-")] if row.kind == "PAGE" else [row.year] if row.year else []
        name = f"town:{row.kind.lower()}" if has_neighbours else row.kind.lower()
        found += [reverse(f"{room}:{name}", args=[*place, *own]) for room in PUBLIC]
    return list(dict.fromkeys(found))


def beside(path: str) -> list[str]:
    """The other forms of what has this number: its facts, record, signature. They are the same in both languages."""
    match = resolve(path)
    if match.namespace != CHINESE or not match.kwargs or not all(name.endswith("_id") for name in match.kwargs):
        return []
    found = []
    for name in _names(CHINESE):
        try:
            found.append(reverse(f"{CHINESE}:{name}", kwargs=match.kwargs))
        except NoReverseMatch:
            continue
    return found


def _names(room: str) -> Iterator[str]:
    for one in get_resolver().url_patterns:
        if isinstance(one, URLResolver) and one.namespace == room:
            for pattern in one.url_patterns:
                if isinstance(pattern, URLPattern) and pattern.name and pattern.name not in LIVE_ONLY:
                    yield pattern.name
