"""What a deputy sees from their own seat: what is happening, whether they are signed in, their own leave.

How anybody voted is not known here, nor anywhere else.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from django.utils.translation import get_language

from huitang.congress.accounts.actor import Actor
from huitang.congress.agenda.queries import ItemRow
from huitang.congress.attendance import queries as attendance
from huitang.congress.attendance.queries import LeaveRow
from huitang.congress.journal import queries as journal
from huitang.congress.record import queries as record
from huitang.congress.record.queries import SessionRecord
from huitang.congress.runsheet import hall, queries, rating_results, results
from huitang.congress.runsheet.hall import HallView
from huitang.congress.runsheet.queries import NowView, StepRow
from huitang.congress.runsheet.results import Result
from huitang.congress.sittings import queries as sittings
from huitang.congress.sittings.queries import SessionRow, SittingRow


@dataclass(frozen=True)
class Presence:
    """`mark` is PRESENT, ON_LEAVE, SUSPENDED or ABSENT, at the meeting of all deputies that is open or next."""

    sitting: SittingRow
    number: int
    delegation: str
    mark: str
    signed_in_at: datetime | None


@dataclass(frozen=True)
class SeatView:
    hall: HallView
    presence: Presence | None  # None between sessions, or when the deputy is not on the roll
    coming: tuple[StepRow, ...]


@dataclass(frozen=True)
class AgendaView:
    """`current` is the id of the item before the house."""

    session: SessionRow
    items: tuple[ItemRow, ...]
    sittings: tuple[SittingRow, ...]
    current: int | None


@dataclass(frozen=True)
class Declared:
    at: datetime
    result: Result
    by_hands: bool


@dataclass(frozen=True)
class ResultsView:
    """Declared votes, the latest first."""

    session: SessionRow
    declared: tuple[Declared, ...]


@dataclass(frozen=True)
class LeaveView:
    """`live` is the request that is asked or approved; `past` those refused or taken back."""

    session: SessionRow
    live: LeaveRow | None
    past: tuple[LeaveRow, ...]
    may_ask: bool


@dataclass(frozen=True)
class _House:
    """What every seat shares between two deeds: a hundred phones ask, the tables are read once."""

    hall: HallView
    coming: tuple[StepRow, ...]
    presences: Mapping[int, Presence]


def get_seat(actor: Actor) -> SeatView | None:
    """What is happening now, for one deputy; None when the town has no session."""
    house = _read_house(actor.town_id, actor.chain, journal.get_head(actor.chain), get_language() or "")
    if house is None:
        return None
    return SeatView(hall=house.hall, presence=house.presences.get(actor.deputy_id or 0), coming=house.coming)


def get_agenda(actor: Actor) -> AgendaView | None:
    session = sittings.get_current_session(actor.town_id)
    if session is None:
        return None
    now = queries.get_now(session.id, chain=actor.chain)
    return AgendaView(session, now.record.agenda, now.record.sittings, now.item.id if now.item else None)


def list_results(actor: Actor) -> ResultsView | None:
    session = sittings.get_current_session(actor.town_id)
    if session is None:
        return None
    return ResultsView(session, list_declared(record.get_record(session.id)))


def list_declared(kept: SessionRecord) -> tuple[Declared, ...]:
    """Every vote declared in a session; a void or tied round stands there too."""
    found = [Declared(v.decided_at, results.of_hand_vote(v), True) for v in kept.decided_votes if v.decided_at]
    for election in kept.elections:
        found += [
            Declared(held.declared_at, results.of_election_round(held), False)
            for held in election.rounds
            if held.declared_at
        ]
    for held in kept.project_vote.rounds if kept.project_vote else ():
        if held.declared_at:
            found.append(Declared(held.declared_at, results.of_project_round(held), False))
    for rated in kept.rating.rounds if kept.rating else ():
        if rated.declared_at:
            found.append(Declared(rated.declared_at, rating_results.of_rating_round(rated), False))
    return tuple(sorted(found, key=lambda one: one.at, reverse=True))


def get_leave(actor: Actor) -> LeaveView | None:
    """A deputy's own requests; never anybody else's."""
    session = sittings.get_current_session(actor.town_id)
    if session is None:
        return None
    own = tuple(row for row in attendance.list_leaves(session.id) if row.deputy_id == actor.deputy_id)
    live = next((row for row in own if row.state in ("ASKED", "APPROVED")), None)
    past = tuple(row for row in own if row is not live)
    return LeaveView(session, live, past, may_ask=live is None and session.state != "CLOSED")


def forget() -> None:
    """For a table that was changed past the journal, as a restored backup is."""
    _read_house.cache_clear()


@lru_cache(maxsize=8)
def _read_house(town_id: int, chain: str, head: str, language: str) -> _House | None:
    """`head` and `language` are there to be told apart by: a new deed is a new head."""
    session = sittings.get_current_session(town_id)
    if session is None:
        return None
    now = queries.get_now(session.id, chain=chain)
    return _House(hall=hall.show(now), coming=now.coming, presences=_presences(now))


def _presences(now: NowView) -> Mapping[int, Presence]:
    is_full = now.sitting is not None and now.sitting.is_of_all_deputies
    sitting = now.sitting if is_full else hall.find_next_plenary(now)
    if sitting is None:
        return {}
    times = attendance.list_sign_in_times(sitting.id)
    return {
        row.deputy_id: Presence(sitting, row.number, row.delegation, row.mark, times.get(row.deputy_id))
        for row in attendance.get_attendance(sitting.id).deputies
    }
