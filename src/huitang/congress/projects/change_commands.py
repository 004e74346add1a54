"""验收, and what becomes of an adopted project that is changed or dropped: the congress decided it once."""

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed
from huitang.congress.journal import commands as journal
from huitang.congress.journal.unchanged import must_be_as_seen
from huitang.congress.projects import commands, lookup, refusals, terms, words
from huitang.congress.projects.commands import Promised
from huitang.congress.projects.lookup import OPEN, State
from huitang.congress.projects.models import Acceptance, Project, ProjectChange
from huitang.congress.resolutions import queries as resolutions
from huitang.congress.resolutions.commands import Matter
from huitang.congress.resolutions.queries import HandVoteRow
from huitang.congress.sittings.calendar import local_day
from huitang.rules import project_progress
from huitang.rules.project_progress import ChangeFinding, Part

Conclusion = Acceptance.Conclusion
DECIDING = (Matter.RESOLUTION, Matter.OTHER, Matter.PROJECT_LIST)
_PARTS = {
    Part.NAME: "name",
    Part.SCALE: "scale",
    Part.PLACE: "place",
    Part.MONEY: "total_yuan",
    Part.DUE: "due_on",
}


@transaction.atomic
def accept(*, project_id: int, on: date, by: str, conclusion: str, to_mend: str, actor: Actor, now: datetime) -> None:
    """Record an inspection for acceptance; a refused one goes back to be built.

    :raises ConclusionIsUnknown: :raises InspectorIsMissing: :raises MendingIsMissing: :raises DayHasNotCome:
    :raises DayIsTooEarly: :raises ProjectIsUnknown: :raises ProjectIsNotThere: :raises TextIsTooLong:
    """
    actor.must_be_allowed_to(Deed.KEEP_PROJECTS)
    project = lookup.project_of(actor, project_id)
    _refuse_wrong_acceptance(conclusion, by, to_mend)
    lookup.refuse_future(on, now=now)
    lookup.refuse_earlier(on, than=project.finished_on, what=_("完工"))
    told = lookup.fitted(Acceptance, by=by, to_mend="" if conclusion == Conclusion.ACCEPTED else to_mend)
    lookup.move(project, while_in=(State.FINISHED,), deed=_("登记验收"), **_after(conclusion, on))
    Acceptance.objects.create(project=project, on=on, conclusion=conclusion, **told)
    facts = {"name": project.name, "on": on.isoformat(), "conclusion": conclusion, **told}
    journal.append("project.inspected", actor=actor, at=now, subject=f"project:{project_id}", facts=facts)


@transaction.atomic
def take_acceptance_back(*, project_id: int, reason: str, actor: Actor, now: datetime) -> None:
    """Take back an acceptance entered in error. :raises WordsAreMissing: :raises ProjectIsNotThere:"""
    actor.must_be_allowed_to(Deed.KEEP_PROJECTS)
    told, project = lookup.said(reason, 300), lookup.project_of(actor, project_id)
    lookup.move(project, while_in=(State.ACCEPTED,), deed=_("退回验收"), state=State.FINISHED, accepted_on=None)
    last = project.acceptances.order_by("on", "pk").last()
    if last is not None:
        last.delete()
    facts = {"name": project.name, "reason": told}
    subject = f"project:{project_id}"
    journal.append("project.acceptance_taken_back", actor=actor, at=now, subject=subject, facts=facts)


@transaction.atomic
def change_project(
    *,
    project_id: int,
    promised: Promised,
    place: str,
    on: date,
    reason: str,
    decision_id: int | None,
    actor: Actor,
    now: datetime,
    seen: int | None = None,
) -> None:
    """Change what was adopted, with its reason and, where the rule asks for it, the decision of the congress.

    :raises NothingIsChanged: :raises CongressMustDecide: :raises DecisionDoesNotHold: :raises WordsAreMissing:
    :raises NameIsMissing: :raises NameIsTaken: :raises MoneyIsWrong: :raises DueIsBeforeStart: :raises DayHasNotCome:
    :raises ProjectIsUnknown: :raises ProjectIsNotThere: :raises SomebodyWasQuicker:
    """
    actor.must_be_allowed_to(Deed.KEEP_PROJECTS)
    project, subject = lookup.project_of(actor, project_id), f"project:{project_id}"
    must_be_as_seen(chain=actor.chain, subject=subject, events=("project.changed", "project.corrected"), seen=seen)
    told = lookup.said(reason, 300)
    lookup.refuse_future(on, now=now)
    wanted = {**commands.checked_promise(promised, project.starts_on), **lookup.fitted(Project, place=place)}
    parts = [part for part, name in _PARTS.items() if getattr(project, name) != wanted[name]]
    if not parts and project.year_yuan == promised.year_yuan:
        raise refusals.NothingIsChanged()
    _refuse_undecided(project, parts, promised.total_yuan, decision_id)
    before, after = _differences(project, wanted)
    if Part.DUE in parts:
        wanted["due_words"] = ""
    _move_to(project, wanted)
    _record(project, on, parts, before, after, told, decision_id)
    told_of = {"name": project.name, "on": on.isoformat(), "parts": parts, "before": before, "after": after}
    facts = {**told_of, "reason": told, "decision": decision_id}
    journal.append("project.changed", actor=actor, at=now, subject=subject, facts=facts)


@transaction.atomic
def drop_project(
    *, project_id: int, on: date, reason: str, decision_id: int | None, actor: Actor, now: datetime
) -> None:
    """停建: it stays on every list, with the reason and the decision.

    :raises CongressMustDecide: :raises DecisionDoesNotHold: :raises WordsAreMissing: :raises DayHasNotCome:
    :raises ProjectIsUnknown: :raises ProjectIsNotThere:
    """
    actor.must_be_allowed_to(Deed.KEEP_PROJECTS)
    project = lookup.project_of(actor, project_id)
    told = lookup.said(reason, 300)
    lookup.refuse_future(on, now=now)
    _refuse_undecided(project, [Part.STOP], project.total_yuan, decision_id)
    lookup.move(project, while_in=OPEN, deed=_("停建"), state=State.DROPPED, dropped_on=on)
    _record(project, on, [Part.STOP], {}, {}, told, decision_id)
    facts: dict[str, object] = {"name": project.name, "on": on.isoformat(), "reason": told, "decision": decision_id}
    journal.append("project.dropped", actor=actor, at=now, subject=f"project:{project_id}", facts=facts)


def list_decisions(town_id: int, *, adopted_on: date | None = None) -> tuple[HandVoteRow, ...]:
    """What the congress adopted and a change may rest on: never a vote older than the project itself."""
    passed = resolutions.list_passed(town_id, matters=DECIDING)
    return tuple(
        vote for vote in passed if vote.decided_at and (not adopted_on or local_day(vote.decided_at) >= adopted_on)
    )


def find_need(town_id: int, parts: list[Part], *, before: int, after: int, is_decided: bool) -> ChangeFinding:
    """Whether such a change needs the congress under the town's setting."""
    own = terms.terms_of(town_id)
    return project_progress.may_change(
        parts,
        money_before=before,
        money_after=after,
        free_percent=own.free_percent,
        needs_congress=own.change_needs_congress,
        is_decided=is_decided,
    )


def _refuse_undecided(project: Project, parts: list[Part], after: int, decision_id: int | None) -> None:
    decisions = {vote.id for vote in list_decisions(project.town_id, adopted_on=project.adopted_on)}
    if decision_id is not None and decision_id not in decisions:
        raise refusals.DecisionDoesNotHold()
    before, is_decided = adopted_yuan(project), decision_id is not None
    found = find_need(project.town_id, parts, before=before, after=after, is_decided=is_decided)
    if not found.is_allowed:
        raise refusals.CongressMustDecide(parts="、".join(words.part_name(part) for part in found.needs))


def adopted_yuan(project: Project) -> int:
    """The total the congress last decided: small steps must not add up to a large one."""
    changes = list(project.changes.order_by("on", "pk"))
    decided = [change for change in changes if change.decision_id and "total_yuan" in change.after]
    if decided:
        return int(decided[-1].after["total_yuan"])
    first = next((change for change in changes if "total_yuan" in change.before), None)
    return int(first.before["total_yuan"]) if first else project.total_yuan


def _differences(project: Project, wanted: dict[str, object]) -> tuple[dict[str, object], dict[str, object]]:
    changed = [name for name in wanted if getattr(project, name) != wanted[name]]
    return {name: _plain(getattr(project, name)) for name in changed}, {name: _plain(wanted[name]) for name in changed}


def _move_to(project: Project, wanted: dict[str, object]) -> None:
    try:
        with transaction.atomic():
            lookup.move(project, while_in=OPEN, deed=_("调整"), **wanted)
    except IntegrityError as error:
        raise refusals.NameIsTaken(year=project.year, name=wanted["name"]) from error


def _record(
    project: Project,
    on: date,
    parts: list[Part],
    before: dict[str, object],
    after: dict[str, object],
    reason: str,
    decision_id: int | None,
) -> None:
    told = {"parts": [str(part) for part in parts], "before": before, "after": after, "reason": reason}
    ProjectChange.objects.create(project=project, on=on, decision_id=decision_id, **told)


def _refuse_wrong_acceptance(conclusion: str, by: str, to_mend: str) -> None:
    if conclusion not in Conclusion.values:
        raise refusals.ConclusionIsUnknown()
    if not by.strip():
        raise refusals.InspectorIsMissing()
    if conclusion != Conclusion.ACCEPTED and not to_mend.strip():
        raise refusals.MendingIsMissing()


def _after(conclusion: str, on: date) -> dict[str, object]:
    if conclusion == Conclusion.REFUSED:
        return {"state": State.BUILDING, "finished_on": None}
    return {"state": State.ACCEPTED, "accepted_on": on}


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value
