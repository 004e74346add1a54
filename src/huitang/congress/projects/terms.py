"""What a town has set for its projects, with the defaults of a town that has set nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from huitang.congress.journal.one_look import once
from huitang.congress.projects.models import ProjectSetting
from huitang.rules.legal_text import Text
from huitang.rules.project_progress import DEFAULT_BANDS, Band, Colour


@dataclass(frozen=True)
class ProjectTerms:
    """`has_own` is whether the office has ever set anything."""

    bands: tuple[Band, ...] = DEFAULT_BANDS
    change_needs_congress: bool = True
    free_percent: int = 10
    accept_within_days: int = 30
    remind_days: int = 7
    visits_each_quarter: bool = False
    has_own: bool = False


@once
def terms_of(town_id: int) -> ProjectTerms:
    kept = ProjectSetting.objects.filter(town_id=town_id).first()
    if kept is None:
        return ProjectTerms()
    return ProjectTerms(
        bands=_bands(kept.bands) or DEFAULT_BANDS,
        change_needs_congress=kept.change_needs_congress,
        free_percent=kept.free_percent,
        accept_within_days=kept.accept_within_days,
        remind_days=kept.remind_days,
        visits_each_quarter=kept.visits_each_quarter,
        has_own=True,
    )


def _bands(kept: Sequence[Sequence[object]]) -> tuple[Band, ...]:
    found = [make_band(int(str(least)), Colour(str(colour)), str(words)) for least, colour, words in kept]
    return tuple(sorted(found, key=lambda band: -band.at_least))


def make_band(at_least: int, colour: Colour, words: str) -> Band:
    """A band in the office's words; those of a default band keep their English."""
    default = next((band.words for band in DEFAULT_BANDS if band.words.zh == words.strip()), None)
    return Band(at_least, colour, default or Text(words.strip(), words.strip()))
