"""The records a text is held against, with what their signatures and the log say of them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from huitang.adapters.signing import notes, trust
from huitang.adapters.signing.keys import PublicKey
from huitang.adapters.signing.notes import Checkpoint
from huitang.adapters.signing.refusal import Fault, SigningIsRefused
from huitang.adapters.signing.trust import Believed
from huitang.adapters.verifying.trusted import Signed, TrustedRecord, check_signature, find_in_log, read_record
from huitang.congress.seals import queries as seals
from huitang.web.terminal import fetching


@dataclass(frozen=True)
class Trust:
    """What was typed: places of records, the key a person trusts, the list a site publishes, the log."""

    records: list[str]
    keys: str | None
    key_list: str | None
    log: str | None


@dataclass(frozen=True)
class Checked:
    """`log_index` counts from 0; `log_size` is None when no log was asked for."""

    record: TrustedRecord
    signed: Signed
    comment: str
    log_index: int | None = None
    log_size: int | None = None


def gather(told: Trust) -> Iterator[Checked]:
    """The records named, or, where none is, all of this installation.

    :raises CouldNotRead: :raises RecordIsBroken: :raises SigningIsRefused: the keys or the log are wrong
    """
    believed = _believed(told)
    leaves, checkpoint = _log(told.log, believed)
    for content, signature in _held(told):
        signed, comment = check_signature(content, signature, believed)
        index = find_in_log(content, leaves, checkpoint) if checkpoint else None
        yield Checked(read_record(content), signed, comment, index, checkpoint.size if checkpoint else None)


def _held(told: Trust) -> Iterator[tuple[bytes, str | None]]:
    for place in told.records:
        signature = fetching.find(f"{place}.minisig")
        yield fetching.read(place), signature.decode("utf-8", "replace") if signature else None
    if not told.records:
        yield from ((one.content, one.signature or None) for one in seals.list_records())


def _believed(told: Trust) -> Believed:
    """A list of keys is believed whole only if the reader keeps it; one that is published needs a pinned key."""
    if told.keys is None and not told.records:
        own = trust.read_list(json.dumps(seals.keys_as_facts()))
        return trust.believe(own.keys, own)
    if told.keys is None:
        return Believed((), {})
    pinned = trust.read_list(_text(told.keys))
    published = trust.read_list(_text(told.key_list)) if told.key_list else pinned
    statements = (*pinned.statements, *published.statements)
    return trust.believe(pinned.keys, trust.TrustList(pinned.keys, statements))


def _text(place: str) -> str:
    try:
        return PublicKey.read(place).line  # the key itself, typed
    except SigningIsRefused:
        return fetching.read(place).decode("utf-8", "replace")


def _log(place: str | None, believed: Believed) -> tuple[dict[str, object], Checkpoint | None]:
    if place is None:
        return {}, None
    base = place.rstrip("/")
    note = fetching.read(f"{base}/checkpoint").decode("utf-8", "replace")
    leaves = json.loads(fetching.read(f"{base}/leaves.json"))
    for key in believed.keys:
        try:
            return leaves, notes.read_checkpoint(note, key)
        except SigningIsRefused:
            continue
    raise SigningIsRefused(Fault.WRONG_SIGNATURE)
