"""What a new version says otherwise: paragraph by paragraph, and inside a paragraph word by word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from huitang.congress.publication.commands import ReleaseIsUnknown, versions_of
from huitang.congress.publication.models import Release
from huitang.congress.publication.plain_words import plain_words

_READABLE = (Release.State.RELEASED, Release.State.REPLACED)
_LONG = 3000  # characters of a paragraph that is no longer compared inside
_PIECES = re.compile(r"[0-9A-Za-z.,%]+|.", re.DOTALL)


@dataclass(frozen=True)
class Line:
    """One paragraph that changed; parts are `same`, `removed` or `added`, in reading order."""

    parts: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Difference:
    """Between two versions that are both public; `same` paragraphs are only counted."""

    older_id: int
    older: int
    newer_id: int
    newer: int
    lines: tuple[Line, ...]
    same: int


def list_differences(release_id: int) -> tuple[Difference, ...]:
    """What this version changed, and what the next one changed of it. What was withdrawn is compared with nothing.

    :raises ReleaseIsUnknown:
    """
    held = Release.objects.filter(pk=release_id).first()
    if held is None:
        raise ReleaseIsUnknown()
    if held.state not in _READABLE or (held.version == 1 and held.state == Release.State.RELEASED):
        return ()
    versions = list(versions_of(held).exclude(state=Release.State.DRAFT).order_by("version"))
    at = next(place for place, one in enumerate(versions) if one.pk == held.pk)
    pairs = zip(versions[max(at - 1, 0) : at + 1], versions[max(at, 1) : at + 2], strict=False)
    return tuple(_difference(*pair) for pair in pairs if all(one.state in _READABLE for one in pair))


def compare(older: Sequence[str], newer: Sequence[str]) -> tuple[tuple[Line, ...], int]:
    """The lines that changed, and how many did not."""
    lines: list[Line] = []
    same = 0
    for deed, a, b, c, d in SequenceMatcher(None, older, newer, autojunk=False).get_opcodes():
        if deed == "equal":
            same += b - a
        else:
            lines += (Line(tuple(_parts(x, y))) for x, y in zip_longest(older[a:b], newer[c:d], fillvalue=""))
    return tuple(lines), same


def _difference(older: Release, newer: Release) -> Difference:
    lines, same = compare(_lines_of(older), _lines_of(newer))
    return Difference(older.pk, older.version, newer.pk, newer.version, lines, same)


def _lines_of(held: Release) -> list[str]:
    return plain_words(held.title, held.blocks, held.facts if held.session_id is None else {}).splitlines()


def _parts(older: str, newer: str) -> Iterator[tuple[str, str]]:
    """A number is compared as a whole: 83 and 93 share no digit to a reader."""
    a, b = _PIECES.findall(older), _PIECES.findall(newer)
    if max(len(a), len(b)) > _LONG:
        yield from ((kind, text) for kind, text in (("removed", older), ("added", newer)) if text)
        return
    for deed, start, end, begin, stop in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        gone, come = "".join(a[start:end]), "".join(b[begin:stop])
        told = [("same", gone)] if deed == "equal" else [("removed", gone), ("added", come)]
        yield from ((kind, text) for kind, text in told if text)
