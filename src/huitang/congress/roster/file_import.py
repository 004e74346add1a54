"""An uploaded file until it is written or given up: what every import keeps alike of its own, and does alike with it."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import TypedDict, TypeVar

from django.db import models
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from huitang.congress.journal.refusal import NotFound, Refusal

LONGEST_NAME = 200


class ImportIsUnknown(NotFound):
    text = _("没有这次导入。请回到要导入的那一页，重新上传。")


class ImportIsSettled(Refusal):
    text = _("文件“{file}”的这次导入已经写入或放弃了，不能再办一次。要再导入请重新上传。")


class ChangedMeanwhile(Refusal):
    """What the file was held against is not what it was when the office looked; each import says what changed."""


class FileImport(models.Model):
    """One uploaded file: the very bytes that were previewed are the bytes that are written."""

    filename = models.CharField(max_length=LONGEST_NAME)
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField()
    uploaded_at = models.DateTimeField()
    committed_at = models.DateTimeField(null=True, blank=True)
    given_up_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.filename


@dataclass(frozen=True)
class ImportRow:
    """One upload in a list."""

    id: int
    filename: str
    uploaded_at: datetime
    committed_at: datetime | None
    given_up_at: datetime | None

    @property
    def is_open(self) -> bool:
        return self.committed_at is None and self.given_up_at is None


class Uploaded(TypedDict):
    filename: str
    sha256: str
    content: bytes
    uploaded_at: datetime


Kept = TypeVar("Kept", bound=FileImport)


def uploaded(filename: str, content: bytes, *, now: datetime) -> Uploaded:
    """What is kept of an upload."""
    return {
        "filename": filename[:LONGEST_NAME],
        "sha256": hashlib.sha256(content).hexdigest(),
        "content": content,
        "uploaded_at": now,
    }


def find(imports: QuerySet[Kept], import_id: int) -> Kept:
    """`imports` are the town's own. :raises ImportIsUnknown:"""
    found = imports.filter(pk=import_id).first()
    if found is None:
        raise ImportIsUnknown()
    return found


def find_open(imports: QuerySet[Kept], import_id: int) -> Kept:
    """The upload a preview is made of.

    :raises ImportIsUnknown: :raises ImportIsSettled: it was written or given up, so there is nothing to preview
    """
    found = find(imports, import_id)
    if not row_of(found).is_open:
        raise ImportIsSettled(file=found.filename)
    return found


def claim(imports: QuerySet[Kept], import_id: int, *, now: datetime) -> Kept:
    """Settle an open upload as written; of two clerks one wins. :raises ImportIsUnknown: :raises ImportIsSettled:"""
    return _settle(imports, import_id, committed_at=now)


def give_up(imports: QuerySet[Kept], import_id: int, *, now: datetime) -> Kept:
    """Put an open upload aside; its bytes are not kept. :raises ImportIsUnknown: :raises ImportIsSettled:"""
    return _settle(imports, import_id, given_up_at=now, content=b"")


def row_of(found: FileImport) -> ImportRow:
    return ImportRow(found.pk, found.filename, found.uploaded_at, found.committed_at, found.given_up_at)


def list_rows(imports: QuerySet[Kept]) -> tuple[ImportRow, ...]:
    """The latest first, without their bytes."""
    return tuple(row_of(found) for found in imports.defer("content").order_by("-uploaded_at", "-pk"))


def list_open(imports: QuerySet[Kept]) -> tuple[ImportRow, ...]:
    return list_rows(imports.filter(committed_at=None, given_up_at=None))


def _settle(imports: QuerySet[Kept], import_id: int, **settled: object) -> Kept:
    found = find(imports, import_id)
    still_open = imports.model._default_manager.filter(pk=import_id, committed_at=None, given_up_at=None)
    if not still_open.update(**settled):
        raise ImportIsSettled(file=found.filename)
    return found
