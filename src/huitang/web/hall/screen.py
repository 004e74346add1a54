"""The big screen: bare, without login, following the run sheet by itself."""

import re
from datetime import datetime

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from huitang.congress.runsheet import hall
from huitang.congress.runsheet.hall import HallView
from huitang.web.frame import asked, clock
from huitang.web.hall import paging

SECONDS_A_PAGE = 15
_MOMENT = re.compile(r"[0-9]{1,12}")  # seconds since 1970


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The one town's screen; a list where several share the installation."""
    towns = hall.list_halls()
    if len(towns) == 1:
        return HttpResponseRedirect(reverse("hall:screen", args=[towns[0][0]]))
    return render(request, "hall/index.html", {"towns": towns})


@require_safe
def screen(request: HttpRequest, code: str) -> HttpResponse:
    """Polls itself; 204 while nothing a spectator could see has changed: no deed, no new minute, no page to turn."""
    now = clock.now(request)
    told = request.GET.get("seen", "")
    is_poll = bool(request.headers.get("HX-Request"))
    if is_poll and told and told == _seen(code, now, request.GET.get("pages", ""), request.GET.get("since", "")):
        return HttpResponse(status=204)
    view = hall.get_hall(code)
    pages = paging.pages_of(view.text)
    since = _since(view)
    turn = _turn(now, pages=len(pages), since=since)
    context = {
        "view": view,
        "page": pages[turn - 1] if turn else (),
        "page_no": turn,
        "pages": len(pages),
        "since": since,
        "seen": f"{view.version}-{_minute(now)}-{turn}",
        "clock": _minute(now),
        "is_poll": is_poll,
    }
    return render(request, "hall/fragment.html" if is_poll else "hall/screen.html", context)


def _seen(code: str, now: datetime, pages: str, since: str) -> str:
    """What the screen would be told now; found without reading the session."""
    page_count, began = asked.number(pages), int(since) if _MOMENT.fullmatch(since) else None
    turn = _turn(now, pages=page_count, since=began) if page_count is not None and began is not None else 0
    return f"{hall.get_version(code)}-{_minute(now)}-{turn}"


def _turn(now: datetime, *, pages: int, since: int) -> int:
    """0 is the result itself; then page by page the text, and again."""
    return abs(int(now.timestamp()) - since) // SECONDS_A_PAGE % (min(pages, 99) + 1)


def _since(view: HallView) -> int:
    return int(view.decided_at.timestamp()) if view.decided_at else 0


def _minute(now: datetime) -> str:
    return timezone.localtime(now).strftime("%H:%M")
