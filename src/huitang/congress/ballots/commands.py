"""A ballot on paper: papers out, papers in, two people read each paper, differences are resolved."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed
from huitang.congress.ballots import papers
from huitang.congress.ballots.models import BallotSheet, SecretBallot
from huitang.congress.journal import commands as journal
from huitang.congress.journal.refusal import InputIsWrong, NotFound, Refusal
from huitang.rules import papers as paper_rules
from huitang.rules.ballot import BallotMethod
from huitang.rules.project_papers import ProjectMethod
from huitang.rules.rating_papers import RatingMethod

State = SecretBallot.State
_MOST_PAPERS = 9999
_TOWN_OF = (
    ("electionround", "electionround__election__session__term__town_id"),
    ("projectround", "projectround__vote__session__term__town_id"),
    ("ratinground", "ratinground__rating__session__term__town_id"),
)


class BallotIsUnknown(NotFound):
    text = _("没有这次投票。")


class BallotHasMovedOn(Refusal):
    text = _("这次投票已经到了下一步，可能另一位同事已经办了。请看当前步骤。")


class TooManyPapers(Refusal):
    text = _("实到{voters}人，不能发出{issued}张选票。请核对发票数；多发的票应当收回。")


class NoPapers(InputIsWrong):
    text = _("票数要填大于0的整数。")


class TooManyToBeTrue(InputIsWrong):
    text = _("{papers}张票太多了，一个镇的代表大会收不到这么多票。请核对后重填。")


class CountHasBegun(Refusal):
    text = _("已经录入了选票，不能再改收回数。如确实数错，请由主席团决定重新投票。")


class BothSeatsAreTaken(Refusal):
    text = _("这次投票已有两位计票人在录票（{first}、{second}）。第三个人不能再录。")


class SheetIsUnknown(NotFound):
    text = _("没有第{number}张票：本次共收回{collected}张。")


class SheetIsSettled(Refusal):
    text = _("第{number}张票两次录入已经一致，不能再改；如有误请在“不一致”里由监票人认定。")


class SheetIsInDispute(Refusal):
    text = _("第{number}张票两次录入不一致，已经列出来了，不能再改录，由监票人看票认定。")


class SheetsAreWaiting(Refusal):
    text = _("还有{waiting}张票没有录完、{differing}张两次录入不一致，不能结束计票。")


class ReasonIsMissing(InputIsWrong):
    text = _("请写明认定的理由。")


def open_ballot(*, title: str, method: BallotMethod, voters: int, called: Iterable[str] = ()) -> int:
    """Make the ballot of one round; called by the command that opens the round, which journals it.

    `called` are all who might be written in and whose name somebody else may have.
    """
    stored, may_write_in = papers.method_stored(method), method.write_ins_allowed
    if may_write_in:
        stored |= papers.namesakes_stored((*called, *method.candidates))
    return _open("PERSONS", title, stored, method.candidates, voters, allows_write_in=may_write_in)


def open_project_ballot(*, title: str, method: ProjectMethod, voters: int) -> int:
    """The same for a vote on projects: choose at most so many, no write-ins."""
    return _open("PROJECTS", title, papers.project_method_stored(method), method.projects, voters)


def open_rating_ballot(*, title: str, method: RatingMethod, voters: int) -> int:
    """The same for a rating: each printed line gets one grade."""
    return _open("RATING", title, papers.rating_method_stored(method), method.items, voters)


def _open(
    kind: str,
    title: str,
    method: dict[str, Any],
    choices: tuple[str, ...],
    voters: int,
    *,
    allows_write_in: bool = False,
) -> int:
    ballot = SecretBallot.objects.create(
        title=title, kind=kind, method=method, choices=list(choices), allows_write_in=allows_write_in, voters=voters
    )
    return int(ballot.pk)


@transaction.atomic
def issue_papers(*, ballot_id: int, papers_issued: int, actor: Actor, now: datetime) -> None:
    """Record how many papers were handed out.

    :raises TooManyPapers: more than deputies present (the session's method)
    :raises BallotHasMovedOn: they are recorded already
    """
    actor.must_be_allowed_to(Deed.HANDLE_PAPERS)
    ballot = _ballot(ballot_id, actor)
    if papers_issued < 1:
        raise NoPapers()
    finding = paper_rules.check_issue(deputies_present=ballot.voters, papers_issued=papers_issued)
    if not finding.in_order:
        raise TooManyPapers(voters=ballot.voters, issued=papers_issued)
    _advance(ballot_id, State.ISSUING, State.ISSUED, papers_issued=papers_issued)
    facts = {"papers_issued": papers_issued, "deputies_present": ballot.voters}
    journal.append("ballot.papers_issued", actor=actor, at=now, subject=f"ballot:{ballot_id}", facts=facts)


@transaction.atomic
def collect_papers(*, ballot_id: int, papers_collected: int, actor: Actor, now: datetime) -> bool:
    """Record how many papers came out of the box; returns whether the round stands.

    More collected than issued voids the whole round (the session's method; XJF 44 by analogy).
    """
    actor.must_be_allowed_to(Deed.HANDLE_PAPERS)
    ballot = _ballot(ballot_id, actor)
    if papers_collected < 0:
        raise NoPapers()
    if papers_collected > _MOST_PAPERS:
        raise TooManyToBeTrue(papers=papers_collected)
    stands = papers_collected <= (ballot.papers_issued or 0)
    _advance(ballot_id, State.ISSUED, State.COUNTING if stands else State.VOID, papers_collected=papers_collected)
    if stands:
        BallotSheet.objects.bulk_create(
            BallotSheet(ballot_id=ballot_id, number=number) for number in range(1, papers_collected + 1)
        )
    facts = {"papers_issued": ballot.papers_issued, "papers_collected": papers_collected, "stands": stands}
    journal.append("ballot.papers_collected", actor=actor, at=now, subject=f"ballot:{ballot_id}", facts=facts)
    return stands


@transaction.atomic
def count_box_again(*, ballot_id: int, reason: str, actor: Actor, now: datetime) -> None:
    """Take back the number collected, while no paper has been read. :raises CountHasBegun: :raises ReasonIsMissing:"""
    actor.must_be_allowed_to(Deed.HANDLE_PAPERS)
    _ballot(ballot_id, actor)
    if not reason.strip():
        raise ReasonIsMissing()
    sheets = BallotSheet.objects.filter(ballot_id=ballot_id)
    if sheets.exclude(first__isnull=True, second__isnull=True, agreed__isnull=True).exists():
        raise CountHasBegun()
    counted = SecretBallot.objects.filter(pk=ballot_id, state__in=[State.COUNTING, State.VOID])
    if not counted.update(state=State.ISSUED, papers_collected=None):
        raise BallotHasMovedOn()
    sheets.delete()
    journal.append(
        "ballot.box_count_taken_back",
        actor=actor,
        at=now,
        subject=f"ballot:{ballot_id}",
        facts={"reason": reason},
    )


@transaction.atomic
def enter_sheet(
    *,
    ballot_id: int,
    number: int,
    marks: tuple[str, ...],
    write_ins: tuple[str, ...],
    sealed: bool,
    actor: Actor,
    now: datetime,
) -> bool | None:
    """Enter one paper as this teller reads it; returns whether both readings agree, None while one is missing.

    The first two tellers to enter anything are the two readers. An own entry may be corrected until the
    other reading is there; from then on the sheet is agreed, or in dispute and for the scrutineers.

    :raises BothSeatsAreTaken: :raises SheetIsUnknown: :raises SheetIsSettled: :raises SheetIsInDispute:
    :raises PaperIsUnreadable: :raises WriteInIsShared:
    """
    actor.must_be_allowed_to(Deed.ENTER_PAPERS)
    ballot = _ballot(ballot_id, actor)
    if ballot.state != State.COUNTING:
        raise BallotHasMovedOn()
    reading = _take_seat(ballot, reader_of(actor))
    entry = papers.as_stored(
        marks=marks,
        write_ins=write_ins,
        sealed=sealed,
        lines=len(ballot.choices),
        kind=ballot.kind,
        namesakes=papers.namesakes_of(ballot.method),
    )
    sheets = BallotSheet.objects.filter(ballot_id=ballot_id, number=number)
    both_read = Q(first__isnull=False, second__isnull=False)
    if not sheets.filter(agreed__isnull=True).exclude(both_read).update(**{reading: entry}):
        _refuse_sheet(ballot, number)
    sheet = sheets.get()
    agree = None if sheet.first is None or sheet.second is None else sheet.first == sheet.second
    if agree:
        sheets.update(agreed=sheet.first)
    facts = {"sheet": number, "reading": reading}
    journal.append("ballot.sheet_entered", actor=actor, at=now, subject=f"ballot:{ballot_id}", facts=facts)
    return agree


@transaction.atomic
def resolve_sheet(
    *,
    ballot_id: int,
    number: int,
    marks: tuple[str, ...],
    write_ins: tuple[str, ...],
    sealed: bool,
    reason: str,
    actor: Actor,
    now: datetime,
) -> None:
    """Settle a paper the two readings differ on, as the scrutineers decide. :raises ReasonIsMissing: :raises SheetIsUnknown:"""
    actor.must_be_allowed_to(Deed.RESOLVE_PAPERS)
    ballot = _ballot(ballot_id, actor)
    if ballot.state != State.COUNTING:
        raise BallotHasMovedOn()
    if not reason.strip():
        raise ReasonIsMissing()
    entry = papers.as_stored(
        marks=marks,
        write_ins=write_ins,
        sealed=sealed,
        lines=len(ballot.choices),
        kind=ballot.kind,
        namesakes=papers.namesakes_of(ballot.method),
    )
    sheets = BallotSheet.objects.filter(ballot_id=ballot_id, number=number, first__isnull=False, second__isnull=False)
    if not sheets.update(agreed=entry, is_resolved=True):
        raise SheetIsUnknown(number=number, collected=ballot.papers_collected)
    facts = {"sheet": number, "reason": reason.strip()}
    journal.append("ballot.sheet_resolved", actor=actor, at=now, subject=f"ballot:{ballot_id}", facts=facts)


@transaction.atomic
def finish_count(*, ballot_id: int, actor: Actor, now: datetime) -> None:
    """Every paper is agreed: the tally can be drawn up. :raises SheetsAreWaiting: :raises BallotHasMovedOn:"""
    actor.must_be_allowed_to(Deed.HANDLE_PAPERS)
    _ballot(ballot_id, actor)
    open_sheets = BallotSheet.objects.filter(ballot_id=ballot_id, agreed__isnull=True)
    differing = open_sheets.filter(first__isnull=False, second__isnull=False).count()
    waiting = open_sheets.count() - differing
    if waiting or differing:
        raise SheetsAreWaiting(waiting=waiting, differing=differing)
    _advance(ballot_id, State.COUNTING, State.COUNTED)
    journal.append("ballot.counted", actor=actor, at=now, subject=f"ballot:{ballot_id}")


@transaction.atomic
def count_again(*, ballot_id: int, reason: str, actor: Actor, now: datetime) -> None:
    """Open a finished count again before the result is declared. :raises ReasonIsMissing: :raises BallotHasMovedOn:"""
    actor.must_be_allowed_to(Deed.RESOLVE_PAPERS)
    _ballot(ballot_id, actor)
    if not reason.strip():
        raise ReasonIsMissing()
    _advance(ballot_id, State.COUNTED, State.COUNTING)
    journal.append(
        "ballot.count_reopened", actor=actor, at=now, subject=f"ballot:{ballot_id}", facts={"reason": reason}
    )


def close_ballot(*, ballot_id: int) -> None:
    """Called by the command that declares the round, inside its transaction. :raises BallotHasMovedOn:"""
    done = SecretBallot.objects.filter(pk=ballot_id, state__in=[State.COUNTED, State.VOID])
    if not done.update(state=State.CLOSED):
        raise BallotHasMovedOn()


def reader_of(actor: Actor) -> str:
    """Under which name a teller holds one of the two seats: two tellers are two accounts."""
    return f"{actor.label}#{actor.account_id}"


def _advance(ballot_id: int, before: str, after: str, **numbers: int) -> None:
    if not SecretBallot.objects.filter(pk=ballot_id, state=before).update(state=after, **numbers):
        raise BallotHasMovedOn()


def _take_seat(ballot: SecretBallot, who: str) -> str:
    for seat, taken in (("first_reader", ballot.first_reader), ("second_reader", ballot.second_reader)):
        if taken == who:
            return seat.removesuffix("_reader")
    for seat, reading in (("first_reader", "first"), ("second_reader", "second")):
        if SecretBallot.objects.filter(pk=ballot.pk, **{seat: ""}).update(**{seat: who}):
            return reading
    first, second = (name.partition("#")[0] for name in (ballot.first_reader, ballot.second_reader))
    raise BothSeatsAreTaken(first=first, second=second)


def _refuse_sheet(ballot: SecretBallot, number: int) -> None:
    sheet = BallotSheet.objects.filter(ballot_id=ballot.pk, number=number).first()
    if sheet is not None and sheet.agreed is None:
        raise SheetIsInDispute(number=number)
    if sheet is not None:
        raise SheetIsSettled(number=number)
    raise SheetIsUnknown(number=number, collected=ballot.papers_collected)


def _ballot(ballot_id: int, actor: Actor) -> SecretBallot:
    # a ballot knows no town: the round it was opened for does, and that belongs to a later app, hence by name
    ballots = SecretBallot.objects.all()
    for held, town in _TOWN_OF:
        ballots = ballots.exclude(~Q(**{town: actor.town_id}), **{f"{held}__isnull": False})
    ballot = ballots.filter(pk=ballot_id).first()
    if ballot is None:
        raise BallotIsUnknown()
    return ballot
