"""Leave, sign-in, opening a sitting on its quorum, and freezing the electorate of a vote."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed, Role
from huitang.congress.attendance import queries
from huitang.congress.attendance.models import Electorate, Leave, NonVotingAttendee, SignIn
from huitang.congress.journal import commands as journal
from huitang.congress.journal.refusal import InputIsWrong, NotFound, Refusal
from huitang.congress.sittings import queries as sittings
from huitang.congress.sittings.commands import SittingIsNotOpen
from huitang.congress.sittings.models import CongressSession, Sitting


class LeaveIsAlreadyAsked(Refusal):
    text = _("这位代表已经请过假，请在请假名单里处理。")


class SessionIsOver(Refusal):
    text = _("这次会议已经闭幕，不用再请假。")


class LeaveIsDecided(Refusal):
    text = _("这张假条已经处理过了，请刷新名单查看。")


class ReasonIsMissing(InputIsWrong):
    text = _("请写明原因（代表法第十三条：因健康等特殊原因）。")


class SittingIsClosed(Refusal):
    text = _("这场会议已经散会，不能再签到。请选正在进行或将要进行的会议。")


class AlreadySignedIn(Refusal):
    text = _("{number}号{name}已经签到，不用再签。")


class DeputyIsNotInOffice(Refusal):
    text = _("{number}号{name}当天不在任，不能签到。请先核对名册。")


class DeputyIsUnknown(NotFound):
    text = _("名册里没有这位代表。")


class SignInIsUnknown(NotFound):
    text = _("没有这条签到，可能已经撤销。")


class QuorumIsNotMet(Refusal):
    text = _(
        "实到{present}人，不足应到{due}人的三分之二（{required}人），还差{missing}人，依法不能开会、不能表决（地方组织法第十四条）。"
    )


class SittingIsNotOpenToVote(SittingIsNotOpen):
    text = _("这场会议还没有宣布开会，不能表决。请先宣布开会。")


class SittingIsNotPlanned(Refusal):
    text = _("这场会议已经开了，或者另有一场会议正在开。请先看当前步骤。")


@dataclass(frozen=True)
class SignInReceipt:
    """What the desk shows after one sign-in."""

    sign_in_id: int
    number: int
    name: str
    delegation: str
    leave_ended: bool
    attendance: queries.Attendance


@transaction.atomic
def ask_leave(*, session_id: int, deputy_id: int, cause: str, reason: str, actor: Actor, now: datetime) -> int:
    """File a deputy's request for leave (DBF 13); returns its id. A deputy asks only for themselves.

    :raises ReasonIsMissing: :raises LeaveIsAlreadyAsked: :raises DeputyIsUnknown: :raises SessionIsOver:
    :raises SessionIsUnknown: another town's
    """
    actor.must_be_allowed_to(Deed.ASK_LEAVE)
    if actor.role is Role.DEPUTY and actor.deputy_id != deputy_id:
        raise DeputyIsUnknown()
    if not reason.strip():
        raise ReasonIsMissing()
    if sittings.get_session(session_id, town_id=actor.town_id).state == CongressSession.State.CLOSED:
        raise SessionIsOver()
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
def decide_leave(*, leave_id: int, is_approved: bool, actor: Actor, now: datetime) -> None:
    """Approve or refuse a request. :raises LeaveIsDecided: somebody decided it before"""
    actor.must_be_allowed_to(Deed.DECIDE_LEAVE)
    state = Leave.State.APPROVED if is_approved else Leave.State.REFUSED
    asked = Leave.objects.filter(pk=leave_id, state=Leave.State.ASKED)
    if not asked.update(state=state, decided_at=now, decided_by=actor.label):
        raise LeaveIsDecided()
    leave = Leave.objects.get(pk=leave_id)
    event = "leave.approved" if is_approved else "leave.refused"
    journal.append(event, actor=actor, at=now, subject=f"session:{leave.session_id}", facts={"deputy": leave.deputy_id})


@transaction.atomic
def withdraw_leave(*, leave_id: int, actor: Actor, now: datetime) -> None:
    """Take a request or an approved leave back. :raises LeaveIsDecided: it is no longer in force"""
    actor.must_be_allowed_to(Deed.ASK_LEAVE)
    live = Leave.objects.filter(
        pk=leave_id,
        session__term__town_id=actor.town_id,
        state__in=[Leave.State.ASKED, Leave.State.APPROVED],
    )
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


@transaction.atomic
def sign_in_deputy(*, sitting_id: int, deputy_id: int, actor: Actor, now: datetime) -> SignInReceipt:
    """Sign one deputy in; a leave in force ends by coming.

    :raises AlreadySignedIn: :raises SittingIsClosed: :raises DeputyIsNotInOffice: :raises SittingIsUnknown:
    """
    actor.must_be_allowed_to(Deed.SIGN_IN)
    before = queries.get_attendance(sitting_id)
    who = _in_office(before, deputy_id)
    if before.sitting.stage == Sitting.Stage.CLOSED:
        raise SittingIsClosed()
    try:
        with transaction.atomic():
            signed = SignIn.objects.create(sitting_id=sitting_id, deputy_id=deputy_id, at=now, by=actor.label)
    except IntegrityError as error:
        raise AlreadySignedIn(number=who.number, name=who.name) from error
    leave = Leave.objects.filter(session_id=before.sitting.session_id, deputy_id=deputy_id, state=Leave.State.APPROVED)
    leave_ended = bool(leave.update(state=Leave.State.WITHDRAWN, decided_at=now, decided_by=actor.label))
    facts = {"deputy": deputy_id, "leave_ended": leave_ended}
    journal.append("deputy.signed_in", actor=actor, at=now, subject=f"sitting:{sitting_id}", facts=facts)
    after = queries.get_attendance(sitting_id)
    return SignInReceipt(signed.pk, who.number, who.name, who.delegation, leave_ended, after)


@transaction.atomic
def sign_out_deputy(*, sign_in_id: int, actor: Actor, now: datetime) -> queries.Attendance:
    """Undo a sign-in, or record that a deputy left the hall. :raises SignInIsUnknown:"""
    actor.must_be_allowed_to(Deed.SIGN_IN)
    if not SignIn.objects.filter(pk=sign_in_id, left_at=None).update(left_at=now):
        raise SignInIsUnknown()
    signed = SignIn.objects.get(pk=sign_in_id)
    facts = {"deputy": signed.deputy_id}
    journal.append("deputy.signed_out", actor=actor, at=now, subject=f"sitting:{signed.sitting_id}", facts=facts)
    return queries.get_attendance(signed.sitting_id)


@transaction.atomic
def list_attendee(*, session_id: int, name: str, post: str, standing: str, actor: Actor, now: datetime) -> int:
    """Put a non-voting attendee on the list (ZZF 21); returns the id."""
    actor.must_be_allowed_to(Deed.PLAN_SESSION)
    attendee = NonVotingAttendee.objects.create(session_id=session_id, name=name, post=post, standing=standing)
    facts = {"name": name, "standing": standing}
    journal.append("attendee.listed", actor=actor, at=now, subject=f"session:{session_id}", facts=facts)
    return int(attendee.pk)


@transaction.atomic
def mark_attendee(*, attendee_id: int, is_present: bool, actor: Actor, now: datetime) -> None:
    """Note whether a non-voting attendee is in the hall. :raises DeputyIsUnknown: no such attendee"""
    actor.must_be_allowed_to(Deed.SIGN_IN)
    if not NonVotingAttendee.objects.filter(pk=attendee_id).update(is_present=is_present):
        raise DeputyIsUnknown()
    event = "attendee.arrived" if is_present else "attendee.left"
    journal.append(event, actor=actor, at=now, subject=f"attendee:{attendee_id}")


@transaction.atomic
def open_sitting(*, sitting_id: int, actor: Actor, now: datetime) -> queries.Attendance:
    """宣布开会. A meeting of all deputies needs two thirds of those in office (ZZF 14).

    :raises QuorumIsNotMet: :raises SittingIsNotPlanned: it is open or over, or another one is open
    """
    actor.must_be_allowed_to(Deed.CONDUCT)
    found = queries.get_attendance(sitting_id)
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
    open_one = Sitting.objects.filter(pk=sitting_id, stage=Sitting.Stage.OPEN)
    if not open_one.update(stage=Sitting.Stage.PLANNED, opened_at=None):
        raise SittingIsNotOpen()
    journal.append(
        "sitting.opening_taken_back",
        actor=actor,
        at=now,
        subject=f"sitting:{sitting_id}",
        facts={"reason": reason},
    )


def freeze_electorate(*, sitting_id: int, now: datetime) -> Electorate:
    """Fix who may vote, as a vote is opened; called by the commands that open votes, inside their transaction.

    :raises SittingIsNotOpen: :raises QuorumIsNotMet:
    """
    found = queries.get_attendance(sitting_id)
    if found.sitting.stage != Sitting.Stage.OPEN:
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
