"""Keeping tasks: added, changed, their progress reported, done, dropped, taken back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed
from huitang.congress.journal import commands as journal
from huitang.congress.journal.refusal import must_fit
from huitang.congress.sittings.calendar import local_day
from huitang.congress.targets import lookup, refusals
from huitang.congress.targets.models import TaskProgress, YearTask

LENGTHS = {"title": 100, "owner": 60, "measure": 300}
LONGEST_NOTE = 300


@dataclass(frozen=True)
class TaskWords:
    """What is said of a task when it is set."""

    title: str
    owner: str
    measure: str
    due_on: date


@transaction.atomic
def add_task(*, year: int, words: TaskWords, actor: Actor, now: datetime) -> int:
    """Keep a task the report promises; returns its id. :raises TaskIsThere: :raises FieldIsMissing:"""
    actor.must_be_allowed_to(Deed.KEEP_TARGETS)
    fields = _fields(words)
    last = YearTask.objects.filter(town_id=actor.town_id, year=year).aggregate(last=Max("position"))["last"] or 0
    try:
        with transaction.atomic():
            task = YearTask.objects.create(town_id=actor.town_id, year=year, position=last + 1, **fields)
    except IntegrityError as error:
        raise refusals.TaskIsThere(year=year, title=fields["title"]) from error
    _append("task.added", task, fields, actor, now)
    return int(task.pk)


@transaction.atomic
def change_task(*, task_id: int, words: TaskWords, actor: Actor, now: datetime) -> None:
    """Change what is said of an open task. :raises TaskIsSettled: :raises TaskIsThere: :raises FieldIsMissing:"""
    actor.must_be_allowed_to(Deed.KEEP_TARGETS)
    task = lookup.task_of(actor.town_id, task_id)
    fields = _fields(words)
    try:
        with transaction.atomic():
            found = _open(task_id).update(**fields)
    except IntegrityError as error:
        raise refusals.TaskIsThere(year=task.year, title=fields["title"]) from error
    if not found:
        raise refusals.TaskIsSettled(title=task.title)
    old = {name: getattr(task, name) for name in fields}
    _append("task.changed", task, {"old": _told(old), "new": _told(fields)}, actor, now)


@transaction.atomic
def report_progress(*, task_id: int, on: date, percent: int, note: str, actor: Actor, now: datetime) -> None:
    """Keep how far an open task had come on a day. :raises TaskIsSettled: :raises PercentIsWrong: :raises DayIsWrong:"""
    actor.must_be_allowed_to(Deed.KEEP_TARGETS)
    task = lookup.task_of(actor.town_id, task_id)
    _refuse_future(on, now)
    must_fit(note, LONGEST_NOTE)
    if not 0 <= percent <= 100:
        raise refusals.PercentIsWrong(percent=percent)
    if not _open(task_id).exists():
        raise refusals.TaskIsSettled(title=task.title)
    TaskProgress.objects.create(task_id=task_id, on=on, percent=percent, note=note.strip())
    _append("task.progress_reported", task, {"on": on, "percent": percent, "note": note.strip()}, actor, now)


@transaction.atomic
def finish_task(*, task_id: int, on: date, outcome: str, actor: Actor, now: datetime) -> None:
    """Keep that a task was done, and what came of it. :raises TaskIsSettled: :raises DayIsWrong:"""
    actor.must_be_allowed_to(Deed.KEEP_TARGETS)
    task = lookup.task_of(actor.town_id, task_id)
    _refuse_future(on, now)
    _settle(task, {"done_on": on, "outcome": outcome.strip()})
    _append("task.finished", task, {"on": on, "outcome": outcome.strip()}, actor, now)


@transaction.atomic
def drop_task(*, task_id: int, reason: str, actor: Actor, now: datetime) -> None:
    """Keep that a task will not be done, and why. :raises TaskIsSettled: :raises FieldIsMissing:"""
    actor.must_be_allowed_to(Deed.KEEP_TARGETS)
    task = lookup.task_of(actor.town_id, task_id)
    if not reason.strip():
        raise refusals.FieldIsMissing(field=_("理由"))
    _settle(task, {"dropped_on": local_day(now), "outcome": reason.strip()})
    _append("task.dropped", task, {"reason": reason.strip()}, actor, now)


@transaction.atomic
def reopen_task(*, task_id: int, actor: Actor, now: datetime) -> None:
    """Take back that a task was done or dropped. :raises TaskIsOpen:"""
    actor.must_be_allowed_to(Deed.KEEP_TARGETS)
    task = lookup.task_of(actor.town_id, task_id)
    settled = YearTask.objects.filter(pk=task_id).exclude(done_on=None, dropped_on=None)
    if not settled.update(done_on=None, dropped_on=None, outcome=""):
        raise refusals.TaskIsOpen(title=task.title)
    _append("task.reopened", task, {}, actor, now)


def _open(task_id: int) -> Any:
    return YearTask.objects.filter(pk=task_id, done_on=None, dropped_on=None)


def _settle(task: YearTask, fields: Mapping[str, Any]) -> None:
    must_fit(fields["outcome"], LONGEST_NOTE)
    if not _open(task.pk).update(**fields):
        raise refusals.TaskIsSettled(title=task.title)


def _fields(words: TaskWords) -> dict[str, Any]:
    fields = {"title": words.title.strip(), "owner": words.owner.strip(), "measure": words.measure.strip()}
    for name, label in (("title", _("任务")), ("owner", _("责任单位"))):
        if not fields[name]:
            raise refusals.FieldIsMissing(field=label)
    for name, longest in LENGTHS.items():
        must_fit(fields[name], longest)
    return {**fields, "due_on": words.due_on}


def _refuse_future(day: date, now: datetime) -> None:
    if day > local_day(now):
        raise refusals.DayIsWrong(day=day)


def _told(facts: Mapping[str, Any]) -> dict[str, Any]:
    return {name: fact.isoformat() if isinstance(fact, date) else fact for name, fact in facts.items()}


def _append(event: str, task: YearTask, facts: Mapping[str, Any], actor: Actor, now: datetime) -> None:
    told = {"title": task.title, **_told(facts)}
    journal.append(event, actor=actor, at=now, subject=f"task:{task.pk}", facts=told)
