"""Who came to which sitting of a term, deputy by deputy."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from huitang.congress.attendance.models import Leave, SignIn
from huitang.congress.roster import queries as roster
from huitang.congress.sittings import calendar
from huitang.congress.sittings import queries as sittings
from huitang.congress.sittings.queries import SessionRow, SittingRow
from huitang.rules.mandate import Standing


@dataclass(frozen=True)
class Presence:
    """One closed sitting of all deputies, and what the record says of one of them."""

    session: SessionRow
    sitting: SittingRow
    on: date
    mark: str  # PRESENT, ON_LEAVE, SUSPENDED, ABSENT

    @property
    def is_due(self) -> bool:
        """The suspended cannot come: no sitting is held against them."""
        return self.mark != "SUSPENDED"


@dataclass(frozen=True)
class SessionPresence:
    """A closed session as one deputy stands to it."""

    session: SessionRow
    is_absent_without_leave: bool


@dataclass(frozen=True)
class _Term:
    sessions: dict[int, SessionRow]
    signed_in: frozenset[tuple[int, int]]  # sitting, deputy
    on_leave: frozenset[tuple[int, int]]  # session, deputy


def list_presence(term_id: int, *, town_id: int, deputy_id: int | None = None) -> dict[int, tuple[Presence, ...]]:
    """Every closed sitting of all deputies, in time, for each deputy whose mandate ran that day; one or everybody."""
    known = _read(term_id, town_id, deputy_id)
    standing = roster.read_standings(term_id)
    wanted = [deputy_id] if deputy_id is not None else roster.ids_of(term_id)
    found: dict[int, list[Presence]] = defaultdict(list)
    for sitting in sittings.list_closed_of_all_deputies(term_id):
        on = calendar.local_day(sitting.starts_at)
        for deputy in wanted:
            where = standing(deputy, on)
            if where.counts_in_base:
                mark = _mark(known, sitting, deputy, where)
                found[deputy].append(Presence(known.sessions[sitting.session_id], sitting, on, mark))
    return {deputy: tuple(rows) for deputy, rows in found.items()}


def by_session(presences: Sequence[Presence]) -> tuple[SessionPresence, ...]:
    """The closed sessions in time; absent is who was due, came to no sitting of all deputies and had no leave."""
    grouped: dict[int, list[Presence]] = defaultdict(list)
    for presence in presences:
        if presence.session.state == "CLOSED" and presence.is_due:
            grouped[presence.session.id].append(presence)
    return tuple(
        SessionPresence(rows[0].session, all(row.mark == "ABSENT" for row in rows)) for rows in grouped.values()
    )


def _read(term_id: int, town_id: int, deputy_id: int | None) -> _Term:
    signed = SignIn.objects.filter(sitting__session__term_id=term_id, left_at=None)
    leaves = Leave.objects.filter(session__term_id=term_id, state=Leave.State.APPROVED)
    if deputy_id is not None:
        signed, leaves = signed.filter(deputy_id=deputy_id), leaves.filter(deputy_id=deputy_id)
    return _Term(
        sessions={row.id: row for row in sittings.list_sessions(town_id)},
        signed_in=frozenset(signed.values_list("sitting_id", "deputy_id")),
        on_leave=frozenset(leaves.values_list("session_id", "deputy_id")),
    )


def _mark(known: _Term, sitting: SittingRow, deputy: int, where: Standing) -> str:
    if where is Standing.SUSPENDED:
        return "SUSPENDED"
    if (sitting.id, deputy) in known.signed_in:
        return "PRESENT"
    return "ON_LEAVE" if (sitting.session_id, deputy) in known.on_leave else "ABSENT"
