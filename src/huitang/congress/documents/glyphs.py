"""Before anything is printed: which characters of the session's names the fonts of official papers lack."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from huitang.adapters.papers import fonts
from huitang.adapters.papers.font_folders import fetched_fonts
from huitang.adapters.papers.fonts import FontSet
from huitang.adapters.papers.paper import Face
from huitang.adapters.papers.refusal import PaperIsRefused
from huitang.congress.documents import paper_refusal
from huitang.congress.documents.paper_refusal import PaperIsNotDrawn
from huitang.congress.documents.source import Source


@dataclass(frozen=True)
class RareName:
    """`faces` lack the character, in words; `drawn_by` is None when no font here holds it."""

    name: str
    character: str
    faces: str
    drawn_by: str | None


@cache
def fonts_of(folders: tuple[Path, ...]) -> FontSet:
    """:raises PaperIsNotDrawn: a face has no font on this machine"""
    try:
        return fonts.find_fonts(folders)
    except PaperIsRefused as fault:
        raise told_of(fault) from fault


def rare_names(source: Source, found: FontSet) -> tuple[RareName, ...]:
    """Every name of the session with a character another font must draw, or nobody can."""
    names = tuple(dict.fromkeys(name for name in _names(source) if name))
    lacking: dict[str, list[fonts.Uncovered]] = {}
    for one in fonts.preflight(names, found):
        lacking.setdefault(one.character, []).append(one)
    return tuple(
        RareName(name, character, _listed(one.face for one in lacking[character]), _drawn_by(lacking[character]))
        for name in names
        for character in dict.fromkeys(name)
        if character in lacking
    )


def told_of(fault: PaperIsRefused) -> PaperIsNotDrawn:
    """What a writer refuses by code, in words."""
    return paper_refusal.refusal_of(fault, folder=fetched_fonts(Path(settings.HOME)))


def _listed(faces: Iterable[Face]) -> str:
    return _("、").join(str(paper_refusal.NAMES_OF_FACES[face]) for face in faces)


def _names(source: Source) -> Iterable[str]:
    record = source.record
    yield from (row.name for row in source.roll)
    yield from (row.name for row in record.presidium)
    yield from (row.name for row in record.attendees)
    yield from (one.name for election in record.elections for one in election.nominations)
    yield from (*([record.scrutiny.chief] if record.scrutiny.chief else []), *record.scrutiny.others)
    yield from record.scrutiny.tellers
    yield from (row.leader for row in (record.project_vote.projects if record.project_vote else ()))


def _drawn_by(lacking: list[fonts.Uncovered]) -> str | None:
    return next((one.drawn_by for one in lacking), None)
