"""The board the public may see: no contact, no payee, no proposer, and of photos only those marked for it."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from huitang.congress.projects import queries, refusals, standing
from huitang.congress.projects.models import Project, ProjectPhoto
from huitang.congress.projects.standing import ProjectRow
from huitang.congress.ratings.queries import RatedResult

STAGES = {
    "ADOPTED": "已票决，未开工",
    "BUILDING": "建设中",
    "FINISHED": "已完工，待验收",
    "ACCEPTED": "已验收",
    "DROPPED": "已停止",
}
MOST_PHOTOS = 6


@dataclass(frozen=True)
class PublicPhoto:
    sha256: str
    caption: str
    width: int
    height: int


@dataclass(frozen=True)
class PublicProject:
    """One project as anybody may see it; percentages are whole, money is whole yuan."""

    number: int
    name: str
    field: str
    place: str
    content: str
    beneficiaries: str
    goal: str
    investment_yuan: int
    funding: str
    unit: str
    due: str
    stage: str
    stage_words: str
    planned: int | None
    actual: int
    colour: str
    colour_words: str
    is_overdue: bool
    days_over: int
    paid_yuan: int
    paid_tenths: int | None
    votes: int | None
    finished_on: date | None
    accepted_on: date | None
    is_changed: bool
    photos: tuple[PublicPhoto, ...]
    rating: RatedResult | None


@dataclass(frozen=True)
class PublicBoard:
    """A year's projects on a day; the totals leave out what was dropped."""

    year: int
    on: date
    projects: tuple[PublicProject, ...]
    total_yuan: int
    paid_yuan: int
    by_stage: tuple[tuple[str, int], ...]
    overdue: int

    def as_facts(self) -> dict[str, Any]:
        """The same as plain values for a file anybody can read: days as ISO text, no objects."""
        return {
            "year": self.year,
            "on": self.on.isoformat(),
            "total_yuan": self.total_yuan,
            "paid_yuan": self.paid_yuan,
            "overdue": self.overdue,
            "by_stage": dict(self.by_stage),
            "projects": [_facts(project) for project in self.projects],
        }


def public_board(town_id: int, *, year: int, on: date) -> PublicBoard | None:
    """The board of a year as it stands on a day; None where the town has no projects in it."""
    found = queries.get_year(town_id, year=year, on=on)
    if not found.everything:
        return None
    photos = _photos([row.id for row in found.everything])
    return PublicBoard(
        year=year,
        on=on,
        projects=tuple(_project(row, photos[row.id]) for row in found.everything),
        total_yuan=standing.sum_of(found.kept, "total_yuan"),
        paid_yuan=standing.sum_of(found.kept, "paid_yuan"),
        by_stage=tuple((stage, found.count(stage)) for stage in STAGES),
        overdue=found.overdue,
    )


def get_photo(sha256: str, *, town_id: int | None = None) -> tuple[bytes, str]:
    """A picture marked for the public, and its media type. :raises PhotoIsUnknown: also for one that is not"""
    found = ProjectPhoto.objects.filter(sha256=sha256, is_public=True)
    photo = (found if town_id is None else found.filter(project__town_id=town_id)).order_by("pk").first()
    if photo is None:
        raise refusals.PhotoIsUnknown()
    return bytes(photo.content), photo.media_type


def list_public_years(town_id: int) -> tuple[int, ...]:
    """The years that have a board, the latest first."""
    years = Project.objects.filter(town_id=town_id).order_by().values_list("year", flat=True).distinct()
    return tuple(sorted(set(years), reverse=True))


def _photos(ids: list[int]) -> defaultdict[int, list[PublicPhoto]]:
    """The latest of each, the newest first."""
    kept: defaultdict[int, list[PublicPhoto]] = defaultdict(list)
    found = ProjectPhoto.objects.filter(project__in=ids, is_public=True).order_by("-taken_on", "-pk")
    for project_id, sha256, caption, width, height in found.values_list(*_PHOTO):
        if len(kept[project_id]) < MOST_PHOTOS:
            kept[project_id].append(PublicPhoto(sha256, caption, width, height))
    return kept


_COLUMNS = (
    *("number", "name", "field", "place", "beneficiaries", "goal", "funding", "unit", "due", "planned", "actual"),
    *("is_overdue", "days_over", "paid_yuan", "paid_tenths", "votes", "finished_on", "accepted_on", "rating"),
)
_PHOTO = ("project_id", "sha256", "caption", "width", "height")


def _project(row: ProjectRow, photos: list[PublicPhoto]) -> PublicProject:
    return PublicProject(
        **{name: getattr(row, name) for name in _COLUMNS},
        content=row.scale,
        investment_yuan=row.total_yuan,
        stage=row.state,
        stage_words=STAGES[row.state],
        colour=row.colour,
        colour_words=row.band.words.zh if row.band else "",
        is_changed=row.changes > 0,
        photos=tuple(photos),
    )


def _facts(project: PublicProject) -> dict[str, Any]:
    plain = {name: getattr(project, name) for name in project.__dataclass_fields__ if name not in ("photos", "rating")}
    days = {name: day.isoformat() if day else None for name, day in plain.items() if name.endswith("_on")}
    photos = [
        {"sha256": one.sha256, "caption": one.caption, "width": one.width, "height": one.height}
        for one in project.photos
    ]
    return {**plain, **days, "photos": photos, "rating": _rating(project.rating)}


def _rating(rating: RatedResult | None) -> dict[str, Any] | None:
    if rating is None:
        return None
    return {
        "grade": rating.grade,
        "rate_in_tenths_of_percent": rating.rate_in_tenths_of_percent,
        "satisfied": rating.satisfied,
        "basically": rating.basically,
        "dissatisfied": rating.dissatisfied,
        "declared_on": rating.declared_on.isoformat(),
        "session": rating.session_title.zh,
    }
