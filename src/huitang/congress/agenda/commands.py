"""The agenda: adding, changing, moving and removing items."""

from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed
from huitang.congress.agenda.models import AgendaItem
from huitang.congress.journal import commands as journal
from huitang.congress.journal.refusal import InputIsWrong, NotFound
from huitang.congress.journal.unchanged import must_be_as_seen
from huitang.congress.sittings.commands import SessionIsClosed, SessionIsUnknown
from huitang.congress.sittings.models import CongressSession


class ItemIsUnknown(NotFound):
    text = _("议程里没有这一项。")


class TitleIsMissing(InputIsWrong):
    text = _("请写出议程项目的名称。")


class VerbIsUnknown(InputIsWrong):
    text = _("请从列表里选一个议程动词。")


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
    """Add an item at the end; returns its id.

    :raises TitleIsMissing: :raises VerbIsUnknown: :raises SessionIsUnknown: :raises SessionIsClosed:
    """
    actor.must_be_allowed_to(Deed.KEEP_AGENDA)
    _must_be_open(session_id, actor)
    _must_say_what(verb, title)
    item = AgendaItem.objects.create(
        session_id=session_id,
        position=AgendaItem.objects.filter(session_id=session_id).count() + 1,
        verb=verb,
        subject=subject,
        title=title.strip(),
        reporter=reporter.strip(),
        needs_vote=needs_vote,
    )
    facts = {"verb": verb, "title": item.title, "position": item.position}
    journal.append("agenda.item_added", actor=actor, at=now, subject=f"session:{session_id}", facts=facts)
    return int(item.pk)


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
    """Change an item's words.

    :raises ItemIsUnknown: :raises TitleIsMissing: :raises VerbIsUnknown: :raises SessionIsClosed:
    """
    actor.must_be_allowed_to(Deed.KEEP_AGENDA)
    _item(item_id, actor)
    subject = f"item:{item_id}"
    must_be_as_seen(chain=actor.chain, subject=subject, events=("agenda.item_changed",), seen=seen)
    _must_say_what(verb, title)
    item = AgendaItem.objects.filter(pk=item_id)
    if not item.update(verb=verb, title=title.strip(), reporter=reporter.strip(), needs_vote=needs_vote):
        raise ItemIsUnknown()
    facts = {"verb": verb, "title": title.strip(), "reporter": reporter.strip()}
    journal.append("agenda.item_changed", actor=actor, at=now, subject=subject, facts=facts)


@transaction.atomic
def move_item(*, item_id: int, up: bool, actor: Actor, now: datetime) -> int:
    """Swap an item with its neighbour; at the end of the list nothing happens. Returns the session's id.

    :raises ItemIsUnknown: :raises SessionIsClosed:
    """
    actor.must_be_allowed_to(Deed.KEEP_AGENDA)
    item = _item(item_id, actor)
    items = AgendaItem.objects.filter(session_id=item.session_id)
    neighbour = (
        items.filter(position__lt=item.position).order_by("-position").first()
        if up
        else items.filter(position__gt=item.position).order_by("position").first()
    )
    if neighbour is None:
        return item.session_id
    AgendaItem.objects.filter(pk=neighbour.pk).update(position=item.position)
    AgendaItem.objects.filter(pk=item.pk).update(position=neighbour.position)
    journal.append("agenda.item_moved", actor=actor, at=now, subject=f"item:{item_id}", facts={"up": up})
    return item.session_id


@transaction.atomic
def remove_item(*, item_id: int, actor: Actor, now: datetime) -> None:
    """Take an item off and close the gap. :raises ItemIsUnknown:"""
    actor.must_be_allowed_to(Deed.KEEP_AGENDA)
    item = _item(item_id, actor)
    item.delete()
    AgendaItem.objects.filter(session_id=item.session_id, position__gt=item.position).update(position=F("position") - 1)
    subject = f"session:{item.session_id}"
    journal.append("agenda.item_removed", actor=actor, at=now, subject=subject, facts={"title": item.title})


def _item(item_id: int, actor: Actor) -> AgendaItem:
    item = AgendaItem.objects.filter(pk=item_id, session__term__town_id=actor.town_id).first()
    if item is None:
        raise ItemIsUnknown()
    _must_be_open(item.session_id, actor)
    return item


def _must_be_open(session_id: int, actor: Actor) -> None:
    state = CongressSession.objects.filter(pk=session_id, term__town_id=actor.town_id).values_list("state", flat=True)
    if not state:
        raise SessionIsUnknown()
    if state[0] == CongressSession.State.CLOSED:
        raise SessionIsClosed()


def _must_say_what(verb: str, title: str) -> None:
    if not title.strip():
        raise TitleIsMissing()
    if verb not in AgendaItem.Verb.values:
        raise VerbIsUnknown()
