"""Papers kept as they went out, of a session and of the year: which there are, and their bytes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from huitang.congress.documents.making import Format, safe_name
from huitang.congress.documents.models import KeptPaper, KeptYearPaper
from huitang.congress.documents.refusals import KeptPaperIsUnknown

Kept = KeptPaper | KeptYearPaper


@dataclass(frozen=True)
class KeptFile:
    id: int
    format: Format
    sha256: str


@dataclass(frozen=True)
class KeptVersion:
    """One paper as it went out once, in its formats."""

    key: str
    subject: str
    name: str
    version: int
    kept_at: datetime
    kept_by: str
    parts_sha256: str
    files: tuple[KeptFile, ...]


@dataclass(frozen=True)
class KeptContent:
    filename: str
    format: Format
    content: bytes
    sha256: str


def list_kept(session_id: int) -> tuple[KeptVersion, ...]:
    """By paper, the latest version first."""
    rows = KeptPaper.objects.filter(session_id=session_id).defer("content")
    return _versions(rows.order_by("key", "subject", "-version", "format"))


def list_kept_of_years(town_id: int) -> tuple[KeptVersion, ...]:
    """Papers of the year, the latest first."""
    rows = KeptYearPaper.objects.filter(town_id=town_id).defer("content")
    return _versions(rows.order_by("-kept_at", "-version", "format"))


def get_kept(kept_id: int, *, town_id: int) -> KeptContent:
    """Exactly the bytes that were kept. :raises KeptPaperIsUnknown: also of another town"""
    return _content(KeptPaper.objects.filter(pk=kept_id, session__term__town_id=town_id).first())


def get_kept_of_a_year(kept_id: int, *, town_id: int) -> KeptContent:
    """The same of a paper of the year. :raises KeptPaperIsUnknown:"""
    return _content(KeptYearPaper.objects.filter(pk=kept_id, town_id=town_id).first())


def _content(row: Kept | None) -> KeptContent:
    if row is None:
        raise KeptPaperIsUnknown()
    format = Format(row.format)
    name = f"{safe_name(row.name)}_存档第{row.version}版.{format.suffix}"
    return KeptContent(name, format, bytes(row.content), row.sha256)


def _versions(rows: Iterable[Kept]) -> tuple[KeptVersion, ...]:
    versions: dict[tuple[str, str, int], list[Kept]] = {}
    for row in rows:
        versions.setdefault((row.key, row.subject, row.version), []).append(row)
    return tuple(_version(files) for files in versions.values())


def _version(files: list[Kept]) -> KeptVersion:
    first = files[0]
    return KeptVersion(
        key=first.key,
        subject=first.subject,
        name=first.name,
        version=first.version,
        kept_at=first.kept_at,
        kept_by=first.kept_by,
        parts_sha256=first.parts_sha256,
        files=tuple(KeptFile(row.pk, Format(row.format), row.sha256) for row in files),
    )
