"""What was promised beside what happened."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from huitang.congress.targets import figure, lookup
from huitang.congress.targets.models import Target, TargetActual, YearTask
from huitang.congress.targets.target_file import tell_promise
from huitang.rules import target as target_rules
from huitang.rules import task as task_rules
from huitang.rules.target import Qualifier, TargetFinding, TargetState
from huitang.rules.task import TaskStanding

Period = TargetActual.Period


@dataclass(frozen=True)
class ActualFigure:
    """One actual figure; `told` with its unit, `difference` from the target with its sign."""

    thousandths: int
    told: str
    difference: str
    source: str
    finding: TargetFinding


@dataclass(frozen=True)
class TargetRow:
    """One target. `state` judges the year; the half-year is only shown against the whole year's target."""

    id: int
    name: str
    measure: str
    unit: str
    value: str
    qualifier: str
    promised: str
    meant: Qualifier
    half_year: ActualFigure | None
    year: ActualFigure | None
    source: str

    @property
    def state(self) -> TargetState:
        return self.year.finding.state if self.year else TargetState.NO_ACTUAL


@dataclass(frozen=True)
class ProgressRow:
    on: date
    percent: int
    note: str


@dataclass(frozen=True)
class TaskRow:
    """One task; `half_year` is its progress up to 30 June, `latest` the last one told."""

    id: int
    title: str
    owner: str
    measure: str
    due_on: date
    done_on: date | None
    outcome: str
    standing: TaskStanding
    days_late: int
    half_year: ProgressRow | None
    latest: ProgressRow | None

    @property
    def is_open(self) -> bool:
        return self.standing in (TaskStanding.OPEN, TaskStanding.OVERDUE)


@dataclass(frozen=True)
class TargetReport:
    """Promise and outcome of one year. `tolerance` is how far 左右 reaches, in the unit of the target, as told."""

    town_id: int
    year: int
    years: tuple[int, ...]
    tolerance: str
    targets: tuple[TargetRow, ...]
    tasks: tuple[TaskRow, ...]

    def count(self, *states: TargetState) -> int:
        return sum(row.state in states for row in self.targets)

    @property
    def met(self) -> int:
        return sum(row.state.is_met for row in self.targets)

    @property
    def not_met(self) -> int:
        return self.count(TargetState.NOT_MET)

    @property
    def undecided(self) -> int:
        """Without an actual figure, or with a qualifier nobody knows."""
        return self.count(TargetState.NO_ACTUAL, TargetState.ASK)

    def count_tasks(self, *standings: TaskStanding) -> int:
        return sum(task.standing in standings for task in self.tasks)

    @property
    def done(self) -> int:
        return self.count_tasks(TaskStanding.DONE, TaskStanding.DONE_LATE)

    @property
    def overdue(self) -> int:
        return self.count_tasks(TaskStanding.OVERDUE)


def targets_for_report(
    town_id: int, *, year: int, today: date | None = None, years: tuple[int, ...] = ()
) -> TargetReport:
    """Everything promised for a year and what came of it.

    Tasks stand as on `today`; without it, as at the end of the year. `years` is for a page that leads to others.
    """
    return reports_for(town_id, (year,), today=today, years=years)[0]


def reports_for(
    town_id: int, wanted: Sequence[int], *, today: date | None = None, years: tuple[int, ...] = ()
) -> tuple[TargetReport, ...]:
    """The same for several years; the number of queries is that of one."""
    tolerance = lookup.tolerance_of(town_id)
    promised = Target.objects.filter(town_id=town_id, year__in=wanted).prefetch_related("actuals").order_by("position")
    begun = YearTask.objects.filter(town_id=town_id, year__in=wanted).prefetch_related("progress")
    targets, tasks = tuple(promised), tuple(begun.order_by("due_on", "position"))
    return tuple(
        _report(
            town_id,
            year,
            tolerance,
            [one for one in targets if one.year == year],
            [one for one in tasks if one.year == year],
            today,
            years,
        )
        for year in wanted
    )


def _report(
    town_id: int,
    year: int,
    tolerance: int,
    targets: Sequence[Target],
    tasks: Sequence[YearTask],
    today: date | None,
    years: tuple[int, ...],
) -> TargetReport:
    day = today or date(year, 12, 31)
    return TargetReport(
        town_id=town_id,
        year=year,
        years=years,
        tolerance=figure.tell(tolerance),
        targets=tuple(_target(one, tolerance) for one in targets),
        tasks=tuple(_task(one, day) for one in tasks),
    )


def get_targets(town_id: int, *, year: int | None, today: date) -> TargetReport:
    """The year asked for, or the latest there is, or this one."""
    years = list_years(town_id)
    return targets_for_report(town_id, year=year or (years[0] if years else today.year), today=today, years=years)


def arranged(tasks: Sequence[TaskRow], *, order: str, is_overdue_only: bool = False) -> tuple[TaskRow, ...]:
    """Sorted by due, owner or standing; `-` before it turns it round."""
    shown = [task for task in tasks if not is_overdue_only or task.standing is TaskStanding.OVERDUE]
    by = _TASK_ORDERS.get(order.removeprefix("-"), _TASK_ORDERS["due"])
    return tuple(sorted(shown, key=by, reverse=order.startswith("-")))


def list_years(town_id: int) -> tuple[int, ...]:
    """The years with targets or tasks, the latest first."""
    years = {*Target.objects.filter(town_id=town_id).values_list("year", flat=True)}
    years |= {*YearTask.objects.filter(town_id=town_id).values_list("year", flat=True)}
    return tuple(sorted(years, reverse=True))


def count_open_tasks(town_id: int) -> int:
    """How many tasks are neither done nor dropped."""
    return YearTask.objects.filter(town_id=town_id, done_on=None, dropped_on=None).count()


def get_target(target_id: int, *, town_id: int) -> tuple[TargetRow, int, str]:
    """A target, its year and the tolerance as told. :raises TargetIsUnknown: also for one of another town"""
    kept, tolerance = lookup.target_of(town_id, target_id), lookup.tolerance_of(town_id)
    return _target(kept, tolerance), kept.year, figure.tell(tolerance)


def get_task(task_id: int, *, town_id: int, today: date) -> tuple[TaskRow, int]:
    """A task and its year. :raises TaskIsUnknown: also for one of another town"""
    task = lookup.task_of(town_id, task_id)
    return _task(task, today), task.year


def _target(kept: Target, tolerance: int) -> TargetRow:
    actuals = {actual.period: _actual(actual, kept, tolerance) for actual in kept.actuals.all()}
    return TargetRow(
        id=kept.pk,
        name=kept.name,
        measure=kept.measure,
        unit=kept.unit,
        value=figure.tell(kept.thousandths),
        qualifier=kept.qualifier,
        promised=tell_promise(kept.thousandths, kept.unit, kept.qualifier),
        meant=target_rules.read_qualifier(kept.qualifier),
        half_year=actuals.get(Period.HALF_YEAR),
        year=actuals.get(Period.YEAR),
        source=kept.source,
    )


def _actual(actual: TargetActual, kept: Target, tolerance: int) -> ActualFigure:
    finding = target_rules.judge(
        target=figure.as_fraction(kept.thousandths),
        qualifier=target_rules.read_qualifier(kept.qualifier),
        actual=figure.as_fraction(actual.thousandths),
        tolerance=figure.as_fraction(tolerance),
    )
    difference = actual.thousandths - kept.thousandths
    return ActualFigure(
        thousandths=actual.thousandths,
        told=f"{figure.tell(actual.thousandths)}{kept.unit}",
        difference=f"{'+' if difference > 0 else ''}{figure.tell(difference)}",
        source=actual.source,
        finding=finding,
    )


def _task(kept: YearTask, today: date) -> TaskRow:
    progress = [ProgressRow(one.on, one.percent, one.note) for one in kept.progress.all()]
    standing = task_rules.standing_on(
        today, due_on=kept.due_on, done_on=kept.done_on, is_dropped=kept.dropped_on is not None
    )
    late = task_rules.days_late(today, due_on=kept.due_on, done_on=kept.done_on)
    return TaskRow(
        id=kept.pk,
        title=kept.title,
        owner=kept.owner,
        measure=kept.measure,
        due_on=kept.due_on,
        done_on=kept.done_on,
        outcome=kept.outcome,
        standing=standing,
        days_late=0 if kept.dropped_on else late,
        half_year=_last([one for one in progress if one.on <= date(kept.year, 6, 30)]),
        latest=_last(progress),
    )


def _last(progress: Sequence[ProgressRow]) -> ProgressRow | None:
    return progress[-1] if progress else None


_TASK_ORDERS: dict[str, Callable[[TaskRow], tuple[object, ...]]] = {
    "due": lambda task: (task.due_on, task.id),
    "owner": lambda task: (task.owner, task.due_on, task.id),
    "standing": lambda task: (list(TaskStanding).index(task.standing), task.due_on, task.id),
}
