"""Adopted projects: taken from the vote of a session or entered by hand, corrected, put under deputies' eyes."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed
from huitang.congress.journal import commands as journal
from huitang.congress.journal.unchanged import must_be_as_seen
from huitang.congress.project_votes import chosen
from huitang.congress.project_votes.chosen import ChosenProject
from huitang.congress.projects import day_words, lookup, refusals
from huitang.congress.projects.models import Project, ProjectIdea
from huitang.congress.roster import queries as roster
from huitang.congress.sittings import queries as sittings
from huitang.congress.sittings.calendar import local_day
from huitang.congress.supervision import lookup as office

State = Project.State
WAN = 10_000


@dataclass(frozen=True, slots=True)
class Described:
    """What may be put right without the congress: who, when it starts, whom it serves, where in other words."""

    field: str = ""
    place: str = ""
    beneficiaries: str = ""
    funding: str = ""
    leader: str = ""
    unit: str = ""
    contact: str = ""
    starts_on: date | None = None
    goal: str = ""
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Promised:
    """What was adopted: a change of it is a change of the project."""

    name: str
    scale: str = ""
    total_yuan: int = 0
    year_yuan: int = 0
    due_on: date | None = None


@transaction.atomic
def take_adopted(*, session_id: int, year: int, actor: Actor, now: datetime) -> int:
    """Make one project of each the deputies chose in a session; those there are stay as they are. Returns how many came.

    :raises SessionIsUnknown: :raises YearIsWrong: :raises NothingIsChosen: no result is declared, or a round is open
    :raises NameIsTaken: another project of the year, entered by hand, has the name
    """
    actor.must_be_allowed_to(Deed.KEEP_PROJECTS)
    sittings.get_session(session_id, town_id=actor.town_id)
    lookup.refuse_year(year)
    found = chosen.list_chosen(session_id, town_id=actor.town_id)
    if not found:
        raise refusals.NothingIsChosen()
    known = set(
        Project.objects.filter(adopted_from__in=[one.id for one in found]).values_list("adopted_from", flat=True)
    )
    coming = [one for one in found if one.id not in known]
    ideas = dict(
        ProjectIdea.objects.filter(town_id=actor.town_id, year=year, state="CANDIDATE").values_list("title", "pk")
    )
    for one in coming:
        project = _keep(actor, year, **_of_chosen(one), session_id=session_id, idea_id=ideas.get(one.name))
        facts = {"name": one.name, "year": year, "votes": one.votes, "rank": one.rank}
        journal.append("project.adopted", actor=actor, at=now, subject=f"project:{project.pk}", facts=facts)
    return len(coming)


@transaction.atomic
def enter_project(
    *, year: int, promised: Promised, described: Described, adopted_on: date, actor: Actor, now: datetime
) -> int:
    """Enter a project adopted before this record began, or elsewhere; returns its id.

    :raises YearIsWrong: :raises NameIsMissing: :raises NameIsTaken: :raises DueIsBeforeStart: :raises MoneyIsWrong:
    :raises MoneyIsTooMuch: :raises DayHasNotCome: :raises TextIsTooLong:
    """
    actor.must_be_allowed_to(Deed.KEEP_PROJECTS)
    lookup.refuse_year(year)
    lookup.refuse_future(adopted_on, now=now)
    fields = {**checked_promise(promised, described.starts_on), **_checked(described, promised.due_on)}
    project = _keep(actor, year, **fields, adopted_on=adopted_on)
    facts = {"name": project.name, "year": year, "on": adopted_on.isoformat(), "total_yuan": project.total_yuan}
    journal.append("project.entered", actor=actor, at=now, subject=f"project:{project.pk}", facts=facts)
    return int(project.pk)


@transaction.atomic
def remove_project(*, project_id: int, reason: str, actor: Actor, now: datetime) -> None:
    """Take away one that was entered by hand in error and has nothing below it yet.

    :raises WordsAreMissing: :raises ProjectIsUnknown: :raises ProjectIsAtWork:
    """
    actor.must_be_allowed_to(Deed.KEEP_PROJECTS)
    told, project = lookup.said(reason, 300), lookup.project_of(actor, project_id)
    below = (project.reports, project.payments, project.photos, project.changes, project.milestones)
    if project.adopted_from_id or project.state != State.ADOPTED or any(rows.exists() for rows in below):
        raise refusals.ProjectIsAtWork(name=project.name)
    project.delete()
    facts = {"name": project.name, "year": project.year, "reason": told}
    journal.append("project.removed", actor=actor, at=now, subject=f"project:{project_id}", facts=facts)


@transaction.atomic
def correct_project(
    *, project_id: int, described: Described, actor: Actor, now: datetime, seen: int | None = None
) -> None:
    """Correct what needs no decision of the congress.

    :raises ProjectIsUnknown: :raises DueIsBeforeStart: :raises TextIsTooLong: :raises SomebodyWasQuicker:
    """
    actor.must_be_allowed_to(Deed.KEEP_PROJECTS)
    project, subject = lookup.project_of(actor, project_id), f"project:{project_id}"
    must_be_as_seen(chain=actor.chain, subject=subject, events=("project.corrected",), seen=seen)
    fields = _checked(described, project.due_on)
    facts = {name: _plain(value) for name, value in fields.items() if getattr(project, name) != value}
    Project.objects.filter(pk=project_id).update(**fields)
    facts.pop("contact", None)  # a phone number is no business of the journal
    journal.append("project.corrected", actor=actor, at=now, subject=subject, facts=facts)


@transaction.atomic
def name_supervisors(
    *, project_id: int, deputy_ids: Sequence[int], contact_id: int | None, actor: Actor, now: datetime
) -> None:
    """Say which deputies follow the project and which member of the presidium keeps contact.

    :raises ProjectIsUnknown: :raises DeputyIsNotInOffice:
    """
    actor.must_be_allowed_to(Deed.KEEP_PROJECTS)
    project = lookup.project_of(actor, project_id)
    named = sorted({*deputy_ids, *([contact_id] if contact_id else [])})
    kept = set(project.supervisors.values_list("pk", flat=True)) | {project.presidium_contact_id}
    in_office = {row.id for row in office.roll_on(actor.town_id, local_day(now))}
    strangers = [deputy for deputy in named if deputy not in in_office and deputy not in kept]
    if strangers:
        numbers = roster.numbers_of(actor.town_id, strangers)
        raise refusals.DeputyIsNotInOffice(numbers="、".join(str(numbers.get(one, "？")) for one in strangers))
    project.supervisors.set(sorted(set(deputy_ids)))
    Project.objects.filter(pk=project_id).update(presidium_contact_id=contact_id)
    facts = {"deputies": sorted(set(deputy_ids)), "contact_deputy": contact_id}
    subject = f"project:{project_id}"
    journal.append("project.supervisors_named", actor=actor, at=now, subject=subject, facts=facts)


def checked_promise(promised: Promised, starts_on: date | None) -> dict[str, object]:
    """What of a promise is kept. :raises NameIsMissing: :raises MoneyIsWrong: and the like"""
    if not promised.name.strip():
        raise refusals.NameIsMissing()
    refuse_money(promised.total_yuan, promised.year_yuan)
    _refuse_due(promised.due_on, starts_on)
    texts = lookup.fitted(Project, name=promised.name, scale=promised.scale)
    money = {"total_yuan": promised.total_yuan, "year_yuan": promised.year_yuan}
    return {**texts, **money, "due_on": promised.due_on}


def refuse_money(total: int, this_year: int) -> None:
    """:raises MoneyIsTooMuch: :raises MoneyIsWrong: more is spent this year than in all"""
    if max(total, this_year) > lookup.MOST_YUAN:
        raise refusals.MoneyIsTooMuch()
    if this_year > total:
        raise refusals.MoneyIsWrong(year=_wan(this_year), total=_wan(total))


def _wan(yuan: int) -> str:
    whole, rest = divmod(yuan, WAN)
    return f"{whole}.{rest:04d}".rstrip("0").rstrip(".")


def _checked(described: Described, due_on: date | None) -> dict[str, object]:
    _refuse_due(due_on, described.starts_on)
    texts = {name: text for name, text in asdict(described).items() if name != "starts_on"}
    return {**lookup.fitted(Project, **texts), "starts_on": described.starts_on}


def _refuse_due(due_on: date | None, starts_on: date | None) -> None:
    if due_on and starts_on and due_on < starts_on:
        raise refusals.DueIsBeforeStart(due=due_on, start=starts_on)


def _of_chosen(one: ChosenProject) -> dict[str, object]:
    starts_on, due_on = day_words.read_day(one.starts, is_end=False), day_words.read_day(one.due, is_end=True)
    return {
        "name": one.name,
        "field": one.category,
        "scale": one.scale,
        "total_yuan": one.investment_yuan or 0,
        "year_yuan": one.investment_yuan or 0,
        "funding": one.funding,
        "leader": one.leader,
        "unit": one.unit,
        "starts_on": None if starts_on and due_on and starts_on > due_on else starts_on,
        "starts_words": one.starts,
        "due_on": due_on,
        "due_words": one.due,
        "adopted_from_id": one.id,
        "adopted_on": local_day(one.declared_at),
        "votes": one.votes,
        "rank": one.rank,
    }


def _keep(actor: Actor, year: int, **fields: Any) -> Project:
    """The next one of the year; what an idea says of its place and basis comes with it."""
    others = Project.objects.filter(town_id=actor.town_id, year=year)
    number = (others.aggregate(last=Max("number"))["last"] or 0) + 1
    idea = ProjectIdea.objects.filter(pk=fields.get("idea_id", 0) or 0, town_id=actor.town_id).first()
    if idea is not None:
        fields |= {"place": idea.place, "basis": idea.basis}
    try:
        with transaction.atomic():
            return Project.objects.create(town_id=actor.town_id, year=year, number=number, **fields)
    except IntegrityError as error:
        raise refusals.NameIsTaken(year=year, name=fields["name"]) from error


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value
