"""建设: milestones, reports of progress, payments; begun and finished."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Sum
from django.utils.translation import gettext as _

from huitang.adapters.spreadsheets.amount import tell_amount
from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed
from huitang.congress.journal import commands as journal
from huitang.congress.projects import lookup, refusals
from huitang.congress.projects.lookup import OPEN, State
from huitang.congress.projects.models import Project, ProjectMilestone, ProjectPayment, ProjectReport


@dataclass(frozen=True, slots=True)
class Milestone:
    """By `planned_on`, `share` per cent of the whole shall be done."""

    title: str
    share: int
    planned_on: date


@transaction.atomic
def begin(*, project_id: int, on: date, actor: Actor, now: datetime) -> None:
    """开工. :raises ProjectIsUnknown: :raises ProjectIsNotThere: :raises DayHasNotCome:"""
    actor.must_be_allowed_to(Deed.KEEP_PROJECTS)
    project = lookup.project_of(actor, project_id)
    lookup.refuse_future(on, now=now)
    lookup.move(project, while_in=(State.ADOPTED,), deed=_("登记开工"), state=State.BUILDING, began_on=on)
    _tell("project.begun", project, actor, now, on=on.isoformat())


@transaction.atomic
def finish(*, project_id: int, on: date, actor: Actor, now: datetime) -> None:
    """完工; it waits for its acceptance.

    :raises ProjectIsUnknown: :raises ProjectIsNotThere: :raises DayHasNotCome: :raises DayIsTooEarly:
    """
    actor.must_be_allowed_to(Deed.KEEP_PROJECTS)
    project = lookup.project_of(actor, project_id)
    lookup.refuse_future(on, now=now)
    lookup.refuse_earlier(on, than=project.began_on, what=_("开工"))
    lookup.move(project, while_in=(State.BUILDING,), deed=_("登记完工"), state=State.FINISHED, finished_on=on)
    _tell("project.finished", project, actor, now, on=on.isoformat())


@transaction.atomic
def take_finish_back(*, project_id: int, reason: str, actor: Actor, now: datetime) -> None:
    """It is not finished after all. :raises WordsAreMissing: :raises ProjectIsUnknown: :raises ProjectIsNotThere:"""
    actor.must_be_allowed_to(Deed.KEEP_PROJECTS)
    told, project = lookup.said(reason, 300), lookup.project_of(actor, project_id)
    lookup.move(project, while_in=(State.FINISHED,), deed=_("退回完工"), state=State.BUILDING, finished_on=None)
    _tell("project.finish_taken_back", project, actor, now, reason=told)


@transaction.atomic
def plan_milestone(*, project_id: int, milestone: Milestone, actor: Actor, now: datetime) -> int:
    """Plan a milestone; shares are of the whole and never fall from one to the next. Returns its id.

    :raises NameIsMissing: :raises ShareIsWrong: :raises SharesDoNotRise: :raises ProjectIsUnknown:
    :raises ProjectIsNotThere: :raises TextIsTooLong:
    """
    actor.must_be_allowed_to(Deed.KEEP_PROJECTS)
    project = lookup.project_of(actor, project_id)
    lookup.move(project, while_in=OPEN, deed=_("加节点"))
    row = ProjectMilestone.objects.create(project=project, **_checked(project, milestone))
    _tell("project.milestone_planned", project, actor, now, **_facts(milestone))
    return int(row.pk)


@transaction.atomic
def change_milestone(*, milestone_id: int, milestone: Milestone, actor: Actor, now: datetime) -> int:
    """Change a milestone that is not done; returns its project. Raises what `plan_milestone` raises."""
    actor.must_be_allowed_to(Deed.KEEP_PROJECTS)
    row = lookup.row_of(actor, ProjectMilestone, milestone_id)
    lookup.move(row.project, while_in=OPEN, deed=_("改节点"))
    ProjectMilestone.objects.filter(pk=milestone_id).update(**_checked(row.project, milestone, but=milestone_id))
    before = {"was": f"{row.title} {row.share}% {row.planned_on.isoformat()}"}
    _tell("project.milestone_changed", row.project, actor, now, **_facts(milestone), **before)
    return int(row.project_id)


@transaction.atomic
def remove_milestone(*, milestone_id: int, actor: Actor, now: datetime) -> int:
    """Take a milestone out of the plan; returns its project. :raises RowIsUnknown: :raises ProjectIsNotThere:"""
    actor.must_be_allowed_to(Deed.KEEP_PROJECTS)
    row = lookup.row_of(actor, ProjectMilestone, milestone_id)
    lookup.move(row.project, while_in=OPEN, deed=_("删节点"))
    ProjectMilestone.objects.filter(pk=milestone_id).delete()
    _tell("project.milestone_removed", row.project, actor, now, milestone=row.title, share=row.share)
    return int(row.project_id)


@transaction.atomic
def mark_milestone(*, milestone_id: int, done_on: date | None, actor: Actor, now: datetime) -> int:
    """Say on which day it was reached; no day takes that back. Returns its project.

    :raises RowIsUnknown: :raises ProjectIsNotThere: :raises DayHasNotCome: :raises DayIsTooEarly:
    """
    actor.must_be_allowed_to(Deed.KEEP_PROJECTS)
    row = lookup.row_of(actor, ProjectMilestone, milestone_id)
    if done_on is not None:
        lookup.refuse_future(done_on, now=now)
        lookup.refuse_earlier(done_on, than=row.project.began_on, what=_("开工"))
    lookup.move(row.project, while_in=(State.BUILDING, State.FINISHED), deed=_("登记节点完成"))
    ProjectMilestone.objects.filter(pk=milestone_id).update(done_on=done_on)
    facts = {"milestone": row.title, "on": done_on.isoformat() if done_on else None}
    _tell("project.milestone_marked", row.project, actor, now, **facts)
    return int(row.project_id)


@transaction.atomic
def report(
    *, project_id: int, on: date, percent: int, note: str, by_deputies: bool, actor: Actor, now: datetime
) -> int:
    """Write down how far it is; returns the report's id.

    :raises PercentIsWrong: :raises DayHasNotCome: :raises DayIsTooEarly: :raises ProjectIsUnknown:
    :raises ProjectIsNotThere: :raises TextIsTooLong:
    """
    actor.must_be_allowed_to(Deed.KEEP_PROJECTS)
    project = lookup.project_of(actor, project_id)
    if not 0 <= percent <= 100:
        raise refusals.PercentIsWrong()
    lookup.refuse_future(on, now=now)
    lookup.refuse_earlier(on, than=project.began_on, what=_("开工"))
    texts = lookup.fitted(ProjectReport, note=note)
    lookup.move(project, while_in=(State.BUILDING,), deed=_("登记进度"))
    row = ProjectReport.objects.create(project=project, on=on, percent=percent, by_deputies=by_deputies, **texts)
    _tell("project.reported", project, actor, now, on=on.isoformat(), percent=percent, note=texts["note"])
    return int(row.pk)


@transaction.atomic
def remove_report(*, report_id: int, reason: str, actor: Actor, now: datetime) -> int:
    """Take away a report entered in error; returns its project. :raises WordsAreMissing: :raises RowIsUnknown:"""
    actor.must_be_allowed_to(Deed.KEEP_PROJECTS)
    told, row = lookup.said(reason, 300), lookup.row_of(actor, ProjectReport, report_id)
    ProjectReport.objects.filter(pk=report_id).delete()
    facts = {"on": row.on.isoformat(), "percent": row.percent, "reason": told}
    _tell("project.report_removed", row.project, actor, now, **facts)
    return int(row.project_id)


@transaction.atomic
def pay(
    *,
    project_id: int,
    on: date,
    yuan: int,
    payee: str,
    note: str,
    beyond_because: str = "",
    actor: Actor,
    now: datetime,
) -> int:
    """Write down a payment; together they stay within the total, or a reason is given. Returns its id.

    :raises PaymentIsNothing: :raises PaymentIsBeyond: :raises DayHasNotCome: :raises ProjectIsUnknown:
    :raises TextIsTooLong: :raises MoneyIsTooMuch:
    """
    actor.must_be_allowed_to(Deed.KEEP_PROJECTS)
    project = lookup.project_of(actor, project_id)
    lookup.refuse_future(on, now=now)
    if yuan <= 0:
        raise refusals.PaymentIsNothing()
    paid = (project.payments.aggregate(paid=Sum("yuan"))["paid"] or 0) + yuan
    if paid > lookup.MOST_YUAN:
        raise refusals.MoneyIsTooMuch()
    is_beyond = paid > project.total_yuan
    if is_beyond and not beyond_because.strip():
        raise refusals.PaymentIsBeyond(paid=tell_amount(paid), total=tell_amount(project.total_yuan))
    told = beyond_because if is_beyond else ""
    texts = lookup.fitted(ProjectPayment, payee=payee, note=note, beyond_because=told)
    row = ProjectPayment.objects.create(project=project, on=on, yuan=yuan, **texts)
    facts = {"on": on.isoformat(), "yuan": yuan, "note": texts["note"], "reason": texts["beyond_because"]}
    _tell("project.paid", project, actor, now, **facts)
    return int(row.pk)


@transaction.atomic
def remove_payment(*, payment_id: int, reason: str, actor: Actor, now: datetime) -> int:
    """Take away a payment entered in error; returns its project. :raises WordsAreMissing: :raises RowIsUnknown:"""
    actor.must_be_allowed_to(Deed.KEEP_PROJECTS)
    told, row = lookup.said(reason, 300), lookup.row_of(actor, ProjectPayment, payment_id)
    ProjectPayment.objects.filter(pk=payment_id).delete()
    _tell("project.payment_removed", row.project, actor, now, on=row.on.isoformat(), yuan=row.yuan, reason=told)
    return int(row.project_id)


def _checked(project: Project, milestone: Milestone, but: int = 0) -> dict[str, object]:
    if not milestone.title.strip():
        raise refusals.NameIsMissing()
    if not 1 <= milestone.share <= 100:
        raise refusals.ShareIsWrong()
    for other in project.milestones.exclude(pk=but):
        is_before = other.planned_on < milestone.planned_on
        is_after = other.planned_on > milestone.planned_on
        if (is_before and other.share > milestone.share) or (is_after and other.share < milestone.share):
            raise refusals.SharesDoNotRise(title=other.title, day=other.planned_on, share=other.share)
    title = lookup.fitted(ProjectMilestone, title=milestone.title)["title"]
    return {"title": title, "share": milestone.share, "planned_on": milestone.planned_on}


def _facts(milestone: Milestone) -> dict[str, object]:
    planned_on = milestone.planned_on.isoformat()
    return {"milestone": milestone.title.strip(), "share": milestone.share, "planned_on": planned_on}


def _tell(event: str, project: Project, actor: Actor, now: datetime, **facts: object) -> None:
    facts = {"name": project.name, **facts}
    journal.append(event, actor=actor, at=now, subject=f"project:{project.pk}", facts=facts)
