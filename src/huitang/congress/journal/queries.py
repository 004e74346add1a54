"""Reading and proving the journal."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from huitang.congress.journal.models import ChainHead, JournalEntry


@dataclass(frozen=True)
class EntryRow:
    sequence: int
    at: datetime
    event: str
    actor: str
    role: str
    subject: str
    facts: dict[str, Any]
    hash: str


@dataclass(frozen=True)
class ChainFinding:
    """`broken_at` is the sequence number of the first link that does not hold; None when all hold."""

    chain: str
    entries: int
    head: str
    broken_at: int | None
    reason: str

    @property
    def is_whole(self) -> bool:
        return self.broken_at is None


def list_chains() -> tuple[str, ...]:
    return tuple(ChainHead.objects.order_by("chain").values_list("chain", flat=True))


def get_sequence(chain: str) -> int:
    """The version of everything in a town: it grows with each deed and never else."""
    return ChainHead.objects.filter(chain=chain).values_list("sequence", flat=True).first() or 0


def get_head(chain: str) -> str:
    """The fingerprint of the last link: nothing of the town differs while it is the same."""
    return ChainHead.objects.filter(chain=chain).values_list("hash", flat=True).first() or ""


def stand_of_all() -> str:
    """The same of all chains together: nothing recorded here differs while it is the same."""
    heads = ChainHead.objects.order_by("chain").values_list("hash", flat=True)
    return hashlib.sha256(" ".join(heads).encode()).hexdigest()


def list_entries(
    *, chain: str, subject: str = "", area: str = "", limit: int = 200, before: int | None = None
) -> tuple[EntryRow, ...]:
    """The latest first; `area` is the first word of the event, such as ``roll`` or ``ballot``."""
    entries = JournalEntry.objects.filter(chain=chain)
    if subject:
        entries = entries.filter(subject=subject)
    if area:
        entries = entries.filter(event__startswith=f"{area}.")
    if before is not None:
        entries = entries.filter(sequence__lt=before)
    return tuple(_row(entry) for entry in entries.order_by("-sequence")[:limit])


def verify_chain(chain: str, *, expected: str = "") -> ChainFinding:
    """Walk the chain from its first link; `expected` is ``sequence:hash`` as once printed on a paper."""
    previous, count = "", 0
    for entry in JournalEntry.objects.filter(chain=chain).order_by("sequence").iterator():
        count += 1
        reason = _fault(entry, sequence=count, previous=previous) or _unlike(entry, expected)
        if reason:
            return ChainFinding(chain, count, previous, count, reason)
        previous = entry.hash
    return _end_of_chain(chain, count, previous, expected)


def _end_of_chain(chain: str, count: int, last: str, expected: str) -> ChainFinding:
    head = ChainHead.objects.filter(chain=chain).first()
    if head and (head.sequence, head.hash) != (count, last):
        return ChainFinding(
            chain,
            count,
            last,
            count + 1,
            _("链头记着 {told} 条，实有 {count} 条").format(told=head.sequence, count=count),
        )
    if expected and int(expected.partition(":")[0]) > count:
        return ChainFinding(
            chain, count, last, count + 1, _("纸上印的 {expected} 这一条不见了").format(expected=expected)
        )
    return ChainFinding(chain, count, last, None, "")


def _fault(entry: JournalEntry, *, sequence: int, previous: str) -> str:
    body = json.loads(entry.body)
    if entry.sequence != sequence:
        return _("缺第 {missing} 条，后面是第 {next} 条").format(missing=sequence, next=entry.sequence)
    if hashlib.sha256(entry.body.encode()).hexdigest() != entry.hash:
        return _("内容与它的校验值不符")
    if body["previous"] != previous:
        return _("与前一条接不上")
    shown = (entry.chain, entry.sequence, entry.event, entry.actor, entry.subject, entry.at)
    told = (
        body["chain"],
        body["sequence"],
        body["event"],
        body["actor"],
        body["subject"],
        datetime.fromisoformat(body["at"]),
    )
    return "" if shown == told else _("列出的内容与原文不符")


def _unlike(entry: JournalEntry, expected: str) -> str:
    sequence, _colon, link = expected.partition(":")
    if sequence == str(entry.sequence) and not entry.hash.startswith(link):
        return _("纸上印的是 {expected}，链里是 {found}").format(expected=expected, found=entry.hash[: len(link)])
    return ""


def _row(entry: JournalEntry) -> EntryRow:
    body = json.loads(entry.body)
    return EntryRow(
        sequence=entry.sequence,
        at=entry.at,
        event=entry.event,
        actor=entry.actor,
        role=body["role"],
        subject=entry.subject,
        facts=body["facts"],
        hash=entry.hash,
    )
