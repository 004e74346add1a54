"""Where the standing pages come from: which there are, the text of each as it would be on a day, and their pictures."""

from collections.abc import Callable, Iterable
from datetime import date

from django.utils import translation

from huitang.congress.documents.texts import Draft
from huitang.congress.money import queries as money_rows
from huitang.congress.publication.models import OwnPage
from huitang.congress.publication.standing import (
    board,
    deputies,
    money,
    own_page,
    projects,
    suggestions,
    supervision,
    targets,
)
from huitang.congress.supervision import public as supervision_public
from huitang.congress.targets import queries as target_rows

Subject = tuple[str, str]  # kind and subject, as a release has them

KINDS = ("PROJECTS", "DEPUTIES", "SUGGESTIONS", "SUPERVISION", "MONEY", "TARGETS", "PAGE")


def _draft_projects(town_id: int, *, year: int, on: date) -> Draft | None:
    return projects.draft(town_id, year=year, on=on, find_board=board.find_board)


def _years_of_projects(town_id: int) -> tuple[int, ...]:
    return board.list_years(town_id)


_OF_A_YEAR: dict[str, Callable[..., Draft | None]] = {
    "PROJECTS": _draft_projects,
    "SUPERVISION": supervision.draft,
    "MONEY": money.draft,
    "TARGETS": targets.draft,
}
_YEARS: dict[str, Callable[[int], tuple[int, ...]]] = {
    "PROJECTS": _years_of_projects,
    "SUPERVISION": supervision_public.list_years,
    "MONEY": money_rows.list_years,
    "TARGETS": target_rows.list_years,
}


def list_subjects(town_id: int) -> tuple[Subject, ...]:
    """Every standing page there could be, by kind, the latest year first."""
    found: dict[str, Iterable[str]] = {
        "DEPUTIES": deputies.list_subjects(town_id),
        "SUGGESTIONS": (suggestions.SUBJECT,),
        "PAGE": [f"page:{pk}" for pk in OwnPage.objects.filter(town_id=town_id).values_list("pk", flat=True)],
    }
    found |= {kind: [f"year:{year}" for year in years(town_id)] for kind, years in _YEARS.items()}
    return tuple((kind, subject) for kind in KINDS for subject in found[kind])


def draft(town_id: int, kind: str, subject: str, *, on: date) -> Draft | None:
    """The page as the record has it on a day, in Chinese whoever asks; None when there is nothing to tell."""
    with translation.override("zh-hans"):
        return _draft(town_id, kind, subject, on)


def _draft(town_id: int, kind: str, subject: str, on: date) -> Draft | None:
    if kind == "SUGGESTIONS":
        return suggestions.draft(town_id, on=on) if subject == suggestions.SUBJECT else None
    head, _colon, key = subject.partition(":")
    if not key.isdecimal() or len(key) > 9:
        return None
    if kind in _OF_A_YEAR and head == "year":
        return _OF_A_YEAR[kind](town_id, year=int(key), on=on)
    if kind == "DEPUTIES" and head == "term":
        return deputies.draft(town_id, term_id=int(key), on=on)
    return own_page.draft(town_id, page_id=int(key), on=on) if kind == "PAGE" and head == "page" else None


def find_photo(sha256: str, *, town_id: int) -> tuple[bytes, str] | None:
    """A picture that a text may name, as it is kept now."""
    sources = (board.find_photo, supervision_public.find_photo)
    found = (find(sha256, town_id=town_id) for find in sources)
    return next((one for one in found if one is not None), None)
