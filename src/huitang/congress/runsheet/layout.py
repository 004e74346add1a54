"""Laying a session out from a playbook, or from the session before it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db import transaction

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed
from huitang.congress.agenda import commands as agenda
from huitang.congress.agenda import queries as agenda_items
from huitang.congress.attendance import commands as attendance
from huitang.congress.attendance import queries as attendees
from huitang.congress.elections import commands as elections
from huitang.congress.elections.models import Election
from huitang.congress.elections.posts import POSTS
from huitang.congress.journal import commands as journal
from huitang.congress.project_votes import commands as project_votes
from huitang.congress.ratings import queries as ratings
from huitang.congress.ratings.queries import RatingRow
from huitang.congress.resolutions import commands as resolutions
from huitang.congress.resolutions.commands import Matter
from huitang.congress.runsheet import refusals
from huitang.congress.runsheet.deeds import StepDeed
from huitang.congress.runsheet.models import RunSheetStep
from huitang.congress.runsheet.playbook import PlannedSitting, PlannedStep, Playbook, get_playbook
from huitang.congress.runsheet.words import fill
from huitang.congress.sittings import calendar
from huitang.congress.sittings import commands as sittings
from huitang.congress.sittings import queries as sessions
from huitang.congress.sittings.queries import SessionRow

GAP = 100  # between positions, so that a step can be put in between


@dataclass(frozen=True)
class PostToFill:
    """One post the session elects; `vacancy` is a rules.by_election.Vacancy."""

    post: str
    seats: int
    kind: str = "BY_ELECTION"
    vacancy: str = "RESIGNATION_ACCEPTED"
    surplus: int = 0


@dataclass
class _Laying:
    """What is known while a session is laid out."""

    session: SessionRow
    facts: dict[str, str]
    items: dict[str, int]
    elections: tuple[int, ...]
    project_vote: int | None
    rating: int | None
    actor: Actor
    now: datetime
    position: int = 0


@transaction.atomic
def convene(
    *,
    term_id: int,
    number: int,
    playbook: str,
    opens_on: date,
    closes_on: date,
    place: str,
    posts: Sequence[PostToFill],
    projects_to_choose: int | None,
    from_session_id: int | None,
    actor: Actor,
    now: datetime,
    called_by: str = "",
) -> int:
    """Prepare a session and lay it out in one deed, as the start of the next one if `from_session_id` is given.

    `called_by` is why an extra session was called (ZZF 14(3)); an ordinary one has none.

    :raises SessionNumberIsTaken: :raises DatesAreReversed: :raises PlaybookIsUnknown: :raises PostsAreMissing:
    :raises ProjectsAreNotPlanned: :raises SessionIsUnknown: the earlier session is not of this town
    """
    _must_fit_playbook(_playbook(playbook), posts, projects_to_choose)
    if from_session_id is not None:
        sessions.get_session(from_session_id, town_id=actor.town_id)
    session_id = sittings.create_session(
        term_id=term_id,
        number=number,
        playbook=playbook,
        opens_on=opens_on,
        closes_on=closes_on,
        place=place,
        actor=actor,
        now=now,
        called_by=called_by,
    )
    lay_out(session_id=session_id, posts=posts, projects_to_choose=projects_to_choose, actor=actor, now=now)
    if from_session_id is not None:
        carry_over(from_session_id=from_session_id, session_id=session_id, actor=actor, now=now)
    return session_id


@transaction.atomic
def lay_out(
    *,
    session_id: int,
    posts: Sequence[PostToFill],
    projects_to_choose: int | None,
    actor: Actor,
    now: datetime,
) -> None:
    """Write agenda, schedule, votes and run sheet of a fresh session from its playbook.

    :raises SessionIsLaidOut: :raises PlaybookIsUnknown:
    """
    actor.must_be_allowed_to(Deed.PLAN_SESSION)
    session = sessions.get_session(session_id, town_id=actor.town_id)
    if RunSheetStep.objects.filter(session_id=session_id).exists():
        raise refusals.SessionIsLaidOut()
    playbook = _playbook(session.playbook)
    rating = _rating_of(session)
    facts = _facts(session, posts, rating)
    items = _add_items(
        playbook,
        session,
        facts,
        has_posts=bool(posts),
        has_projects=bool(projects_to_choose),
        has_rating=rating is not None,
        actor=actor,
        now=now,
    )
    laying = _Laying(
        session=session,
        facts=facts,
        items=items,
        elections=_add_elections(session, posts, items.get("ELECTION"), actor, now),
        project_vote=_add_project_vote(session, projects_to_choose, items.get("PROJECTS"), actor, now),
        rating=rating.id if rating else None,
        actor=actor,
        now=now,
    )
    for sitting in playbook.sittings:
        _add_sitting(laying, sitting)
    facts_told = {
        "playbook": playbook.name,
        "steps": RunSheetStep.objects.filter(session_id=session_id).count(),
    }
    journal.append("session.laid_out", actor=actor, at=now, subject=f"session:{session_id}", facts=facts_told)


@transaction.atomic
def carry_over(*, from_session_id: int, session_id: int, actor: Actor, now: datetime) -> None:
    """Start a fresh session from an earlier one: the office's own wording of items and steps, and who sits in.

    Laid out from the playbook first; then titles, reporters and words the office had changed are taken over.

    :raises SessionIsUnknown: one of the two is of another town
    """
    actor.must_be_allowed_to(Deed.PLAN_SESSION)
    for each in (from_session_id, session_id):
        sessions.get_session(each, town_id=actor.town_id)
    earlier = {item.subject: item for item in agenda_items.list_items(from_session_id)}
    for item in agenda_items.list_items(session_id):
        known = earlier.get(item.subject)
        if known is not None and known.reporter:
            agenda.change_item(
                item_id=item.id,
                verb=known.verb,
                title=item.title,
                reporter=known.reporter,
                needs_vote=known.needs_vote,
                actor=actor,
                now=now,
            )
    for row in attendees.list_attendees(from_session_id):
        attendance.list_attendee(
            session_id=session_id, name=row.name, post=row.post, standing=row.standing, actor=actor, now=now
        )
    _carry_words(from_session_id, session_id)
    facts = {"from": from_session_id}
    journal.append("session.carried_over", actor=actor, at=now, subject=f"session:{session_id}", facts=facts)


def _carry_words(from_session_id: int, session_id: int) -> None:
    said = {
        (step.deed, step.title): step.words
        for step in RunSheetStep.objects.filter(session_id=from_session_id, deed=StepDeed.SAY)
    }
    for step in RunSheetStep.objects.filter(session_id=session_id, deed=StepDeed.SAY):
        words = said.get((step.deed, step.title))
        if words is not None:
            RunSheetStep.objects.filter(pk=step.pk).update(words=words)


def _playbook(name: str) -> Playbook:
    try:
        return get_playbook(name)
    except KeyError as error:
        raise refusals.PlaybookIsUnknown(name=name) from error


def _must_fit_playbook(playbook: Playbook, posts: Sequence[PostToFill], projects_to_choose: int | None) -> None:
    subjects = {item.subject for item in playbook.agenda}
    if subjects == {"ELECTION"} and not posts:
        raise refusals.PostsAreMissing()
    if projects_to_choose and "PROJECTS" not in subjects:
        raise refusals.ProjectsAreNotPlanned(playbook=playbook.title.zh)


def _rating_of(session: SessionRow) -> RatingRow | None:
    """None when nothing is set to be rated."""
    rating = ratings.find_rating(session.id)
    return rating if rating and rating.items else None


def _facts(session: SessionRow, posts: Sequence[PostToFill], rating: RatingRow | None) -> dict[str, str]:
    names = [f"{session.title.town}{POSTS[Election.Post(post.post)].zh.removeprefix('镇')}" for post in posts]
    return {
        "镇": session.title.town,
        "会议": session.title.zh,
        "今年": str(session.opens_on.year),
        "去年": str(session.opens_on.year - 1),
        "选举职务": "、".join(names),
        "测评": rating.title if rating else "",
    }


def _add_items(
    playbook: Playbook,
    session: SessionRow,
    facts: dict[str, str],
    *,
    has_posts: bool,
    has_projects: bool,
    has_rating: bool,
    actor: Actor,
    now: datetime,
) -> dict[str, int]:
    left_out = {"ELECTION": not has_posts, "PROJECTS": not has_projects, "RATING": not has_rating}
    return {
        item.subject: agenda.add_item(
            session_id=session.id,
            verb=item.verb,
            subject=item.subject,
            title=fill(item.title, facts),
            reporter="",
            needs_vote=item.needs_vote,
            actor=actor,
            now=now,
        )
        for item in playbook.agenda
        if not left_out.get(item.subject)
    }


def _add_elections(
    session: SessionRow, posts: Sequence[PostToFill], item: int | None, actor: Actor, now: datetime
) -> tuple[int, ...]:
    return tuple(
        elections.prepare_election(
            session_id=session.id,
            item_id=item,
            post=post.post,
            kind=post.kind,
            seats=post.seats,
            surplus=post.surplus,
            vacancy=post.vacancy,
            actor=actor,
            now=now,
        )
        for post in posts
    )


def _add_project_vote(
    session: SessionRow, to_choose: int | None, item: int | None, actor: Actor, now: datetime
) -> int | None:
    if not to_choose:
        return None
    return project_votes.prepare_vote(
        session_id=session.id,
        item_id=item,
        to_choose=to_choose,
        mode="MAJORITY",
        is_competitive=True,
        actor=actor,
        now=now,
    )


def _add_sitting(laying: _Laying, planned: PlannedSitting) -> None:
    day = laying.session.opens_on + timedelta(days=planned.day - 1)
    clock = time.fromisoformat(planned.time)
    sitting = sittings.plan_sitting(
        session_id=laying.session.id,
        kind=planned.kind,
        starts_at=datetime.combine(min(day, laying.session.closes_on), clock, calendar.local_zone()),
        place=laying.session.place,
        presider="",
        actor=laying.actor,
        now=laying.now,
    )
    for step in planned.steps:
        if not _is_left_out(laying, step):
            _add_steps(laying, sitting, step)


def _is_left_out(laying: _Laying, step: PlannedStep) -> bool:
    if step.matter == Matter.SCRUTINEERS:
        return not laying.elections and laying.project_vote is None and laying.rating is None
    return bool(step.item) and step.item not in laying.items


def _add_steps(laying: _Laying, sitting: int, step: PlannedStep) -> None:
    deed = StepDeed(step.deed)
    if deed is StepDeed.ELECTION:
        for election in laying.elections:
            _add_step(laying, sitting, step, f"election:{election}")
    elif deed is StepDeed.PROJECT_VOTE:
        _add_step(laying, sitting, step, f"project_vote:{laying.project_vote}")
    elif deed is StepDeed.RATING:
        _add_step(laying, sitting, step, f"rating:{laying.rating}")
    elif deed is StepDeed.HAND_VOTE:
        _add_step(laying, sitting, step, f"hand_vote:{_prepare_hand_vote(laying, step)}")
    else:
        _add_step(laying, sitting, step, "")


def _prepare_hand_vote(laying: _Laying, step: PlannedStep) -> int:
    return resolutions.prepare_vote(
        session_id=laying.session.id,
        matter=Matter(step.matter),
        title=_title(laying, step),
        text=fill(step.text, laying.facts) if step.text else "",
        item_id=laying.items.get(step.item),
        actor=laying.actor,
        now=laying.now,
    )


def _add_step(laying: _Laying, sitting: int, step: PlannedStep, subject: str) -> None:
    laying.position += GAP
    RunSheetStep.objects.create(
        session_id=laying.session.id,
        sitting_id=sitting,
        item_id=laying.items.get(step.item),
        position=laying.position,
        deed=step.deed,
        subject=subject,
        title=_title(laying, step),
        words=step.words,
    )


def _title(laying: _Laying, step: PlannedStep) -> str:
    if "{项目}" not in step.title:
        return fill(step.title, laying.facts) if step.title else ""
    titles = {item.subject: item.title for item in agenda_items.list_items(laying.session.id)}
    return fill(step.title, {**laying.facts, "项目": titles[step.item]})
