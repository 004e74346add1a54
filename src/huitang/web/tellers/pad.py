"""The pad a teller reads a paper into: lines with tiles, and what was posted from it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huitang.adapters.names import apart
from huitang.congress.ballots.papers import unclear_name
from huitang.congress.ballots.queries import BallotRow

SIGNS = {
    "CIRCLE": "○",
    "CROSS": "×",
    "BLANK": gettext_lazy("空白"),
    "TICK": "√",
    "TRIANGLE": "△",
    "OVAL_FOR": gettext_lazy("涂赞成"),
    "OVAL_AGAINST": gettext_lazy("涂反对"),
    "OVAL_ABSTAIN": gettext_lazy("涂弃权"),
    "UNCLEAR": gettext_lazy("看不清"),
    "SATISFIED": gettext_lazy("满意"),
    "BASICALLY_SATISFIED": gettext_lazy("基本满意"),
    "NOT_SATISFIED": gettext_lazy("不满意"),
    "SEVERAL": gettext_lazy("选了几个"),
}
MEANINGS = {"FOR": gettext_lazy("赞成"), "AGAINST": gettext_lazy("反对"), "ABSTAIN": gettext_lazy("弃权"), "": ""}
LETTERS = {"SATISFIED": "s", "BASICALLY_SATISFIED": "b", "NOT_SATISFIED": "d"}
KEYS = "1234567890qwertyuiopasdfghjklzxcvbnm"


@dataclass(frozen=True)
class Tile:
    value: str
    sign: str
    meaning: str
    key: str
    is_chosen: bool
    is_vote: bool
    letter: str = ""  # of a grade: another key for the same


@dataclass(frozen=True)
class PadLine:
    """One printed line; `differs` when the two readings of it do."""

    number: int
    name: str
    tiles: tuple[Tile, ...]
    key: str
    is_chosen: bool
    differs: bool = False


@dataclass(frozen=True)
class WriteInField:
    """`choices` where several bear the name: who is meant is chosen, not typed."""

    name: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Entry:
    """One paper as posted."""

    marks: tuple[str, ...]
    write_ins: tuple[str, ...]
    sealed: bool


def read_entry(posted: QueryDict, ballot: BallotRow) -> Entry:
    """A project not ticked is blank; a name without a mark stays empty, and the command refuses it by line."""
    missing = "BLANK" if ballot.kind == "PROJECTS" else ""
    marks = (posted.get(f"mark_{line}") or missing for line in range(1, len(ballot.choices) + 1))
    written = tuple(name.strip() for name in posted.getlist("write_in") if name.strip())
    return Entry(tuple(marks), written, posted.get("sealed", "yes") != "no")


def lines_of(ballot: BallotRow, marks: Sequence[str], differing: frozenset[int] = frozenset()) -> tuple[PadLine, ...]:
    """The pad with these marks on it; none given is an empty pad."""
    given = [*marks, *[""] * (len(ballot.choices) - len(marks))]
    return tuple(
        PadLine(
            number=place,
            name=name,
            tiles=tuple(_tile(pair, key, mark, ballot) for key, pair in enumerate(ballot.marks, start=1)),
            key=KEYS[place - 1] if place <= len(KEYS) else "",
            is_chosen=mark == "CIRCLE",
            differs=place in differing,
        )
        for place, (name, mark) in enumerate(zip(ballot.choices, given, strict=True), start=1)
    )


def write_in_fields(ballot: BallotRow, written: Sequence[str]) -> list[WriteInField]:
    """As many fields as seats, filled with what was written."""
    if not ballot.allows_write_in:
        return []
    return [WriteInField(name, _bearers(ballot, name)) for name in (*written, *[""] * (ballot.seats - len(written)))]


def _bearers(ballot: BallotRow, name: str) -> tuple[str, ...]:
    bare = apart.without_note(apart.tidy(name))
    called = ballot.namesakes.get(bare, ())
    return (*called, unclear_name(bare)) if called else ()


def tell_mark(mark: str, ballot: BallotRow) -> str:
    """A mark in words, with its meaning under the method of this ballot."""
    if ballot.kind == "PROJECTS":
        return _("选") if mark == "CIRCLE" else _("未选")
    if ballot.kind == "RATING":
        return _("没有选") if mark == "BLANK" else str(SIGNS[mark])
    meaning = MEANINGS[dict(ballot.marks).get(mark, "")]
    return f"{meaning} {SIGNS[mark]}".strip()


def tell_reading(reading: Mapping[str, Any]) -> list[str]:
    """What a reading says besides the marks."""
    told = [_("另选 {name}").format(name=name) for name in reading["write_ins"]]
    return told if reading["sealed"] else [*told, _("没有印章")]


def _tile(pair: tuple[str, str], key: int, chosen: str, ballot: BallotRow) -> Tile:
    mark, meaning = pair
    sign = tell_mark(mark, ballot) if ballot.kind == "RATING" else str(SIGNS[mark])
    letter = LETTERS.get(mark, "")
    return Tile(mark, sign, str(MEANINGS[meaning]), str(key), mark == chosen, meaning == "FOR", letter)
