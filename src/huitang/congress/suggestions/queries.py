"""Reading suggestions: the list, one with its history, the units and settings, imports."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Prefetch, Q, QuerySet

from huitang.congress.roster import queries as roster
from huitang.congress.roster.queries import TermRow
from huitang.congress.sittings import queries as sittings
from huitang.congress.sittings.queries import SessionRow
from huitang.congress.suggestions import courses, refusals, terms, words
from huitang.congress.suggestions.models import (
    Assignment,
    ResponsibleUnit,
    Signature,
    Suggestion,
    SuggestionImport,
)
from huitang.congress.suggestions.preview import Plan, plan_of
from huitang.congress.suggestions.terms import TownTerms
from huitang.rules.suggestion_clock import Pace, Reading
from huitang.rules.suggestion_course import UNDER_WAY, State


@dataclass(frozen=True)
class ClockRow:
    """One clock with its words; `reading` holds its days and citations."""

    name: str
    authority: str
    reading: Reading

    @property
    def pace(self) -> str:
        return self.reading.pace.value

    @property
    def is_uncertain(self) -> bool:
        """The last day is a day of rest, and law does not settle whether it moves."""
        return self.reading.last_day is not None and self.reading.if_moved != self.reading.last_day


@dataclass(frozen=True)
class SuggestionRow:
    id: int
    number: str
    title: str
    is_motion: bool
    state: str
    state_name: str
    lead: str
    co_signers: tuple[str, ...]
    tabled_on: date
    assigned_on: date | None
    answered_on: date | None
    unit: str
    assisting: tuple[str, ...]
    mark: str
    result: str
    into: str
    due: ClockRow | None

    @property
    def is_overdue(self) -> bool:
        return self.due is not None and self.due.reading.pace is Pace.OVERDUE

    @property
    def is_due_soon(self) -> bool:
        return self.due is not None and self.due.reading.pace is Pace.DUE_SOON


@dataclass(frozen=True)
class UnitRow:
    id: int
    name: str
    is_active: bool
    held: int


@dataclass(frozen=True)
class ListPage:
    """`rows` after the filters; the counts are of everything of the term."""

    term: TermRow
    terms: tuple[TermRow, ...]
    rows: tuple[SuggestionRow, ...]
    everything: int
    under_way: int
    overdue: int
    due_soon: int
    states: tuple[tuple[str, str, int], ...]
    units: tuple[UnitRow, ...]
    open_imports: tuple[tuple[int, str], ...] = ()  # id and file


@dataclass(frozen=True)
class Wanted:
    """What part of the list is asked for. `due`: overdue, soon, or empty. `order`: number, due, tabled."""

    state: str = ""
    unit_id: int | None = None
    due: str = ""
    order: str = "number"
    text: str = ""


def list_page(town_id: int, *, on: date, wanted: Wanted, term_id: int | None = None) -> ListPage | None:
    """The list of a term, the current one if none is named; None: the town has no term. :raises TermIsUnknown:"""
    term = roster.find_current_term(town_id) if term_id is None else roster.get_term(term_id, town_id)
    if term is None:
        return None
    everything = list_rows(town_id, term_id=term.id, on=on)
    units = list_units(town_id)
    named = next((unit.name for unit in units if unit.id == wanted.unit_id), "")
    return ListPage(
        term=term,
        terms=roster.list_terms(town_id),
        rows=_sorted([row for row in everything if _is_wanted(row, wanted, named)], wanted.order),
        everything=len(everything),
        under_way=sum(row.state in UNDER_WAY for row in everything),
        overdue=sum(row.is_overdue for row in everything),
        due_soon=sum(row.is_due_soon for row in everything),
        states=_state_counts(everything),
        units=units,
        open_imports=_open_imports(term.id),
    )


def _is_wanted(row: SuggestionRow, wanted: Wanted, unit: str) -> bool:
    fits_due = {"overdue": row.is_overdue, "soon": row.is_due_soon}.get(wanted.due, True)
    fits_state = wanted.state in ("", row.state) or (wanted.state == "open" and row.state in UNDER_WAY)
    fits_unit = not unit or unit == row.unit or unit in row.assisting
    said = f"{row.number}{row.title}{row.lead}{''.join(row.co_signers)}"
    return fits_due and fits_state and fits_unit and wanted.text in said


def _sorted(rows: Sequence[SuggestionRow], order: str) -> tuple[SuggestionRow, ...]:
    if order == "due":
        return tuple(sorted(rows, key=lambda row: (_last_day(row), row.number)))
    if order == "tabled":
        return tuple(sorted(rows, key=lambda row: (row.tabled_on, row.number), reverse=True))
    return tuple(rows)


def _last_day(row: SuggestionRow) -> date:
    return (row.due.reading.last_day if row.due else None) or date.max


def _state_counts(rows: Sequence[SuggestionRow]) -> tuple[tuple[str, str, int], ...]:
    found: dict[str, int] = {}
    for row in rows:
        found[row.state] = found.get(row.state, 0) + 1
    return tuple((state, words.state_name(state), count) for state, count in sorted(found.items(), key=_by_course))


def _by_course(counted: tuple[str, int]) -> int:
    return [state.value for state in State].index(counted[0])


def list_rows(
    town_id: int, *, on: date, term_id: int | None = None, ids: Sequence[int] | None = None
) -> tuple[SuggestionRow, ...]:
    """By number; five queries for any number of rows."""
    found = Suggestion.objects.filter(town_id=town_id)
    if term_id is not None:
        found = found.filter(term_id=term_id)
    if ids is not None:
        found = found.filter(pk__in=ids)
    town = terms.terms_of(town_id)
    return tuple(row_of(one, on=on, town=town) for one in loaded(found).order_by("number"))


def loaded(found: "QuerySet[Suggestion]") -> "QuerySet[Suggestion]":
    """With what a row needs, so that none costs a query of its own."""
    signed = Signature.objects.filter(withdrawn_on=None).select_related("deputy").order_by("position")
    held = Assignment.objects.filter(ended_on=None).select_related("unit").order_by("-is_lead", "pk")
    return found.select_related("session", "merged_into").prefetch_related(
        Prefetch("signatures", queryset=signed, to_attr="live_signatures"),
        Prefetch("assignments", queryset=held, to_attr="live_assignments"),
    )


def row_of(found: Suggestion, *, on: date, town: TownTerms) -> SuggestionRow:
    names = [one.deputy.name for one in found.live_signatures]  # type: ignore[attr-defined]
    held = found.live_assignments  # type: ignore[attr-defined]
    assisting = tuple(one.unit.name for one in held if not one.is_lead)
    due = courses.next_due(courses.read(found, on=on, town=town, has_assisting=bool(assisting)))
    is_motion = found.kind == Suggestion.Kind.MOTION
    return SuggestionRow(
        id=found.pk,
        number=found.number,
        title=found.title,
        is_motion=is_motion,
        state=found.state,
        state_name=words.state_name(found.state, is_motion=is_motion),
        lead=names[0] if names else "",
        co_signers=tuple(names[1:]),
        tabled_on=found.tabled_on,
        assigned_on=found.assigned_on,
        answered_on=found.redone_on or found.answered_on,
        unit=next((one.unit.name for one in held if one.is_lead), ""),
        assisting=assisting,
        mark=found.answer_mark,
        result=words.satisfaction_name(found.result),
        into=found.merged_into.number if found.merged_into is not None else "",
        due=clock_row(due) if due is not None else None,
    )


def clock_row(reading: Reading) -> ClockRow:
    return ClockRow(words.clock_name(reading.clock), words.authority_name(reading.authority), reading)


def count_under_way(town_id: int) -> int:
    """How many motions and suggestions have not come to their end."""
    return Suggestion.objects.filter(town_id=town_id, state__in=UNDER_WAY).count()


def list_units(town_id: int) -> tuple[UnitRow, ...]:
    """The responsible units, those in use first, each with how many it holds now."""
    open_now = Q(assignments__ended_on=None, assignments__suggestion__state__in=list(UNDER_WAY))
    found = ResponsibleUnit.objects.filter(town_id=town_id).annotate(held=Count("assignments", filter=open_now))
    return tuple(UnitRow(one.pk, one.name, one.is_active, one.held) for one in found.order_by("-is_active", "name"))


@dataclass(frozen=True)
class NewPage:
    """What the form of a new one offers."""

    term: TermRow | None
    sessions: tuple[SessionRow, ...]
    current: SessionRow | None


def new_page(town_id: int) -> NewPage:
    found = roster.find_current_term(town_id)
    held = tuple(row for row in sittings.list_sessions(town_id) if found is not None and row.term_id == found.id)
    return NewPage(found, held, sittings.get_current_session(town_id))


@dataclass(frozen=True)
class ImportPage:
    id: int
    filename: str
    uploaded_at: datetime
    plan: Plan


def get_import(import_id: int, *, town_id: int) -> ImportPage:
    """The preview, made anew from the kept bytes. :raises ImportIsUnknown: :raises ImportIsSettled:"""
    found = SuggestionImport.objects.select_related("term").filter(pk=import_id, term__town_id=town_id).first()
    if found is None:
        raise refusals.ImportIsUnknown()
    if found.committed_at is not None or found.given_up_at is not None:
        raise refusals.ImportIsSettled(file=found.filename)
    return ImportPage(found.pk, found.filename, found.uploaded_at, plan_of(found))


def _open_imports(term_id: int) -> tuple[tuple[int, str], ...]:
    found = SuggestionImport.objects.filter(term_id=term_id, committed_at=None, given_up_at=None)
    return tuple(found.order_by("-uploaded_at").values_list("pk", "filename"))
