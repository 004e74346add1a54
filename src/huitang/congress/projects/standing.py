"""How each project stands on a day: gathered from its rows once for many, by the rules."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum

from huitang.adapters.spreadsheets.amount import tell_amount
from huitang.congress.projects import words
from huitang.congress.projects.models import Project, ProjectMilestone, ProjectPayment, ProjectPhoto, ProjectReport
from huitang.congress.projects.terms import ProjectTerms
from huitang.congress.ratings import queries as ratings
from huitang.congress.ratings.queries import RatedResult
from huitang.rules import project_progress
from huitang.rules.project_progress import Band, PlannedStep, Reported

State = Project.State


@dataclass(frozen=True)
class ProjectRow:
    """One project on a day. `band` is None where nothing was planned; a dropped project has neither plan nor colour."""

    id: int
    year: int
    number: int
    name: str
    field: str
    place: str
    scale: str
    beneficiaries: str
    total_yuan: int
    year_yuan: int
    funding: str
    leader: str
    unit: str
    starts_on: date | None
    starts_words: str
    due_on: date | None
    due_words: str
    goal: str
    adopted_on: date
    votes: int | None
    rank: int | None
    state: str
    state_name: str
    began_on: date | None
    finished_on: date | None
    accepted_on: date | None
    dropped_on: date | None
    planned: int | None
    actual: int
    band: Band | None
    is_overdue: bool
    days_over: int
    paid_yuan: int
    paid_tenths: int | None
    photos: int
    changes: int
    rating: RatedResult | None

    @property
    def variance(self) -> int | None:
        """Points of a per cent ahead of the plan; behind it: negative."""
        return None if self.planned is None else self.actual - self.planned

    @property
    def is_dropped(self) -> bool:
        return self.state == State.DROPPED

    @property
    def colour(self) -> str:
        return str(self.band.colour) if self.band else ""

    @property
    def total(self) -> str:
        """In 万元."""
        return tell_amount(self.total_yuan)

    @property
    def year_money(self) -> str:
        return tell_amount(self.year_yuan)

    @property
    def paid(self) -> str:
        return tell_amount(self.paid_yuan)

    @property
    def paid_share(self) -> str:
        return words.tell_tenths(self.paid_tenths)

    @property
    def due(self) -> str:
        """The day, or the words of the list where they name none."""
        return self.due_on.isoformat() if self.due_on else self.due_words


@dataclass(frozen=True)
class _Below:
    """What hangs below the projects, by project."""

    steps: Mapping[int, Sequence[PlannedStep]]
    reports: Mapping[int, Sequence[Reported]]
    paid: Mapping[int, int]
    photos: Mapping[int, int]
    changes: Mapping[int, int]


def read_rows(found: QuerySet[Project], *, terms: ProjectTerms, on: date) -> tuple[ProjectRow, ...]:
    """Every project of the query in its order, as it stands on the day; as many queries for one as for a thousand."""
    projects = list(found)
    below = _below([project.pk for project in projects], on)
    town_id = projects[0].town_id if projects else 0
    rated = ratings.list_results([subject_of(project.pk) for project in projects], town_id=town_id)
    return tuple(_row(project, below, terms, on, rated) for project in projects)


def subject_of(project_id: int) -> str:
    """What a rating and the journal call a project."""
    return f"project:{project_id}"


def _below(ids: list[int], on: date) -> _Below:
    steps, reports = defaultdict(list), defaultdict(list)
    for one in ProjectMilestone.objects.filter(project__in=ids).order_by("planned_on", "share", "pk"):
        steps[one.project_id].append(PlannedStep(one.title, one.share, one.planned_on, one.done_on))
    told = ProjectReport.objects.filter(project__in=ids).order_by("on", "pk")
    for project_id, day, percent in told.values_list("project_id", "on", "percent"):
        reports[project_id].append(Reported(day, percent))
    paid = ProjectPayment.objects.filter(project__in=ids, on__lte=on).order_by().values_list("project_id")
    photos = ProjectPhoto.objects.filter(project__in=ids).order_by().values_list("project_id")
    counted = (
        Project.objects.filter(pk__in=ids)
        .order_by()
        .annotate(number_of=Count("changes", filter=Q(changes__on__lte=on)))
    )
    return _Below(
        steps=steps,
        reports=reports,
        paid=dict(paid.annotate(Sum("yuan"))),
        photos=dict(photos.annotate(Count("pk"))),
        changes=dict(counted.values_list("pk", "number_of")),
    )


def _row(
    project: Project, below: _Below, terms: ProjectTerms, on: date, rated: Mapping[str, RatedResult]
) -> ProjectRow:
    state = state_on(project, on)
    paid = below.paid.get(project.pk, 0)
    kept = {name: getattr(project, name) for name in _COLUMNS}
    planned, actual, band = _progress(project, state, below, terms, on)
    is_late = state != State.DROPPED and project_progress.is_overdue(
        on, due_on=project.due_on, finished_on=_by(project.finished_on, on)
    )
    return ProjectRow(
        **kept,
        id=project.pk,
        state=state,
        state_name=words.state_name(state),
        planned=planned,
        actual=actual,
        band=band,
        is_overdue=is_late,
        days_over=(on - project.due_on).days if is_late and project.due_on else 0,
        paid_yuan=paid,
        paid_tenths=project_progress.paid_tenths(paid=paid, budgeted=project.total_yuan),
        photos=below.photos.get(project.pk, 0),
        changes=below.changes.get(project.pk, 0),
        rating=rated.get(subject_of(project.pk)),
    )


_COLUMNS = (
    *("year", "number", "name", "field", "place", "scale", "beneficiaries", "total_yuan", "year_yuan", "funding"),
    *("leader", "unit", "starts_on", "starts_words", "due_on", "due_words", "goal", "adopted_on", "votes", "rank"),
    *("began_on", "finished_on", "accepted_on", "dropped_on"),
)


def _progress(
    project: Project, state: str, below: _Below, terms: ProjectTerms, on: date
) -> tuple[int | None, int, Band | None]:
    steps, reports = below.steps.get(project.pk, ()), below.reports.get(project.pk, ())
    is_finished = state in (State.FINISHED, State.ACCEPTED)
    actual = project_progress.actual_percent(on, steps=steps, reports=reports, is_finished=is_finished)
    if state == State.DROPPED:
        return None, actual, None
    start, due = project.starts_on, project.due_on
    planned = project_progress.planned_percent(on, steps=steps, starts_on=start, due_on=due)
    variance = None if planned is None else actual - planned
    is_accepted = state == State.ACCEPTED
    return planned, actual, project_progress.find_band(variance, bands=terms.bands, is_accepted=is_accepted)


def state_on(project: Project, on: date) -> str:
    """Where it stood on an earlier day, as far as its days tell."""
    if _by(project.dropped_on, on):
        return State.DROPPED
    if _by(project.accepted_on, on):
        return State.ACCEPTED
    if _by(project.finished_on, on):
        return State.FINISHED
    return State.BUILDING if _by(project.began_on, on) else State.ADOPTED


def _by(day: date | None, on: date) -> date | None:
    return day if day is not None and day <= on else None


def sum_of(rows: Iterable[Any], name: str) -> int:
    return sum(getattr(row, name) for row in rows)
