"""A released text as a paper anyone may take, drawn from its record alone."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.db.models import QuerySet

from huitang.adapters.papers import from_record, paper
from huitang.congress.documents import glyphs, making
from huitang.congress.documents.making import Format
from huitang.congress.documents.paper_refusal import PaperIsNotDrawn
from huitang.congress.publication import queries as publications
from huitang.congress.publication.commands import ReleaseIsUnknown
from huitang.congress.publication.models import Release
from huitang.congress.seals import records, refusals
from huitang.congress.seals.models import LogLeaf

Kind = Release.Kind
KINDS = (Kind.RESOLUTION, Kind.ANNOUNCEMENT, Kind.NEWS)  # a page between sessions has charts and photos, no paper
_KEPT = 64


@dataclass(frozen=True)
class PublicPaper:
    """Without a content when its text is withdrawn."""

    filename: str
    content: bytes
    is_withdrawn: bool


def list_public_papers(town_id: int, *, font_folders: tuple[Path, ...]) -> tuple[int, ...]:
    """The texts of a town anyone may take as a paper; none on a machine without the fonts."""
    if not _has_fonts(font_folders):
        return ()
    return tuple(_with_paper().filter(town_id=town_id).order_by("pk").values_list("pk", flat=True).distinct())


def has_public_paper(release_id: int, *, font_folders: tuple[Path, ...]) -> bool:
    return _with_paper().filter(pk=release_id).exists() and _has_fonts(font_folders)


def get_public_paper(release_id: int, *, font_folders: tuple[Path, ...]) -> PublicPaper:
    """Drawn from the record as it was logged, so that it is the same bytes each time.

    :raises ReleaseIsUnknown: also of a text that has no paper :raises RecordIsNotKept: :raises PaperIsNotDrawn:
    """
    row = publications.get_public_release(release_id)
    if row.kind not in KINDS:
        raise ReleaseIsUnknown()
    filename = making.filename(f"{row.title}_{row.check_code}", Format.PDF)
    if row.state == Release.State.WITHDRAWN:
        return PublicPaper(filename, b"", is_withdrawn=True)
    leaf = LogLeaf.objects.filter(release_id=release_id, deed=LogLeaf.Deed.RELEASED).first()
    if leaf is None:
        raise refusals.RecordIsNotKept()
    return PublicPaper(filename, _drawn(leaf.record, font_folders), is_withdrawn=False)


def _with_paper() -> QuerySet[Release]:
    public = (Release.State.RELEASED, Release.State.REPLACED)
    return Release.objects.filter(kind__in=KINDS, state__in=public, leaves__isnull=False)


def _has_fonts(font_folders: tuple[Path, ...]) -> bool:
    try:
        glyphs.fonts_of(font_folders)
    except PaperIsNotDrawn:
        return False
    return True


@lru_cache(maxsize=_KEPT)
def _drawn(record: str, font_folders: tuple[Path, ...]) -> bytes:
    told = records.read(record)
    drawn = from_record.paper_of(told["title"], told["blocks"], number=told["number"])
    fonts = glyphs.fonts_of(font_folders)
    return making.drawn(drawn.name, paper.stamped(drawn, records.stamp_of(record)), Format.PDF, fonts)
