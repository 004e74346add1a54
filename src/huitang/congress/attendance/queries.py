"""Who is here: 应到 / 实到 / 请假 / 缺席, by delegation and in all, and whether the quorum is met."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from huitang.congress.attendance.models import Electorate, Leave, NonVotingAttendee, SignIn
from huitang.congress.journal import findings
from huitang.congress.journal import queries as journal
from huitang.congress.journal.one_look import once, one_look
from huitang.congress.roster import queries as roster
from huitang.congress.roster.queries import RollRow
from huitang.congress.sittings import calendar, list_order
from huitang.congress.sittings import queries as sittings
from huitang.congress.sittings.commands import SittingIsUnknown
from huitang.congress.sittings.list_order import NameList
from huitang.congress.sittings.queries import SessionRow, SittingRow
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
    def absent_by_delegation(self) -> tuple[tuple[str, tuple[DeputyPresence, ...]], ...]:
        """Who is expected and has not come, delegation by delegation; a full delegation is left out."""
        absent = [d for d in self.deputies if d.mark == "ABSENT"]
        names = dict.fromkeys(d.delegation for d in absent)
        return tuple((name, tuple(d for d in absent if d.delegation == name)) for name in names)

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

    @property
    def key(self) -> int:
        return self.id


@dataclass(frozen=True)
class SignInRow:
    id: int
    deputy_id: int
    number: int
    name: str
    delegation: str
    at: datetime
    by: str


@dataclass(frozen=True)
class ElectorateRow:
    """`present_ids` is kept back: a page needs the numbers only."""

    frozen_at: datetime
    deputies_in_office: int
    deputies_present: int
    deputies_required: int
    sitting_id: int


@dataclass(frozen=True)
class Hall:
    """One sitting, its roll of the day and who of it is there: read once for one deed."""

    session: SessionRow
    roll: tuple[RollRow, ...]
    attendance: Attendance


@dataclass(frozen=True)
class SignInDesk:
    """Everything the sign-in page shows; `version` grows with each deed in the town."""

    session: SessionRow
    attendance: Attendance
    recent: tuple[SignInRow, ...]
    version: int

    @property
    def is_closed(self) -> bool:
        return self.attendance.sitting.stage == "CLOSED"


@dataclass(frozen=True)
class LeaveDesk:
    """The leave list with who may still ask; `remarked` counts requests standing in the imported roll only."""

    session: SessionRow
    leaves: tuple[LeaveRow, ...]
    roll: tuple[RollRow, ...]
    remarked: int

    def count(self, state: str) -> int:
        return sum(leave.state == state for leave in self.leaves)


@dataclass(frozen=True)
class AttendeeDesk:
    session: SessionRow
    attendees: tuple[AttendeeRow, ...]

    @property
    def present(self) -> int:
        return sum(attendee.is_present for attendee in self.attendees)


@dataclass(frozen=True)
class SittingChoice:
    """The sittings deputies sign in to; `coming` is the one open or next to open."""

    session: SessionRow
    sittings: tuple[SittingRow, ...]

    @property
    def coming(self) -> SittingRow | None:
        open_one = next((s for s in self.sittings if s.stage == "OPEN"), None)
        return open_one or next((s for s in self.sittings if s.stage == "PLANNED"), None)


@once
def get_attendance(sitting_id: int, *, town_id: int | None = None) -> Attendance:
    """Count one sitting from the roll of its day. :raises SittingIsUnknown:"""
    return read_hall(sitting_id, town_id=town_id).attendance


@once
def count_sitting(sitting: SittingRow) -> Attendance:
    """The same for a sitting already read; all sittings of a session ask once for those who signed in."""
    return _read_hall(sitting, _list_signed_in(sitting.session_id).get(sitting.id, frozenset())).attendance


@once
def _list_signed_in(session_id: int) -> dict[int, frozenset[int]]:
    """By sitting."""
    found: dict[int, set[int]] = {}
    signed = SignIn.objects.filter(sitting__session_id=session_id, left_at=None)
    for sitting_id, deputy_id in signed.values_list("sitting_id", "deputy_id"):
        found.setdefault(sitting_id, set()).add(deputy_id)
    return {sitting_id: frozenset(deputies) for sitting_id, deputies in found.items()}


def get_sign_in_desk(sitting_id: int, *, town_id: int, chain: str) -> SignInDesk:
    """:raises SittingIsUnknown: also for a sitting of another town"""
    version = journal.get_sequence(chain)  # first: a deed done while we read shows at the next poll
    hall = read_hall(sitting_id, town_id=town_id)
    return SignInDesk(hall.session, hall.attendance, list_recent_sign_ins(sitting_id), version)


def find_news(sitting_id: int, *, town_id: int, chain: str, seen: int | None) -> SignInDesk | None:
    """The desk for a poll that has `seen` a version; None while nothing has happened in the town since."""
    if seen is not None and journal.get_sequence(chain) == seen:
        return None
    return get_sign_in_desk(sitting_id, town_id=town_id, chain=chain)


def sign_in_desk_of(session: SessionRow, found: Attendance, *, chain: str) -> SignInDesk:
    return SignInDesk(session, found, list_recent_sign_ins(found.sitting.id), journal.get_sequence(chain))


def get_leave_desk(session_id: int, *, town_id: int) -> LeaveDesk:
    """:raises SessionIsUnknown:"""
    session = sittings.get_session(session_id, town_id=town_id)
    leaves = list_leaves(session_id)
    live = {leave.deputy_id for leave in leaves if leave.state in ("ASKED", "APPROVED")}
    roll = roster.list_roll(session.term_id, on=session.opens_on)
    known = {row.id for row in roll}
    remarked = (r.deputy_id for r in roster.list_remarks(session.term_id) if r.asks_leave)
    return LeaveDesk(
        session=session,
        leaves=leaves,
        roll=tuple(row for row in roll if row.id not in live),
        remarked=sum(deputy in known and deputy not in live for deputy in remarked),
    )


def get_attendee_desk(session_id: int, *, town_id: int) -> AttendeeDesk:
    """:raises SessionIsUnknown:"""
    return AttendeeDesk(sittings.get_session(session_id, town_id=town_id), list_attendees(session_id))


def get_sitting_choice(session_id: int, *, town_id: int) -> SittingChoice:
    """:raises SessionIsUnknown:"""
    session = sittings.get_session(session_id, town_id=town_id)
    return SittingChoice(session, sittings.list_sittings(session_id))


@one_look()
def read_hall(sitting_id: int, *, town_id: int | None = None) -> Hall:
    """:raises SittingIsUnknown: also for a sitting of another town, when `town_id` is given"""
    sitting = sittings.get_sitting(sitting_id)
    if town_id is not None and sittings.get_session(sitting.session_id).town_id != town_id:
        raise SittingIsUnknown()
    return _read_hall(sitting, frozenset(list_sign_in_times(sitting_id)))


def _read_hall(sitting: SittingRow, signed_in: frozenset[int]) -> Hall:
    session = sittings.get_session(sitting.session_id)
    roll = roster.list_roll(session.term_id, on=calendar.local_day(sitting.starts_at))
    on_leave = {leave.deputy_id for leave in list_leaves(session.id) if leave.state == Leave.State.APPROVED}
    deputies = tuple(_presence(row, signed_in, on_leave) for row in roll)
    return Hall(session, roll, _count(sitting, deputies))


def mark_present(found: Attendance, deputy_id: int) -> Attendance:
    """The same sitting with one more deputy in the hall: what a deed shows without reading everything again."""
    return _count(
        found.sitting, tuple(replace(d, mark="PRESENT") if d.deputy_id == deputy_id else d for d in found.deputies)
    )


def find_sign_in(sitting_id: int, deputy_id: int) -> SignInRow | None:
    """The sign-in in force of one deputy."""
    signed = SignIn.objects.filter(sitting_id=sitting_id, deputy_id=deputy_id, left_at=None)
    return next(_sign_in_rows(signed.select_related("deputy__delegation")), None)


def get_sign_in(sign_in_id: int) -> tuple[SignInRow, int]:
    """A sign-in, in force or taken back, and its sitting."""
    signed = SignIn.objects.select_related("deputy__delegation").get(pk=sign_in_id)
    return next(_sign_in_rows([signed])), signed.sitting_id


@once
def list_leaves(session_id: int) -> tuple[LeaveRow, ...]:
    leaves = Leave.objects.filter(session_id=session_id).select_related("deputy__delegation")
    return tuple(
        LeaveRow(
            id=leave.pk,
            deputy_id=leave.deputy_id,
            number=leave.deputy.number,
            name=leave.deputy.called,
            delegation=leave.deputy.delegation.name,
            cause=leave.cause,
            reason=leave.reason,
            state=leave.state,
            asked_at=leave.asked_at,
            decided_by=leave.decided_by,
        )
        for leave in leaves.order_by("deputy__number", "pk")
    )


@once
def list_attendees(session_id: int) -> tuple[AttendeeRow, ...]:
    """By standing, within it in the order of the list: by strokes, or by hand."""
    attendees = NonVotingAttendee.objects.filter(session_id=session_id)
    rows = [AttendeeRow(a.pk, a.name, a.post, a.standing, a.is_present) for a in attendees]
    return list_order.ordered(session_id, NameList.ATTENDEES, rows, group_of=lambda row: row.standing)


def list_recent_sign_ins(sitting_id: int, *, limit: int = 8) -> tuple[SignInRow, ...]:
    recent = SignIn.objects.filter(sitting_id=sitting_id, left_at=None).select_related("deputy__delegation")[:limit]
    return tuple(_sign_in_rows(recent))


def _sign_in_rows(signed: Iterable[SignIn]) -> Iterator[SignInRow]:
    for s in signed:
        yield SignInRow(s.pk, s.deputy_id, s.deputy.number, s.deputy.called, s.deputy.delegation.name, s.at, s.by)


def list_sign_in_times(sitting_id: int) -> dict[int, datetime]:
    """When each deputy who is in the hall signed in, by the deputy's id."""
    return dict(SignIn.objects.filter(sitting_id=sitting_id, left_at=None).values_list("deputy_id", "at"))


@once
def get_electorate(electorate_id: int) -> ElectorateRow:
    row = Electorate.objects.get(pk=electorate_id)
    return ElectorateRow(
        row.frozen_at, row.deputies_in_office, row.deputies_present, row.deputies_required, row.sitting_id
    )


def _presence(row: RollRow, signed_in: frozenset[int], on_leave: set[int]) -> DeputyPresence:
    if row.standing is Standing.SUSPENDED:  # may sit in, never counts as present (DBF 61)
        mark = "SUSPENDED"
    elif row.id in signed_in:
        mark = "PRESENT"
    else:
        mark = "ON_LEAVE" if row.id in on_leave else "ABSENT"
    return DeputyPresence(row.id, row.number, row.name, row.delegation, mark)


def _count(sitting: SittingRow, deputies: tuple[DeputyPresence, ...]) -> Attendance:
    by_name: dict[str, list[DeputyPresence]] = {}
    for deputy in deputies:
        by_name.setdefault(deputy.delegation, []).append(deputy)
    congress = _figures("", deputies)
    finding = quorum.check_quorum(deputies_in_office=congress.due, deputies_present=congress.present)
    return Attendance(
        sitting=sitting,
        congress=congress,
        delegations=tuple(_figures(name, members) for name, members in by_name.items()),
        deputies=deputies,
        required=finding.deputies_required,
        is_quorate=finding.is_met,
        finding=findings.stored(finding),
    )


def _figures(name: str, deputies: Sequence[DeputyPresence]) -> Figures:
    marks = [d.mark for d in deputies]
    return Figures(
        name=name,
        due=len(marks),
        present=marks.count("PRESENT"),
        on_leave=marks.count("ON_LEAVE"),
        suspended=marks.count("SUSPENDED"),
    )
