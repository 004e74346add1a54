"""Counting a year from its records."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from huitang.congress.performance.suggestions_seam import SuggestionsAssigned
from huitang.congress.project_votes import queries as project_votes
from huitang.congress.roster import queries as roster
from huitang.congress.sittings import calendar
from huitang.congress.sittings import queries as sittings
from huitang.congress.sittings.models import CongressSession, Sitting
from huitang.congress.sittings.queries import SessionRow, SittingRow
from huitang.congress.supervision import queries as supervision
from huitang.congress.supervision.models import Activity
from huitang.congress.supervision.queries import ActivityRow
from huitang.congress.yearly.models import CountySeat
from huitang.congress.yearly.numbers import Behind, Key, Number, YearNumbers

Kind = Activity.Kind
_BY_KIND = {
    Key.ENFORCEMENT: Kind.ENFORCEMENT,
    Key.VISITS: Kind.VISIT,
    Key.SURVEYS: Kind.SURVEY,
    Key.REPORTS_HEARD: Kind.REPORT_HEARD,
    Key.VOTERS: Kind.VOTERS,
    Key.TRAINING: Kind.TRAINING,
}


@dataclass(frozen=True)
class _Year:
    town_id: int
    since: date
    until: date
    sessions: tuple[SessionRow, ...]
    sittings: tuple[SittingRow, ...]
    titles: dict[int, str]
    activities: tuple[ActivityRow, ...]


def count_year(*, town_id: int, year: int, suggestions: SuggestionsAssigned) -> YearNumbers:
    """Every number of the year from 1 January to 31 December, each with the records behind it."""
    since, until = date(year, 1, 1), date(year, 12, 31)
    every = sittings.list_sessions(town_id)
    held = (row for row in every if since <= row.opens_on <= until and row.state != CongressSession.State.PREPARING)
    read = _Year(
        town_id=town_id,
        since=since,
        until=until,
        sessions=tuple(sorted(held, key=lambda row: row.opens_on)),
        sittings=sittings.list_closed_between(town_id, since=since, until=until),
        titles={row.id: row.title.zh for row in every},
        activities=supervision.list_held(town_id=town_id, since=since, until=until),
    )
    numbers = {**_of_congress(read), **_of_supervision(read)}
    assigned = suggestions(town_id=town_id, since=since, until=until)
    records = (Behind("suggestion", line.id, line.title, line.on.isoformat(), url=line.url) for line in assigned or ())
    counted = {key: Number(key, tuple(found)) for key, found in numbers.items()}
    counted[Key.SUGGESTIONS] = Number(Key.SUGGESTIONS, tuple(records), is_kept=assigned is not None)
    town = every[0].title.town if every else roster.find_town(town_id)
    return YearNumbers(town, year, tuple(counted[key] for key in Key))


def _of_congress(read: _Year) -> dict[Key, Iterable[Behind]]:
    meetings = (one for one in read.sittings if one.kind == Sitting.Kind.PRESIDIUM)
    seated = roster.list_by_elected(read.town_id, since=read.since, until=read.until)
    county = CountySeat.objects.filter(town_id=read.town_id, elected_on__range=(read.since, read.until))
    return {
        Key.SESSIONS: (Behind("session", row.id, row.title.zh, row.opens_on.isoformat()) for row in read.sessions),
        Key.PRESIDIUM_MEETINGS: (_sitting(read, one) for one in meetings),
        Key.TOWN_SEATS: (Behind("deputy", deputy, name, on.isoformat()) for deputy, name, on in seated),
        Key.COUNTY_SEATS: (Behind("county_seat", s.pk, s.name, s.elected_on.isoformat()) for s in county),
        Key.PROJECTS: _projects(read),
        Key.ATTENDANCE: _attendance(read),
    }


def _of_supervision(read: _Year) -> dict[Key, Iterable[Behind]]:
    return {
        **{key: _activities(read, _is_of(kind)) for key, kind in _BY_KIND.items()},
        Key.VOTERS_MET: _activities(read, lambda row: row.people_met if row.kind == Kind.VOTERS else 0),
        Key.PARTS_TAKEN: _activities(read, lambda row: row.deputies),
        Key.OPINIONS: _activities(read, lambda row: int(row.opinion_sent_on is not None)),
        Key.REPLIES: _activities(read, lambda row: int(row.replied_on is not None)),
    }


def _is_of(kind: str) -> Callable[[ActivityRow], int]:
    return lambda row: int(row.kind == kind)


def _activities(read: _Year, amount: Callable[[ActivityRow], int]) -> list[Behind]:
    found = ((row, amount(row)) for row in read.activities)
    return [Behind("activity", row.id, row.topic, str(row.held_on), n) for row, n in found if n]


def _sitting(read: _Year, one: SittingRow, amount: int = 1, out_of: int = 0) -> Behind:
    label = f"{read.titles[one.session_id]}{one.title.zh}"
    return Behind("sitting", one.id, label, calendar.local_day(one.starts_at).isoformat(), amount, out_of)


def _attendance(read: _Year) -> Iterable[Behind]:
    """Present of those in office at the closed plenaries, as frozen when each was opened."""
    for one in read.sittings:
        if one.kind == Sitting.Kind.PLENARY and one.deputies_in_office:
            yield _sitting(read, one, one.deputies_present or 0, one.deputies_in_office)


def _projects(read: _Year) -> list[Behind]:
    adopted = project_votes.count_adopted([row.id for row in read.sessions])
    told = ((row, adopted.get(row.id, 0)) for row in read.sessions)
    return [Behind("session", row.id, row.title.zh, row.opens_on.isoformat(), n) for row, n in told if n]
