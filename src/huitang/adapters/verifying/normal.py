"""A text without what may differ harmlessly: white space, invisible characters, the form of composed letters.

Every character keeps its place in the text it came from. Full and half width stay two things unless it is asked otherwise.
"""

import unicodedata
from dataclasses import dataclass
from itertools import pairwise

WIDE_FIRST, WIDE_LAST, WIDE_STEP = 0xFF01, 0xFF5E, 0xFEE0
INVISIBLE = {"Cf", "Cc"}
LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"


@dataclass(frozen=True)
class Normal:
    """`starts` and `ends` give each character's place in `original`; before what is in `spaces` and `lines` there was a break."""

    original: str
    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    spaces: frozenset[int]
    lines: frozenset[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where characters `start` to before `end` stand in the original."""
        if start < end:
            return self.starts[start], self.ends[end - 1]
        at = self.ends[start - 1] if start else 0
        return at, at

    def is_break(self, at: int) -> bool:
        """Whether a line ends before character `at`; in a text of one line, whether a blank stands there."""
        return at in (0, len(self.text)) or at in (self.lines or self.spaces)


def normal(text: str, *, fold_width: bool = False) -> Normal:
    """The characters of a text that count."""
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    spaces: set[int] = set()
    lines: set[int] = set()
    for start, end in _clusters(text):
        piece = text[start:end]
        if piece.isspace():
            spaces.add(len(letters))
            if piece in LINE_ENDS:
                lines.add(len(letters))
            continue
        told = _told(piece, fold_width=fold_width)
        letters += told
        starts += [start] * len(told)
        ends += [end] * len(told)
    return Normal(text, "".join(letters), tuple(starts), tuple(ends), frozenset(spaces), frozenset(lines))


def _clusters(text: str) -> list[tuple[int, int]]:
    """Each letter with the marks that combine with it."""
    begins = [at for at, letter in enumerate(text) if letter < "\u0300" or not _is_mark(letter)]
    if text and (not begins or begins[0]):
        begins.insert(0, 0)
    return list(pairwise([*begins, len(text)]))


def _is_mark(letter: str) -> bool:
    return unicodedata.combining(letter) != 0 or unicodedata.category(letter) == "Mn"


def _told(piece: str, *, fold_width: bool) -> str:
    if len(piece) == 1 and (" " < piece < "\x7f" or "\u4e00" <= piece <= "\u9fff"):
        return piece
    seen = "".join(letter for letter in piece if unicodedata.category(letter) not in INVISIBLE and not _selects(letter))
    told = unicodedata.normalize("NFC", seen)
    return "".join(map(_narrow, told)) if fold_width else told


def _selects(letter: str) -> bool:
    """A selector of a variant says how a letter is drawn, not which it is."""
    return "\ufe00" <= letter <= "\ufe0f" or "\U000e0100" <= letter <= "\U000e01ef"


def _narrow(letter: str) -> str:
    return chr(ord(letter) - WIDE_STEP) if WIDE_FIRST <= ord(letter) <= WIDE_LAST else letter
