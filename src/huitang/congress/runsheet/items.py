"""Agenda and run sheet change together: an item taken off takes its words along; an item added gets its steps."""

from datetime import datetime

from django.db import transaction

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed
from huitang.congress.agenda import commands as agenda
from huitang.congress.agenda.models import AgendaItem
from huitang.congress.journal import commands as journal
from huitang.congress.journal.refusal import must_fit
from huitang.congress.resolutions import commands as resolutions
from huitang.congress.resolutions import queries as hand_votes
from huitang.congress.resolutions.commands import Matter
from huitang.congress.runsheet import refusals
from huitang.congress.runsheet.deeds import StepDeed
from huitang.congress.runsheet.models import RunSheetStep
from huitang.congress.sittings.models import Sitting

_REPORT = "现在进行下一项，请{报告人}作《{项目}》。"
_WORDS: dict[str, str] = {
    AgendaItem.Verb.HEAR: _REPORT,
    AgendaItem.Verb.HEAR_AND_DELIBERATE: _REPORT,
    AgendaItem.Verb.EXAMINE_AND_APPROVE: _REPORT,
    AgendaItem.Verb.DELIBERATE: "《{项目}》已经书面印发，请各位代表审议。",
    AgendaItem.Verb.OTHER: "现在进行下一项：{项目}。",
}
_TITLE = 200  # characters, as the column holds
_ROOM = 4  # how much wider the gaps become when there is no room between two steps
_PAPER_VOTES = (StepDeed.ELECTION, StepDeed.PROJECT_VOTE, StepDeed.RATING)


@transaction.atomic
def add_item(
    *,
    session_id: int,
    verb: str,
    subject: str,
    title: str,
    reporter: str,
    needs_vote: bool,
    actor: Actor,
    now: datetime,
) -> int:
    """Add an item at the end of the agenda, with words in the next plenary and, if wanted, a vote in the last one.

    :raises TitleIsMissing: :raises VerbIsUnknown: :raises SessionIsUnknown: :raises SessionIsClosed:
    """
    item_id = agenda.add_item(
        session_id=session_id,
        verb=verb,
        subject=subject,
        title=title,
        reporter=reporter,
        needs_vote=needs_vote,
        actor=actor,
        now=now,
    )
    words = _WORDS.get(verb)
    closings = RunSheetStep.objects.filter(
        session_id=session_id,
        deed=StepDeed.CLOSE_SITTING,
        sitting__kind=Sitting.Kind.PLENARY,
        state=RunSheetStep.State.PENDING,
    ).order_by("position")
    first, last = closings.first(), closings.last()
    if words and first is not None:
        put_before(first.pk, StepDeed.SAY, item_id, title=title.strip(), words=words)
    if needs_vote and last is not None:
        resolved = f"关于《{title.strip()}》的决议"
        vote = resolutions.prepare_vote(
            session_id=session_id,
            matter=Matter.RESOLUTION,
            title=resolved,
            text="",
            item_id=item_id,
            actor=actor,
            now=now,
        )
        told = "现在表决关于《{项目}》的决议（草案）。"
        put_before(last.pk, StepDeed.HAND_VOTE, item_id, title=resolved, words=told, subject=f"hand_vote:{vote}")
    return item_id


@transaction.atomic
def change_item(
    *,
    item_id: int,
    verb: str,
    title: str,
    reporter: str,
    needs_vote: bool,
    actor: Actor,
    now: datetime,
    seen: int | None = None,
) -> None:
    """Change an item; a new title goes into the steps and the votes that are still to come.

    :raises ItemIsUnknown: :raises TitleIsMissing: :raises VerbIsUnknown: :raises SessionIsClosed:
    """
    actor.must_be_allowed_to(Deed.KEEP_AGENDA)
    old = AgendaItem.objects.filter(pk=item_id).values_list("title", flat=True).first()
    agenda.change_item(
        item_id=item_id,
        verb=verb,
        title=title,
        reporter=reporter,
        needs_vote=needs_vote,
        actor=actor,
        now=now,
        seen=seen,
    )
    if old and old != title.strip():
        _rename(item_id, old, title.strip(), actor, now)


@transaction.atomic
def remove_item(*, item_id: int, actor: Actor, now: datetime) -> int:
    """Take an item off the agenda with the steps that belong to it; returns the session's id.

    :raises ItemIsUnknown: :raises ItemIsBeingVoted: :raises ItemWasDealtWith: :raises SessionIsClosed:
    """
    actor.must_be_allowed_to(Deed.KEEP_AGENDA)
    item = AgendaItem.objects.filter(pk=item_id, session__term__town_id=actor.town_id).first()
    if item is None:
        raise agenda.ItemIsUnknown()
    steps = RunSheetStep.objects.filter(item_id=item_id)
    if steps.filter(deed__in=_PAPER_VOTES).exists():
        raise refusals.ItemIsBeingVoted(title=item.title)
    if steps.exclude(state=RunSheetStep.State.PENDING).exists():
        raise refusals.ItemWasDealtWith(title=item.title)
    titles = list(steps.values_list("title", flat=True))
    steps.delete()
    agenda.remove_item(item_id=item_id, actor=actor, now=now)
    if titles:
        subject = f"session:{item.session_id}"
        journal.append("runsheet.steps_removed", actor=actor, at=now, subject=subject, facts={"steps": titles})
    return int(item.session_id)


def _rename(item_id: int, old: str, new: str, actor: Actor, now: datetime) -> None:
    steps = RunSheetStep.objects.filter(item_id=item_id, state=RunSheetStep.State.PENDING, title__contains=old)
    session_id = AgendaItem.objects.values_list("session_id", flat=True).get(pk=item_id)
    for vote in hand_votes.list_votes(session_id):
        if vote.item_id == item_id and vote.state == "PREPARED" and old in vote.title:
            wording = {"title": vote.title.replace(old, new), "text": vote.text}
            resolutions.word_vote(vote_id=vote.id, actor=actor, now=now, **wording)
    for step in steps:
        title = step.title.replace(old, new)
        must_fit(title, _TITLE)
        RunSheetStep.objects.filter(pk=step.pk).update(title=title)


def put_before(step_id: int, deed: StepDeed, item_id: int | None, *, title: str, words: str, subject: str = "") -> None:
    """Put a step in front of another, in the same sitting."""
    following = RunSheetStep.objects.get(pk=step_id)
    if following.position - _position_of_earlier(following) < 2:
        _make_room(following.session_id)
        following.refresh_from_db()
    position = (_position_of_earlier(following) + following.position) // 2
    RunSheetStep.objects.create(
        session_id=following.session_id,
        sitting_id=following.sitting_id,
        item_id=item_id,
        position=position,
        deed=deed,
        subject=subject,
        title=title,
        words=words,
    )


def _position_of_earlier(following: RunSheetStep) -> int:
    earlier = RunSheetStep.objects.filter(session_id=following.session_id, position__lt=following.position)
    return earlier.order_by("-position").values_list("position", flat=True).first() or 0


def _make_room(session_id: int) -> None:
    for step in RunSheetStep.objects.filter(session_id=session_id).order_by("-position"):
        RunSheetStep.objects.filter(pk=step.pk).update(position=step.position * _ROOM)
