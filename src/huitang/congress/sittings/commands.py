"""Convening sessions, planning sittings, naming the presidium, closing."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed
from huitang.congress.journal import commands as journal
from huitang.congress.journal.refusal import InputIsWrong, NotFound, Refusal
from huitang.congress.journal.unchanged import must_be_as_seen
from huitang.congress.roster import lookup
from huitang.congress.roster import queries as roster
from huitang.congress.roster.models import Term
from huitang.congress.roster.refusals import DeputyIsUnknown
from huitang.congress.sittings import calendar
from huitang.congress.sittings.models import CongressSession, PresidiumMember, Sitting

DAYS_TO_PREPARE = 30


class SessionIsUnknown(NotFound):
    text = _("没有这次会议。")


class SittingIsUnknown(NotFound):
    text = _("没有这场会议。")


class SessionNumberIsTaken(InputIsWrong):
    text = _("本届第{number}次会议已经建过了。请核对会次，或打开已有的那次会议。")


class DatesAreReversed(InputIsWrong):
    text = _("闭幕日期{closes_on}早于开幕日期{opens_on}，请改正。")


class SessionIsOutsideTerm(InputIsWrong):
    text = _("会议日期{opens_on}至{closes_on}不在本届任期内（{began_on}起）。请核对年份，或先建立新一届。")


class SittingIsOutsideSession(InputIsWrong):
    text = _("{day}不在会期内（{opens_on}至{closes_on}）。请改时间，或先改会议日期。")


class SessionHasOpened(Refusal):
    text = _("会议已经开幕，开幕日期不能再改；闭幕日期和地点还可以改。")


class SittingIsNotPlanned(Refusal):
    text = _("这场会议已经开过或正在开，不能再改。")


class SittingIsNotOpen(Refusal):
    text = _("这场会议没有在开，不能闭会。可能另一位同事已经办了，请看当前步骤。")


class SessionIsClosed(Refusal):
    text = _("这次会议已经闭幕，不能再改。")


@transaction.atomic
def create_session(
    *,
    term_id: int,
    number: int,
    playbook: str,
    opens_on: date,
    closes_on: date,
    place: str,
    actor: Actor,
    now: datetime,
    called_by: str = "",
) -> int:
    """Prepare the number-th session of a term; returns its id. The presidium fixes the date (ZZF 14).

    `called_by` is why an extra session was called (ZZF 14(3)); an ordinary one has none.

    :raises SessionNumberIsTaken: :raises DatesAreReversed: :raises SessionIsOutsideTerm: :raises TermIsUnknown:
    """
    actor.must_be_allowed_to(Deed.PLAN_SESSION)
    _dates_must_fit(lookup.term_of(actor.town_id, term_id), opens_on, closes_on)
    try:
        with transaction.atomic():
            session = CongressSession.objects.create(
                term_id=term_id,
                number=number,
                playbook=playbook,
                opens_on=opens_on,
                closes_on=closes_on,
                place=place,
                called_by=_called_by(called_by),
            )
    except IntegrityError as error:
        raise SessionNumberIsTaken(number=number) from error
    facts = {"number": number, "playbook": playbook, "opens_on": str(opens_on), "closes_on": str(closes_on)}
    facts |= {"called_by": called_by} if called_by else {}
    journal.append("session.created", actor=actor, at=now, subject=f"session:{session.pk}", facts=facts)
    return int(session.pk)


def _called_by(told: str) -> str:
    """An ordinary session says nothing; anything but the two ways of the law is a fault of ours."""
    return str(CongressSession.CalledBy(told)) if told else ""


@transaction.atomic
def change_session(
    *,
    session_id: int,
    opens_on: date,
    closes_on: date,
    place: str,
    actor: Actor,
    now: datetime,
    called_by: str | None = None,
    seen: int | None = None,
) -> None:
    """Move a session that has not closed; sittings not yet held move with its opening day.

    `called_by` sets right whether it is an extra one; None leaves it.

    :raises SessionIsClosed: :raises SessionHasOpened: :raises DatesAreReversed: :raises SessionIsOutsideTerm:
    """
    actor.must_be_allowed_to(Deed.PLAN_SESSION)
    session = _open_session(session_id, actor)
    subject = f"session:{session_id}"
    must_be_as_seen(chain=actor.chain, subject=subject, events=("session.changed",), seen=seen)
    _dates_must_fit(session.term, opens_on, closes_on)
    if session.state != CongressSession.State.PREPARING and opens_on != session.opens_on:
        raise SessionHasOpened()
    unchanged = CongressSession.objects.filter(pk=session_id, state=session.state)
    extra = session.called_by if called_by is None else _called_by(called_by)
    if not unchanged.update(opens_on=opens_on, closes_on=closes_on, place=place, called_by=extra):
        raise SessionIsClosed()
    planned = Sitting.objects.filter(session_id=session_id, stage=Sitting.Stage.PLANNED)
    planned.update(starts_at=F("starts_at") + (opens_on - session.opens_on))
    facts = {"opens_on": str(opens_on), "closes_on": str(closes_on), "place": place}
    facts |= {"called_by": extra} if extra != session.called_by else {}
    journal.append("session.changed", actor=actor, at=now, subject=subject, facts=facts)


@transaction.atomic
def plan_sitting(
    *, session_id: int, kind: str, starts_at: datetime, place: str, presider: str, actor: Actor, now: datetime
) -> int:
    """Add the next sitting of a kind at the end of the schedule; returns its id."""
    actor.must_be_allowed_to(Deed.PLAN_SESSION)
    _open_session(session_id, actor)
    sittings = Sitting.objects.filter(session_id=session_id)
    sitting = Sitting.objects.create(
        session_id=session_id,
        kind=kind,
        number=sittings.filter(kind=kind).count() + 1,
        position=sittings.count() + 1,
        starts_at=starts_at,
        place=place,
        presider=presider,
    )
    facts = {"kind": kind, "number": sitting.number, "starts_at": starts_at.isoformat(), "presider": presider}
    journal.append("sitting.planned", actor=actor, at=now, subject=f"sitting:{sitting.pk}", facts=facts)
    return int(sitting.pk)


@transaction.atomic
def change_sitting(
    *,
    sitting_id: int,
    starts_at: datetime,
    place: str,
    presider: str,
    actor: Actor,
    now: datetime,
    seen: int | None = None,
) -> None:
    """Change time, place or presider of a sitting not yet held.

    :raises SittingIsUnknown: :raises SittingIsOutsideSession: :raises SittingIsNotPlanned:
    """
    actor.must_be_allowed_to(Deed.PLAN_SESSION)
    sitting = _sitting(sitting_id, actor)
    subject = f"sitting:{sitting_id}"
    must_be_as_seen(chain=actor.chain, subject=subject, events=("sitting.changed",), seen=seen)
    _must_lie_in_session(sitting, calendar.local_day(starts_at))
    planned = Sitting.objects.filter(pk=sitting_id, stage=Sitting.Stage.PLANNED)
    if not planned.update(starts_at=starts_at, place=place, presider=presider):
        raise SittingIsNotPlanned()
    facts = {"starts_at": starts_at.isoformat(), "place": place, "presider": presider}
    journal.append("sitting.changed", actor=actor, at=now, subject=subject, facts=facts)


@transaction.atomic
def set_presidium(*, session_id: int, members: Sequence[tuple[int, str]], actor: Actor, now: datetime) -> None:
    """Replace the draft list of the presidium; each member is a deputy id and a post (ZZF 19).

    :raises DeputyIsUnknown: one is not of this term :raises SessionIsUnknown: :raises SessionIsClosed:
    """
    actor.must_be_allowed_to(Deed.PLAN_SESSION)
    session = _open_session(session_id, actor)
    deputies = [deputy for deputy, _post in members]
    if not roster.names_of(session.term_id, deputies).keys() >= set(deputies):
        raise DeputyIsUnknown()
    PresidiumMember.objects.filter(session_id=session_id).delete()
    PresidiumMember.objects.bulk_create(
        PresidiumMember(session_id=session_id, deputy_id=deputy, post=post, position=place)
        for place, (deputy, post) in enumerate(members, start=1)
    )
    facts = {"members": deputies}
    journal.append("presidium.listed", actor=actor, at=now, subject=f"session:{session_id}", facts=facts)


@transaction.atomic
def close_sitting(*, sitting_id: int, actor: Actor, now: datetime) -> None:
    """End a sitting that is open. :raises SittingIsNotOpen:"""
    actor.must_be_allowed_to(Deed.CONDUCT)
    open_one = Sitting.objects.filter(pk=sitting_id, stage=Sitting.Stage.OPEN, session__term__town_id=actor.town_id)
    if not open_one.update(stage=Sitting.Stage.CLOSED, closed_at=now):
        raise SittingIsNotOpen()
    journal.append("sitting.closed", actor=actor, at=now, subject=f"sitting:{sitting_id}")


@transaction.atomic
def reopen_sitting(*, sitting_id: int, reason: str, actor: Actor, now: datetime) -> None:
    """Step back over a closing. :raises SittingIsUnknown:"""
    actor.must_be_allowed_to(Deed.STEP_BACK)
    closed = Sitting.objects.filter(pk=sitting_id, stage=Sitting.Stage.CLOSED, session__term__town_id=actor.town_id)
    if not closed.update(stage=Sitting.Stage.OPEN, closed_at=None):
        raise SittingIsUnknown()
    journal.append("sitting.reopened", actor=actor, at=now, subject=f"sitting:{sitting_id}", facts={"reason": reason})


@transaction.atomic
def close_session(*, session_id: int, actor: Actor, now: datetime) -> None:
    """闭幕. :raises SessionIsClosed: somebody closed it before"""
    actor.must_be_allowed_to(Deed.CONDUCT)
    ours = CongressSession.objects.filter(pk=session_id, term__town_id=actor.town_id)
    running = ours.filter(state=CongressSession.State.IN_SESSION)
    if not running.update(state=CongressSession.State.CLOSED):
        raise SessionIsClosed()
    journal.append("session.closed", actor=actor, at=now, subject=f"session:{session_id}")


@transaction.atomic
def reopen_session(*, session_id: int, reason: str, actor: Actor, now: datetime) -> None:
    """Step back over the closing of the session. :raises SessionIsUnknown:"""
    actor.must_be_allowed_to(Deed.STEP_BACK)
    ours = CongressSession.objects.filter(pk=session_id, term__town_id=actor.town_id)
    closed = ours.filter(state=CongressSession.State.CLOSED)
    if not closed.update(state=CongressSession.State.IN_SESSION):
        raise SessionIsUnknown()
    journal.append("session.reopened", actor=actor, at=now, subject=f"session:{session_id}", facts={"reason": reason})


def _open_session(session_id: int, actor: Actor) -> CongressSession:
    sessions = CongressSession.objects.select_related("term__town")
    session = sessions.filter(pk=session_id, term__town_id=actor.town_id).first()
    if session is None:
        raise SessionIsUnknown()
    if session.state == CongressSession.State.CLOSED:
        raise SessionIsClosed()
    return session


def _sitting(sitting_id: int, actor: Actor) -> Sitting:
    sittings = Sitting.objects.select_related("session")
    sitting = sittings.filter(pk=sitting_id, session__term__town_id=actor.town_id).first()
    if sitting is None:
        raise SittingIsUnknown()
    _open_session(sitting.session_id, actor)
    return sitting


def _must_lie_in_session(sitting: Sitting, day: date) -> None:
    """A plenary lies within the session; what prepares it may be held up to a month before."""
    session = sitting.session
    earliest = session.opens_on
    if sitting.kind != Sitting.Kind.PLENARY:
        earliest -= timedelta(days=DAYS_TO_PREPARE)
    if not earliest <= day <= session.closes_on:
        raise SittingIsOutsideSession(day=day, opens_on=session.opens_on, closes_on=session.closes_on)


def _dates_must_fit(term: Term, opens_on: date, closes_on: date) -> None:
    if closes_on < opens_on:
        raise DatesAreReversed(opens_on=opens_on, closes_on=closes_on)
    if opens_on < term.began_on or (term.ended_on and closes_on > term.ended_on):
        raise SessionIsOutsideTerm(opens_on=opens_on, closes_on=closes_on, began_on=term.began_on)
