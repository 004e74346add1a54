"""Where the pages get deputies' suggestions from, for their files and the yearly numbers."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.urls import reverse

from huitang.congress.performance.suggestions_seam import SuggestionLine
from huitang.congress.suggestions import for_files
from huitang.congress.suggestions.for_files import Told


def by_deputy(*, town_id: int, since: date, until: date) -> Mapping[int, Sequence[SuggestionLine]] | None:
    found = for_files.list_by_deputy(town_id=town_id, since=since, until=until)
    return {deputy: [_line(told) for told in rows] for deputy, rows in found.items()}


def assigned(*, town_id: int, since: date, until: date) -> Sequence[SuggestionLine] | None:
    return [_line(told) for told in for_files.list_assigned(town_id=town_id, since=since, until=until)]


def _line(told: Told) -> SuggestionLine:
    return SuggestionLine(told.id, told.title, told.on, reverse("desk:suggestion", args=[told.id]), told.is_public)
