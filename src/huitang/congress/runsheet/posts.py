"""An election added after the session was laid out: its item on the agenda, its votes and its step on the run sheet."""

from datetime import datetime

from django.db import transaction

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed
from huitang.congress.agenda import commands as agenda
from huitang.congress.agenda import queries as agenda_items
from huitang.congress.elections import commands as elections
from huitang.congress.elections.models import Election
from huitang.congress.elections.posts import POSTS
from huitang.congress.resolutions import commands as resolutions
from huitang.congress.resolutions import queries as hand_votes
from huitang.congress.resolutions.commands import Matter
from huitang.congress.runsheet.deeds import StepDeed
from huitang.congress.runsheet.items import put_before
from huitang.congress.runsheet.models import RunSheetStep
from huitang.congress.runsheet.playbook import PlannedStep, get_playbook
from huitang.congress.runsheet.words import fill
from huitang.congress.sittings import queries as sittings
from huitang.congress.sittings.models import Sitting
from huitang.congress.sittings.queries import SessionRow

_WHERE_WORDED = "by_election"  # every playbook words these steps alike
_FIRST_ADOPTED = (Matter.ELECTION_METHOD, Matter.SCRUTINEERS)


@transaction.atomic
def add_election(
    *, session_id: int, post: str, kind: str, seats: int, surplus: int, vacancy: str, actor: Actor, now: datetime
) -> int:
    """Prepare an election and put it before the resolutions of the last plenary; returns its id.

    The votes on method and scrutineers that it rests on are put there too, unless the session has them.

    :raises PostIsTaken: :raises SessionIsUnknown: :raises SessionIsClosed:
    """
    actor.must_be_allowed_to(Deed.KEEP_ELECTION)
    session = sittings.get_session(session_id, town_id=actor.town_id)
    before = _find_place(session_id)
    item = _item_of(session, post, actor, now)
    election = elections.prepare_election(
        session_id=session_id,
        item_id=item,
        post=post,
        kind=kind,
        seats=seats,
        surplus=surplus,
        vacancy=vacancy,
        actor=actor,
        now=now,
    )
    if before is None:  # not laid out yet, or the last plenary is over
        return election
    for matter in _FIRST_ADOPTED:
        if not is_there(session_id, matter):
            put_vote(session, before, item, matter, actor, now)
    step = planned(StepDeed.ELECTION)
    put_before(before, StepDeed.ELECTION, item, title="", words=step.words, subject=f"election:{election}")
    return election


def _item_of(session: SessionRow, post: str, actor: Actor, now: datetime) -> int:
    items = (item.id for item in agenda_items.list_items(session.id) if item.subject == "ELECTION")
    title = f"{session.title.town}{POSTS[Election.Post(post)].zh.removeprefix('镇')}"
    return next(items, 0) or agenda.add_item(
        session_id=session.id,
        verb="ELECT",
        subject="ELECTION",
        title=title,
        reporter="",
        needs_vote=False,
        actor=actor,
        now=now,
    )


def _find_place(session_id: int) -> int | None:
    """The first resolution of the last plenary still to come, else its closing."""
    closings = RunSheetStep.objects.filter(
        session_id=session_id,
        deed=StepDeed.CLOSE_SITTING,
        sitting__kind=Sitting.Kind.PLENARY,
        state=RunSheetStep.State.PENDING,
    )
    closing = closings.order_by("position").last()
    if closing is None:
        return None
    resolved = {f"hand_vote:{v.id}" for v in hand_votes.list_votes(session_id) if v.matter == Matter.RESOLUTION}
    pending = RunSheetStep.objects.filter(sitting_id=closing.sitting_id, state=RunSheetStep.State.PENDING)
    first = pending.filter(subject__in=resolved).order_by("position").first()
    return int((first or closing).pk)


def is_there(session_id: int, matter: Matter) -> bool:
    votes = hand_votes.list_votes(session_id)
    return any(vote.matter == matter and vote.state != "ANNULLED" for vote in votes)


def put_vote(session: SessionRow, before: int, item: int | None, matter: Matter, actor: Actor, now: datetime) -> None:
    step = planned(StepDeed.HAND_VOTE, matter)
    title = fill(step.title, {"会议": session.title.zh})
    vote = resolutions.prepare_vote(
        session_id=session.id, matter=matter, title=title, text="", item_id=item, actor=actor, now=now
    )
    put_before(before, StepDeed.HAND_VOTE, item, title=title, words=step.words, subject=f"hand_vote:{vote}")


def planned(deed: StepDeed, matter: str = "") -> PlannedStep:
    steps = (step for sitting in get_playbook(_WHERE_WORDED).sittings for step in sitting.steps)
    return next(step for step in steps if step.deed == deed and step.matter == matter)
