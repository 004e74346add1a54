"""Reading suggestions: rows of any of them, the units, the form of a new one, imports."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Prefetch, Q, QuerySet

from huitang.congress.roster import file_import
from huitang.congress.roster import queries as roster
from huitang.congress.roster.file_import import ImportRow
from huitang.congress.roster.queries import TermRow
from huitang.congress.sittings import queries as sittings
from huitang.congress.sittings.queries import SessionRow
from huitang.congress.suggestions import courses, terms, words
from huitang.congress.suggestions.models import (
    Assignment,
    ResponsibleUnit,
    Signature,
    Suggestion,
)
from huitang.congress.suggestions.preview import Plan, imports_of, plan_of
from huitang.congress.suggestions.terms import TownTerms
from huitang.rules.suggestion_clock import Pace, Reading
from huitang.rules.suggestion_course import UNDER_WAY

# what a person writes, and no list shows
LONG = ("content", "plan", "merged_into__content", "merged_into__plan")


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


def list_rows(
    town_id: int, *, on: date, term_id: int | None = None, ids: Sequence[int] | None = None
) -> tuple[SuggestionRow, ...]:
    """By number."""
    found = Suggestion.objects.filter(town_id=town_id)
    if term_id is not None:
        found = found.filter(term_id=term_id)
    if ids is not None:
        found = found.filter(pk__in=ids)
    return rows_of(found.order_by("number"), on=on, town=terms.terms_of(town_id))


def rows_of(found: "QuerySet[Suggestion]", *, on: date, town: TownTerms) -> tuple[SuggestionRow, ...]:
    """In the order asked for; the same queries for any number of rows."""
    return tuple(row_of(one, on=on, town=town) for one in loaded(found).defer(*LONG))


def loaded(found: "QuerySet[Suggestion]") -> "QuerySet[Suggestion]":
    """With what a row needs, so that none costs a query of its own."""
    signed = Signature.objects.filter(withdrawn_on=None).select_related("deputy").order_by("position")
    held = Assignment.objects.filter(ended_on=None).select_related("unit").order_by("-is_lead", "pk")
    return found.select_related("session", "merged_into").prefetch_related(
        Prefetch("signatures", queryset=signed, to_attr="live_signatures"),
        Prefetch("assignments", queryset=held, to_attr="live_assignments"),
    )


def row_of(found: Suggestion, *, on: date, town: TownTerms) -> SuggestionRow:
    names = [one.deputy.called for one in found.live_signatures]  # type: ignore[attr-defined]
    held = found.live_assignments  # type: ignore[attr-defined]
    assisting = tuple(one.unit.name for one in held if not one.is_lead)
    due = courses.next_of(found, on=on, town=town, has_assisting=bool(assisting))
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
    upload: ImportRow
    plan: Plan


def get_import(import_id: int, *, town_id: int) -> ImportPage:
    """The preview, made anew from the kept bytes. :raises ImportIsUnknown: :raises ImportIsSettled:"""
    found = file_import.find_open(imports_of(town_id), import_id)
    return ImportPage(file_import.row_of(found), plan_of(found))
