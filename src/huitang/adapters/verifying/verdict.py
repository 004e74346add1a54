"""The verdict on a text: whole, altered with every place, or not ours."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from huitang.adapters.verifying import furniture
from huitang.adapters.verifying.aligning import Step
from huitang.adapters.verifying.furniture import Furniture
from huitang.adapters.verifying.normal import Normal, normal
from huitang.adapters.verifying.steps import steps
from huitang.adapters.verifying.trusted import TrustedRecord

HALF = 2  # of a record at least half must stand in a text before it is called ours
ECHO = 6  # characters of a foreign word before it is looked for elsewhere
EDGES = "：:，,。.、；;>＞|_-—《》 "


class Answer(StrEnum):
    """What the text is."""

    WHOLE = "OURS_WHOLE"
    ALTERED = "OURS_ALTERED"
    NOT_OURS = "NOT_OURS"


class Change(StrEnum):
    """What was done to the words."""

    INSERTED = "INSERTED"
    REMOVED = "REMOVED"
    REPLACED = "REPLACED"
    JOINED = "JOINED"  # two numbers run together
    PARTED = "PARTED"  # one number taken apart
    REPEATED = "REPEATED"  # a foreign word of the text, again outside of it


@dataclass(frozen=True)
class Difference:
    """`ours` stood where now `theirs` stands, from `start` to `end` in the text that was given."""

    change: Change
    ours: str
    theirs: str
    start: int
    end: int
    piece: int | None  # of the record, from 0, which is the title


@dataclass(frozen=True)
class Verdict:
    """`found` of `total` characters of the record stand in the text; it lies from `start` to `end` in it."""

    answer: Answer
    record: TrustedRecord
    differences: tuple[Difference, ...]
    found: int
    total: int
    start: int
    end: int


@dataclass(frozen=True)
class _Ours:
    text: str
    begins: tuple[int, ...]  # where each piece begins
    in_tables: frozenset[int]  # where a cell follows a cell
    spaces: frozenset[int]  # before what there is a blank, or a piece begins
    heads: frozenset[int]  # between the title and the text
    row_heads: Mapping[int, str]  # where a row begins, the head of its table

    def piece_at(self, at: int) -> int:
        return max(number for number, begin in enumerate(self.begins) if begin <= at)

    def is_between(self, at: int) -> bool:
        """Whether a page may put something of its own there: around pieces, but not into a table."""
        return (at in self.begins or at == len(self.text)) and at not in self.in_tables


def judge_best(records: Iterable[TrustedRecord], text: str, *, fold_width: bool = False) -> Verdict | None:
    """The verdict by the record that most of the text agrees with; None without records."""
    suspect = normal(text, fold_width=fold_width)
    verdicts = [_judge(record, suspect, fold_width=fold_width) for record in records]
    return max(verdicts, key=_agreement, default=None)


def judge(record: TrustedRecord, text: str, *, fold_width: bool = False) -> Verdict:
    """Hold a text against one record."""
    return _judge(record, normal(text, fold_width=fold_width), fold_width=fold_width)


def _judge(record: TrustedRecord, suspect: Normal, *, fold_width: bool) -> Verdict:
    """By the record, or by the part of it the text shows: such a text has less than half of all the rest."""
    whole = _judge_one(record, suspect, fold_width=fold_width)
    if whole.answer is Answer.WHOLE:
        return whole
    parts = [_judge_one(part, suspect, fold_width=fold_width) for part in record.parts]
    shown = max(parts, key=_agreement, default=whole)
    has_the_rest = (whole.found - shown.found) * HALF >= whole.total - shown.total
    return whole if shown.answer is Answer.NOT_OURS or has_the_rest else shown


def _judge_one(record: TrustedRecord, suspect: Normal, *, fold_width: bool) -> Verdict:
    ours = _ours(record, fold_width=fold_width)
    breaks = frozenset(at for at in suspect.lines or suspect.spaces) | {0, len(suspect.text)}
    found = steps(ours.text, suspect.text, begins=ours.begins, breaks=breaks)
    same = sum(step.b - step.a for step in found if step.is_same)
    if same * HALF < len(ours.text):
        return Verdict(Answer.NOT_OURS, record, (), same, len(ours.text), 0, 0)
    around = _furniture_of(record, fold_width=fold_width)
    changed = [_slid(step, ours, suspect) for step in found if not step.is_same]
    bare = [_without_furniture(step, ours, suspect, around) for step in changed]
    told = [_difference(step, ours, suspect) for step in bare if step.a < step.b or step.c < step.d]
    told += _parting(found, ours, suspect)
    start, end = suspect.span(found[0].c, found[-1].d)
    told += _echoes(told, ours, suspect, start, end)
    answer = Answer.ALTERED if told else Answer.WHOLE
    ordered = tuple(sorted(told, key=lambda one: (one.start, one.end)))
    return Verdict(answer, record, ordered, same, len(ours.text), start, end)


def _agreement(verdict: Verdict) -> tuple[bool, int, int]:
    return verdict.answer is not Answer.NOT_OURS, verdict.found - (verdict.total - verdict.found), verdict.total


def _ours(record: TrustedRecord, *, fold_width: bool) -> _Ours:
    pieces = [normal(piece, fold_width=fold_width) for piece in record.pieces]
    begins = [sum(len(piece.text) for piece in pieces[:number]) for number in range(len(pieces))]
    cells = frozenset(begins[number] for number in record.cells if number - 1 in record.cells)
    spaces = {begin + at for begin, piece in zip(begins, pieces, strict=True) for at in (0, *piece.spaces)}
    heads = frozenset(begins[1 : record.heads + 1])
    rows = {begins[at]: normal(told, fold_width=fold_width).text for at, told in record.row_heads.items()}
    return _Ours("".join(piece.text for piece in pieces), tuple(begins), cells, frozenset(spaces), heads, rows)


def _furniture_of(record: TrustedRecord, *, fold_width: bool) -> Furniture:
    def told(words: Iterable[str]) -> list[str]:
        return [normal(word, fold_width=fold_width).text for word in words]

    (town,) = told([record.town])
    beside = told(record.beside_charts)
    return furniture.furniture_of(told(record.known), head=told(record.known_in_head), town=town, beside=beside)


def _slid(step: Step, ours: _Ours, suspect: Normal) -> Step:
    """Words put in may be read as standing a few letters earlier or later; they stand between pieces if they can."""
    if step.a != step.b:
        return step
    for places in (range(step.c + 1), range(0, -len(suspect.text), -1)):
        for move in places:
            moved = Step(step.a - move, step.b - move, step.c - move, step.d - move, is_same=False)
            if move and not _may_move(moved, step, ours.text, suspect.text):
                break
            if moved.a in ours.begins or moved.a == len(ours.text):
                return moved
    return step


def _may_move(moved: Step, step: Step, ours: str, text: str) -> bool:
    if moved.c < 0 or moved.d > len(text) or moved.a < 0 or moved.a > len(ours):
        return False
    if moved.c < step.c:
        return text[moved.c] == text[moved.d] == ours[moved.a]
    return text[moved.c - 1] == text[moved.d - 1] == ours[moved.a - 1]


def _without_furniture(step: Step, ours: _Ours, suspect: Normal, around: Furniture) -> Step:
    """The step without the lines at its edges that say nothing: between two pieces, or the number of a page."""
    cuts = [at for at in range(step.c, step.d + 1) if suspect.is_break(at)]
    after = [at for at in cuts if cuts[0] == step.c and _says_nothing((step.c, at), step.a, ours, suspect, around)]
    c = max(after, default=step.c)
    before = [
        at
        for at in cuts
        if at >= c and cuts[-1] == step.d and _says_nothing((at, step.d), step.b, ours, suspect, around)
    ]
    return Step(step.a, step.b, c, min(before, default=step.d), is_same=False)


def _says_nothing(line: tuple[int, int], at: int, ours: _Ours, suspect: Normal, around: Furniture) -> bool:
    words = suspect.text[line[0] : line[1]]
    return (
        furniture.is_page_number(words)
        or ours.row_heads.get(at) == words
        or (ours.is_between(at) and around.is_furniture(words, is_head=at in ours.heads))
    )


def _difference(step: Step, ours: _Ours, suspect: Normal) -> Difference:
    put_in = Change.INSERTED if step.a == step.b else Change.REPLACED
    change = Change.REMOVED if step.c == step.d else put_in
    start, end = suspect.span(step.c, step.d)
    piece = ours.piece_at(min(step.a, len(ours.text) - 1))
    return Difference(change, ours.text[step.a : step.b], suspect.original[start:end], start, end, piece)


def _parting(found: Sequence[Step], ours: _Ours, suspect: Normal) -> list[Difference]:
    """Two cells 70 and 17 may not become 701 and 7: between figures, and between Latin letters, a blank means something."""
    told = []
    for step in found:
        for at in range(step.a + 1, step.b) if step.is_same else ():
            if not (_is_word(ours.text[at - 1]) and _is_word(ours.text[at])):
                continue
            place = step.c + at - step.a
            was, is_ = at in ours.spaces, place in suspect.spaces
            if was != is_:
                told.append(_part(Change.JOINED if was else Change.PARTED, at, place, ours, suspect))
    return told


def _part(change: Change, at: int, place: int, ours: _Ours, suspect: Normal) -> Difference:
    start, end = suspect.span(place - 1, place + 1)
    blank = " " if change is Change.JOINED else ""
    words = blank.join(ours.text[at - 1 : at + 1])
    return Difference(change, words, suspect.original[start:end], start, end, ours.piece_at(at))


def _is_word(letter: str) -> bool:
    return letter.isascii() and letter.isalnum()


def _echoes(told: Sequence[Difference], ours: _Ours, suspect: Normal, start: int, end: int) -> list[Difference]:
    """The foreign words of the text wherever else they stand: in the title of the page, in the trail, at its foot."""
    foreign = {one.theirs.strip(EDGES) for one in told if one.change in (Change.INSERTED, Change.REPLACED)}
    places: dict[int, Difference] = {}
    for words in sorted(word for word in foreign if _is_foreign(word, ours)):
        for match in re.finditer(re.escape(words), suspect.original):
            if match.end() <= start or match.start() >= end:
                places[match.start()] = Difference(Change.REPEATED, "", words, match.start(), match.end(), None)
    return list(places.values())


def _is_foreign(words: str, ours: _Ours) -> bool:
    """A name or a phrase the record does not know; a number may stand on any page."""
    return len(words) >= ECHO and any(map(str.isalpha, words)) and "".join(words.split()) not in ours.text
