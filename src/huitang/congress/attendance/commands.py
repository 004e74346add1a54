"""Leave, sign-in, opening a sitting on its quorum, and freezing the electorate of a vote."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from huitang.adapters.names import apart
from huitang.congress.accounts import queries as cards
from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed, Role
from huitang.congress.attendance import queries
from huitang.congress.attendance.models import Electorate, Leave, NonVotingAttendee, SignIn
from huitang.congress.attendance.refusals import (
    AlreadySignedIn,
    AttendeeIsIncomplete,
    AttendeeIsUnknown,
    CardIsNotValid,
    DeputyIsNotInOffice,
    DeputyIsUnknown,
    LeaveIsAlreadyAsked,
    LeaveIsDecided,
    NobodyMatches,
    NothingIsTyped,
    QuorumIsNotMet,
    ReasonIsMissing,
    SignInIsUnknown,
    SittingIsClosed,
    SittingIsNotOpenToVote,
    SittingIsNotPlanned,
)
from huitang.congress.journal import commands as journal
from huitang.congress.roster import queries as roster
from huitang.congress.sittings import queries as sessions
from huitang.congress.sittings.commands import SessionIsClosed, SittingIsNotOpen
from huitang.congress.sittings.models import CongressSession, Sitting

_CARD = re.compile(r"[A-Za-z0-9_-]{1,16}-[0-9a-f]{20}(?=/?$)")  # at the end of an address, or alone

_NOT_FROZEN = dict.fromkeys(("deputies_in_office", "deputies_present", "deputies_on_leave", "deputies_required"))


@dataclass(frozen=True)
class SignInReceipt:
    """What the desk shows after one sign-in."""

    sign_in_id: int
    number: int
    name: str
    delegation: str
    leave_ended: bool
    attendance: queries.Attendance


@dataclass(frozen=True)
class SignInAnswer:
    """What came of one line typed at the desk: signed in, signed in before, or several fit."""

    desk: queries.SignInDesk
    receipt: SignInReceipt | None = None
    already: queries.SignInRow | None = None
    matches: tuple[queries.DeputyPresence, ...] = ()


@transaction.atomic
def ask_leave(*, session_id: int, deputy_id: int, cause: str, reason: str, actor: Actor, now: datetime) -> int:
    """File a deputy's request for leave (DBF 13); returns its id. A deputy asks only for themselves.

    :raises ReasonIsMissing: :raises LeaveIsAlreadyAsked: :raises DeputyIsUnknown:
    :raises SessionIsUnknown: :raises SessionIsClosed:
    """
    actor.must_be_allowed_to(Deed.ASK_LEAVE)
    if actor.role is Role.DEPUTY and actor.deputy_id != deputy_id:
        raise DeputyIsUnknown()
    if not reason.strip():
        raise ReasonIsMissing()
    session = sessions.get_session(session_id, town_id=actor.town_id)
    if session.state == CongressSession.State.CLOSED:
        raise SessionIsClosed()
    if not roster.is_of_term(deputy_id, term_id=session.term_id):
        raise DeputyIsUnknown()
    try:
        with transaction.atomic():
            leave = Leave.objects.create(
                session_id=session_id, deputy_id=deputy_id, cause=cause, reason=reason.strip(), asked_at=now
            )
    except IntegrityError as error:
        raise LeaveIsAlreadyAsked() from error
    facts = {"deputy": deputy_id, "cause": cause}  # the reason is private: it stays out of the journal
    journal.append("leave.asked", actor=actor, at=now, subject=f"session:{session_id}", facts=facts)
    return int(leave.pk)


@transaction.atomic
def decide_leave(*, leave_id: int, is_approved: bool, actor: Actor, now: datetime) -> int:
    """Approve or refuse a request; returns its session. :raises LeaveIsDecided: somebody decided it before"""
    actor.must_be_allowed_to(Deed.DECIDE_LEAVE)
    state = Leave.State.APPROVED if is_approved else Leave.State.REFUSED
    asked = _leaves_of(actor).filter(pk=leave_id, state=Leave.State.ASKED)
    if not asked.update(state=state, decided_at=now, decided_by=actor.label):
        raise LeaveIsDecided()
    leave = Leave.objects.get(pk=leave_id)
    event = "leave.approved" if is_approved else "leave.refused"
    journal.append(event, actor=actor, at=now, subject=f"session:{leave.session_id}", facts={"deputy": leave.deputy_id})
    return int(leave.session_id)


@transaction.atomic
def withdraw_leave(*, leave_id: int, actor: Actor, now: datetime) -> int:
    """Take a request or an approved leave back; returns its session. :raises LeaveIsDecided: it is no longer in force"""
    actor.must_be_allowed_to(Deed.ASK_LEAVE)
    live = _leaves_of(actor).filter(pk=leave_id, state__in=[Leave.State.ASKED, Leave.State.APPROVED])
    if actor.deputy_id is not None:
        live = live.filter(deputy_id=actor.deputy_id)
    if not live.update(state=Leave.State.WITHDRAWN, decided_at=now, decided_by=actor.label):
        raise LeaveIsDecided()
    leave = Leave.objects.get(pk=leave_id)
    journal.append(
        "leave.withdrawn",
        actor=actor,
        at=now,
        subject=f"session:{leave.session_id}",
        facts={"deputy": leave.deputy_id},
    )
    return int(leave.session_id)


@transaction.atomic
def sign_in_deputy(*, sitting_id: int, deputy_id: int, actor: Actor, now: datetime) -> SignInReceipt:
    """Sign one deputy in; a leave in force ends by coming.

    :raises AlreadySignedIn: :raises SittingIsClosed: :raises DeputyIsNotInOffice: :raises SittingIsUnknown:
    """
    actor.must_be_allowed_to(Deed.SIGN_IN)
    found = queries.get_attendance(sitting_id, town_id=actor.town_id)
    return _sign_in(found, _in_office(found, deputy_id), actor, now)


@transaction.atomic
def sign_in_by(
    *, sitting_id: int, text: str, actor: Actor, now: datetime, deputy_id: int | None = None
) -> SignInAnswer:
    """Sign in by what was typed or scanned: number, name, pinyin initials, card token or its address.

    `deputy_id` is given when one of several matches was chosen. Several matches sign nobody in.

    :raises NothingIsTyped: :raises NobodyMatches: :raises CardIsNotValid: :raises SittingIsClosed: :raises DeputyIsNotInOffice:
    :raises AlreadySignedIn: somebody else was quicker by a moment
    """
    actor.must_be_allowed_to(Deed.SIGN_IN)
    hall = queries.read_hall(sitting_id, town_id=actor.town_id)
    found = hall.attendance
    meant = (deputy_id,) if deputy_id else _meant(hall, text)
    if len(meant) > 1:
        matches = tuple(d for key in meant for d in found.deputies if d.deputy_id == key)
        return SignInAnswer(queries.sign_in_desk_of(hall.session, found, chain=actor.chain), matches=matches)
    who = _in_office(found, meant[0])
    if who.mark == "PRESENT":
        already = queries.find_sign_in(sitting_id, who.deputy_id)
        return SignInAnswer(queries.sign_in_desk_of(hall.session, found, chain=actor.chain), already=already)
    receipt = _sign_in(found, who, actor, now)
    return SignInAnswer(queries.sign_in_desk_of(hall.session, receipt.attendance, chain=actor.chain), receipt=receipt)


@transaction.atomic
def sign_out_deputy(*, sign_in_id: int, actor: Actor, now: datetime) -> queries.Attendance:
    """Undo a sign-in, or record that a deputy left the hall. :raises SignInIsUnknown: :raises SittingIsClosed:"""
    actor.must_be_allowed_to(Deed.SIGN_IN)
    ours = SignIn.objects.filter(pk=sign_in_id, sitting__session__term__town_id=actor.town_id)
    if not ours.filter(left_at=None).update(left_at=now):
        raise SignInIsUnknown()
    signed = ours.select_related("sitting").get()
    if signed.sitting.stage == Sitting.Stage.CLOSED:
        raise SittingIsClosed()
    facts = {"deputy": signed.deputy_id}
    journal.append("deputy.signed_out", actor=actor, at=now, subject=f"sitting:{signed.sitting_id}", facts=facts)
    return queries.get_attendance(signed.sitting_id)


@transaction.atomic
def take_back_sign_in(*, sign_in_id: int, actor: Actor, now: datetime) -> tuple[queries.SignInRow, queries.SignInDesk]:
    """Undo at the desk: who was taken back, and the desk as it is now. Raises what `sign_out_deputy` raises."""
    sign_out_deputy(sign_in_id=sign_in_id, actor=actor, now=now)
    row, sitting_id = queries.get_sign_in(sign_in_id)
    return row, queries.get_sign_in_desk(sitting_id, town_id=actor.town_id, chain=actor.chain)


@transaction.atomic
def list_attendee(*, session_id: int, name: str, post: str, standing: str, actor: Actor, now: datetime) -> int:
    """Put a non-voting attendee on the list (ZZF 21); returns the id. :raises AttendeeIsIncomplete:"""
    actor.must_be_allowed_to(Deed.PLAN_SESSION)
    sessions.get_session(session_id, town_id=actor.town_id)
    name, post = name.strip(), post.strip()
    if not name or standing not in NonVotingAttendee.Standing:
        raise AttendeeIsIncomplete()
    attendee = NonVotingAttendee.objects.create(session_id=session_id, name=name, post=post, standing=standing)
    facts = {"name": name, "standing": standing}
    journal.append("attendee.listed", actor=actor, at=now, subject=f"session:{session_id}", facts=facts)
    return int(attendee.pk)


@transaction.atomic
def mark_attendee(*, attendee_id: int, is_present: bool, actor: Actor, now: datetime) -> int:
    """Note whether a non-voting attendee is in the hall; returns the session. :raises AttendeeIsUnknown:"""
    actor.must_be_allowed_to(Deed.SIGN_IN)
    ours = NonVotingAttendee.objects.filter(pk=attendee_id, session__term__town_id=actor.town_id)
    if not ours.update(is_present=is_present):
        raise AttendeeIsUnknown()
    event = "attendee.arrived" if is_present else "attendee.left"
    journal.append(event, actor=actor, at=now, subject=f"attendee:{attendee_id}")
    return int(ours.values_list("session_id", flat=True).get())


@transaction.atomic
def open_sitting(*, sitting_id: int, actor: Actor, now: datetime) -> queries.Attendance:
    """宣布开会. A meeting of all deputies needs two thirds of those in office (ZZF 14).

    :raises QuorumIsNotMet: :raises SittingIsNotPlanned: it is open or over, or another one is open
    """
    actor.must_be_allowed_to(Deed.CONDUCT)
    found = queries.get_attendance(sitting_id, town_id=actor.town_id)
    frozen = _frozen_numbers(found) if found.sitting.is_of_all_deputies else {}
    planned = Sitting.objects.filter(pk=sitting_id, stage=Sitting.Stage.PLANNED)
    try:
        with transaction.atomic():
            if not planned.update(stage=Sitting.Stage.OPEN, opened_at=now, **frozen):
                raise SittingIsNotPlanned()
    except IntegrityError as error:
        raise SittingIsNotPlanned() from error
    preparing = CongressSession.objects.filter(pk=found.sitting.session_id, state=CongressSession.State.PREPARING)
    preparing.update(state=CongressSession.State.IN_SESSION)
    journal.append("sitting.opened", actor=actor, at=now, subject=f"sitting:{sitting_id}", facts=frozen)
    return found


@transaction.atomic
def unopen_sitting(*, sitting_id: int, reason: str, actor: Actor, now: datetime) -> None:
    """Step back over an opening. :raises SittingIsNotOpen:"""
    actor.must_be_allowed_to(Deed.STEP_BACK)
    open_one = Sitting.objects.filter(pk=sitting_id, stage=Sitting.Stage.OPEN, session__term__town_id=actor.town_id)
    if not open_one.update(stage=Sitting.Stage.PLANNED, opened_at=None, **_NOT_FROZEN):
        raise SittingIsNotOpen()
    journal.append(
        "sitting.opening_taken_back",
        actor=actor,
        at=now,
        subject=f"sitting:{sitting_id}",
        facts={"reason": reason},
    )


def freeze_electorate(*, sitting_id: int, session_id: int, now: datetime) -> Electorate:
    """Fix who may vote, as a vote is opened; called by the commands that open votes, inside their transaction.

    :raises SittingIsNotOpenToVote: also when the sitting is not of the session :raises QuorumIsNotMet:
    """
    found = queries.get_attendance(sitting_id)
    if found.sitting.session_id != session_id or found.sitting.stage != Sitting.Stage.OPEN:
        raise SittingIsNotOpenToVote()
    _must_be_quorate(found)
    return Electorate.objects.create(
        sitting_id=sitting_id,
        frozen_at=now,
        deputies_in_office=found.congress.due,
        deputies_present=found.congress.present,
        deputies_required=found.required,
        present_ids=sorted(found.present_ids),
    )


@transaction.atomic
def take_leave_from_remarks(*, session_id: int, remarks: Sequence[tuple[int, str]], actor: Actor, now: datetime) -> int:
    """Turn what an imported roll remarks of leave into requests still to be approved; returns how many are new."""
    actor.must_be_allowed_to(Deed.ASK_LEAVE)
    live = set(
        Leave.objects.filter(session_id=session_id, state__in=[Leave.State.ASKED, Leave.State.APPROVED]).values_list(
            "deputy_id", flat=True
        )
    )
    fresh = [(deputy, remark) for deputy, remark in remarks if deputy not in live]
    for deputy, remark in fresh:
        cause = "ILLNESS" if "病" in remark else "AFFAIRS"
        ask_leave(session_id=session_id, deputy_id=deputy, cause=cause, reason=remark, actor=actor, now=now)
    return len(fresh)


@transaction.atomic
def take_leave_from_roll(*, session_id: int, actor: Actor, now: datetime) -> int:
    """The same for what the last imported roll remarks; returns how many requests are new. :raises SessionIsUnknown:"""
    actor.must_be_allowed_to(Deed.ASK_LEAVE)
    session = sessions.get_session(session_id, town_id=actor.town_id)
    remarks = [(row.deputy_id, row.remark) for row in roster.list_remarks(session.term_id) if row.asks_leave]
    return take_leave_from_remarks(session_id=session_id, remarks=remarks, actor=actor, now=now)


def _leaves_of(actor: Actor) -> QuerySet[Leave]:
    return Leave.objects.filter(session__term__town_id=actor.town_id)


def _meant(hall: queries.Hall, text: str) -> tuple[int, ...]:
    """Whom a typed or scanned line means, out of the roll of the day; a whole name wins over its beginnings."""
    if not text.strip():
        raise NothingIsTyped()
    token = _CARD.search(text.strip())
    if token:
        deputy = cards.deputy_of_token(token[0])
        if deputy is None or deputy not in {row.id for row in hall.roll}:
            raise CardIsNotValid()
        return (deputy,)
    found = roster.search(hall.roll, unicodedata.normalize("NFKC", text))
    if not found:
        raise NobodyMatches(text=text.strip())
    whole = [row.id for row in found if apart.tidy(text) in (row.name, row.bare_name)]
    return tuple(whole) if len(whole) == 1 else tuple(row.id for row in found)


def _sign_in(found: queries.Attendance, who: queries.DeputyPresence, actor: Actor, now: datetime) -> SignInReceipt:
    sitting = found.sitting
    if sitting.stage == Sitting.Stage.CLOSED:
        raise SittingIsClosed()
    try:
        with transaction.atomic():
            signed = SignIn.objects.create(sitting_id=sitting.id, deputy_id=who.deputy_id, at=now, by=actor.label)
    except IntegrityError as error:
        raise AlreadySignedIn(number=who.number, name=who.name) from error
    leave = Leave.objects.filter(session_id=sitting.session_id, deputy_id=who.deputy_id, state=Leave.State.APPROVED)
    leave_ended = bool(leave.update(state=Leave.State.WITHDRAWN, decided_at=now, decided_by=actor.label))
    facts = {"deputy": who.deputy_id, "leave_ended": leave_ended}
    journal.append("deputy.signed_in", actor=actor, at=now, subject=f"sitting:{sitting.id}", facts=facts)
    after = queries.mark_present(found, who.deputy_id)
    return SignInReceipt(signed.pk, who.number, who.name, who.delegation, leave_ended, after)


def _frozen_numbers(found: queries.Attendance) -> dict[str, int]:
    _must_be_quorate(found)
    return {
        "deputies_in_office": found.congress.due,
        "deputies_present": found.congress.present,
        "deputies_on_leave": found.congress.on_leave,
        "deputies_required": found.required,
    }


def find_quorum_refusal(found: queries.Attendance) -> QuorumIsNotMet | None:
    """What opening or voting would be refused with just now (ZZF 14)."""
    if found.is_quorate:
        return None
    return QuorumIsNotMet(
        present=found.congress.present,
        due=found.congress.due,
        required=found.required,
        missing=found.missing_for_quorum,
    )


def _must_be_quorate(found: queries.Attendance) -> None:
    refusal = find_quorum_refusal(found)
    if refusal is not None:
        raise refusal


def _in_office(found: queries.Attendance, deputy_id: int) -> queries.DeputyPresence:
    for presence in found.deputies:
        if presence.deputy_id == deputy_id:
            if presence.mark == "SUSPENDED":
                raise DeputyIsNotInOffice(number=presence.number, name=presence.name)
            return presence
    raise DeputyIsUnknown()
