"""What anyone may read of the seals: records, signatures, the log, the keys. The portal reads this and `publication.queries`."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from huitang.adapters.qr.drawing import qr_svg
from huitang.adapters.signing import canonical, notes, trust
from huitang.adapters.signing.keys import PublicKey
from huitang.congress.publication import queries as publications
from huitang.congress.publication.queries import Article
from huitang.congress.seals import records, refusals
from huitang.congress.seals.models import Checkpoint, KeyStatement, LogLeaf, SigningKey


@dataclass(frozen=True)
class Seal:
    """What stands under a text: where its record is, which leaf it has, who signed it and when."""

    record_address: str
    record_sha256: str
    index: int
    logged_at: datetime
    is_signed: bool
    signed_at: datetime | None
    key_fingerprint: str
    is_in_checkpoint: bool

    @property
    def qr(self) -> str:
        """The address of the record with its hash, as SVG."""
        return qr_svg(f"{self.record_address}#sha256={self.record_sha256}")


@dataclass(frozen=True)
class SealedArticle:
    article: Article
    seal: Seal | None


@dataclass(frozen=True)
class SignedRecord:
    """The exact bytes of a record; of a withdrawn text, those of its withdrawal."""

    content: bytes
    signature: str
    is_withdrawn: bool


def get_article(release_id: int) -> SealedArticle:
    """A public text with its seal. :raises ReleaseIsUnknown:"""
    article = publications.get_article(release_id)
    return SealedArticle(article, find_seal(release_id))


def find_seal(release_id: int) -> Seal | None:
    """The seal of a released text; None while it is not in the log."""
    leaf = LogLeaf.objects.filter(release_id=release_id, deed=LogLeaf.Deed.RELEASED).select_related("signed_by").first()
    if leaf is None:
        return None
    signed_size = Checkpoint.objects.order_by("-pk").values_list("size", flat=True).first() or 0
    return Seal(
        record_address=f"{str(records.read(leaf.record)['address']).rstrip('/')}.record.json",
        record_sha256=canonical.sha256_hex(leaf.record.encode()),
        index=leaf.index,
        logged_at=leaf.logged_at,
        is_signed=bool(leaf.signature),
        signed_at=leaf.signed_at,
        key_fingerprint=PublicKey(leaf.signed_by.line).fingerprint if leaf.signed_by else "",
        is_in_checkpoint=leaf.index < signed_size,
    )


def get_record(release_id: int) -> SignedRecord:
    """:raises ReleaseIsUnknown: :raises RecordIsNotKept:"""
    publications.get_public_release(release_id)
    leaf = LogLeaf.objects.filter(release_id=release_id).order_by("-index").first()
    if leaf is None:
        raise refusals.RecordIsNotKept()
    return SignedRecord(leaf.record.encode(), leaf.signature, leaf.deed == LogLeaf.Deed.WITHDRAWN)


def get_signature(release_id: int) -> SignedRecord:
    """The same, signed. :raises NothingIsSigned:"""
    held = get_record(release_id)
    if not held.signature:
        raise refusals.NothingIsSigned()
    return held


def get_checkpoint() -> str:
    """The newest signed note of the log. :raises NothingIsSigned:"""
    signed = Checkpoint.objects.order_by("-pk").first()
    if signed is None:
        raise refusals.NothingIsSigned()
    return signed.note


def leaves_as_facts() -> dict[str, Any]:
    """Everything anyone needs to compute the root again; the words of withdrawn texts are not in it."""
    leaves = LogLeaf.objects.order_by("index")
    return {"format": "huitang-leaves-1", "hash": "RFC 6962 SHA-256", "leaves": [_leaf(one) for one in leaves]}


def keys_as_facts() -> dict[str, Any]:
    """What /keys.json holds: the keys ever used, and what they said of each other."""
    keys = [_key(one) for one in SigningKey.objects.order_by("pk")]
    statements = [trust.Statement(one.text, one.signature) for one in KeyStatement.objects.order_by("pk")]
    return trust.write_list(keys, statements)


def get_public_key() -> str:
    """The file stock minisign takes. :raises NothingIsSigned: no key is in use"""
    held = SigningKey.objects.filter(state=SigningKey.State.IN_USE).first()
    if held is None:
        raise refusals.NothingIsSigned()
    return PublicKey(held.line).file


def has_checkpoint() -> bool:
    return Checkpoint.objects.exists()


def has_key() -> bool:
    return SigningKey.objects.filter(state=SigningKey.State.IN_USE).exists()


def list_kept_records(town_id: int) -> tuple[tuple[int, bool], ...]:
    """Every text of a town whose record is kept, and whether the last record of it is signed."""
    leaves = LogLeaf.objects.filter(release__town_id=town_id).order_by("index")
    return tuple({key: bool(told) for key, told in leaves.values_list("release_id", "signature")}.items())


def list_records() -> tuple[SignedRecord, ...]:
    """The record of every release that was not withdrawn, for comparing a text with all of them."""
    gone = LogLeaf.objects.filter(deed=LogLeaf.Deed.WITHDRAWN).values("release_id")
    held = LogLeaf.objects.filter(deed=LogLeaf.Deed.RELEASED).exclude(release_id__in=gone).order_by("-index")
    return tuple(SignedRecord(leaf.record.encode(), leaf.signature, is_withdrawn=False) for leaf in held)


def _leaf(leaf: LogLeaf) -> dict[str, Any]:
    return {
        "index": leaf.index,
        "deed": leaf.deed,
        "address": records.read(leaf.record)["address"],
        "record_sha256": canonical.sha256_hex(leaf.record.encode()),
        "leaf_hash": leaf.hash,
        "logged_at": leaf.logged_at.isoformat(),
    }


def _key(held: SigningKey) -> dict[str, Any]:
    key = PublicKey(held.line)
    signed = Checkpoint.objects.filter(signed_by=held).order_by("-pk").first()
    origin = signed.note.partition("\n")[0] if signed else ""
    return {
        "public_key": key.line,
        "key_id": key.key_id,
        "fingerprint": key.fingerprint,
        "state": held.state,
        "made_at": held.made_at.isoformat(),
        "ended_at": held.ended_at.isoformat() if held.ended_at else None,
        "ended_because": held.ended_because,
        "verifier_key": notes.verifier_key(origin, key) if origin else None,
    }
