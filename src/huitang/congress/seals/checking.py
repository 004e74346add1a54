"""Whether the log still says what was signed, and whether every public page still says what was logged."""

from dataclasses import dataclass

from huitang.adapters.signing import merkle
from huitang.congress.publication import commands as publication
from huitang.congress.publication.models import Release
from huitang.congress.seals import records, refusals
from huitang.congress.seals.models import Checkpoint, LogLeaf


@dataclass(frozen=True)
class LogFinding:
    """`altered_at` is the first leaf that is not what it was; `drifted` are pages that no longer say what was logged.

    `checked` leaves were looked at, the latest ones; with all of them, the signed checkpoint too.
    """

    size: int
    altered_at: int | None
    drifted: tuple[int, ...]
    checked: int

    @property
    def is_of_all(self) -> bool:
        return self.checked == self.size

    @property
    def is_whole(self) -> bool:
        return self.altered_at is None and not self.drifted


def check_log() -> LogFinding:
    """Every leaf from its record again, every signed checkpoint from the leaves, every page from its text."""
    leaves = list(LogLeaf.objects.order_by("index").select_related("release"))
    return LogFinding(len(leaves), _altered_at(leaves), tuple(_drifted(leaves)), len(leaves))


def check_latest(most: int) -> LogFinding:
    """The last leaves against their records and pages; of a log that is longer, the checkpoint is not worked out again."""
    size = LogLeaf.objects.count()
    if size <= most:
        return check_log()
    leaves = list(LogLeaf.objects.order_by("-index").select_related("release")[:most])[::-1]
    altered = _unlike_record(leaves, begin=size - len(leaves))
    return LogFinding(size, altered, tuple(_drifted(leaves)), len(leaves))


def refuse_altered() -> None:
    """:raises LogWasAltered: nothing is signed that would cover up a changed past"""
    found = _altered_at(list(LogLeaf.objects.order_by("index")))
    if found is not None:
        raise refusals.LogWasAltered(index=found)


def _altered_at(leaves: list[LogLeaf]) -> int | None:
    altered = _unlike_record(leaves, begin=0)
    if altered is not None:
        return altered
    signed = Checkpoint.objects.order_by("-pk").first()
    if signed is None:
        return None
    held = [bytes.fromhex(leaf.hash) for leaf in leaves[: signed.size]]
    is_same = len(held) == signed.size and merkle.root_of(held).hex() == signed.root
    return None if is_same else _first_unlike()


def _unlike_record(leaves: list[LogLeaf], *, begin: int) -> int | None:
    for place, leaf in enumerate(leaves, start=begin):
        if leaf.index != place or leaf.hash != merkle.leaf_hash(leaf.record.encode()).hex():
            return place
    return None


def _first_unlike() -> int:
    """The end of the longest checkpoint the leaves still bear out: what changed lies behind it."""
    leaves = [bytes.fromhex(told) for told in LogLeaf.objects.order_by("index").values_list("hash", flat=True)]
    for signed in Checkpoint.objects.order_by("-size"):
        if signed.size <= len(leaves) and merkle.root_of(leaves[: signed.size]).hex() == signed.root:
            return signed.size
    return 0


def _drifted(leaves: list[LogLeaf]) -> list[int]:
    return [leaf.release_id for leaf in leaves if leaf.deed == LogLeaf.Deed.RELEASED and not _says_the_same(leaf)]


def _says_the_same(leaf: LogLeaf) -> bool:
    release: Release = leaf.release
    told = records.read(leaf.record)
    return bool(release.sha256 == told["text_sha256"] == publication.fingerprint(release))
