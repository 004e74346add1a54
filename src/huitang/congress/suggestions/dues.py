"""What is due in suggestions: every running clock, by whom it is owed and for whom it runs."""

from collections.abc import Iterator, Sequence
from datetime import date

from django.utils.translation import gettext as _

from huitang.congress.suggestions import courses, queries, terms, words
from huitang.congress.suggestions.models import Assignment, Suggestion
from huitang.congress.suggestions.terms import TownTerms
from huitang.rules.due import Due
from huitang.rules.suggestion_clock import Clock, Pace, Reading
from huitang.rules.suggestion_course import UNDER_WAY

ASSIST_PREFIX = f"{Clock.ASSIST}-"  # each assisting unit owes its own opinion: ASSIST-7 of assignment 7
_RUNNING = frozenset({Pace.RUNNING, Pace.DUE_SOON, Pace.OVERDUE})


def list_dues(town_id: int, *, on: date) -> tuple[Due, ...]:
    """Every running clock that asks something of somebody; six queries for any number of suggestions."""
    open_ones = Suggestion.objects.filter(town_id=town_id, state__in=UNDER_WAY).order_by("number")
    town = terms.terms_of(town_id)
    return tuple(due for found in queries.loaded(open_ones) for due in _dues_of(found, on, town))


def _dues_of(found: Suggestion, on: date, town: TownTerms) -> Iterator[Due]:
    held: Sequence[Assignment] = found.live_assignments  # type: ignore[attr-defined]
    has_assisting = any(not one.is_lead for one in held)
    for reading in courses.read(found, on=on, town=town, has_assisting=has_assisting):
        if reading.pace not in _RUNNING or reading.clock in courses.NO_DUTY:
            continue
        if reading.clock is Clock.ASSIST:
            yield from _opinions(found, reading, held, town)
        else:
            yield _due(found, reading, town, owes=_owes(found, reading.clock, held), waits=_waits(found, reading, held))


def _opinions(found: Suggestion, reading: Reading, held: Sequence[Assignment], town: TownTerms) -> Iterator[Due]:
    lead = _lead(held)
    for one in held:
        if not one.is_lead and one.opinion_on is None:
            clock = f"{ASSIST_PREFIX}{one.pk}"
            yield _due(found, reading, town, owes=one.unit.name, waits=lead, clock=clock)


def _due(found: Suggestion, reading: Reading, town: TownTerms, *, owes: str, waits: str, clock: str = "") -> Due:
    last = reading.last_day or date.max
    return Due(
        subject=f"suggestion:{found.pk}",
        clock=clock or reading.clock.value,
        title=_("{number} 号：{title}").format(number=found.number, title=found.title),
        what=words.clock_name(reading.clock),
        owes=owes,
        waits=waits,
        last_day=last,
        if_moved=reading.if_moved or last,
        remind_days=town.spans.remind_days,
        citations=reading.citations,
    )


def _owes(found: Suggestion, clock: Clock, held: Sequence[Assignment]) -> str:
    """Until a unit has it, the office owes what comes next; the leading deputy owes the verdict."""
    if clock is Clock.FEEDBACK:
        return _signers(found)[0] if _signers(found) else _("办公室")
    return _("办公室") if clock is Clock.ASSIGN else _lead(held)


def _waits(found: Suggestion, reading: Reading, held: Sequence[Assignment]) -> str:
    if reading.clock is Clock.FEEDBACK:
        return _lead(held)
    names = _signers(found)
    if len(names) > 1:
        return _("{name}等 {count} 名代表").format(name=names[0], count=len(names))
    return names[0] if names else _("代表")


def _lead(held: Sequence[Assignment]) -> str:
    return next((one.unit.name for one in held if one.is_lead), _("办公室"))


def _signers(found: Suggestion) -> list[str]:
    return [one.deputy.called for one in found.live_signatures]  # type: ignore[attr-defined]
