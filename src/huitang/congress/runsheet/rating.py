"""What is rated and the run sheet change together: the step is there as long as there is something to rate."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed
from huitang.congress.agenda import commands as agenda
from huitang.congress.agenda import queries as agenda_items
from huitang.congress.project_votes import queries as project_votes
from huitang.congress.projects import queries as projects
from huitang.congress.ratings import commands as ratings
from huitang.congress.ratings import queries as rating_rows
from huitang.congress.ratings.queries import RatingDesk, RatingRow
from huitang.congress.ratings.refusals import NothingWasAdopted
from huitang.congress.ratings.standing import RatedItem
from huitang.congress.resolutions.commands import Matter
from huitang.congress.runsheet import items as agenda_and_steps
from huitang.congress.runsheet import posts
from huitang.congress.runsheet.commands import find_phase
from huitang.congress.runsheet.deeds import Phase, StepDeed
from huitang.congress.runsheet.models import RunSheetStep
from huitang.congress.runsheet.playbook import get_playbook
from huitang.congress.sittings import queries as sittings
from huitang.congress.sittings.models import Sitting
from huitang.congress.sittings.queries import SessionRow

_SUBJECT = "RATING"
_TAKEN_AFTER = ("ELECTION", "OTHER")  # items that stay behind a rating on the agenda
_PENDING = RunSheetStep.State.PENDING


@dataclass(frozen=True)
class RatingPage:
    """`coming` are the projects adopted last that are not listed yet."""

    desk: RatingDesk
    coming: tuple[str, ...]


def get_page(session_id: int, *, town_id: int) -> RatingPage:
    """:raises SessionIsUnknown: also for a session of another town"""
    desk = rating_rows.get_rating_desk(session_id, town_id=town_id)
    known = {item.name for item in desk.rating.items} if desk.rating else set()
    adopted = find_last_adopted(session_id, town_id=town_id)
    return RatingPage(desk, tuple(item.name for item in adopted if item.name not in known))


@transaction.atomic
def set_items(*, session_id: int, items: Sequence[RatedItem], actor: Actor, now: datetime) -> int:
    """Replace what the session rates and let agenda and run sheet follow; raises what `ratings.set_items` does."""
    rating_id = ratings.set_items(session_id=session_id, items=items, actor=actor, now=now)
    _follow(session_id, actor, now)
    return rating_id


@transaction.atomic
def add_item(*, session_id: int, name: str, actor: Actor, now: datetime) -> None:
    """Add one line in the office's own words; raises what `ratings.add_items` does."""
    ratings.add_items(session_id=session_id, items=[RatedItem(name)], actor=actor, now=now)
    _follow(session_id, actor, now)


@transaction.atomic
def add_last_projects(*, session_id: int, actor: Actor, now: datetime) -> int:
    """Add the projects the latest earlier session adopted, those not yet listed; returns how many were added.

    :raises NothingWasAdopted: and what `ratings.add_items` raises
    """
    actor.must_be_allowed_to(Deed.KEEP_RATING)
    found = find_last_adopted(session_id, town_id=actor.town_id)
    if not found:
        raise NothingWasAdopted()
    rating = rating_rows.find_rating(session_id)
    known = {item.name for item in rating.items} if rating else set()
    fresh = [item for item in found if item.name not in known]
    ratings.add_items(session_id=session_id, items=fresh, actor=actor, now=now)
    _follow(session_id, actor, now)
    return len(fresh)


@transaction.atomic
def remove_item(*, session_id: int, number: int, name: str, actor: Actor, now: datetime) -> None:
    """Take a line off; with the last one the step goes too. Raises what `ratings.remove_item` does."""
    ratings.remove_item(session_id=session_id, number=number, name=name, actor=actor, now=now)
    _follow(session_id, actor, now)


@transaction.atomic
def keep_settings(
    *,
    session_id: int,
    title: str,
    base: str,
    threshold_tenths: int | None,
    has_middle_grade: bool,
    actor: Actor,
    now: datetime,
) -> None:
    """Keep how the session rates; the item on the agenda takes the title. Raises what `ratings.keep_settings` does."""
    ratings.keep_settings(
        session_id=session_id,
        title=title,
        base=base,
        threshold_tenths=threshold_tenths,
        has_middle_grade=has_middle_grade,
        actor=actor,
        now=now,
    )
    for item in agenda_items.list_items(session_id):
        if item.subject == _SUBJECT and item.title != title.strip():
            agenda_and_steps.change_item(
                item_id=item.id,
                verb=item.verb,
                title=title,
                reporter=item.reporter,
                needs_vote=item.needs_vote,
                actor=actor,
                now=now,
            )


def find_last_adopted(session_id: int, *, town_id: int) -> tuple[RatedItem, ...]:
    """The projects the latest earlier session adopted. :raises SessionIsUnknown:

    Where they are followed through their year it is those still to be built or used, under the names they have now,
    so that the grade is found with the project; else the names that were voted on.
    """
    session = sittings.get_session(session_id, town_id=town_id)
    earlier = [row for row in sittings.list_sessions(town_id) if row.opens_on < session.opens_on]
    for row in sorted(earlier, key=lambda one: one.opens_on, reverse=True):
        vote = project_votes.find_vote(row.id)
        if vote is not None and vote.adopted:
            followed = projects.list_of_session(row.id, town_id=town_id)
            if followed:
                return tuple(RatedItem(name, subject) for name, subject in followed)
            return tuple(RatedItem(project.name) for project in vote.adopted_projects)
    return ()


def _follow(session_id: int, actor: Actor, now: datetime) -> None:
    rating = rating_rows.find_rating(session_id)
    step = RunSheetStep.objects.filter(session_id=session_id, deed=StepDeed.RATING).first()
    if rating is not None and rating.items and step is None:
        _put_step(rating, actor, now)
    elif step is not None and step.state == _PENDING and not (rating and rating.items):
        _take_step_off(step, actor, now)


def _put_step(rating: RatingRow, actor: Actor, now: datetime) -> None:
    session = sittings.get_session(rating.session_id)
    before = _find_place(session)
    if before is None:  # not laid out yet, or the last plenary is over
        return
    item = _item_of(rating, actor, now)
    if not posts.is_there(session.id, Matter.SCRUTINEERS):
        posts.put_vote(session, before, None, Matter.SCRUTINEERS, actor, now)
    words = next(
        step.words
        for sitting in get_playbook("spring").sittings
        for step in sitting.steps
        if step.deed == StepDeed.RATING
    )
    agenda_and_steps.put_before(before, StepDeed.RATING, item, title="", words=words, subject=f"rating:{rating.id}")


def _take_step_off(step: RunSheetStep, actor: Actor, now: datetime) -> None:
    """The vote on scrutineers stays where it was put: it can be skipped."""
    item_id = step.item_id
    step.delete()
    if item_id is not None and not RunSheetStep.objects.filter(item_id=item_id).exists():
        agenda.remove_item(item_id=item_id, actor=actor, now=now)


def _find_place(session: SessionRow) -> int | None:
    """The first paper vote still to come; else what is only said before the last plenary closes, else its closing."""
    pending = RunSheetStep.objects.filter(
        session_id=session.id, state=_PENDING, sitting__kind=Sitting.Kind.PLENARY
    ).order_by("position")
    vote = pending.filter(deed__in=(StepDeed.PROJECT_VOTE, StepDeed.ELECTION)).first()
    if vote is not None and find_phase(vote) is Phase.READY:
        return int(vote.pk)
    closing = pending.filter(deed=StepDeed.CLOSE_SITTING).last()
    if closing is None:
        return None
    place = closing
    for step in pending.filter(sitting_id=closing.sitting_id, position__lt=closing.position).order_by("-position"):
        if step.deed != StepDeed.SAY:
            break
        place = step
    return int(place.pk)


def _item_of(rating: RatingRow, actor: Actor, now: datetime) -> int:
    """The rating's item on the agenda, put before elections and other matters."""
    items = agenda_items.list_items(rating.session_id)
    known = next((item.id for item in items if item.subject == _SUBJECT), None)
    if known is not None:
        return known
    item_id = agenda.add_item(
        session_id=rating.session_id,
        verb="OTHER",
        subject=_SUBJECT,
        title=rating.title,
        reporter="",
        needs_vote=False,
        actor=actor,
        now=now,
    )
    for item in reversed(items):
        if item.subject not in _TAKEN_AFTER:
            break
        agenda.move_item(item_id=item_id, up=True, actor=actor, now=now)
    return item_id
