"""Finds out who is asking: `request.actor`, or None for the public."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Protocol
from urllib.parse import quote, urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from huitang.congress.accounts import queries as accounts
from huitang.congress.accounts.actor import Actor, DeedIsNotYours
from huitang.congress.accounts.deeds import Role

CARD = "card"  # the session key that holds the serial of a deputy's card


class Page(Protocol):
    def __call__(self, request: HttpRequest, /, *args: Any, **kwargs: Any) -> HttpResponse: ...


class ActorMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = find_actor(request)  # type: ignore[attr-defined]
        return self.get_response(request)


def find_actor(request: HttpRequest) -> Actor | None:
    if request.user.is_authenticated:
        return accounts.actor_of_login(request.user)
    serial = request.session.get(CARD)
    return accounts.actor_of_card(serial) if serial else None


def actor(request: HttpRequest) -> dict[str, Actor | None]:
    """Context processor."""
    return {"actor": getattr(request, "actor", None)}


def actor_of(request: HttpRequest) -> Actor:
    """The actor of a page behind `only`; never None there."""
    found: Actor = request.actor  # type: ignore[attr-defined]
    return found


def _to_the_door(request: HttpRequest) -> HttpResponse:
    """A poll or a deed of a page whose login has run out leads the whole page away, and back to it afterwards."""
    door = reverse("door:sign_in")
    if not request.headers.get("HX-Request"):
        return HttpResponseRedirect(f"{door}?next={quote(request.get_full_path())}")
    page = urlsplit(request.headers.get("HX-Current-URL", ""))
    back = f"{page.path}?{page.query}" if page.query else page.path
    return HttpResponse(status=200, headers={"HX-Redirect": f"{door}?next={quote(back)}"})


def only(*roles: Role) -> Callable[[Page], Page]:
    """Opens a page to these roles; sends others to the door."""

    def decorate(page: Page) -> Page:
        @wraps(page)
        def guarded(request: HttpRequest, /, *args: Any, **kwargs: Any) -> HttpResponse:
            found: Actor | None = request.actor  # type: ignore[attr-defined]
            if found is None:
                return _to_the_door(request)
            if found.role not in roles:
                raise DeedIsNotYours(label=found.label)
            return page(request, *args, **kwargs)

        return guarded

    return decorate
