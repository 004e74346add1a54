"""Making, backing up, rotating and revoking the office's key. Only at the machine itself; never through a page."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from django.db import transaction

from huitang.adapters.signing import keys as signing
from huitang.adapters.signing import trust
from huitang.adapters.signing.key_folder import KeyFolder
from huitang.adapters.signing.keys import PublicKey
from huitang.adapters.signing.trust import Statement
from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed
from huitang.congress.journal import commands as journal
from huitang.congress.journal.refusal import must_fit
from huitang.congress.seals import refusals
from huitang.congress.seals.models import KeyStatement, SigningKey

State = SigningKey.State
_REASON = 200  # characters, as the column holds


@transaction.atomic
def make_key(*, keys: KeyFolder, passphrase: str, actor: Actor, now: datetime) -> PublicKey:
    """The first key, or one after a revoked or lost one. :raises PassphraseIsWeak: :raises KeyIsThereAlready:"""
    actor.must_be_allowed_to(Deed.KEEP_KEYS)
    if keys.has_key() or SigningKey.objects.filter(state=State.IN_USE).exists():
        raise refusals.KeyIsThereAlready()
    with refusals.told_in_sentences():
        made = signing.make_keys(passphrase)
        SigningKey.objects.create(line=made.public.line, made_at=now)
        _tell("seals.key_made", made.public, actor, now)
        keys.keep(made)
    return made.public


@transaction.atomic
def back_up_key(*, keys: KeyFolder, to: Path, actor: Actor, now: datetime) -> PublicKey:
    """Copy the encrypted key to another place. :raises ThereIsNoKey: :raises KeyIsThereAlready: the place holds one"""
    actor.must_be_allowed_to(Deed.KEEP_KEYS)
    held = _in_use()
    with refusals.told_in_sentences():
        keys.back_up(to)
    SigningKey.objects.filter(pk=held.pk).update(backed_up_at=now)
    _tell("seals.key_backed_up", PublicKey(held.line), actor, now)
    return PublicKey(held.line)


@transaction.atomic
def rotate_key(
    *, keys: KeyFolder, passphrase: str, new_passphrase: str, actor: Actor, now: datetime
) -> tuple[PublicKey, PublicKey]:
    """A new key, introduced by the old one, whose signatures go on to count. :raises PassphraseIsWrong:"""
    actor.must_be_allowed_to(Deed.KEEP_KEYS)
    held = _in_use()
    with refusals.told_in_sentences():
        made = signing.make_keys(new_passphrase)
        with keys.opened(passphrase) as old:
            _must_be(held, old.public)
            said = trust.state_rotation(old, made.public, at=_moment(now))
        _end(held, State.ROTATED, now)
        _keep(held, said, now)
        SigningKey.objects.create(line=made.public.line, made_at=now)
        _tell("seals.key_rotated", made.public, actor, now)
        keys.set_aside()
        keys.keep(made)
    return PublicKey(held.line), made.public


@transaction.atomic
def revoke_key(*, keys: KeyFolder, passphrase: str, reason: str, actor: Actor, now: datetime) -> PublicKey:
    """The key says of itself that it counts no more. :raises ReasonIsMissing: :raises PassphraseIsWrong:"""
    actor.must_be_allowed_to(Deed.KEEP_KEYS)
    held = _in_use()
    told = _reason(reason)
    with refusals.told_in_sentences():
        with keys.opened(passphrase) as key:
            _must_be(held, key.public)
            said = trust.state_revocation(key, reason=told, at=_moment(now))
        _keep(held, said, now)
        return _finish(held, State.REVOKED, told, actor, now, keys.set_aside)


@transaction.atomic
def lose_key(*, keys: KeyFolder, reason: str, actor: Actor, now: datetime) -> PublicKey:
    """Write down that a key or its passphrase is gone; nothing can be signed about it. :raises ReasonIsMissing:"""
    actor.must_be_allowed_to(Deed.KEEP_KEYS)
    held = _in_use()
    with refusals.told_in_sentences():
        return _finish(held, State.LOST, _reason(reason), actor, now, keys.set_aside)


def _in_use() -> SigningKey:
    held = SigningKey.objects.filter(state=State.IN_USE).first()
    if held is None:
        raise refusals.ThereIsNoKey()
    return held


def _must_be(held: SigningKey, opened: PublicKey) -> None:
    if held.line != opened.line:
        raise refusals.KeyIsNotOurs()


def _finish(
    held: SigningKey, state: str, reason: str, actor: Actor, now: datetime, set_aside: Callable[[], None]
) -> PublicKey:
    _end(held, state, now, reason)
    _tell("seals.key_revoked", PublicKey(held.line), actor, now, reason)
    set_aside()
    return PublicKey(held.line)


def _end(held: SigningKey, state: str, now: datetime, reason: str = "") -> None:
    SigningKey.objects.filter(pk=held.pk).update(state=state, ended_at=now, ended_because=reason)


def _keep(key: SigningKey, said: Statement, now: datetime) -> None:
    KeyStatement.objects.create(key=key, text=said.text, signature=said.signature, at=now)


def _tell(event: str, key: PublicKey, actor: Actor, now: datetime, reason: str = "") -> None:
    facts = {"key": key.key_id, "fingerprint": key.fingerprint, **({"reason": reason} if reason else {})}
    journal.append(event, actor=actor, at=now, subject=f"key:{key.key_id}", facts=facts)


def _reason(reason: str) -> str:
    if not reason.strip():
        raise refusals.ReasonIsMissing()
    must_fit(reason.strip(), _REASON)
    return reason.strip()


def _moment(now: datetime) -> str:
    return f"{now.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
