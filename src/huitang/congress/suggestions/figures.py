"""Numbers of a period, each with the suggestions behind it; the facts of an answer letter; what is public."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.db.models import Q

from huitang.congress.suggestions import courses, queries, refusals, terms, words
from huitang.congress.suggestions.models import Suggestion
from huitang.rules.suggestion_clock import Clock, Pace
from huitang.rules.suggestion_course import Satisfaction, State


@dataclass(frozen=True)
class Figure:
    """A number that opens onto the records behind it."""

    ids: tuple[int, ...]

    @property
    def number(self) -> int:
        return len(self.ids)


@dataclass(frozen=True)
class Counts:
    """Of a period, both days included. Each is counted by its own day: tabled, assigned, answered in the period.

    `on_time` and `late` part `answered`; `satisfied`, `basically`, `not_satisfied` part `returned`.
    `unreturned` and `awaited` were answered, but no verdict is in: they leave the base of the rates.
    """

    since: date
    until: date
    tabled: Figure
    motions: Figure
    turned: Figure
    refused: Figure
    assigned: Figure
    answered: Figure
    on_time: Figure
    late: Figure
    contacted: Figure
    returned: Figure
    satisfied: Figure
    basically: Figure
    not_satisfied: Figure
    unreturned: Figure
    awaited: Figure
    closed: Figure
    promised: Figure
    overdue: Figure
    by_class: tuple[tuple[str, Figure], ...]
    by_unit: tuple[tuple[str, Figure], ...]

    @property
    def on_time_rate(self) -> Fraction | None:
        """None: nothing was answered."""
        return _rate(self.on_time, self.answered)

    @property
    def satisfied_rate(self) -> Fraction | None:
        """Satisfied and basically satisfied among the verdicts that came back (CQ-JY 29)."""
        return _rate(Figure(self.satisfied.ids + self.basically.ids), self.returned)

    @property
    def content_number(self) -> int:
        return self.satisfied.number + self.basically.number

    @property
    def on_time_percent(self) -> str:
        return percent(self.on_time_rate)

    @property
    def satisfied_percent(self) -> str:
        return percent(self.satisfied_rate)

    @property
    def fully_satisfied_rate(self) -> Fraction | None:
        return _rate(self.satisfied, self.returned)


NAMES = frozenset(
    {"tabled", "motions", "turned", "refused", "assigned", "answered", "on_time", "late", "contacted", "returned"}
    | {"satisfied", "basically", "not_satisfied", "unreturned", "awaited", "closed", "promised", "overdue"}
)


def percent(rate: Fraction | None) -> str:
    """One decimal, half up: 8/9 is 88.9%. Empty: there is no base."""
    if rate is None:
        return ""
    tenths = (rate.numerator * 2000 + rate.denominator) // (2 * rate.denominator)
    return f"{tenths // 10}.{tenths % 10}%"


def _rate(part: Figure, whole: Figure) -> Fraction | None:
    return Fraction(part.number, whole.number) if whole.number else None


def counts(town_id: int, *, since: date, until: date) -> Counts:
    """Counted from the records as they stand; `overdue` is as of `until`."""
    touched = Q(tabled_on__range=(since, until)) | Q(assigned_on__range=(since, until))
    touched |= Q(answered_on__range=(since, until)) | Q(closed_on__range=(since, until))
    touched |= Q(answered_on=None, tabled_on__lte=until) | Q(has_promise=True)
    kept = Suggestion.objects.filter(town_id=town_id).filter(touched).defer(*queries.LONG)
    found = list(queries.loaded(kept).order_by("number"))
    town = terms.terms_of(town_id)
    paces = {one.pk: _paces(one, town, until) for one in found}
    answered = [one for one in found if _within(one.answered_on, since, until)]
    returned = [one for one in answered if one.result and not one.is_unreturned]
    assigned = [one for one in found if _within(one.assigned_on, since, until)]
    return Counts(
        since=since,
        until=until,
        tabled=_figure(one for one in found if _within(one.tabled_on, since, until)),
        motions=_figure(one for one in found if _within(one.tabled_on, since, until) and _is_motion(one)),
        turned=_figure(one for one in found if _within(one.tabled_on, since, until) and one.was_motion),
        refused=_figure(one for one in found if _within(one.tabled_on, since, until) and one.state == State.REFUSED),
        assigned=_figure(assigned),
        answered=_figure(answered),
        on_time=_figure(one for one in answered if paces[one.pk].get(Clock.REPLY) is Pace.DONE),
        late=_figure(one for one in answered if paces[one.pk].get(Clock.REPLY) is Pace.DONE_LATE),
        contacted=_figure(one for one in assigned if one.contacted_on is not None),
        returned=_figure(returned),
        satisfied=_figure(one for one in returned if one.result == Satisfaction.SATISFIED),
        basically=_figure(one for one in returned if one.result == Satisfaction.BASICALLY),
        not_satisfied=_figure(one for one in returned if one.result == Satisfaction.NOT_SATISFIED),
        unreturned=_figure(one for one in answered if one.is_unreturned),
        awaited=_figure(one for one in answered if not one.result and not one.is_unreturned),
        closed=_figure(one for one in found if one.state == State.CLOSED and _closed_within(one, since, until)),
        promised=_figure(one for one in answered if one.has_promise),
        overdue=_figure(one for one in found if Pace.OVERDUE in paces[one.pk].values()),
        by_class=_grouped(answered, lambda one: one.answer_mark),
        by_unit=_grouped(assigned, _lead_unit),
    )


def _closed_within(one: Suggestion, since: date, until: date) -> bool:
    """An imported table says no closing day: there the day of the answer stands for it."""
    return _within(one.closed_on or one.answered_on, since, until)


def _within(day: date | None, since: date, until: date) -> bool:
    return day is not None and since <= day <= until


def _is_motion(one: Suggestion) -> bool:
    return one.was_motion or one.kind == Suggestion.Kind.MOTION


def _paces(one: Suggestion, town: terms.TownTerms, on: date) -> dict[Clock, Pace]:
    held = one.live_assignments  # type: ignore[attr-defined]
    assisting = any(not each.is_lead for each in held)
    return {clock.clock: clock.pace for clock in courses.read(one, on=on, town=town, has_assisting=assisting)}


def _figure(found: Iterable[Suggestion]) -> Figure:
    return Figure(tuple(one.pk for one in found))


def _lead_unit(one: Suggestion) -> str:
    held = one.live_assignments  # type: ignore[attr-defined]
    return next((each.unit.name for each in held if each.is_lead), "")


def _grouped(found: Iterable[Suggestion], key: Callable[[Suggestion], str]) -> tuple[tuple[str, Figure], ...]:
    groups: dict[str, list[int]] = {}
    for one in found:
        groups.setdefault(key(one), []).append(one.pk)
    return tuple((name, Figure(tuple(ids))) for name, ids in sorted(groups.items()))


@dataclass(frozen=True)
class AnswerFacts:
    """What the answer letter says; nothing private."""

    town: str
    number: str
    title: str
    is_motion: bool
    lead: str
    co_signers: tuple[str, ...]
    unit: str
    assisting: tuple[str, ...]
    tabled_on: date
    assigned_on: date | None
    answered_on: date
    is_again: bool
    mark: str
    meaning: str
    text: str
    signed_by: str
    promise: str
    promised_for: date | None


def answer_facts(suggestion_id: int, *, town_id: int | None = None) -> AnswerFacts:
    """The last answer with what its letter needs. :raises SuggestionIsUnknown: none, or not yet answered"""
    found = queries.loaded(Suggestion.objects.filter(pk=suggestion_id)).select_related("town").first()
    if found is None or town_id not in (None, found.town_id):
        raise refusals.SuggestionIsUnknown()
    last = found.answers.select_related("unit", "promise").order_by("-number").first()
    if last is None:
        raise refusals.SuggestionIsUnknown()
    names = [one.deputy.called for one in found.live_signatures]  # type: ignore[attr-defined]
    held = found.live_assignments  # type: ignore[attr-defined]
    promise = getattr(last, "promise", None)
    return AnswerFacts(
        town=found.town.name,
        number=found.number,
        title=found.title,
        is_motion=found.was_motion,
        lead=names[0] if names else "",
        co_signers=tuple(names[1:]),
        unit=last.unit.name,
        assisting=tuple(one.unit.name for one in held if not one.is_lead),
        tabled_on=found.tabled_on,
        assigned_on=found.assigned_on,
        answered_on=last.on,
        is_again=last.number > 1,
        mark=last.mark,
        meaning=last.meaning,
        text=last.text,
        signed_by=last.signed_by,
        promise=promise.text if promise else "",
        promised_for=promise.due_on if promise else None,
    )


@dataclass(frozen=True)
class PublicRow:
    number: str
    title: str
    lead: str
    unit: str
    answered_on: date | None
    meaning: str
    answer: str
    result: str
    co_signers: tuple[str, ...] = ()


def list_public(town_id: int) -> tuple[PublicRow, ...]:
    """What all its proposers agreed to show: names, never telephones, reasons or contacts."""
    found = Suggestion.objects.filter(town_id=town_id, is_public=True)
    rows = queries.loaded(found).prefetch_related("answers__unit").order_by("-number")
    return tuple(_public(one) for one in rows)


def _public(found: Suggestion) -> PublicRow:
    last = max(found.answers.all(), key=lambda one: one.number)
    signed = found.live_signatures  # type: ignore[attr-defined]
    names = [one.deputy.called for one in signed if one.consents]
    verdict = words.satisfaction_name(found.result)
    return PublicRow(
        number=found.number,
        title=found.title,
        lead=names[0] if names else "",
        unit=last.unit.name,
        answered_on=last.on,
        meaning=last.meaning,
        answer=last.text,
        result=verdict,
        co_signers=tuple(names[1:]),
    )
