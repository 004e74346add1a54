"""Sessions, their sittings and their presidium, as frozen rows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models.expressions import Combinable

from huitang.congress.journal.one_look import once
from huitang.congress.sittings import calendar, list_order
from huitang.congress.sittings.commands import SessionIsUnknown, SittingIsUnknown
from huitang.congress.sittings.list_order import NameList
from huitang.congress.sittings.models import CongressSession, PresidiumMember, Sitting
from huitang.congress.sittings.titles import SessionTitle, sitting_title
from huitang.rules.legal_text import Text


@dataclass(frozen=True)
class SessionRow:
    id: int
    term_id: int
    town_id: int
    title: SessionTitle
    playbook: str
    opens_on: date
    closes_on: date
    place: str
    state: str
    called_by: str = ""  # why an extra session was called; an ordinary one has none

    @property
    def is_extra(self) -> bool:
        return bool(self.called_by)


@dataclass(frozen=True)
class SittingRow:
    id: int
    session_id: int
    kind: str
    number: int
    title: Text
    starts_at: datetime
    place: str
    presider: str
    stage: str
    opened_at: datetime | None
    closed_at: datetime | None
    deputies_in_office: int | None
    deputies_present: int | None
    deputies_on_leave: int | None
    deputies_required: int | None

    @property
    def is_of_all_deputies(self) -> bool:
        """Whether the congress's quorum is asked for."""
        return self.kind in (Sitting.Kind.PLENARY, Sitting.Kind.PREPARATORY)


@dataclass(frozen=True)
class PresidiumRow:
    deputy_id: int
    name: str
    post: str
    delegation: str

    @property
    def key(self) -> int:
        return self.deputy_id


@once
def list_sessions(town_id: int) -> tuple[SessionRow, ...]:
    sessions = CongressSession.objects.filter(term__town_id=town_id).select_related("term__town")
    return tuple(_session(s) for s in sessions.order_by("-opens_on", "-number"))


def list_latest(condition: Combinable, *, town_code: str = "", limit: int) -> tuple[SessionRow, ...]:
    """The latest sessions that meet a condition, of one town or of all."""
    sessions = CongressSession.objects.filter(condition).select_related("term__town")
    if town_code:
        sessions = sessions.filter(term__town__code=town_code)
    return tuple(_session(s) for s in sessions.order_by("-opens_on", "-pk")[:limit])


def get_session(session_id: int, *, town_id: int | None = None) -> SessionRow:
    """:raises SessionIsUnknown: also for a session of another town, when `town_id` is given"""
    session = list_order.find_session(session_id)
    if session is None or town_id not in (None, session.term.town_id):
        raise SessionIsUnknown()
    return _session(session)


def titles_of(session_ids: Iterable[int]) -> dict[int, SessionTitle]:
    """The titles of any sessions, by one query."""
    sessions = CongressSession.objects.select_related("term__town").filter(pk__in=set(session_ids))
    return {session.pk: _session(session).title for session in sessions}


def get_current_session(town_id: int) -> SessionRow | None:
    """The session in progress, else the next one in preparation, else the last one held."""
    rows = list_sessions(town_id)
    for state in (CongressSession.State.IN_SESSION, CongressSession.State.PREPARING):
        found = [row for row in rows if row.state == state]
        if found:
            return found[-1]
    return rows[0] if rows else None


@once
def list_sittings(session_id: int) -> tuple[SittingRow, ...]:
    return tuple(_sitting(s) for s in Sitting.objects.filter(session_id=session_id).order_by("position"))


def list_closed_of_all_deputies(term_id: int) -> tuple[SittingRow, ...]:
    """The closed sittings of a term every deputy was due at, in time."""
    kinds = (Sitting.Kind.PREPARATORY, Sitting.Kind.PLENARY)
    closed = Sitting.objects.filter(session__term_id=term_id, kind__in=kinds, stage=Sitting.Stage.CLOSED)
    return tuple(_sitting(s) for s in closed.order_by("starts_at", "pk"))


def list_closed_between(town_id: int, *, since: date, until: date) -> tuple[SittingRow, ...]:
    """Every closed sitting of a town between two days, both included, in time."""
    closed = Sitting.objects.filter(session__term__town_id=town_id, stage=Sitting.Stage.CLOSED)
    rows = (_sitting(s) for s in closed.order_by("starts_at", "pk"))
    return tuple(row for row in rows if since <= calendar.local_day(row.starts_at) <= until)


def list_sittings_since(town_id: int, *, since: date) -> tuple[tuple[SittingRow, SessionRow], ...]:
    """Every sitting of a session that closes on or after a day, with its session, in time; one query."""
    found = Sitting.objects.filter(session__term__town_id=town_id, session__closes_on__gte=since)
    rows = found.select_related("session__term__town").order_by("starts_at", "pk")
    return tuple((_sitting(s), _session(s.session)) for s in rows)


@once
def get_sitting(sitting_id: int, *, town_id: int | None = None) -> SittingRow:
    """:raises SittingIsUnknown: also for a sitting of another town, when `town_id` is given"""
    sittings = Sitting.objects.filter(pk=sitting_id)
    if town_id is not None:
        sittings = sittings.filter(session__term__town_id=town_id)
    sitting = sittings.first()
    if sitting is None:
        raise SittingIsUnknown()
    return _sitting(sitting)


def is_outside(sitting: SittingRow, session: SessionRow) -> bool:
    """Whether a plenary is planned on a day the session does not have, or anything after its last day."""
    day = calendar.local_day(sitting.starts_at)
    return day > session.closes_on or (sitting.kind == Sitting.Kind.PLENARY and day < session.opens_on)


@once
def list_presidium(session_id: int) -> tuple[PresidiumRow, ...]:
    """In the order of the list: by strokes, or by hand."""
    members = PresidiumMember.objects.filter(session_id=session_id).select_related("deputy__delegation")
    rows = [PresidiumRow(m.deputy_id, m.deputy.called, m.post, m.deputy.delegation.name) for m in members]
    return list_order.ordered(session_id, NameList.PRESIDIUM, rows)


def _session(session: CongressSession) -> SessionRow:
    term = session.term
    return SessionRow(
        id=session.pk,
        term_id=term.pk,
        town_id=term.town_id,
        title=SessionTitle(term.town.name, term.number, session.number),
        playbook=session.playbook,
        opens_on=session.opens_on,
        closes_on=session.closes_on,
        place=session.place,
        state=session.state,
        called_by=session.called_by,
    )


def _sitting(sitting: Sitting) -> SittingRow:
    return SittingRow(
        id=sitting.pk,
        session_id=sitting.session_id,
        kind=sitting.kind,
        number=sitting.number,
        title=sitting_title(sitting.kind, sitting.number),
        starts_at=sitting.starts_at,
        place=sitting.place,
        presider=sitting.presider,
        stage=sitting.stage,
        opened_at=sitting.opened_at,
        closed_at=sitting.closed_at,
        deputies_in_office=sitting.deputies_in_office,
        deputies_present=sitting.deputies_present,
        deputies_on_leave=sitting.deputies_on_leave,
        deputies_required=sitting.deputies_required,
    )
