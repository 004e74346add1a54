"""A deputy's file: gathered from what was recorded elsewhere, for the office, and the part of it the public may see."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from huitang.congress.attendance import by_deputy
from huitang.congress.attendance.by_deputy import Presence
from huitang.congress.performance import scheme, suggestions_seam
from huitang.congress.performance.scheme import SITTING, SUGGESTION, Scheme
from huitang.congress.performance.suggestions_seam import SuggestionLine, SuggestionsByDeputy
from huitang.congress.roster import queries as roster
from huitang.congress.roster.queries import DeputyPage, RollRow, TermRow
from huitang.congress.sittings.calendar import local_day
from huitang.congress.sittings.queries import SessionRow
from huitang.congress.supervision import queries as supervision
from huitang.congress.supervision import words
from huitang.congress.supervision.models import Activity
from huitang.congress.supervision.queries import ActivityRow
from huitang.rules import absence, points, statute
from huitang.rules.absence import AbsenceFinding
from huitang.rules.mandate import ChangeKind
from huitang.rules.points import PointSum


@dataclass(frozen=True)
class Part:
    """How often a deputy did one kind of thing."""

    kind: str
    name: str
    times: int


@dataclass(frozen=True)
class PointLine:
    name: str
    times: int
    weight: int
    points: int


@dataclass(frozen=True)
class DeputyFile:
    """`suggestions` is None where none are kept here; `points` is None while they are turned off."""

    deputy: DeputyPage
    since: date
    until: date
    year: int | None
    years: tuple[int, ...]
    presences: tuple[Presence, ...]
    activities: tuple[ActivityRow, ...]
    suggestions: tuple[SuggestionLine, ...] | None
    absence: AbsenceFinding
    absent_from: tuple[SessionRow, ...]
    points: tuple[PointLine, ...] | None

    @property
    def due(self) -> int:
        return sum(presence.is_due for presence in self.presences)

    @property
    def present(self) -> int:
        return sum(presence.mark == "PRESENT" for presence in self.presences)

    @property
    def parts(self) -> tuple[Part, ...]:
        return parts_of(self.activities)

    @property
    def total(self) -> int:
        return sum(line.points for line in self.points or ())


@dataclass(frozen=True)
class FileLine:
    """One deputy in the list of files; `points` is None while they are turned off."""

    deputy: RollRow
    due: int
    present: int
    parts: tuple[Part, ...]
    suggestions: int | None
    absences: int
    points: int | None

    @property
    def activities(self) -> int:
        return sum(part.times for part in self.parts)


@dataclass(frozen=True)
class FileList:
    term: TermRow | None
    year: int | None
    years: tuple[int, ...]
    lines: tuple[FileLine, ...]
    kinds: tuple[str, ...]
    points_are_on: bool
    order: str

    @property
    def has_suggestions(self) -> bool:
        return any(line.suggestions is not None for line in self.lines)


@dataclass(frozen=True)
class PublicActivity:
    """`topic` is left out where it could name a voter."""

    on: date
    kind_name: str
    topic: str


@dataclass(frozen=True)
class PublicSuggestion:
    on: date
    title: str


@dataclass(frozen=True)
class PublicFile:
    """What the Deputies Law of 2025 (art. 58) has published of a deputy: who, and what was done; nothing private."""

    town: str
    term: str
    name: str
    delegation: str
    district: str
    in_office_since: date
    sittings_due: int
    sittings_present: int
    activities: tuple[PublicActivity, ...]
    parts: tuple[tuple[str, int], ...]
    suggestions: tuple[PublicSuggestion, ...]
    until: date


def get_file(
    deputy_id: int,
    *,
    town_id: int,
    chain: str,
    year: int | None,
    now: datetime,
    suggestions: SuggestionsByDeputy = suggestions_seam.none_by_deputy,
) -> DeputyFile:
    """The file of a deputy for one year, or without one for the whole term.

    :raises DeputyIsUnknown: also for one of another town
    """
    today = local_day(now)
    found = roster.get_deputy(deputy_id, town_id=town_id, on=today)
    since, until = _span(found.term, year, today)
    everything = by_deputy.list_presence(found.term.id, town_id=town_id, deputy_id=deputy_id).get(deputy_id, ())
    held = supervision.list_held_by_deputy(town_id=town_id, since=since, until=until).get(deputy_id, ())
    made = _of(suggestions(town_id=town_id, since=since, until=until), deputy_id)
    presences = tuple(p for p in everything if since <= p.on <= until)
    points_of = scheme.get_scheme(town_id=town_id, chain=chain)
    absent_from = _absent_from(everything)
    return DeputyFile(
        deputy=found,
        since=since,
        until=until,
        year=year,
        years=_years(found.term, today),
        presences=presences,
        activities=held,
        suggestions=made,
        absence=_check_absences(everything, today),
        absent_from=absent_from,
        points=_told(_sum(presences, held, made, points_of)) if points_of.is_on else None,
    )


def list_files(
    *,
    town_id: int,
    chain: str,
    year: int | None,
    order: str,
    now: datetime,
    suggestions: SuggestionsByDeputy = suggestions_seam.none_by_deputy,
) -> FileList:
    """One line for each deputy in office today, with the numbers of a year or of the whole term.

    `-` before an order turns it round.
    """
    today, term = local_day(now), roster.find_current_term(town_id)
    points_of = scheme.get_scheme(town_id=town_id, chain=chain)
    kinds = tuple(words.kind_name(kind) for kind in Activity.Kind)
    if term is None:
        return FileList(None, year, (), (), kinds, points_of.is_on, order)
    since, until = _span(term, year, today)
    presence = by_deputy.list_presence(term.id, town_id=town_id)
    held = supervision.list_held_by_deputy(town_id=town_id, since=since, until=until)
    made = suggestions(town_id=town_id, since=since, until=until)
    lines = []
    for row in roster.list_roll(term.id, on=min(today, term.ended_on or today)):
        everything = presence.get(row.id, ())
        shown = tuple(p for p in everything if since <= p.on <= until)
        lines.append(_line(row, everything, shown, held.get(row.id, ()), _of(made, row.id), points_of))
    by = _ORDERS.get(order.removeprefix("-"), _ORDERS["number"])
    ordered = tuple(sorted(lines, key=by, reverse=order.startswith("-")))
    return FileList(term, year, _years(term, today), ordered, kinds, points_of.is_on, order)


def public_file(
    deputy_id: int,
    *,
    town_id: int,
    now: datetime,
    suggestions: SuggestionsByDeputy = suggestions_seam.none_by_deputy,
) -> PublicFile:
    """What may be published of a deputy: no telephone, birth, leave or absence, no voter's name.

    :raises DeputyIsUnknown: also for one of another town
    """
    today = local_day(now)
    found = roster.get_deputy(deputy_id, town_id=town_id, on=today)
    since, until = _span(found.term, None, today)
    presences = by_deputy.list_presence(found.term.id, town_id=town_id, deputy_id=deputy_id).get(deputy_id, ())
    held = supervision.list_held_by_deputy(town_id=town_id, since=since, until=until).get(deputy_id, ())
    made = _of(suggestions(town_id=town_id, since=since, until=until), deputy_id) or ()
    return PublicFile(
        town=found.term.town,
        term=found.term.name,
        name=found.deputy.name,
        delegation=found.deputy.delegation,
        district=found.deputy.district,
        in_office_since=_seated_on(found),
        sittings_due=sum(p.is_due for p in presences),
        sittings_present=sum(p.mark == "PRESENT" for p in presences),
        activities=tuple(public_activity(row) for row in held if row.held_on),
        parts=tuple((part.name, part.times) for part in parts_of(held)),
        suggestions=tuple(PublicSuggestion(line.on, line.title) for line in made if line.is_public),
        until=until,
    )


def parts_of(held: Iterable[ActivityRow]) -> tuple[Part, ...]:
    kinds = [row.kind for row in held]
    return tuple(Part(kind, words.kind_name(kind), kinds.count(kind)) for kind in Activity.Kind)


def _seated_on(found: DeputyPage) -> date:
    """The day of the latest election or by-election; whoever came back is in office since then."""
    elected = [change.on for change in found.history if change.kind in (ChangeKind.ELECTED, ChangeKind.BY_ELECTED)]
    return elected[-1] if elected else found.term.began_on


def public_activity(row: ActivityRow) -> PublicActivity:
    """Of a meeting with voters the day alone: its topic could name one."""
    names_voters = row.kind == Activity.Kind.VOTERS
    return PublicActivity(row.held_on or date.min, row.kind_name, "" if names_voters else row.topic)


def _line(
    row: RollRow,
    everything: Sequence[Presence],
    shown: Sequence[Presence],
    held: Sequence[ActivityRow],
    made: tuple[SuggestionLine, ...] | None,
    points_of: Scheme,
) -> FileLine:
    return FileLine(
        deputy=row,
        due=sum(p.is_due for p in shown),
        present=sum(p.mark == "PRESENT" for p in shown),
        parts=parts_of(held),
        suggestions=None if made is None else len(made),
        absences=len(_absent_from(everything)),
        points=_sum(shown, held, made, points_of).total if points_of.is_on else None,
    )


def _absent_from(presences: Sequence[Presence]) -> tuple[SessionRow, ...]:
    return tuple(one.session for one in by_deputy.by_session(presences) if one.is_absent_without_leave)


def _check_absences(presences: Sequence[Presence], today: date) -> AbsenceFinding:
    absent = tuple(one.is_absent_without_leave for one in by_deputy.by_session(presences))
    return absence.check_absences(absent_without_leave=absent, law=statute.at(today))


def _sum(
    presences: Sequence[Presence],
    held: Sequence[ActivityRow],
    made: tuple[SuggestionLine, ...] | None,
    points_of: Scheme,
) -> PointSum:
    times = {SITTING: sum(p.mark == "PRESENT" for p in presences)}
    times |= {part.kind: part.times for part in parts_of(held)}
    if made is not None:
        times[SUGGESTION] = len(made)
    return points.add_points(times=times, weights=points_of.by_what)


def _told(found: PointSum) -> tuple[PointLine, ...]:
    return tuple(PointLine(scheme.name_of(one.what), one.times, one.weight, one.points) for one in found.lines)


def _of(made: Mapping[int, Sequence[SuggestionLine]] | None, deputy_id: int) -> tuple[SuggestionLine, ...] | None:
    return None if made is None else tuple(made.get(deputy_id, ()))


def _span(term: TermRow, year: int | None, today: date) -> tuple[date, date]:
    if year is not None:
        return date(year, 1, 1), date(year, 12, 31)
    return term.began_on, term.ended_on or max(today, term.began_on)


def _years(term: TermRow, today: date) -> tuple[int, ...]:
    last = (term.ended_on or today).year
    return tuple(range(max(last, term.began_on.year), term.began_on.year - 1, -1))


_ORDERS = {
    "number": lambda line: (0, line.deputy.number),
    "sittings": lambda line: (line.present - line.due, line.deputy.number),
    "delegation": lambda line: (line.deputy.delegation_id, line.deputy.number),
    "suggestions": lambda line: (-(line.suggestions or 0), line.deputy.number),
    "activities": lambda line: (-line.activities, line.deputy.number),
    "absences": lambda line: (-line.absences, line.deputy.number),
    "points": lambda line: (-(line.points or 0), line.deputy.number),
}
