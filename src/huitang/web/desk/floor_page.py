"""What every page of the floor shares: the head of its session, and a number read from a form."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from huitang.congress.accounts.deeds import Role
from huitang.congress.sittings.queries import SessionRow
from huitang.web.desk.room import room_links
from huitang.web.frame import asked, who


def show(
    request: HttpRequest, template: str, *, session: SessionRow, here: str, status: int = 200, **context: Any
) -> HttpResponse:
    """Render a page about one session; the chair, who may look at some, gets no links of the desk."""
    request.session_row = session  # type: ignore[attr-defined]
    links = room_links(here, session) if who.actor_of(request).role is Role.OFFICE else []
    return render(request, template, {"room_links": links, "session": session, **context}, status=status)


def number(text: str | None) -> int | None:
    """A whole number as posted; None for anything else."""
    return asked.number(text)
