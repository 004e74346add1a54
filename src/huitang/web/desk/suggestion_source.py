"""Where the pages get deputies' suggestions from, for their files and the yearly numbers."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.urls import reverse

from huitang.congress.performance.suggestions_seam import SuggestionLine
from huitang.congress.suggestions import for_files
from huitang.congress.suggestions.for_files import Told


def by_deputy(*, town_id: int, since: date, until: date) -> Mapping[int, Sequence[SuggestionLine]] | None:
    found = for_files.list_by_deputy(town_id=town_id, since=since, until=until)
    every = {told.id: told for rows in found.values() for told in rows}
    lines = {id_: _line(told) for id_, told in every.items()}  # co-signers share a line: its address is made once
    return {deputy: [lines[told.id] for told in rows] for deputy, rows in found.items()}


def assigned(*, town_id: int, since: date, until: date) -> Sequence[SuggestionLine] | None:
    return [_line(told) for told in for_files.list_assigned(town_id=town_id, since=since, until=until)]


def _line(told: Told) -> SuggestionLine:
    return SuggestionLine(told.id, told.title, told.on, reverse("desk:suggestion", args=[told.id]), told.is_public)
