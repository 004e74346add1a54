"""How wide words are and where their lines break, in whole numbers and never too small.

A Chinese character is one em in every face we print. For other letters an upper bound is taken, so that a line
measured to fit does fit, whichever font serves the face.
"""

import unicodedata
from functools import lru_cache

_NEVER_FIRST = frozenset("，。、；：？！）》」』】〕”’·…—％%,.;:?!)]}")
_NEVER_LAST = frozenset("（《「『【〔“‘([{")
_PLAIN = 620  # thousandths of an em: digits and small letters
_CAPITAL = 820
_WIDE_LETTERS = frozenset("MWmw@%&")
_MIDDLE_DOT = "·"
_COUNTED = frozenset("年月日号时分名人项票元万亿次届个天％")
_MANY = frozenset("万亿")


def em(size: int) -> int:
    """A size in tenths of a point as tenths of a millimetre, upwards."""
    return -(-size * 254 // 720)


def width(text: str, size: int) -> int:
    """The most a text can take, in tenths of a millimetre."""
    return -(-sum(map(_thousandths, text)) * size * 254 // 720_000)


@lru_cache(maxsize=4096)
def _thousandths(letter: str) -> int:
    if letter in _WIDE_LETTERS or not letter.isascii():
        return 0 if unicodedata.combining(letter) else 1000
    return _CAPITAL if letter.isupper() else _PLAIN


@lru_cache(maxsize=16384)
def wrap(text: str, room: int, size: int) -> tuple[str, ...]:
    """The lines of a text in a width; Latin words whole where they can be, no closing mark first in a line."""
    return tuple(line for part in text.split("\n") for line in _wrap_one(part, room, size))


def _wrap_one(text: str, room: int, size: int) -> list[str]:
    most = _most(room, size)
    lines, line, taken = [], "", 0
    for piece in _pieces(text, most):
        more = sum(map(_thousandths, piece))
        if line and taken + sum(map(_thousandths, piece.rstrip())) > most:
            line, carried = _carried(line, piece)
            lines.append(line.rstrip(" "))
            line, taken = carried + piece, sum(map(_thousandths, carried)) + more
        else:
            line, taken = line + piece, taken + more
    return [*lines, line.rstrip(" ")]


def _most(room: int, size: int) -> int:
    """How many thousandths of an em a width takes."""
    return room * 720_000 // (size * 254)


def _carried(line: str, piece: str) -> tuple[str, str]:
    """What moves down with a piece that may not begin a line, or after one that may not end it."""
    keep = line
    while len(keep) > 1 and (piece[0] in _NEVER_FIRST or keep[-1] in _NEVER_LAST):
        piece, keep = keep[-1] + piece, keep[:-1]
    return (keep, line[len(keep) :]) if len(keep) > 1 or len(line) == 1 else (line, "")


def _pieces(text: str, most: int) -> list[str]:
    """Single characters; runs of Latin letters, and a number with what it counts, where they fit a line."""
    pieces: list[str] = []
    for letter in text:
        if (
            pieces
            and _belongs(pieces[-1], letter)
            and sum(map(_thousandths, pieces[-1])) + _thousandths(letter) <= most
        ):
            pieces[-1] += letter
        else:
            pieces.append(letter)
    return pieces


def _belongs(piece: str, letter: str) -> bool:
    """Whether a letter stays with what is before it: 335 with 万, and that with 元."""
    before = piece[-1]
    if letter in _COUNTED:
        return piece[0].isdigit() and (before.isascii() or before in _MANY)
    return letter.isascii() and letter != " " and before.isascii() and before != " "


@lru_cache(maxsize=16384)
def balance(text: str, room: int, size: int) -> tuple[str, ...]:
    """The lines of `wrap`, as many but of equal length: for titles and names."""
    lines = wrap(text, room, size)
    if len(lines) == 1:
        return lines
    narrow = max(width(text, size) // len(lines), 2 * em(size))
    while narrow < room:
        tighter = wrap(text, narrow, size)
        if len(tighter) <= len(lines):
            return tighter
        narrow += em(size) // 2
    return lines


@lru_cache(maxsize=16384)
def name_lines(name: str, room: int, size: int) -> tuple[str, ...]:
    """A name in a width: after a middle dot where it must break, balanced where it has none."""
    if width(name, size) <= room:
        return (name,)
    head, dot, tail = name.partition(_MIDDLE_DOT)
    if dot and width(head + dot, size) <= room:
        return (head + dot, *name_lines(tail, room, size))
    return balance(name, room, size)
