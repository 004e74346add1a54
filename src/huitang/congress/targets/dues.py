"""What is due of the year's promises: tasks by their day, and the figures of the half-year and the year."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from huitang.congress.targets.models import Target, TargetActual, YearTask
from huitang.rules.due import USUAL_REMIND_DAYS, Due

FIGURES_AFTER_DAYS = 31
"""Figures of the half-year are asked for by 31 July, those of the year by 31 January; no law sets a day, this is
the usual month for counting. They press from the day after the period ends."""

Period = TargetActual.Period


def list_dues(town_id: int, *, on: date) -> tuple[Due, ...]:
    """Open tasks, and for each year the targets that have no figure yet; two queries."""
    tasks = YearTask.objects.filter(town_id=town_id, done_on=None, dropped_on=None).order_by("due_on", "pk")
    return (*(_task(one) for one in tasks), *_figures(town_id, on))


def _task(found: YearTask) -> Due:
    """The report's own day: no day of rest moves it."""
    return Due(
        subject=f"task:{found.pk}",
        clock="TASK",
        title=found.title,
        what=_("完成任务"),
        owes=found.owner,
        waits=_("人民代表大会"),
        last_day=found.due_on,
        if_moved=found.due_on,
        remind_days=USUAL_REMIND_DAYS,
    )


def _figures(town_id: int, on: date) -> Iterator[Due]:
    """A half-year that was never counted is not asked for once its year is over."""
    with_half = Count("pk", filter=Q(actuals__period=Period.HALF_YEAR))
    with_year = Count("pk", filter=Q(actuals__period=Period.YEAR))
    by_year = Target.objects.filter(town_id=town_id).values("year").order_by("year")
    counted = by_year.annotate(all=Count("pk", distinct=True), half=with_half, full=with_year)
    for row in counted.values_list("year", "all", "half", "full"):
        year, everything, half, full = row
        if half < everything and on.year == year:
            what = _("填上半年实际数（还差 {number} 项）").format(number=everything - half)
            yield _figure(year, Period.HALF_YEAR, what, date(year, 7, 31), FIGURES_AFTER_DAYS - 1)
        if full < everything:
            what = _("填全年实际数（还差 {number} 项）").format(number=everything - full)
            yield _figure(year, Period.YEAR, what, date(year + 1, 1, 31), FIGURES_AFTER_DAYS - 1)


def _figure(year: int, period: Period, what: str, last: date, remind_days: int) -> Due:
    return Due(
        subject=f"targets:{year}",
        clock=period.value,
        title=_("{year} 年指标").format(year=year),
        what=what,
        owes=_("镇政府"),
        waits=_("人民代表大会"),
        last_day=last,
        if_moved=last,
        remind_days=remind_days,
    )
