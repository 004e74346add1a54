"""What the office sees of the seals: what waits for a signature, the key, its backup, the state of the log."""

from dataclasses import dataclass
from datetime import datetime

from huitang.adapters.signing.key_folder import KeyFolder
from huitang.adapters.signing.keys import PublicKey
from huitang.congress.seals import checking
from huitang.congress.seals.checking import LogFinding
from huitang.congress.seals.models import Checkpoint, LogLeaf, SigningKey


@dataclass(frozen=True)
class KeyRow:
    line: str
    key_id: str
    fingerprint: str
    state: str
    made_at: datetime
    backed_up_at: datetime | None
    ended_at: datetime | None
    ended_because: str


@dataclass(frozen=True)
class LeafRow:
    index: int
    release_id: int
    title: str
    version: int
    is_withdrawal: bool
    logged_at: datetime
    signed_at: datetime | None


@dataclass(frozen=True)
class SealDesk:
    """`is_key_here`: whether the secret key file lies on this machine."""

    key: KeyRow | None
    past_keys: tuple[KeyRow, ...]
    is_key_here: bool
    waiting: tuple[LeafRow, ...]
    latest: tuple[LeafRow, ...]
    finding: LogFinding
    checkpoint: str
    signed_at: datetime | None
    signed_size: int

    @property
    def may_sign(self) -> bool:
        return self.key is not None and self.is_key_here and self.finding.altered_at is None

    @property
    def unsigned_size(self) -> int:
        return self.finding.size - self.signed_size


LATEST, CHECKED = 20, 50
_SHOWN = ("index", "deed", "logged_at", "signed_at", "release_id", "release__title", "release__version")


def get_seal_desk(keys: KeyFolder, *, is_whole: bool = False) -> SealDesk:
    """A log of more than a page's worth is worked out again only when asked for; signing always does."""
    rows = tuple(_key_row(held) for held in SigningKey.objects.order_by("-pk"))
    signed = Checkpoint.objects.order_by("-pk").first()
    leaves = LogLeaf.objects.select_related("release").only(*_SHOWN)
    return SealDesk(
        key=next((row for row in rows if row.state == SigningKey.State.IN_USE), None),
        past_keys=tuple(row for row in rows if row.state != SigningKey.State.IN_USE),
        is_key_here=keys.has_key(),
        waiting=tuple(_leaf_row(leaf) for leaf in leaves.filter(signature="").order_by("index")),
        latest=tuple(_leaf_row(leaf) for leaf in leaves.order_by("-index")[:LATEST]),
        finding=checking.check_log() if is_whole else checking.check_latest(CHECKED),
        checkpoint=signed.note if signed else "",
        signed_at=signed.signed_at if signed else None,
        signed_size=signed.size if signed else 0,
    )


def list_keys() -> tuple[KeyRow, ...]:
    """Every key ever used, the newest first."""
    return tuple(_key_row(held) for held in SigningKey.objects.order_by("-pk"))


def _key_row(held: SigningKey) -> KeyRow:
    key = PublicKey(held.line)
    return KeyRow(
        line=key.line,
        key_id=key.key_id,
        fingerprint=key.fingerprint,
        state=held.state,
        made_at=held.made_at,
        backed_up_at=held.backed_up_at,
        ended_at=held.ended_at,
        ended_because=held.ended_because,
    )


def _leaf_row(leaf: LogLeaf) -> LeafRow:
    return LeafRow(
        index=leaf.index,
        release_id=leaf.release_id,
        title=leaf.release.title,
        version=leaf.release.version,
        is_withdrawal=leaf.deed == LogLeaf.Deed.WITHDRAWN,
        logged_at=leaf.logged_at,
        signed_at=leaf.signed_at,
    )
