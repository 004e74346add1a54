"""Releasing and withdrawing with a leaf in the log, and signing what waits for it."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import transaction
from django.db.models import F

from huitang.adapters.signing import canonical, merkle, notes
from huitang.adapters.signing.key_folder import KeyFolder
from huitang.adapters.signing.keys import SigningKey as OpenKey
from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed
from huitang.congress.journal import commands as journal
from huitang.congress.publication import commands as publication
from huitang.congress.publication import desk_queries as publications
from huitang.congress.publication.models import Release
from huitang.congress.seals import checking, records, refusals
from huitang.congress.seals.models import Checkpoint, LogHead, LogLeaf, SigningKey
from huitang.congress.seals.site import Site

HEAD = "log"


@dataclass(frozen=True)
class Signed:
    """How many records were signed now, and how long the log is."""

    records: int
    size: int


@transaction.atomic
def release(*, release_id: int, site: Site, actor: Actor, now: datetime) -> None:
    """Publish a draft and log it; see `publication.commands.release` for what it refuses."""
    publication.release(release_id=release_id, actor=actor, now=now)
    seal_released(site=site, actor=actor, now=now)


@transaction.atomic
def withdraw(*, release_id: int, reason: str, site: Site, actor: Actor, now: datetime) -> None:
    """Take a text down and log it; see `publication.commands.withdraw` for what it refuses."""
    publication.withdraw(release_id=release_id, reason=reason, actor=actor, now=now)
    seal_released(site=site, actor=actor, now=now)


@transaction.atomic
def seal_released(*, site: Site, actor: Actor, now: datetime) -> int:
    """Give every release and withdrawal that has none its leaf, in the order of their moments; returns how many.

    What is in the log already is left as it is, so it may be called at any time.
    """
    actor.must_be_allowed_to(Deed.SEAL)
    _claim_head()
    made = [_append(row, deed, site, now) for row, deed in _unlogged()]
    if made:
        facts = {"leaves": len(made), "size": made[-1].index + 1, "root": merkle.root_of(leaf_hashes()).hex()}
        journal.append("seals.logged", actor=actor, at=now, subject="log", facts=facts)
    return len(made)


@transaction.atomic
def sign(*, keys: KeyFolder, passphrase: str, site: Site, actor: Actor, now: datetime) -> Signed:
    """Sign every record that waits, then the log as it stands; the passphrase is forgotten at once.

    :raises PassphraseIsWrong: :raises ThereIsNoKey: :raises KeyIsNotOurs:
    :raises LogWasAltered: it no longer begins as it did when it was signed last
    """
    actor.must_be_allowed_to(Deed.SIGN)
    seal_released(site=site, actor=actor, now=now)
    with refusals.told_in_sentences(), keys.opened(passphrase) as key:
        held = _registered(key)
        checking.refuse_altered()
        waiting = list(LogLeaf.objects.filter(signature=""))
        for leaf in waiting:
            _sign_leaf(leaf, key, held, now)
        size = _sign_log(key, held, site, now)
    facts = {"records": len(waiting), "size": size, "key": key.public.key_id}
    journal.append("seals.signed", actor=actor, at=now, subject="log", facts=facts)
    return Signed(len(waiting), size)


def leaf_hashes() -> list[bytes]:
    """The leaves of the log in order."""
    return [bytes.fromhex(told) for told in LogLeaf.objects.order_by("index").values_list("hash", flat=True)]


def _claim_head() -> None:
    # the UPDATE takes the row's lock, so two towns never give the same index
    if not LogHead.objects.filter(name=HEAD).update(size=F("size")):
        LogHead.objects.get_or_create(name=HEAD)
        LogHead.objects.filter(name=HEAD).update(size=F("size"))


def _unlogged() -> list[tuple[Release, str]]:
    """What the public saw happen and the log does not say, in order."""
    logged = set(LogLeaf.objects.values_list("release_id", "deed"))
    public = Release.objects.exclude(state=Release.State.DRAFT).filter(released_at__isnull=False)
    gone = public.filter(withdrawn_at__isnull=False)
    found = [(row.released_at, row.pk, LogLeaf.Deed.RELEASED.value, row) for row in public]
    found += [(row.withdrawn_at, row.pk, LogLeaf.Deed.WITHDRAWN.value, row) for row in gone]
    ordered = sorted(found, key=lambda one: one[:3])
    return [(row, deed) for _, key, deed, row in ordered if (key, deed) not in logged]


def _append(release: Release, deed: str, site: Site, now: datetime) -> LogLeaf:
    row = publications.get_release(release.pk)
    if deed == LogLeaf.Deed.RELEASED:
        record = records.record_of_release(row, site)
    else:
        held = LogLeaf.objects.get(release=release, deed=LogLeaf.Deed.RELEASED)
        record = records.record_of_withdrawal(row, site, record_sha256=canonical.sha256_hex(held.record.encode()))
    LogHead.objects.filter(name=HEAD).update(size=F("size") + 1)
    return LogLeaf.objects.create(
        index=LogHead.objects.get(name=HEAD).size - 1,
        release=release,
        deed=deed,
        record=record.decode(),
        hash=merkle.leaf_hash(record).hex(),
        logged_at=now,
    )


def _registered(key: OpenKey) -> SigningKey:
    with suppress(SigningKey.DoesNotExist):
        return SigningKey.objects.get(line=key.public.line, state=SigningKey.State.IN_USE)
    raise refusals.KeyIsNotOurs()


def _sign_leaf(leaf: LogLeaf, key: OpenKey, held: SigningKey, now: datetime) -> None:
    comment = " ".join([*_said_of(leaf), f"signed {now.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"])
    leaf.signature = key.sign(leaf.record.encode(), comment=comment)
    leaf.signed_at, leaf.signed_by = now, held
    leaf.save(update_fields=["signature", "signed_at", "signed_by"])


def _said_of(leaf: LogLeaf) -> tuple[str, str, str]:
    """Address, version and deed of the record itself; the comment is ASCII, as minisign demands."""
    told = records.read(leaf.record)
    address = str(told["address"]).encode("ascii", "backslashreplace").decode()
    return address, f"version {told['version']}", str(leaf.deed).lower()


def _sign_log(key: OpenKey, held: SigningKey, site: Site, now: datetime) -> int:
    leaves = leaf_hashes()
    checkpoint = notes.Checkpoint(site.origin, len(leaves), merkle.root_of(leaves))
    note = notes.sign_checkpoint(checkpoint, key)
    Checkpoint.objects.create(size=len(leaves), root=checkpoint.root.hex(), note=note, signed_at=now, signed_by=held)
    return len(leaves)
