"""The order of every list of names: by strokes, or as the office put it by hand with a reason.

All pages and papers take their rows through `ordered`, so that one list has one order everywhere.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol, TypeVar

from django.db.models import prefetch_related_objects

from huitang.adapters.names.apart import without_note
from huitang.adapters.names.strokes import stroke_key
from huitang.congress.journal.one_look import once
from huitang.congress.sittings.models import CongressSession


class Named(Protocol):
    """A row of a list; `key` is the id of the deputy, nomination or attendee it is about."""

    @property
    def key(self) -> int: ...

    @property
    def name(self) -> str: ...


Row = TypeVar("Row", bound=Named)


class NameList(StrEnum):
    PRESIDIUM = "presidium"
    SCRUTINEERS = "scrutineers"
    ATTENDEES = "attendees"
    CANDIDATES = "candidates"  # of one election
    DELEGATION = "delegation"  # the deputies of one

    def of(self, key: int) -> str:
        """The name of the list that belongs to one election or delegation."""
        return f"{self.value}-{key}"


@dataclass(frozen=True)
class HandOrder:
    """`rows` are the ids in their order; who put them so, and why."""

    rows: tuple[int, ...]
    reason: str
    by: str
    at: datetime


def ordered(
    session_id: int, list_name: str, rows: Sequence[Row], *, group_of: Callable[[Row], str] = lambda row: ""
) -> tuple[Row, ...]:
    """The rows as the list shows them; who joined after an order was set by hand stands behind, by strokes.

    `group_of` keeps groups together while nobody has put the list into an order by hand.
    """
    return ordered_in(read_session(session_id), list_name, rows, group_of=group_of)


@once
def find_session(session_id: int) -> CongressSession | None:
    """With its term and town: a read-only row."""
    return CongressSession.objects.select_related("term__town").filter(pk=session_id).first()


@once
def read_session(session_id: int) -> CongressSession:
    """With the custom of its town and all orders set by hand, for `ordered_in`."""
    session = find_session(session_id)
    if session is None:
        raise CongressSession.DoesNotExist(session_id)
    read_orders([session])
    return session


def read_orders(sessions: Sequence[CongressSession]) -> None:
    """Read the custom of their towns and all orders set by hand at once; `ordered_in` then asks no more."""
    prefetch_related_objects(sessions, "term__town", "list_orders")


def ordered_in(
    session: CongressSession, list_name: str, rows: Sequence[Row], *, group_of: Callable[[Row], str] = lambda row: ""
) -> tuple[Row, ...]:
    """The same for a session already read."""
    by_strokes = sort_by_strokes(rows, blank_first=session.term.town.names_blank_first)
    kept = next((order for order in session.list_orders.all() if order.list_name == list_name), None)
    if kept is None:
        return tuple(sorted(by_strokes, key=group_of))
    places = {key: place for place, key in enumerate(kept.rows)}
    return tuple(sorted(by_strokes, key=lambda row: places.get(row.key, len(places))))


def sort_by_strokes(rows: Sequence[Row], *, blank_first: bool) -> tuple[Row, ...]:
    """Two persons of one name keep the order of their keys."""
    return tuple(
        sorted(rows, key=lambda row: (stroke_key(row.name, blank_first=blank_first), without_note(row.name), row.key))
    )


def goes_blank_first(session_id: int) -> bool:
    """The custom of the session's town for names of two characters."""
    return read_session(session_id).term.town.names_blank_first


def list_hand_orders(session_id: int) -> frozenset[str]:
    """The lists of a session that somebody put into an order by hand."""
    return frozenset(order.list_name for order in read_session(session_id).list_orders.all())


def find_hand_order(session_id: int, list_name: str) -> HandOrder | None:
    kept = next((one for one in read_session(session_id).list_orders.all() if one.list_name == list_name), None)
    return HandOrder(tuple(kept.rows), kept.reason, kept.by, kept.at) if kept else None
