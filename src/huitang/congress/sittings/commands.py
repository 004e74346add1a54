"""Convening sessions, planning sittings, naming the presidium, closing."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed
from huitang.congress.journal import commands as journal
from huitang.congress.journal.refusal import InputIsWrong, NotFound, Refusal
from huitang.congress.sittings.models import CongressSession, PresidiumMember, Sitting


class SessionIsUnknown(NotFound):
    text = _("没有这次会议。")


class SittingIsUnknown(NotFound):
    text = _("没有这场会议。")


class SessionNumberIsTaken(InputIsWrong):
    text = _("本届第{number}次会议已经建过了。请核对会次，或打开已有的那次会议。")


class DatesAreReversed(InputIsWrong):
    text = _("闭幕日期{closes_on}早于开幕日期{opens_on}，请改正。")


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
) -> int:
    """Prepare the number-th session of a term; returns its id. The presidium fixes the date (ZZF 14).

    :raises SessionNumberIsTaken: :raises DatesAreReversed:
    """
    actor.must_be_allowed_to(Deed.PLAN_SESSION)
    if closes_on < opens_on:
        raise DatesAreReversed(opens_on=opens_on, closes_on=closes_on)
    try:
        with transaction.atomic():
            session = CongressSession.objects.create(
                term_id=term_id,
                number=number,
                playbook=playbook,
                opens_on=opens_on,
                closes_on=closes_on,
                place=place,
            )
    except IntegrityError as error:
        raise SessionNumberIsTaken(number=number) from error
    facts = {"number": number, "playbook": playbook, "opens_on": str(opens_on), "closes_on": str(closes_on)}
    journal.append("session.created", actor=actor, at=now, subject=f"session:{session.pk}", facts=facts)
    return int(session.pk)


@transaction.atomic
def change_session(
    *, session_id: int, opens_on: date, closes_on: date, place: str, actor: Actor, now: datetime
) -> None:
    """Move a session that has not closed. :raises SessionIsClosed: :raises DatesAreReversed:"""
    actor.must_be_allowed_to(Deed.PLAN_SESSION)
    if closes_on < opens_on:
        raise DatesAreReversed(opens_on=opens_on, closes_on=closes_on)
    still_open = CongressSession.objects.filter(pk=session_id).exclude(state=CongressSession.State.CLOSED)
    if not still_open.update(opens_on=opens_on, closes_on=closes_on, place=place):
        raise SessionIsClosed()
    facts = {"opens_on": str(opens_on), "closes_on": str(closes_on), "place": place}
    journal.append("session.changed", actor=actor, at=now, subject=f"session:{session_id}", facts=facts)


@transaction.atomic
def plan_sitting(
    *, session_id: int, kind: str, starts_at: datetime, place: str, presider: str, actor: Actor, now: datetime
) -> int:
    """Add the next sitting of a kind at the end of the schedule; returns its id."""
    actor.must_be_allowed_to(Deed.PLAN_SESSION)
    _open_session(session_id)
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
    *, sitting_id: int, starts_at: datetime, place: str, presider: str, actor: Actor, now: datetime
) -> None:
    """Change time, place or presider of a sitting not yet held. :raises SittingIsNotPlanned:"""
    actor.must_be_allowed_to(Deed.PLAN_SESSION)
    planned = Sitting.objects.filter(pk=sitting_id, stage=Sitting.Stage.PLANNED)
    if not planned.update(starts_at=starts_at, place=place, presider=presider):
        raise SittingIsNotPlanned()
    facts = {"starts_at": starts_at.isoformat(), "place": place, "presider": presider}
    journal.append("sitting.changed", actor=actor, at=now, subject=f"sitting:{sitting_id}", facts=facts)


@transaction.atomic
def set_presidium(*, session_id: int, members: Sequence[tuple[int, str]], actor: Actor, now: datetime) -> None:
    """Replace the draft list of the presidium; each member is a deputy id and a post (ZZF 19)."""
    actor.must_be_allowed_to(Deed.PLAN_SESSION)
    _open_session(session_id)
    PresidiumMember.objects.filter(session_id=session_id).delete()
    PresidiumMember.objects.bulk_create(
        PresidiumMember(session_id=session_id, deputy_id=deputy, post=post, position=place)
        for place, (deputy, post) in enumerate(members, start=1)
    )
    facts = {"members": [deputy for deputy, _post in members]}
    journal.append("presidium.listed", actor=actor, at=now, subject=f"session:{session_id}", facts=facts)


@transaction.atomic
def close_sitting(*, sitting_id: int, actor: Actor, now: datetime) -> None:
    """End a sitting that is open. :raises SittingIsNotOpen:"""
    actor.must_be_allowed_to(Deed.CONDUCT)
    open_one = Sitting.objects.filter(pk=sitting_id, stage=Sitting.Stage.OPEN)
    if not open_one.update(stage=Sitting.Stage.CLOSED, closed_at=now):
        raise SittingIsNotOpen()
    journal.append("sitting.closed", actor=actor, at=now, subject=f"sitting:{sitting_id}")


@transaction.atomic
def reopen_sitting(*, sitting_id: int, reason: str, actor: Actor, now: datetime) -> None:
    """Step back over a closing. :raises SittingIsUnknown:"""
    actor.must_be_allowed_to(Deed.STEP_BACK)
    closed = Sitting.objects.filter(pk=sitting_id, stage=Sitting.Stage.CLOSED)
    if not closed.update(stage=Sitting.Stage.OPEN, closed_at=None):
        raise SittingIsUnknown()
    journal.append("sitting.reopened", actor=actor, at=now, subject=f"sitting:{sitting_id}", facts={"reason": reason})


@transaction.atomic
def close_session(*, session_id: int, actor: Actor, now: datetime) -> None:
    """闭幕. :raises SessionIsClosed: somebody closed it before"""
    actor.must_be_allowed_to(Deed.CONDUCT)
    running = CongressSession.objects.filter(pk=session_id, state=CongressSession.State.IN_SESSION)
    if not running.update(state=CongressSession.State.CLOSED):
        raise SessionIsClosed()
    journal.append("session.closed", actor=actor, at=now, subject=f"session:{session_id}")


@transaction.atomic
def reopen_session(*, session_id: int, reason: str, actor: Actor, now: datetime) -> None:
    """Step back over the closing of the session. :raises SessionIsUnknown:"""
    actor.must_be_allowed_to(Deed.STEP_BACK)
    closed = CongressSession.objects.filter(pk=session_id, state=CongressSession.State.CLOSED)
    if not closed.update(state=CongressSession.State.IN_SESSION):
        raise SessionIsUnknown()
    journal.append("session.reopened", actor=actor, at=now, subject=f"session:{session_id}", facts={"reason": reason})


def _open_session(session_id: int) -> None:
    session = CongressSession.objects.filter(pk=session_id).first()
    if session is None:
        raise SessionIsUnknown()
    if session.state == CongressSession.State.CLOSED:
        raise SessionIsClosed()
