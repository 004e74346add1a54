"""Which keys to believe: those a person has pinned, those they introduced, without those that were revoked.

A statement is canonical JSON and a minisign signature over it. A new key is introduced by the old one. Whoever steals
a key can date a statement as they like, so a revoked key introduces nobody: whoever pinned it pins the new key anew.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from huitang.adapters.signing import canonical
from huitang.adapters.signing.keys import PublicKey, SigningKey
from huitang.adapters.signing.refusal import Fault, SigningIsRefused

FORMAT = "huitang-keys-1"
ROTATION, REVOCATION = "key-rotation", "key-revocation"


@dataclass(frozen=True)
class Statement:
    """What one key said of another or of itself."""

    text: str
    signature: str

    @property
    def told(self) -> dict[str, Any]:
        """Its fields. :raises SigningIsRefused:"""
        return _object(self.text)


@dataclass(frozen=True)
class TrustList:
    """What a site says of its keys; believed only as far as statements lead from a pinned key."""

    keys: tuple[PublicKey, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True)
class Believed:
    """`revoked` maps a key to why it was revoked."""

    keys: tuple[PublicKey, ...]
    revoked: dict[PublicKey, str]

    def find(self, key_id: str) -> PublicKey | None:
        """The believed key of this id."""
        return next((key for key in self.keys if key.key_id == key_id), None)


def state_rotation(old: SigningKey, new: PublicKey, *, at: str) -> Statement:
    """The old key says which key comes after it."""
    return _state(old, {"type": ROTATION, "old": old.public.line, "new": new.line, "at": at})


def state_revocation(key: SigningKey, *, reason: str, at: str) -> Statement:
    """A key says of itself that it counts no more."""
    return _state(key, {"type": REVOCATION, "key": key.public.line, "reason": reason, "at": at})


def write_list(keys: Iterable[dict[str, Any]], statements: Iterable[Statement]) -> dict[str, Any]:
    """What /keys.json holds; each key is a dict with at least `public_key`."""
    told = [{"statement": one.text, "minisig": one.signature} for one in statements]
    return {"format": FORMAT, "keys": list(keys), "statements": told}


def read_list(content: str) -> TrustList:
    """A keys.json, or a minisign public key alone. :raises SigningIsRefused:"""
    if not content.lstrip().startswith("{"):
        return TrustList((PublicKey.read(content),), ())
    told = _object(content)
    try:
        keys = tuple(PublicKey(one["public_key"]).checked() for one in told["keys"])
        statements = tuple(Statement(one["statement"], one["minisig"]) for one in told["statements"])
    except (KeyError, TypeError) as broken:
        raise SigningIsRefused(Fault.BROKEN_LIST) from broken
    return TrustList(keys, statements)


def believe(pinned: Sequence[PublicKey], given: TrustList) -> Believed:
    """Every key that signed statements lead to from the pinned ones."""
    revoked = {key: reason for one in given.statements for key, reason in _revocation(one)}
    found = list(pinned)
    for key in found:  # grows while it is walked
        if key not in revoked:
            found += [new for one in given.statements for new in _introduced(one, by=key) if new not in found]
    return Believed(tuple(found), {key: reason for key, reason in revoked.items() if key in found})


def _revocation(one: Statement) -> list[tuple[PublicKey, str]]:
    told = one.told
    if told.get("type") != REVOCATION:
        return []
    key = PublicKey(str(told.get("key")))
    return [(key, str(told.get("reason", "")))] if _is_signed(one, key) else []


def _introduced(one: Statement, *, by: PublicKey) -> list[PublicKey]:
    told = one.told
    if told.get("type") != ROTATION or told.get("old") != by.line or not _is_signed(one, by):
        return []
    return [PublicKey(str(told.get("new"))).checked()]


def _is_signed(one: Statement, key: PublicKey) -> bool:
    try:
        key.verify(one.text.encode(), one.signature)
    except SigningIsRefused:
        return False
    return True


def _state(key: SigningKey, told: dict[str, Any]) -> Statement:
    text = canonical.canonical_bytes(told)
    comment = " ".join((told["type"], told["at"]))
    return Statement(text.decode(), key.sign(text, comment=comment))


def _object(text: str) -> dict[str, Any]:
    try:
        told = json.loads(text)
    except json.JSONDecodeError as broken:
        raise SigningIsRefused(Fault.BROKEN_LIST) from broken
    if not isinstance(told, dict):
        raise SigningIsRefused(Fault.BROKEN_LIST)
    return told
