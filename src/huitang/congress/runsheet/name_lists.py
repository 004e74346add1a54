"""Every list of names of a session, in its order, with what the order rests on and whether it may still change."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from huitang.adapters.names import strokes
from huitang.adapters.names.strokes import Alike
from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed
from huitang.congress.attendance import queries as attendance
from huitang.congress.elections import queries as elections
from huitang.congress.journal import queries as journal
from huitang.congress.journal.one_look import one_look
from huitang.congress.resolutions import queries as resolutions
from huitang.congress.resolutions.commands import Matter
from huitang.congress.roster import queries as roster
from huitang.congress.runsheet import refusals
from huitang.congress.scrutiny import queries as scrutiny
from huitang.congress.sittings import list_commands, list_order
from huitang.congress.sittings import queries as sessions
from huitang.congress.sittings.list_order import HandOrder, NameList
from huitang.congress.sittings.queries import SessionRow
from huitang.rules.legal_text import Text

_NOTHING = Text("", "")


@dataclass(frozen=True)
class Sign:
    """One character with the strokes it is ordered by; none where nobody told us."""

    character: str
    strokes: str

    @property
    def count(self) -> int:
        return len(self.strokes)


@dataclass(frozen=True)
class Person:
    key: int
    name: str

    @property
    def signs(self) -> tuple[Sign, ...]:
        return tuple(Sign(sign, strokes.shown_strokes(sign)) for sign in strokes.signs_of(self.name))

    @property
    def is_unknown(self) -> bool:
        return strokes.has_unknown(self.name)


@dataclass(frozen=True)
class OneList:
    """`about` is the post or the delegation, empty for the lists a session has one of."""

    name: str
    kind: NameList
    about: Text
    people: tuple[Person, ...]
    hand: HandOrder | None
    is_fixed: bool
    blank_first: bool

    @property
    def unknown(self) -> tuple[str, ...]:
        """Characters that keep the list from going by strokes and that nobody has placed by hand yet."""
        waiting = self.people if self.hand is None else self.joined
        return strokes.unknown_characters(person.name for person in waiting)

    @property
    def alike(self) -> tuple[Alike, ...]:
        """What strokes leave open; nothing once the office has decided."""
        if self.hand is not None:
            return ()
        return strokes.alike_characters((one.name for one in self.people), blank_first=self.blank_first)

    @property
    def joined(self) -> tuple[Person, ...]:
        """Who came to the list after it was put into an order by hand."""
        known = set(self.hand.rows) if self.hand else {person.key for person in self.people}
        return tuple(person for person in self.people if person.key not in known)


@dataclass(frozen=True)
class CustomChange:
    """A run of names that the two customs for two-character names list differently."""

    congress: tuple[str, ...]
    blank_first: tuple[str, ...]


@dataclass(frozen=True)
class NameListsPage:
    session: SessionRow
    blank_first: bool
    lists: tuple[OneList, ...]
    changes: tuple[CustomChange, ...]
    version: int


@dataclass(frozen=True)
class NameListPage:
    session: SessionRow
    list: OneList


def get_lists(session_id: int, *, town_id: int, chain: str) -> NameListsPage:
    """:raises SessionIsUnknown: also for a session of another town"""
    version = journal.get_sequence(chain)
    with one_look():
        session = sessions.get_session(session_id, town_id=town_id)
        lists = tuple(_lists(session))
        blank_first = list_order.goes_blank_first(session_id)
    changes = tuple(dict.fromkeys(change for one in lists for change in compare_customs(one)))
    return NameListsPage(session, blank_first, lists, changes, version)


@one_look()
def get_list(session_id: int, list_name: str, *, town_id: int) -> NameListPage:
    """:raises ListIsUnknown: :raises SessionIsUnknown:"""
    session = sessions.get_session(session_id, town_id=town_id)
    found = next((one for one in _lists(session) if one.name == list_name), None)
    if found is None:
        raise refusals.ListIsUnknown()
    return NameListPage(session, found)


@one_look()
def list_delegations(session_id: int) -> tuple[OneList, ...]:
    """The deputies of each delegation as a paper lists them; the roll itself goes by number."""
    return tuple(_delegations(sessions.get_session(session_id)))


def compare_customs(one: OneList) -> Iterator[CustomChange]:
    names = [person.name for person in one.people]
    congress = strokes.order_by_strokes(names)
    other = strokes.order_by_strokes(names, blank_first=True)
    start = 0
    for end in range(1, len(names) + 1):
        if sorted(congress[start:end]) == sorted(other[start:end]):
            if congress[start:end] != other[start:end]:
                yield CustomChange(congress[start:end], other[start:end])
            start = end


@transaction.atomic
def order_by_hand(
    *,
    session_id: int,
    list_name: str,
    wanted: Sequence[int],
    seen: Sequence[int],
    reason: str,
    actor: Actor,
    now: datetime,
) -> None:
    """Put one list into the order `wanted`; `seen` is the order the page showed.

    :raises ListIsFixed: elected, adopted or fixed, or the session is over
    :raises ListIsUnknown: and what `sittings.list_commands.order_by_hand` raises
    """
    list_commands.order_by_hand(
        session_id=session_id,
        list_name=list_name,
        rows=_open_list(session_id, list_name, actor).people,
        wanted=wanted,
        seen=seen,
        reason=reason,
        actor=actor,
        now=now,
    )


@transaction.atomic
def order_by_strokes(*, session_id: int, list_name: str, actor: Actor, now: datetime) -> None:
    """Give one list back to the strokes. :raises ListIsFixed: :raises ListGoesByStrokes: :raises ListIsUnknown:"""
    _open_list(session_id, list_name, actor)
    list_commands.order_by_strokes(session_id=session_id, list_name=list_name, actor=actor, now=now)


def _open_list(session_id: int, list_name: str, actor: Actor) -> OneList:
    actor.must_be_allowed_to(Deed.ORDER_NAMES)
    found = get_list(session_id, list_name, town_id=actor.town_id).list
    if found.is_fixed:
        raise refusals.ListIsFixed()
    return found


def _lists(session: SessionRow) -> Iterator[OneList]:
    presidium = sessions.list_presidium(session.id)
    watched = scrutiny.get_scrutiny(session.id)
    others = [row for row in watched.scrutineers if not row.is_chief]
    yield _list(session, NameList.PRESIDIUM, presidium, is_fixed=resolutions.is_adopted(session.id, Matter.PRESIDIUM))
    for held in elections.list_elections(session.id):
        is_fixed = held.candidates_fixed_at is not None
        yield _list(session, NameList.CANDIDATES, held.nominations, of=held.id, about=held.post_text, is_fixed=is_fixed)
    yield _list(session, NameList.SCRUTINEERS, others, is_fixed=watched.is_adopted)
    yield _list(session, NameList.ATTENDEES, attendance.list_attendees(session.id))
    yield from _delegations(session)


def _delegations(session: SessionRow) -> Iterator[OneList]:
    roll = roster.list_roll(session.term_id, on=session.opens_on)
    for delegation in roster.delegation_rows(session.term_id, roll):
        members = [Person(row.id, row.name) for row in roll if row.delegation_id == delegation.id]
        name = NameList.DELEGATION.of(delegation.id)
        in_order = list_order.ordered(session.id, name, members)
        about = Text(delegation.name, delegation.name)
        yield _list(session, NameList.DELEGATION, in_order, of=delegation.id, about=about)


def _list(
    session: SessionRow,
    kind: NameList,
    rows: Sequence[list_order.Named],
    *,
    of: int | None = None,
    about: Text = _NOTHING,
    is_fixed: bool = False,
) -> OneList:
    name = kind.value if of is None else kind.of(of)
    return OneList(
        name=name,
        kind=kind,
        about=about,
        people=tuple(Person(row.key, row.name) for row in rows),
        hand=list_order.find_hand_order(session.id, name),
        is_fixed=is_fixed or session.state == "CLOSED",
        blank_first=list_order.goes_blank_first(session.id),
    )
