"""Papers out, papers in, the end of the count, and the two ways back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from huitang.congress.ballots import commands as ballots
from huitang.congress.journal.refusal import Refusal
from huitang.congress.record import count_desk
from huitang.web.frame import asked, clock, who
from huitang.web.tellers.ballots import LOOKERS, page


@require_POST
@who.only(*LOOKERS)
def issue(request: HttpRequest, ballot_id: int) -> HttpResponse:
    typed = request.POST.get("papers_issued", "").strip()
    issued = asked.number(typed)
    if issued is None:
        return _again(request, ballot_id, sentence=_("请填发出的票数，例如 91。"), typed=typed)
    try:
        ballots.issue_papers(
            ballot_id=ballot_id,
            papers_issued=issued,
            actor=who.actor_of(request),
            now=clock.now(request),
        )
    except Refusal as refused:
        return _again(request, ballot_id, sentence=str(refused), typed=typed, status=refused.status)
    messages.success(request, _("发出 {n} 张，已记下。").format(n=typed))
    return redirect("tellers:ballot", ballot_id)


@require_POST
@who.only(*LOOKERS)
def collect(request: HttpRequest, ballot_id: int) -> HttpResponse:
    """More collected than issued voids the round: that is asked once more before it is written."""
    actor, typed = who.actor_of(request), request.POST.get("papers_collected", "").strip()
    collected = asked.number(typed)
    if collected is None:
        return _again(request, ballot_id, sentence=_("请填收回的票数，一张没有收回填 0。"), typed=typed)
    desk = count_desk.get_count_desk(ballot_id, actor=actor)
    too_many = desk.ballot.state == "ISSUED" and collected > (desk.ballot.papers_issued or 0)
    if too_many and request.POST.get("confirm") != "yes":
        return page(request, desk, typed=typed, ask_void=True)
    try:
        ballots.collect_papers(ballot_id=ballot_id, papers_collected=collected, actor=actor, now=clock.now(request))
    except Refusal as refused:
        return _again(request, ballot_id, sentence=str(refused), typed=typed, status=refused.status)
    messages.success(request, _("收回 {n} 张，已记下。").format(n=typed))
    return redirect("tellers:ballot", ballot_id)


@require_POST
@who.only(*LOOKERS)
def recount(request: HttpRequest, ballot_id: int) -> HttpResponse:
    reason = request.POST.get("reason", "")
    ballots.count_box_again(ballot_id=ballot_id, reason=reason, actor=who.actor_of(request), now=clock.now(request))
    messages.success(request, _("收回数已退回，请重新清点票箱。"))
    return redirect("tellers:ballot", ballot_id)


@require_POST
@who.only(*LOOKERS)
def finish(request: HttpRequest, ballot_id: int) -> HttpResponse:
    ballots.finish_count(ballot_id=ballot_id, actor=who.actor_of(request), now=clock.now(request))
    messages.success(request, _("计票结束。请打印计票单，由监票人、计票人签字。"))
    return redirect("tellers:ballot", ballot_id)


@require_POST
@who.only(*LOOKERS)
def count_again(request: HttpRequest, ballot_id: int) -> HttpResponse:
    reason = request.POST.get("reason", "")
    ballots.count_again(ballot_id=ballot_id, reason=reason, actor=who.actor_of(request), now=clock.now(request))
    messages.success(request, _("已退回计票。"))
    return redirect("tellers:ballot", ballot_id)


def _again(request: HttpRequest, ballot_id: int, *, sentence: str, typed: str, status: int = 422) -> HttpResponse:
    desk = count_desk.get_count_desk(ballot_id, actor=who.actor_of(request))
    return page(request, desk, sentence=sentence, typed=typed, status=status)
