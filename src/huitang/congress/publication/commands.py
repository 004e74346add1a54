"""Drafting from the record, releasing by a second person, correcting by a new version, withdrawing visibly."""

import hashlib
from datetime import datetime
from typing import Any

import rfc8785
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed
from huitang.congress.documents import queries as documents
from huitang.congress.documents.texts import Draft
from huitang.congress.journal import commands as journal
from huitang.congress.journal.refusal import InputIsWrong, NotFound, Refusal, must_fit
from huitang.congress.publication.models import Release
from huitang.congress.sittings import queries as sittings

State = Release.State
_REASON = 200  # characters, as the column holds


class ReleaseIsUnknown(NotFound):
    text = _("没有这份文稿。")


class ReleaseHasMovedOn(Refusal):
    text = _("“{title}”已经发布或撤回，可能另一位同事刚刚办了。请刷新查看。")


class DraftIsOutdated(Refusal):
    text = _("“{title}”起草之后，会议记录又变了。请先重新起草，再发布。")


class ReasonIsMissing(InputIsWrong):
    text = _("撤回已发布的文稿要写明理由，理由会公开。")


@transaction.atomic
def draft_all(*, session_id: int, actor: Actor, now: datetime) -> int:
    """Write every text the record has the facts for; returns how many are new or changed.

    A text already released is left alone while its words are the same; otherwise a next version is drafted.
    """
    actor.must_be_allowed_to(Deed.DRAFT)
    sittings.get_session(session_id, town_id=actor.town_id)
    changed = sum(_keep(session_id, draft, actor, now) for draft in documents.list_drafts(session_id))
    journal.append(
        "publication.drafted",
        actor=actor,
        at=now,
        subject=f"session:{session_id}",
        facts={"changed": changed},
    )
    return changed


@transaction.atomic
def release(*, release_id: int, actor: Actor, now: datetime) -> None:
    """Publish a draft, by a second person; the moment is the real one and is never edited.

    :raises ReleaseHasMovedOn: :raises DraftIsOutdated: the record has changed since it was drafted
    """
    actor.must_be_allowed_to(Deed.RELEASE)
    draft = _release(release_id, actor)
    if not _is_current(draft):
        raise DraftIsOutdated(title=draft.title)
    Release.objects.filter(
        session_id=draft.session_id, kind=draft.kind, subject=draft.subject, state=State.RELEASED
    ).update(state=State.REPLACED)
    drafted = Release.objects.filter(pk=release_id, state=State.DRAFT)
    if not drafted.update(state=State.RELEASED, released_at=now, released_by=actor.label):
        raise ReleaseHasMovedOn(title=draft.title)
    facts = {"title": draft.title, "version": draft.version, "sha256": draft.sha256, "number": draft.number}
    journal.append("publication.released", actor=actor, at=now, subject=f"release:{release_id}", facts=facts)


@transaction.atomic
def withdraw(*, release_id: int, reason: str, actor: Actor, now: datetime) -> None:
    """Take a text down; the page stays and says so. :raises ReasonIsMissing: :raises ReleaseHasMovedOn:"""
    actor.must_be_allowed_to(Deed.RELEASE)
    if not reason.strip():
        raise ReasonIsMissing()
    must_fit(reason.strip(), _REASON)
    held = _release(release_id, actor)
    if not Release.objects.filter(pk=release_id, state=State.RELEASED).update(
        state=State.WITHDRAWN, withdrawn_at=now, withdrawn_because=reason.strip()
    ):
        raise ReleaseHasMovedOn(title=held.title)
    journal.append(
        "publication.withdrawn",
        actor=actor,
        at=now,
        subject=f"release:{release_id}",
        facts={"reason": reason},
    )


def fingerprint(draft: Draft | Release) -> str:
    """SHA-256 of the canonical text (RFC 8785): what is printed under it and can be checked."""
    words: dict[str, Any] = {
        "kind": draft.kind,
        "title": draft.title,
        "blocks": list(draft.blocks),
        "facts": draft.facts,
    }
    return hashlib.sha256(rfc8785.dumps(words)).hexdigest()


def _keep(session_id: int, draft: Draft, actor: Actor, now: datetime) -> bool:
    same = Release.objects.filter(session_id=session_id, kind=draft.kind, subject=draft.subject)
    sha256 = fingerprint(draft)
    if same.filter(state__in=[State.DRAFT, State.RELEASED], sha256=sha256).exists():
        return False
    same.filter(state=State.DRAFT).delete()
    Release.objects.create(
        session_id=session_id,
        kind=draft.kind,
        subject=draft.subject,
        version=(same.aggregate(last=Max("version"))["last"] or 0) + 1,
        number=draft.number,
        title=draft.title,
        blocks=list(draft.blocks),
        facts=draft.facts,
        sha256=sha256,
        drafted_at=now,
        drafted_by=actor.label,
    )
    return True


def _is_current(draft: Release) -> bool:
    told = (
        text
        for text in documents.list_drafts(draft.session_id)
        if (text.kind, text.subject) == (draft.kind, draft.subject)
    )
    return any(fingerprint(text) == draft.sha256 for text in told)


def _release(release_id: int, actor: Actor) -> Release:
    held = Release.objects.filter(pk=release_id, session__term__town_id=actor.town_id).first()
    if held is None:
        raise ReleaseIsUnknown()
    return held
