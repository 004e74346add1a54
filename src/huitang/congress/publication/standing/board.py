"""Where the public board of livelihood projects comes from: the one place that asks the projects."""

from datetime import date

from huitang.congress.projects import public
from huitang.congress.projects.refusals import PhotoIsUnknown
from huitang.congress.publication.standing.blocks import Facts

_GRADES = {"SATISFIED": "满意", "BASICALLY_SATISFIED": "基本满意", "NOT_SATISFIED": "不满意"}
_AS_THEY_ARE = (
    "name",
    "field",
    "place",
    "content",
    "investment_yuan",
    "unit",
    "due",
    "is_overdue",
    "paid_yuan",
    "photos",
)


def find_board(town_id: int, *, year: int, on: date) -> Facts | None:
    """The public facts of a year's projects; None where the year has none."""
    found = public.public_board(town_id, year=year, on=on)
    return from_projects(found.as_facts()) if found else None


def list_years(town_id: int) -> tuple[int, ...]:
    """The years that have projects, the latest first."""
    return public.list_public_years(town_id)


def find_photo(sha256: str, *, town_id: int) -> tuple[bytes, str] | None:
    """A picture of a project that is marked for the public, with its media type; None for any other."""
    try:
        return public.get_photo(sha256, town_id=town_id)
    except PhotoIsUnknown:
        return None


def from_projects(told: Facts) -> Facts:
    """The board as the projects tell it, as the page and its readers know it: stages and bands in words."""
    words = {one["stage"]: one["stage_words"] for one in told["projects"]}
    counts = [{"stage": words[stage], "count": count} for stage, count in told["by_stage"].items() if stage in words]
    return {"year": told["year"], "counts": counts, "projects": [_project(one) for one in told["projects"]]}


def _project(one: Facts) -> Facts:
    grade = one["rating"]["grade"] if one["rating"] else ""
    return {
        **{name: one[name] for name in _AS_THEY_ARE},
        "stage": one["stage_words"],
        "planned_percent": one["planned"] or 0,
        "actual_percent": one["actual"],
        "band": str(one["colour"] or "").lower(),
        "band_words": one["colour_words"],
        "rating": _GRADES.get(grade, grade),
        "rate_in_tenths_of_percent": one["rating"]["rate_in_tenths_of_percent"] if one["rating"] else None,
    }
