"""Which words a paper is drawn with: ours, or the office's own version that is in force on the day the session opens."""

import difflib
import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from huitang.congress.documents.catalogue import PAPERS, YEAR_PAPERS, PaperKind
from huitang.congress.documents.drawing import default_text
from huitang.congress.documents.models import PaperTemplate

_DETAIL = re.compile(r"填写(?:\.(\w+)|\[[\"'](.+?)[\"']\])")


@dataclass(frozen=True)
class Wording:
    """`version` is None for ours; `has_moved_on`: ours was changed after the office wrote its own."""

    text: str
    version: int | None = None
    effective_from: date | None = None
    has_moved_on: bool = False


@dataclass(frozen=True)
class TemplateVersion:
    """`is_ours`: from its day on, our wording again."""

    version: int
    text: str
    effective_from: date
    reason: str
    made_at: datetime
    made_by: str
    has_moved_on: bool

    @property
    def is_ours(self) -> bool:
        return not self.text


@dataclass(frozen=True)
class DiffLine:
    """`sign` is + (only in the second), - (only in the first), … (lines left out) or a blank."""

    sign: str
    text: str


def kinds_with_text() -> tuple[PaperKind, ...]:
    """The papers an office can word: all but those drawn by layout."""
    return tuple(kind for kind in (*PAPERS, *YEAR_PAPERS) if not kind.is_laid_out)


def wordings(town_id: int, on: date) -> dict[str, Wording]:
    """For every worded paper, what a session that opens on this day is drawn with."""
    own: dict[str, PaperTemplate] = {}
    for row in _until(town_id, on):
        own[row.key] = row
    return {kind.key: _wording(kind.key, own.get(kind.key)) for kind in kinds_with_text()}


def template_in_force(town_id: int, key: str, on: date) -> str | None:
    """The office's own text of one paper for a session that opens on this day; None means ours."""
    row = _until(town_id, on).filter(key=key).last()
    return row.text if row and row.text else None


def list_versions(town_id: int, key: str) -> tuple[TemplateVersion, ...]:
    """The latest first."""
    rows = PaperTemplate.objects.filter(town_id=town_id, key=key).order_by("-version")
    return tuple(_version(row) for row in rows)


def difference(before: str, after: str) -> tuple[DiffLine, ...]:
    """Line by line; three lines around each change."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=3)
    return tuple(
        DiffLine("…", "") if line.startswith("@@") else DiffLine(line[0], line[1:])
        for line in lines
        if not line.startswith(("---", "+++"))
    )


def details_asked(texts: Iterable[str]) -> frozenset[str]:
    """The names of details these templates use, also those of no list."""
    return frozenset(found[1] or found[2] for text in texts for found in _DETAIL.finditer(text))


def sha256_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def texts_of(found: Mapping[str, Wording]) -> dict[str, str]:
    return {key: wording.text for key, wording in found.items()}


def _until(town_id: int, on: date) -> QuerySet[PaperTemplate]:
    rows = PaperTemplate.objects.filter(town_id=town_id, effective_from__lte=on)
    return rows.order_by("effective_from", "version")


def _wording(key: str, own: PaperTemplate | None) -> Wording:
    ours = default_text(key)
    if own is None or not own.text:
        return Wording(ours)
    return Wording(own.text, own.version, own.effective_from, own.base_sha256 != sha256_of(ours))


def _version(row: PaperTemplate) -> TemplateVersion:
    return TemplateVersion(
        version=row.version,
        text=row.text,
        effective_from=row.effective_from,
        reason=row.reason,
        made_at=row.made_at,
        made_by=row.made_by,
        has_moved_on=bool(row.text) and row.base_sha256 != sha256_of(default_text(row.key)),
    )
