"""What is due of the projects: milestones, last days, acceptance, and the deputies' visits where the office wants them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from django.utils.translation import gettext as _

from huitang.congress.projects import terms
from huitang.congress.projects.models import Project, ProjectMilestone, ProjectReport
from huitang.congress.projects.terms import ProjectTerms
from huitang.rules.due import Due

State = Project.State
MONTHS_OF_A_QUARTER = 3


def list_dues(town_id: int, *, on: date) -> tuple[Due, ...]:
    """Every duty of a project that is neither accepted nor dropped, the one due first at the top.

    The unit owes milestones, the last day and the acceptance, to the deputies who follow the project, else to the
    presidium; the deputies owe a visit each quarter while it is built. All these days are the office's choice.
    """
    own = terms.terms_of(town_id)
    found = Project.objects.filter(town_id=town_id).exclude(state__in=[State.ACCEPTED, State.DROPPED])
    projects = list(found.prefetch_related("supervisors").order_by("year", "number"))
    ids = [project.pk for project in projects]
    milestones = defaultdict(list)
    for one in ProjectMilestone.objects.filter(project__in=ids, done_on=None).order_by("planned_on", "pk"):
        milestones[one.project_id].append(one)
    seen = _visited(ids, on) if own.visits_each_quarter else None
    dues = [due for one in projects for due in _dues(one, milestones[one.pk], own, seen, on)]
    return tuple(sorted(dues, key=lambda due: (due.last_day, due.subject, due.clock)))


def _visited(ids: Sequence[int], on: date) -> frozenset[int]:
    """Where the deputies were in the quarter of the day, up to it."""
    first, _last = quarter_of(on)
    seen = ProjectReport.objects.filter(project__in=ids, by_deputies=True, on__range=(first, on))
    return frozenset(seen.order_by().values_list("project_id", flat=True))


def quarter_of(day: date) -> tuple[date, date]:
    """Its first and its last day."""
    first = date(day.year, (day.month - 1) // MONTHS_OF_A_QUARTER * MONTHS_OF_A_QUARTER + 1, 1)
    beyond = first + timedelta(days=95)  # in the month after the quarter, whichever it is
    return first, date(beyond.year, beyond.month, 1) - timedelta(days=1)


def _dues(
    project: Project,
    milestones: Sequence[ProjectMilestone],
    own: ProjectTerms,
    seen: frozenset[int] | None,
    on: date,
) -> Iterator[Due]:
    people = "、".join(deputy.called for deputy in project.supervisors.all())
    who = (project.unit or _("责任单位"), people or _("镇人大主席团"))
    if project.state == State.FINISHED and project.finished_on:
        last_day = project.finished_on + timedelta(days=own.accept_within_days)
        yield _due(project, "ACCEPTANCE", _("组织验收"), last_day, own, who)
        return
    for one in milestones:
        what = _("完成节点“{title}”（累计 {share}%）").format(title=one.title, share=one.share)
        yield _due(project, f"MILESTONE-{one.pk}", what, one.planned_on, own, who)
    if project.due_on:
        yield _due(project, "FINISH", _("按期完工"), project.due_on, own, who)
    if seen is not None and project.state == State.BUILDING and project.pk not in seen:
        visit = (people or _("镇人大主席团"), _("镇人大主席团"))
        yield _due(project, "VISIT", _("本季度到现场查看一次"), quarter_of(on)[1], own, visit)


def _due(project: Project, clock: str, what: str, last_day: date, own: ProjectTerms, who: tuple[str, str]) -> Due:
    return Due(
        subject=f"project:{project.pk}",
        clock=clock,
        title=project.name,
        what=what,
        last_day=last_day,
        if_moved=last_day,
        remind_days=own.remind_days,
        owes=who[0],
        waits=who[1],
    )
