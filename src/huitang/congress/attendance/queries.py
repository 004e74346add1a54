"""Who is here: 应到 / 实到 / 请假 / 缺席, by delegation and in all, and whether the quorum is met."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from huitang.congress.attendance.models import Electorate, Leave, NonVotingAttendee, SignIn
from huitang.congress.journal import findings
from huitang.congress.roster import queries as roster
from huitang.congress.roster.queries import RollRow
from huitang.congress.sittings import calendar
from huitang.congress.sittings import queries as sittings
from huitang.congress.sittings.queries import SittingRow
from huitang.rules import quorum
from huitang.rules.mandate import Standing


@dataclass(frozen=True)
class Figures:
    """The four numbers, for the congress or one delegation; suspended deputies stand apart."""

    name: str
    due: int
    present: int
    on_leave: int
    suspended: int

    @property
    def absent(self) -> int:
        return self.due - self.present - self.on_leave - self.suspended


@dataclass(frozen=True)
class DeputyPresence:
    deputy_id: int
    number: int
    name: str
    delegation: str
    mark: str  # PRESENT, ON_LEAVE, SUSPENDED, ABSENT


@dataclass(frozen=True)
class Attendance:
    sitting: SittingRow
    congress: Figures
    delegations: tuple[Figures, ...]
    deputies: tuple[DeputyPresence, ...]
    required: int
    is_quorate: bool
    finding: dict[str, Any]

    @property
    def missing_for_quorum(self) -> int:
        return max(self.required - self.congress.present, 0)

    @property
    def present_ids(self) -> tuple[int, ...]:
        return tuple(d.deputy_id for d in self.deputies if d.mark == "PRESENT")


@dataclass(frozen=True)
class LeaveRow:
    id: int
    deputy_id: int
    number: int
    name: str
    delegation: str
    cause: str
    reason: str
    state: str
    asked_at: datetime
    decided_by: str


@dataclass(frozen=True)
class AttendeeRow:
    id: int
    name: str
    post: str
    standing: str
    is_present: bool


@dataclass(frozen=True)
class SignInRow:
    id: int
    deputy_id: int
    number: int
    name: str
    delegation: str
    at: datetime


@dataclass(frozen=True)
class ElectorateRow:
    """`present_ids` is kept back: a page needs the numbers only."""

    frozen_at: datetime
    deputies_in_office: int
    deputies_present: int
    deputies_required: int


def get_attendance(sitting_id: int) -> Attendance:
    """Count one sitting from the roll of its day. :raises SittingIsUnknown:"""
    sitting = sittings.get_sitting(sitting_id)
    session = sittings.get_session(sitting.session_id)
    roll = roster.list_roll(session.term_id, on=calendar.local_day(sitting.starts_at))
    signed_in = set(SignIn.objects.filter(sitting_id=sitting_id, left_at=None).values_list("deputy_id", flat=True))
    approved = Leave.objects.filter(session_id=session.id, state=Leave.State.APPROVED)
    on_leave = set(approved.values_list("deputy_id", flat=True))
    deputies = tuple(_presence(row, signed_in, on_leave) for row in roll)
    return _count(sitting, deputies)


def list_leaves(session_id: int) -> tuple[LeaveRow, ...]:
    leaves = Leave.objects.filter(session_id=session_id).select_related("deputy__delegation")
    return tuple(
        LeaveRow(
            id=leave.pk,
            deputy_id=leave.deputy_id,
            number=leave.deputy.number,
            name=leave.deputy.name,
            delegation=leave.deputy.delegation.name,
            cause=leave.cause,
            reason=leave.reason,
            state=leave.state,
            asked_at=leave.asked_at,
            decided_by=leave.decided_by,
        )
        for leave in leaves.order_by("deputy__number", "pk")
    )


def list_attendees(session_id: int) -> tuple[AttendeeRow, ...]:
    attendees = NonVotingAttendee.objects.filter(session_id=session_id)
    return tuple(AttendeeRow(a.pk, a.name, a.post, a.standing, a.is_present) for a in attendees)


def list_recent_sign_ins(sitting_id: int, *, limit: int = 12) -> tuple[SignInRow, ...]:
    recent = SignIn.objects.filter(sitting_id=sitting_id, left_at=None).select_related("deputy__delegation")[:limit]
    return tuple(
        SignInRow(s.pk, s.deputy_id, s.deputy.number, s.deputy.name, s.deputy.delegation.name, s.at) for s in recent
    )


def find_sign_in(sitting_id: int, deputy_id: int) -> datetime | None:
    """When this deputy signed in; None while they have not."""
    signed = SignIn.objects.filter(sitting_id=sitting_id, deputy_id=deputy_id, left_at=None)
    return signed.values_list("at", flat=True).first()


def get_electorate(electorate_id: int) -> ElectorateRow:
    row = Electorate.objects.get(pk=electorate_id)
    return ElectorateRow(row.frozen_at, row.deputies_in_office, row.deputies_present, row.deputies_required)


def _presence(row: RollRow, signed_in: set[int], on_leave: set[int]) -> DeputyPresence:
    if row.standing is Standing.SUSPENDED:  # may sit in, never counts as present (DBF 61)
        mark = "SUSPENDED"
    elif row.id in signed_in:
        mark = "PRESENT"
    else:
        mark = "ON_LEAVE" if row.id in on_leave else "ABSENT"
    return DeputyPresence(row.id, row.number, row.name, row.delegation, mark)


def _count(sitting: SittingRow, deputies: tuple[DeputyPresence, ...]) -> Attendance:
    names = tuple(dict.fromkeys(d.delegation for d in deputies))
    congress = _figures("", deputies)
    finding = quorum.check_quorum(deputies_in_office=congress.due, deputies_present=congress.present)
    return Attendance(
        sitting=sitting,
        congress=congress,
        delegations=tuple(_figures(name, tuple(d for d in deputies if d.delegation == name)) for name in names),
        deputies=deputies,
        required=finding.deputies_required,
        is_quorate=finding.is_met,
        finding=findings.stored(finding),
    )


def _figures(name: str, deputies: tuple[DeputyPresence, ...]) -> Figures:
    marks = [d.mark for d in deputies]
    return Figures(
        name=name,
        due=len(marks),
        present=marks.count("PRESENT"),
        on_leave=marks.count("ON_LEAVE"),
        suspended=marks.count("SUSPENDED"),
    )
