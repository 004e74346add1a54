"""One paper at a time: entered by each of two tellers, and settled where they differ."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from huitang.congress.accounts.deeds import Role
from huitang.congress.ballots import commands as ballots
from huitang.congress.ballots import queries
from huitang.congress.ballots.queries import BallotRow, Difference
from huitang.congress.journal.refusal import Refusal
from huitang.congress.record import count_desk
from huitang.web.frame import asked, clock, who
from huitang.web.tellers import pad, room
from huitang.web.tellers.ballots import LOOKERS, pad_context, page
from huitang.web.tellers.pad import Entry


@require_POST
@who.only(Role.TELLER)
def enter(request: HttpRequest, ballot_id: int, number: int) -> HttpResponse:
    """Save one reading and go on to the next paper in the same answer."""
    actor = who.actor_of(request)
    entry = pad.read_entry(request.POST, queries.get_ballot(ballot_id))
    try:
        ballots.enter_sheet(
            ballot_id=ballot_id,
            number=number,
            marks=entry.marks,
            write_ins=entry.write_ins,
            sealed=entry.sealed,
            actor=actor,
            now=clock.now(request),
        )
    except Refusal as refused:
        return _refuse(request, ballot_id, number, entry, refused)
    if not request.headers.get("HX-Request"):
        return redirect("tellers:ballot", ballot_id)
    desk = count_desk.get_count_desk(ballot_id, actor=actor)
    request.session_row = desk.session  # type: ignore[attr-defined]
    return render(request, "tellers/ballots/_counting.html", pad_context(request, desk))


def _refuse(request: HttpRequest, ballot_id: int, number: int, entry: Entry, refused: Refusal) -> HttpResponse:
    if refused.status == 404:
        raise refused
    desk = count_desk.get_count_desk(ballot_id, actor=who.actor_of(request), sheet=number)
    if not request.headers.get("HX-Request"):
        return page(request, desk, sentence=str(refused), entry=entry, status=refused.status)
    request.session_row = desk.session  # type: ignore[attr-defined]
    context = pad_context(request, desk, entry=entry, sentence=str(refused))
    return render(request, "tellers/ballots/_counting.html", context, status=refused.status)


@require_GET
@who.only(*LOOKERS)
def show_differences(request: HttpRequest, ballot_id: int) -> HttpResponse:
    return _differences(request, ballot_id, number=asked.number(request.GET.get("sheet")))


@require_POST
@who.only(*LOOKERS)
def resolve(request: HttpRequest, ballot_id: int, number: int) -> HttpResponse:
    entry = pad.read_entry(request.POST, queries.get_ballot(ballot_id))
    reason = request.POST.get("reason", "")
    try:
        ballots.resolve_sheet(
            ballot_id=ballot_id,
            number=number,
            marks=entry.marks,
            write_ins=entry.write_ins,
            sealed=entry.sealed,
            reason=reason,
            actor=who.actor_of(request),
            now=clock.now(request),
        )
    except Refusal as refused:
        if refused.status == 404:
            raise
        return _differences(
            request, ballot_id, number=number, entry=entry, reason=reason, sentence=str(refused), status=refused.status
        )
    messages.success(request, _("第 {n} 张已认定。").format(n=number))
    return redirect("tellers:differences", ballot_id)


def _differences(
    request: HttpRequest,
    ballot_id: int,
    *,
    number: int | None,
    entry: Entry | None = None,
    reason: str = "",
    sentence: str = "",
    status: int = 200,
) -> HttpResponse:
    desk = count_desk.get_difference_desk(ballot_id, actor=who.actor_of(request))
    wanted = [d for d in desk.differences if d.number == number] or [d for d in desk.differences if not d.is_settled]
    this = wanted[0] if wanted else None
    return room.show(
        request,
        "tellers/ballots/differences.html",
        session=desk.session,
        here="differences",
        ballot_id=ballot_id,
        status=status,
        desk=desk,
        ballot=desk.ballot,
        this=this,
        rows=_rows(desk.ballot, this) if this else (),
        is_resolving=True,
        sentence=sentence,
        reason=reason,
        **(_pad_of(desk.ballot, this, entry) if this else {}),
    )


def _rows(ballot: BallotRow, difference: Difference) -> list[tuple[str, str, str, bool]]:
    """Line by line what both read, and last what else stands on the paper."""
    rows = [
        (name, pad.tell_mark(first, ballot), pad.tell_mark(second, ballot), first != second)
        for name, first, second in difference.lines
    ]
    besides = ["、".join(pad.tell_reading(one)) or _("无") for one in (difference.first, difference.second)]
    last = _("印章") if ballot.kind == "RATING" else _("另选他人、印章")
    return [*rows, (last, besides[0], besides[1], besides[0] != besides[1])]


def _pad_of(ballot: BallotRow, difference: Difference, entry: Entry | None) -> dict[str, object]:
    """Only what both read alike stands on the pad already; the rest is for the scrutineers to say."""
    alike = tuple(first if first == second else "" for _name, first, second in difference.lines)
    both_written = (
        difference.first["write_ins"] if difference.first["write_ins"] == difference.second["write_ins"] else ()
    )
    both_sealed = difference.first["sealed"] or difference.second["sealed"]
    shown = entry or Entry(alike, tuple(both_written), both_sealed)
    differing = frozenset(
        place for place, (_name, first, second) in enumerate(difference.lines, start=1) if first != second
    )
    return {
        "lines": pad.lines_of(ballot, shown.marks, differing),
        "write_ins": pad.write_in_fields(ballot, shown.write_ins),
        "is_sealed": shown.sealed,
    }
