"""Drafting from the record, releasing by a second person, correcting by a new version, withdrawing visibly."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max, QuerySet
from django.utils.translation import gettext_lazy as _

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed
from huitang.congress.documents import queries as documents
from huitang.congress.documents.texts import Draft
from huitang.congress.journal import commands as journal
from huitang.congress.journal.refusal import InputIsWrong, NotFound, Refusal, must_fit
from huitang.congress.money import release_commands as money
from huitang.congress.publication import photos
from huitang.congress.publication.models import Release
from huitang.congress.publication.standing import sources
from huitang.congress.publication.substance import fingerprint as fingerprint_of
from huitang.congress.publication.substance import substance
from huitang.congress.sittings import queries as sittings
from huitang.congress.sittings.calendar import local_day

State = Release.State
_REASON = 200  # characters, as the column holds


class ReleaseIsUnknown(NotFound):
    text = _("没有这份文稿。")


class ReleaseHasMovedOn(Refusal):
    text = _("“{title}”已经发布或撤回，可能另一位同事刚刚办了。请刷新查看。")


class DraftIsOutdated(Refusal):
    text = _("“{title}”起草之后，记录又变了。请先重新起草，再发布。")


class NothingToTell(Refusal):
    text = _("这一页还没有可以公开的内容，没有起草。")


class ReasonIsMissing(InputIsWrong):
    text = _("撤回已发布的文稿要写明理由，理由会公开。")


@transaction.atomic
def draft_all(*, session_id: int, actor: Actor, now: datetime) -> int:
    """Write every text the record has the facts for; returns how many are new or changed.

    A text already released is left alone while its words are the same; otherwise a next version is drafted.
    """
    actor.must_be_allowed_to(Deed.DRAFT)
    sittings.get_session(session_id, town_id=actor.town_id)
    drafts = documents.list_drafts(session_id)
    changed = sum(_keep(session_id, draft, actor, now) for draft in drafts)
    journal.append(
        "publication.drafted",
        actor=actor,
        at=now,
        subject=f"session:{session_id}",
        facts={"changed": changed},
    )
    return changed


@transaction.atomic
def draft_standing(*, kind: str, subject: str, actor: Actor, now: datetime) -> bool:
    """Write one standing page from the record as it is today; False when what is kept already says the same.

    :raises NothingToTell: there is nothing of it to publish, or no such page
    """
    actor.must_be_allowed_to(Deed.DRAFT)
    draft = sources.draft(actor.town_id, kind, subject, on=local_day(now))
    if draft is None:
        raise NothingToTell()
    changed = _keep(None, draft, actor, now)
    facts = {"title": draft.title, "changed": int(changed)}
    journal.append("publication.page_drafted", actor=actor, at=now, subject=f"town:{actor.town_id}", facts=facts)
    return changed


@transaction.atomic
def release(*, release_id: int, actor: Actor, now: datetime) -> None:
    """Publish a draft, by a second person; the moment is the real one and is never edited.

    :raises ReleaseHasMovedOn: :raises DraftIsOutdated: the record has changed since it was drafted
    """
    actor.must_be_allowed_to(Deed.RELEASE)
    draft = _release(release_id, actor)
    if not _is_current(draft, now):
        raise DraftIsOutdated(title=draft.title)
    versions_of(draft).filter(state=State.RELEASED).update(state=State.REPLACED)
    drafted = Release.objects.filter(pk=release_id, state=State.DRAFT)
    if not drafted.update(state=State.RELEASED, released_at=now, released_by=actor.label):
        raise ReleaseHasMovedOn(title=draft.title)
    facts = {"title": draft.title, "version": draft.version, "sha256": draft.sha256, "number": draft.number}
    if draft.kind == Release.Kind.MONEY:
        money.note_release(**_accounts_of(draft), actor=actor, now=now)
    journal.append("publication.released", actor=actor, at=now, subject=f"release:{release_id}", facts=facts)


@transaction.atomic
def withdraw(*, release_id: int, reason: str, actor: Actor, now: datetime) -> None:
    """Take a text down, also a version already replaced; the page stays and says so.

    :raises ReasonIsMissing: :raises ReleaseHasMovedOn:
    """
    actor.must_be_allowed_to(Deed.RELEASE)
    if not reason.strip():
        raise ReasonIsMissing()
    must_fit(reason.strip(), _REASON)
    held = _release(release_id, actor)
    public = Release.objects.filter(pk=release_id, state__in=(State.RELEASED, State.REPLACED))
    if not public.update(state=State.WITHDRAWN, withdrawn_at=now, withdrawn_because=reason.strip()):
        raise ReleaseHasMovedOn(title=held.title)
    if held.kind == Release.Kind.MONEY and held.state == State.RELEASED:
        money.note_withdrawal(**_accounts_of(held), actor=actor, now=now)
    journal.append(
        "publication.withdrawn",
        actor=actor,
        at=now,
        subject=f"release:{release_id}",
        facts={"reason": reason},
    )


def _accounts_of(page: Release) -> dict[str, Any]:
    """What a page of the year's money shows: its own facts say it, so the clock of the account asks nobody."""
    shown = [(one["stage"], one["fund"]) for one in page.facts["accounts"]]
    return {"year": page.facts["year"], "shown": shown}


def fingerprint(draft: Draft | Release) -> str:
    """SHA-256 of the canonical text (RFC 8785): what is printed under it and can be checked."""
    return fingerprint_of(draft.kind, draft.title, draft.blocks, draft.facts)


def versions_of(held: Release) -> QuerySet[Release]:
    """Every version of the same text, drafts too."""
    same = Release.objects.filter(town_id=held.town_id, kind=held.kind, subject=held.subject)
    return same.filter(session_id=held.session_id)


def tells_the_same(held: Release, draft: Draft | None) -> bool:
    """Whether a kept text and one drafted now differ in nothing but the day they were read."""
    return draft is not None and substance(held.kind, held.title, held.blocks, held.facts) == substance(
        draft.kind, draft.title, draft.blocks, draft.facts
    )


def _keep(session_id: int | None, draft: Draft, actor: Actor, now: datetime) -> bool:
    """A next version, unless one that waits or is in force says the same."""
    town = Release.objects.filter(town_id=actor.town_id, session_id=session_id)
    same = town.filter(kind=draft.kind, subject=draft.subject)
    found = [one for one in same.filter(state__in=[State.DRAFT, State.RELEASED]) if tells_the_same(one, draft)]
    if any(one.state == State.DRAFT for one in found):
        return False
    same.filter(state=State.DRAFT).delete()  # it no longer tells the record
    if found:
        return False
    kept = Release.objects.create(
        town_id=actor.town_id,
        session_id=session_id,
        year=draft.facts.get("year") if session_id is None else None,
        kind=draft.kind,
        subject=draft.subject,
        version=(same.aggregate(last=Max("version"))["last"] or 0) + 1,
        number=draft.number,
        title=draft.title,
        blocks=list(draft.blocks),
        facts=draft.facts,
        sha256=fingerprint(draft),
        drafted_at=now,
        drafted_by=actor.label,
    )
    photos.keep(kept)
    return True


def _is_current(draft: Release, now: datetime) -> bool:
    if draft.session_id is None:
        found = sources.draft(draft.town_id, draft.kind, draft.subject, on=local_day(now))
        return tells_the_same(draft, found)
    told = (
        text
        for text in documents.list_drafts(draft.session_id)
        if (text.kind, text.subject) == (draft.kind, draft.subject)
    )
    return any(fingerprint(text) == draft.sha256 for text in told)


def _release(release_id: int, actor: Actor) -> Release:
    held = Release.objects.filter(pk=release_id, town_id=actor.town_id).first()
    if held is None:
        raise ReleaseIsUnknown()
    return held
