"""What every page of the diary shares: the desk's links for the office, none for the chair who looks on."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from huitang.congress.accounts.deeds import Role
from huitang.congress.sittings.calendar import local_day
from huitang.web.desk import entry
from huitang.web.frame import clock, who


def show(request: HttpRequest, template: str, *, status: int = 200, **context: Any) -> HttpResponse:
    if who.actor_of(request).role is Role.OFFICE:
        return entry.page(request, template, context, here="diary", status=status)
    return render(request, template, {"room_links": [], **context}, status=status)


def today(request: HttpRequest) -> date:
    return local_day(clock.now(request))
