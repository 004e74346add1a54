"""Before anything is printed: which characters of the session's names the fonts of official papers lack."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from huitang.adapters.papers import fonts
from huitang.adapters.papers.fonts import FontSet
from huitang.adapters.papers.paper import Face
from huitang.adapters.papers.refusal import Fault, PaperIsRefused
from huitang.congress.documents.refusals import (
    CharacterCannotBeDrawn,
    FontsAreMissing,
    FontWasSubstituted,
    PaperDoesNotFit,
)
from huitang.congress.documents.source import Source
from huitang.congress.journal.refusal import Refusal

FACES = {
    Face.TITLE: __("小标宋"),
    Face.BODY: __("仿宋"),
    Face.HEI: __("黑体"),
    Face.KAI: __("楷体"),
    Face.SONG: __("宋体"),
}


@dataclass(frozen=True)
class RareName:
    """`faces` lack the character, in words; `drawn_by` is None when no font here holds it."""

    name: str
    character: str
    faces: str
    drawn_by: str | None


@cache
def fonts_of(folders: tuple[Path, ...]) -> FontSet:
    """:raises FontsAreMissing:"""
    try:
        return fonts.find_fonts(folders)
    except PaperIsRefused as refused:
        raise as_refusal(refused, "") from refused


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


def as_refusal(refused: PaperIsRefused, name: str) -> Refusal:
    told = refused.params
    if refused.code is Fault.NO_GLYPH:
        return CharacterCannotBeDrawn(name=name, characters=told["characters"])
    if refused.code is Fault.FONTS_MISSING:
        return FontsAreMissing(faces=_listed(told["faces"]))
    if refused.code is Fault.FONT_SUBSTITUTED:
        return FontWasSubstituted(name=name, found=_("、").join(told["found"]))
    return PaperDoesNotFit(name=name, told=str(told.get("told", "")))


def _names(source: Source) -> Iterable[str]:
    record = source.record
    yield from (row.name for row in source.roll)
    yield from (row.name for row in record.presidium)
    yield from (row.name for row in record.attendees)
    yield from (one.name for election in record.elections for one in election.nominations)
    yield from (*([record.scrutiny.chief] if record.scrutiny.chief else []), *record.scrutiny.others)
    yield from record.scrutiny.tellers
    yield from (row.leader for row in (record.project_vote.projects if record.project_vote else ()))


def _listed(faces: Iterable[Face]) -> str:
    return _("、").join(str(FACES[face]) for face in faces)


def _drawn_by(lacking: list[fonts.Uncovered]) -> str | None:
    return next((one.drawn_by for one in lacking), None)
