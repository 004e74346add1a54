"""Before anything is printed: which characters of the session's names the fonts of official papers lack."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from huitang.adapters.papers import fonts
from huitang.adapters.papers.fonts import FontSet
from huitang.adapters.papers.refusal import PaperIsRefused
from huitang.congress.documents import refused
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
    """:raises FontsAreMissing:"""
    try:
        return fonts.find_fonts(folders)
    except PaperIsRefused as fault:
        raise refused.as_refusal(fault, "") from fault


def rare_names(source: Source, found: FontSet) -> tuple[RareName, ...]:
    """Every name of the session with a character another font must draw, or nobody can."""
    names = tuple(dict.fromkeys(name for name in _names(source) if name))
    lacking: dict[str, list[fonts.Uncovered]] = {}
    for one in fonts.preflight(names, found):
        lacking.setdefault(one.character, []).append(one)
    return tuple(
        RareName(
            name, character, refused.faces_listed(one.face for one in lacking[character]), _drawn_by(lacking[character])
        )
        for name in names
        for character in dict.fromkeys(name)
        if character in lacking
    )


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
