"""/desk/sittings/<id>/sign-in/: one huge field; a line typed or scanned and Enter signs a deputy in."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from huitang.congress.accounts.deeds import Role
from huitang.congress.attendance import commands as attendance
from huitang.congress.attendance import queries
from huitang.congress.attendance.queries import SignInDesk
from huitang.congress.journal.refusal import Refusal
from huitang.web.desk import floor_page
from huitang.web.frame import clock, who

KEYS = 9  # matches that a digit key chooses


@require_GET
@who.only(Role.OFFICE)
def choose(request: HttpRequest, session_id: int) -> HttpResponse:
    choice = queries.get_sitting_choice(session_id, town_id=who.actor_of(request).town_id)
    return floor_page.show(request, "desk/sign_in/choose.html", session=choice.session, here="sign_in", choice=choice)


@require_GET
@who.only(Role.OFFICE)
def show(request: HttpRequest, sitting_id: int) -> HttpResponse:
    actor = who.actor_of(request)
    desk = queries.get_sign_in_desk(sitting_id, town_id=actor.town_id, chain=actor.chain)
    return _page(request, desk)


@require_GET
@who.only(Role.OFFICE)
def show_counts(request: HttpRequest, sitting_id: int) -> HttpResponse:
    """The counts for a poll, so that two desks see each other; 204 when nothing changed."""
    actor = who.actor_of(request)
    desk = queries.find_news(
        sitting_id, town_id=actor.town_id, chain=actor.chain, seen=floor_page.number(request.GET.get("seen"))
    )
    if desk is None:
        return HttpResponse(status=204)
    request.session_row = desk.session  # type: ignore[attr-defined]
    return render(request, "desk/sign_in/_counts.html", {"desk": desk, "is_poll": True})


@require_POST
@who.only(Role.OFFICE)
def do(request: HttpRequest, sitting_id: int) -> HttpResponse:
    text = request.POST.get("who", "")
    try:
        answer = attendance.sign_in_by(
            sitting_id=sitting_id,
            text=text,
            deputy_id=floor_page.number(request.POST.get("deputy")),
            actor=who.actor_of(request),
            now=clock.now(request),
        )
    except Refusal as refused:
        if not request.headers.get("HX-Request"):
            raise
        context = {"sentence": str(refused), "text": text.strip()}
        return render(request, "desk/sign_in/_refused.html", context, status=refused.status)
    return _answer(request, answer.desk, answer=answer, text=text.strip(), status=409 if answer.already else 200)


@require_POST
@who.only(Role.OFFICE)
def undo(request: HttpRequest, sign_in_id: int) -> HttpResponse:
    taken_back, desk = attendance.take_back_sign_in(
        sign_in_id=sign_in_id, actor=who.actor_of(request), now=clock.now(request)
    )
    if not request.headers.get("HX-Request"):
        return redirect("desk:sign_in", desk.attendance.sitting.id)
    return _answer(request, desk, taken_back=taken_back)


def _answer(request: HttpRequest, desk: SignInDesk, *, status: int = 200, **context: Any) -> HttpResponse:
    if not request.headers.get("HX-Request"):
        return _page(request, desk, status=status, **context)
    request.session_row = desk.session  # type: ignore[attr-defined]
    return render(
        request, "desk/sign_in/_answer.html", {"desk": desk, "keys": KEYS, "is_answer": True, **context}, status=status
    )


def _page(request: HttpRequest, desk: SignInDesk, *, status: int = 200, **context: Any) -> HttpResponse:
    return floor_page.show(
        request,
        "desk/sign_in/show.html",
        session=desk.session,
        here="sign_in",
        status=status,
        desk=desk,
        keys=KEYS,
        **context,
    )
