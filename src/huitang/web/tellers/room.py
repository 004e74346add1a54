"""The links of the tellers' room and the head of its pages."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from huitang.congress.sittings.queries import SessionRow


@dataclass(frozen=True)
class RoomLink:
    label: str
    url: str
    is_here: bool


def room_links(here: str, ballot_id: int | None) -> list[RoomLink]:
    """`here` is list, ballot, differences or tally; the last three are about one ballot."""
    links = [("list", _("全部选票"), reverse("tellers:list"))]
    if ballot_id is not None:
        links += [
            ("ballot", _("这次计票"), reverse("tellers:ballot", args=[ballot_id])),
            ("differences", _("不一致的票"), reverse("tellers:differences", args=[ballot_id])),
            ("tally", _("计票单"), reverse("tellers:tally", args=[ballot_id])),
        ]
    return [RoomLink(label, url, name == here) for name, label, url in links]


def show(
    request: HttpRequest,
    template: str,
    *,
    session: SessionRow | None,
    here: str,
    ballot_id: int | None = None,
    status: int = 200,
    **context: Any,
) -> HttpResponse:
    if session is not None:
        request.session_row = session  # type: ignore[attr-defined]
    return render(
        request,
        template,
        {"room_links": room_links(here, ballot_id), "session": session, **context},
        status=status,
    )
