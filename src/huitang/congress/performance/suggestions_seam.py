"""Where deputies' suggestions come in. This app asks for them by call and knows nothing of who keeps them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol


@dataclass(frozen=True)
class SuggestionLine:
    """One suggestion as a file and the yearly numbers need it; `url` is where the desk shows it, if anywhere.

    Only what `is_public` says may be published is on the page for the public.
    """

    id: int
    title: str
    on: date
    url: str = ""
    is_public: bool = False


class SuggestionsByDeputy(Protocol):
    """Suggestions made between two days by each deputy; None where nobody keeps them here."""

    def __call__(self, *, town_id: int, since: date, until: date) -> Mapping[int, Sequence[SuggestionLine]] | None: ...


class SuggestionsAssigned(Protocol):
    """Suggestions handed to a unit between two days; None where nobody keeps them here."""

    def __call__(self, *, town_id: int, since: date, until: date) -> Sequence[SuggestionLine] | None: ...


def none_by_deputy(*, town_id: int, since: date, until: date) -> Mapping[int, Sequence[SuggestionLine]] | None:
    return None


def none_assigned(*, town_id: int, since: date, until: date) -> Sequence[SuggestionLine] | None:
    return None
