"""Suggestions as deputies' files and the yearly numbers ask for them: title and days, nothing of their course."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from huitang.congress.suggestions.models import Signature, Suggestion


@dataclass(frozen=True)
class Told:
    id: int
    title: str
    on: date
    is_public: bool


def list_by_deputy(*, town_id: int, since: date, until: date) -> dict[int, tuple[Told, ...]]:
    """What was tabled between two days, both included, by each deputy who signed and has not withdrawn."""
    signed = Signature.objects.filter(
        suggestion__town_id=town_id, suggestion__tabled_on__range=(since, until), withdrawn_on=None
    ).order_by("suggestion__tabled_on", "suggestion_id")
    by_deputy: dict[int, list[Told]] = defaultdict(list)
    told = ("suggestion_id", "suggestion__title", "suggestion__tabled_on", "suggestion__is_public")
    for deputy_id, *facts in signed.values_list("deputy_id", *told):
        by_deputy[deputy_id].append(Told(*facts))
    return {deputy: tuple(rows) for deputy, rows in by_deputy.items()}


def list_assigned(*, town_id: int, since: date, until: date) -> tuple[Told, ...]:
    """What was handed to a unit between two days, both included."""
    assigned = Suggestion.objects.filter(town_id=town_id, assigned_on__range=(since, until)).order_by(
        "assigned_on", "pk"
    )
    known = assigned.values_list("pk", "title", "assigned_on", "is_public")
    return tuple(Told(pk, title, on, is_public) for pk, title, on, is_public in known if on)
