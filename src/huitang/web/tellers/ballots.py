"""/tellers/: the ballots of a session; /tellers/ballots/<id>/: one ballot, by the state it is in."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from huitang.congress.accounts.deeds import Role
from huitang.congress.record import count_desk
from huitang.congress.record.count_desk import CountDesk
from huitang.web.frame import asked, who
from huitang.web.tellers import pad, room
from huitang.web.tellers.pad import Entry

LOOKERS = (Role.TELLER, Role.CHAIR, Role.OFFICE)


@require_GET
@who.only(*LOOKERS)
def list_all(request: HttpRequest) -> HttpResponse:
    asked_session = asked.number(request.GET.get("session"))
    found = count_desk.get_count_room(who.actor_of(request).town_id, asked_session)
    return room.show(request, "tellers/ballots/list.html", session=found.session, here="list", found=found)


@require_GET
@who.only(*LOOKERS)
def show(request: HttpRequest, ballot_id: int) -> HttpResponse:
    sheet = asked.number(request.GET.get("sheet"))
    desk = count_desk.get_count_desk(ballot_id, actor=who.actor_of(request), sheet=sheet)
    return page(request, desk)


@require_GET
@who.only(*LOOKERS)
def show_progress(request: HttpRequest, ballot_id: int) -> HttpResponse:
    """For a poll: 204 when nothing changed; the whole page again when the ballot is at another step."""
    seen = asked.number(request.GET.get("seen"))
    desk = count_desk.find_news(ballot_id, actor=who.actor_of(request), seen=seen)
    if desk is None:
        return HttpResponse(status=204)
    if request.GET.get("state") != desk.ballot.state:
        return HttpResponse(headers={"HX-Refresh": "true"})
    request.session_row = desk.session  # type: ignore[attr-defined]
    return render(request, "tellers/ballots/_progress.html", pad_context(request, desk))


def page(
    request: HttpRequest,
    desk: CountDesk,
    *,
    sentence: str = "",
    entry: Entry | None = None,
    typed: str = "",
    ask_void: bool = False,
    status: int = 200,
) -> HttpResponse:
    """The page of one ballot; after a refusal with the sentence and with what was typed."""
    return room.show(
        request,
        "tellers/ballots/show.html",
        session=desk.session,
        here="ballot",
        ballot_id=desk.ballot.id,
        status=status,
        typed=typed,
        ask_void=ask_void,
        **pad_context(request, desk, entry=entry, sentence=sentence),
    )


def pad_context(
    request: HttpRequest, desk: CountDesk, *, entry: Entry | None = None, sentence: str = ""
) -> dict[str, Any]:
    mine = desk.mine or {"marks": (), "write_ins": (), "sealed": True}
    shown = entry or Entry(tuple(mine["marks"]), tuple(mine["write_ins"]), mine["sealed"])
    return {
        "desk": desk,
        "ballot": desk.ballot,
        "progress": desk.progress,
        "lines": pad.lines_of(desk.ballot, shown.marks),
        "write_ins": pad.write_in_fields(desk.ballot, shown.write_ins),
        "is_sealed": shown.sealed,
        "is_correction": desk.mine is not None,
        "is_reader": who.actor_of(request).role is Role.TELLER and desk.progress.may_read,
        "readers": [name.partition("#")[0] for name in (desk.ballot.first_reader, desk.ballot.second_reader)],
        "sentence": sentence,
    }
