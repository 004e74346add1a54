"""The list of a term: filtered, sorted and cut into pages by the database. Only what is under way has its clocks read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.expressions import Expression, OrderBy

from huitang.congress.roster import file_import
from huitang.congress.roster import queries as roster
from huitang.congress.roster.called import called
from huitang.congress.roster.file_import import ImportRow
from huitang.congress.roster.queries import TermRow
from huitang.congress.suggestions import courses, queries, terms, words
from huitang.congress.suggestions.models import Assignment, Signature, Suggestion, SuggestionImport
from huitang.congress.suggestions.queries import SuggestionRow, UnitRow
from huitang.congress.suggestions.terms import TownTerms
from huitang.rules.suggestion_clock import Pace, Reading
from huitang.rules.suggestion_course import UNDER_WAY, Satisfaction, State

PAGE = 50


@dataclass(frozen=True)
class Wanted:
    """What part of the list is asked for. `due`: overdue, soon, or empty. `order`: a key of ORDERS, `-` before it
    for the other way round. `page` None: all of it, to be printed or taken away.
    """

    state: str = ""
    unit_id: int | None = None
    due: str = ""
    order: str = "number"
    text: str = ""
    page: int | None = 1


@dataclass(frozen=True)
class ListPage:
    """`rows` are one page of the `found`; the other counts are of everything of the term."""

    term: TermRow
    terms: tuple[TermRow, ...]
    rows: tuple[SuggestionRow, ...]
    found: int
    page: int
    pages: int
    everything: int
    under_way: int
    overdue: int
    due_soon: int
    states: tuple[tuple[str, str, int], ...]
    units: tuple[UnitRow, ...]
    open_imports: tuple[ImportRow, ...] = ()


def list_page(town_id: int, *, on: date, wanted: Wanted, term_id: int | None = None) -> ListPage | None:
    """The list of a term, the current one if none is named; None: the town has no term. :raises TermIsUnknown:"""
    term = roster.find_current_term(town_id) if term_id is None else roster.get_term(term_id, town_id)
    if term is None:
        return None
    kept = Suggestion.objects.filter(town_id=town_id, term_id=term.id)
    town = terms.terms_of(town_id)
    pressing = _pressing(kept, town, on)
    units = queries.list_units(town_id)
    chosen = _sorted(_filtered(kept, wanted, units, pressing), wanted.order, pressing)
    page, pages = _place(wanted.page, len(chosen))
    states = _state_counts(kept)
    return ListPage(
        term=term,
        terms=roster.list_terms(town_id),
        rows=_rows(chosen if wanted.page is None else chosen[(page - 1) * PAGE : page * PAGE], town, on),
        found=len(chosen),
        page=page,
        pages=pages,
        everything=sum(count for _state, _name, count in states),
        under_way=sum(count for state, _name, count in states if state in UNDER_WAY),
        overdue=len(_at_pace(pressing, Pace.OVERDUE)),
        due_soon=len(_at_pace(pressing, Pace.DUE_SOON)),
        states=states,
        units=units,
        open_imports=file_import.list_open(SuggestionImport.objects.filter(term_id=term.id)),
    )


def _pressing(kept: "QuerySet[Suggestion]", town: TownTerms, on: date) -> dict[int, Reading]:
    """What presses most of each that is under way. The rest may be thousands: no clock runs there."""
    assisting = Assignment.objects.filter(suggestion=OuterRef("pk"), is_lead=False, ended_on=None)
    running = kept.filter(state__in=list(UNDER_WAY)).select_related("session").defer("content", "plan")
    read = (
        (one.pk, courses.next_of(one, on=on, town=town, has_assisting=one.assists))
        for one in running.annotate(assists=Exists(assisting))
    )
    return {pk: reading for pk, reading in read if reading is not None}


def _at_pace(pressing: Mapping[int, Reading], pace: Pace) -> list[int]:
    return [pk for pk, reading in pressing.items() if reading.pace is pace]


def _filtered(
    kept: "QuerySet[Suggestion]", wanted: Wanted, units: Sequence[UnitRow], pressing: Mapping[int, Reading]
) -> "QuerySet[Suggestion]":
    if wanted.state:
        kept = kept.filter(state__in=list(UNDER_WAY) if wanted.state == "open" else [wanted.state])
    if wanted.unit_id in [unit.id for unit in units]:
        held = Assignment.objects.filter(suggestion=OuterRef("pk"), unit_id=wanted.unit_id, ended_on=None)
        kept = kept.filter(Exists(held))
    pace = {"overdue": Pace.OVERDUE, "soon": Pace.DUE_SOON}.get(wanted.due)
    if pace is not None:
        kept = kept.filter(pk__in=_at_pace(pressing, pace))
    if wanted.text:
        named = Signature.objects.annotate(called=called("deputy"))
        signed = named.filter(suggestion=OuterRef("pk"), withdrawn_on=None, called__icontains=wanted.text)
        said = Q(number__icontains=wanted.text) | Q(title__icontains=wanted.text)
        kept = kept.filter(said | Exists(signed))
    return kept


def _sorted(kept: "QuerySet[Suggestion]", order: str, pressing: Mapping[int, Reading]) -> list[int]:
    """Their numbers only: as light as a count."""
    key, is_back = order.removeprefix("-"), order.startswith("-")
    by = ORDERS.get(key)
    if by is not None:
        ordered = kept.order_by(*(OrderBy(one, descending=is_back) for one in by), "number")
        return list(ordered.values_list("pk", flat=True))
    ids = list(kept.order_by("-number" if is_back and key != "due" else "number").values_list("pk", flat=True))
    if key != "due":
        return ids
    waiting = [pk for pk in ids if pk in pressing]
    waiting.sort(key=lambda pk: pressing[pk].last_day or date.max, reverse=is_back)
    return waiting + [pk for pk in ids if pk not in pressing]


def _course_place(values: Sequence[str], field: str) -> Case:
    places = (When(**{field: value}, then=Value(place)) for place, value in enumerate(values))
    return Case(*places, default=Value(len(values)), output_field=IntegerField())


def _blank_last(field: str) -> Case:
    return Case(When(**{field: ""}, then=Value(1)), default=Value(0), output_field=IntegerField())


_LEAD_UNIT = Assignment.objects.filter(suggestion=OuterRef("pk"), is_lead=True, ended_on=None).values("unit__name")[:1]
ORDERS: dict[str, tuple[Expression | F | Subquery, ...]] = {
    "tabled": (F("tabled_on"),),
    "state": (_course_place([state.value for state in State], "state"),),
    "unit": (Subquery(_LEAD_UNIT),),
    "mark": (_blank_last("answer_mark"), F("answer_mark")),
    "result": (_course_place([verdict.value for verdict in Satisfaction], "result"),),
}


def _place(page: int | None, found: int) -> tuple[int, int]:
    """The page and how many there are; one beyond the last is the last."""
    pages = max(1, -(-found // PAGE)) if page is not None else 1
    return min(max(1, page or 1), pages), pages


def _rows(ids: Sequence[int], town: TownTerms, on: date) -> tuple[SuggestionRow, ...]:
    rows = {row.id: row for row in queries.rows_of(Suggestion.objects.filter(pk__in=ids), on=on, town=town)}
    return tuple(rows[pk] for pk in ids)


def _state_counts(kept: "QuerySet[Suggestion]") -> tuple[tuple[str, str, int], ...]:
    counted = dict(kept.order_by().values_list("state").annotate(Count("pk")))
    return tuple((state.value, words.state_name(state), counted[state]) for state in State if state in counted)
