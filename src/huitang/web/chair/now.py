"""The chair's page: what is happening now, the words to say, and one button."""

import hashlib
import re
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from huitang.congress.accounts.deeds import Role
from huitang.congress.journal.refusal import NotFound, Refusal
from huitang.congress.runsheet import commands as runsheet
from huitang.congress.runsheet import floor as floors
from huitang.congress.runsheet import obstacles, queries
from huitang.congress.runsheet.deeds import Phase
from huitang.congress.runsheet.floor import Floor, Further
from huitang.congress.sittings.queries import SessionRow
from huitang.web.chair import links
from huitang.web.chair.button import button_of
from huitang.web.chair.hands import HandsForm, hands_of
from huitang.web.frame import asked, clock, who
from huitang.web.frame.see_other import see_other

PARTS = ("head", "words", "deed", "side", "back")
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="[^"]*"')


@who.only(Role.CHAIR, Role.OFFICE)
@require_GET
def page(request: HttpRequest) -> HttpResponse:
    return _whole_page(request, _session_asked(request))


@who.only(Role.CHAIR, Role.OFFICE)
@require_GET
def poll(request: HttpRequest) -> HttpResponse:
    """Sends the parts that changed; a part people are typing in is sent only when its step or phase is over."""
    actor = who.actor_of(request)
    if request.GET.get("seen") == str(floors.get_version(actor.chain)):
        return HttpResponse(status=204)
    floor = floors.get_floor(_session_asked(request), town_id=actor.town_id, chain=actor.chain)
    if floor is None:
        return HttpResponse(status=204)
    parts = _render_parts(request, floor, {})
    shown = request.GET.get("marks", "").split(".")
    is_same = request.GET.get("at") == _at(floor)
    marks = [_mark(html) for html in parts.values()]
    changed = {
        name: html
        for name, html, mark, before in zip(PARTS, parts.values(), marks, [*shown, *PARTS], strict=False)
        if mark != before and not (is_same and _is_typed_in(name, floor))
    }
    context = {"changed": changed, "is_same": is_same, "pulse_url": _pulse_url(request, floor, marks)}
    return render(request, "chair/now/poll.html", context)


@who.only(Role.CHAIR, Role.OFFICE)
@require_http_methods(["GET", "POST"])
def press(request: HttpRequest, step_id: int) -> HttpResponse:
    """A GET is a reload after a refused press: it leads back to the page."""
    actor = who.actor_of(request)
    session_id = queries.find_session_of_step(step_id, town_id=actor.town_id)
    address = _address(session_id)
    if request.method == "GET":
        return see_other(address)
    hands = HandsForm(request.POST)
    if request.POST.get("phase") == Phase.OPEN and not hands.is_valid():
        return _whole_page(request, session_id, hands=hands, sentence=hands.sentence(), status=422)
    try:
        runsheet.perform(step_id=step_id, press=_press(request, hands))
    except NotFound:
        raise
    except Refusal as refusal:
        return _whole_page(
            request,
            session_id,
            hands=hands if refusal.status == 422 else None,
            sentence=str(refusal),
            place=obstacles.place_of(refusal),
            status=refusal.status,
        )
    return see_other(address)


@who.only(Role.CHAIR, Role.OFFICE)
@require_http_methods(["GET", "POST"])
def step_back(request: HttpRequest) -> HttpResponse:
    actor = who.actor_of(request)
    session_id = asked.number(request.POST.get("session"))
    if request.method == "GET" or session_id is None:
        return see_other("chair:now")
    reason = request.POST.get("reason", "")
    try:
        runsheet.step_back(session_id=session_id, reason=reason, actor=actor, now=clock.now(request))
    except NotFound:
        raise
    except Refusal as refusal:
        return _whole_page(request, session_id, sentence=str(refusal), reason=reason, status=refusal.status)
    messages.success(request, _("已经退回一步。理由已经记录。"))
    return see_other(_address(session_id))


def _press(request: HttpRequest, hands: HandsForm) -> runsheet.Press:
    phase = request.POST.get("phase", "")
    return runsheet.Press(
        actor=who.actor_of(request),
        now=clock.now(request),
        phase=Phase(phase) if phase in tuple(Phase) else Phase.READY,
        choice=request.POST.get("choice", ""),
        hands=hands_of(hands) if phase == Phase.OPEN else {},
        candidates=tuple(request.POST.getlist("candidates")),
    )


def _whole_page(request: HttpRequest, session_id: int | None, *, status: int = 200, **more: Any) -> HttpResponse:
    actor = who.actor_of(request)
    floor = floors.get_floor(session_id, town_id=actor.town_id, chain=actor.chain)
    if floor is None:
        return render(request, "chair/now/none.html", {"room_links": links.room_links(request, None)})
    session: SessionRow = floor.now.record.session
    request.session_row = session  # type: ignore[attr-defined]
    parts = _render_parts(request, floor, more)
    context = {
        "floor": floor,
        "parts": parts,
        "pulse_url": _pulse_url(request, floor, [_mark(html) for html in parts.values()]),
        "room_links": links.room_links(request, session.id),
        "mend": _mending(floor, more.get("place")),
        **more,
    }
    return render(request, "chair/now/page.html", context, status=status)


def _render_parts(request: HttpRequest, floor: Floor, more: dict[str, Any]) -> dict[str, str]:
    now = floor.now
    hands = more.get("hands") or HandsForm(initial={"votes_for": now.hand_vote.present if now.hand_vote else 0})
    context = {
        "floor": floor,
        "now": now,
        "step": now.step,
        "phase": str(now.phase),
        "held": now.election or now.project_vote or now.rating,
        "button": button_of(floor),
        "obstacle": floor.obstacle,
        "mend": _mending(floor, floor.obstacle.place if floor.obstacle else None),
        "hands": hands,
        "hands_sentence": more.get("sentence", "") if more.get("hands") else "",
        "chosen": request.POST.getlist("candidates") or (now.election.next_round.candidates if now.election else ()),
        "may_mend": who.actor_of(request).role == Role.OFFICE,
        "asks_congress": floor.further is Further.ASK,
        "congress_refused": floor.further is Further.REJECTED,
        "result": floor.declaring or now.result,
    }
    return {name: render_to_string(f"chair/now/{name}.html", context, request) for name in PARTS}


def _is_typed_in(name: str, floor: Floor) -> bool:
    return name == "deed" and floor.now.phase in (Phase.OPEN, Phase.SHORT)


def _mending(floor: Floor, place: obstacles.Place | None) -> links.Mending | None:
    if place is None or floor.now.sitting is None:
        return None
    return links.mend_at(place, session_id=floor.now.record.session.id, sitting_id=floor.now.sitting.id)


def _pulse_url(request: HttpRequest, floor: Floor, marks: list[str]) -> str:
    told = {
        "session": floor.now.record.session.id,
        "seen": floor.now.version,
        "at": _at(floor),
        "marks": ".".join(marks),
    }
    return f"{reverse('chair:poll')}?{urlencode(told)}"


def _at(floor: Floor) -> str:
    return f"{floor.now.step.id if floor.now.step else 0}-{floor.now.phase}"


def _mark(html: str) -> str:
    return hashlib.sha256(_TOKEN.sub("", html).encode()).hexdigest()[:12]


def _session_asked(request: HttpRequest) -> int | None:
    return asked.number(request.GET.get("session"))


def _address(session_id: int | None) -> str:
    return f"{reverse('chair:now')}?session={session_id}" if session_id else reverse("chair:now")
