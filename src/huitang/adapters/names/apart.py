"""Two people of one name, told apart by a note in full-width brackets behind it: 王芳（北村）.

Where nobody else has the name nothing is added. The note is what the office typed, else the first of delegation, sex
and district in which all of the name differ, else the number of the roll, which always differs.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from huitang.adapters.names.cleaning import clean_name

LONGEST_NOTE = 12  # characters: what still fits behind a name on a ballot
_BRACKETS = str.maketrans("()", "（）")
_NOTED = re.compile(r"^(?P<name>[^（）]+)（(?P<note>[^（）]+)）$")

One = TypeVar("One")


@dataclass(frozen=True)
class Known:
    """What may tell somebody from others of the name; `traits` in the order in which they are tried."""

    id: int
    name: str
    number: int
    note: str
    traits: tuple[str, ...]


def with_note(name: str, note: str) -> str:
    """王芳（北村）; a name without a note as it is."""
    return f"{name}（{note}）" if note else name


def without_note(name: str) -> str:
    """王芳（北村） as 王芳, other names as they are."""
    found = _NOTED.match(clean_name(name).translate(_BRACKETS))
    return found["name"] if found else name


def tidy(name: str) -> str:
    """A name as it is kept, the brackets of a note full-width: 王 芳(北村) is 王芳（北村）."""
    brackets = clean_name(name).translate(_BRACKETS)
    return brackets if _NOTED.match(brackets) else clean_name(name)


def clean_note(note: str) -> str:
    """A note as it stands inside the brackets: without blanks, and without brackets of its own."""
    return re.sub(r"[\s（）()]", "", note)


def notes_of(people: Iterable[Known]) -> dict[int, str]:
    """By id, the note each needs beside others of the name; whoever has a name alone is left out."""
    groups = _groups((one.name, one) for one in people).values()
    return {one: note for group in groups if len(group) > 1 for one, note in _notes(group)}


def not_told_by_name(called: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Bare names that do not say who is meant, each with how those are called who may be."""
    groups = _groups((without_note(name), name) for name in dict.fromkeys(called))
    return {name: tuple(group) for name, group in groups.items() if group != [name]}


def _groups(named: Iterable[tuple[str, One]]) -> Mapping[str, list[One]]:
    by_name: dict[str, list[One]] = defaultdict(list)
    for name, one in named:
        by_name[name].append(one)
    return by_name


def _notes(group: Sequence[Known]) -> Iterator[tuple[int, str]]:
    typed = [one.note for one in group if one.note]
    chosen = _trait_in_which_all_differ(group, but=typed)
    for one in group:
        if one.note:
            yield one.id, one.note if typed.count(one.note) == 1 else f"{one.note}{one.number}号"
        else:
            yield one.id, f"{one.number}号" if chosen is None else one.traits[chosen]


def _trait_in_which_all_differ(group: Sequence[Known], *, but: Collection[str]) -> int | None:
    for place in range(len(group[0].traits)):
        said = {one.traits[place] for one in group}
        if len(said) == len(group) and all(0 < len(word) <= LONGEST_NOTE for word in said) and said.isdisjoint(but):
            return place
    return None
