"""Writing the journal. Every command of `congress` ends here, inside its own transaction."""

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Protocol

import rfc8785
from django.db import connection, transaction
from django.db.models import F

from huitang.congress.journal.models import ChainHead, JournalEntry

Facts = Mapping[str, Any]


class Signatory(Protocol):
    """Who a deed is written down for (`accounts.actor.Actor` is one)."""

    @property
    def chain(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def role(self) -> str: ...


@transaction.atomic
def append(event: str, *, actor: Signatory, at: datetime, subject: str = "", facts: Facts | None = None) -> str:
    """Add one link to the town's chain.

    `event` is past tense and dotted (``election.result_declared``); `subject` names the thing
    (``session:3``); `facts` holds only what JSON holds. Returns the new link's SHA-256, in hex.
    """
    head = _claim_head(actor.chain)
    body = canonical_body(
        chain=actor.chain,
        sequence=head.sequence,
        at=at,
        event=event,
        actor=actor.label,
        role=str(actor.role),
        subject=subject,
        facts=facts or {},
        previous=head.hash,
    )
    link = hashlib.sha256(body).hexdigest()
    JournalEntry.objects.create(
        chain=actor.chain,
        sequence=head.sequence,
        at=at,
        event=event,
        actor=actor.label,
        subject=subject,
        body=body.decode(),
        hash=link,
    )
    ChainHead.objects.filter(pk=head.pk).update(hash=link)
    return link


def wait_turn(chain: str) -> None:
    """Make commands of one town queue before they read anything; held until the transaction ends.

    SQLite needs no such lock: its transactions are IMMEDIATE.
    """
    if connection.in_atomic_block and connection.features.has_select_for_update:
        ChainHead.objects.select_for_update().filter(chain=chain).values_list("pk", flat=True).first()


def canonical_body(*, at: datetime, facts: Facts, **words: Any) -> bytes:
    """The bytes that are hashed: RFC 8785 (JCS), times in UTC."""
    return rfc8785.dumps({**words, "at": at.astimezone(UTC).isoformat(), "facts": dict(facts)})


def _claim_head(chain: str) -> ChainHead:
    # the UPDATE takes the row's lock before anything is read, so two writers can never share a sequence number
    if not ChainHead.objects.filter(chain=chain).update(sequence=F("sequence") + 1):
        ChainHead.objects.get_or_create(chain=chain)
        ChainHead.objects.filter(chain=chain).update(sequence=F("sequence") + 1)
    return ChainHead.objects.get(chain=chain)
