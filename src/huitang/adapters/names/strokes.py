"""按姓名笔画为序: the order in which an office lists names.

Fewer strokes first; as many strokes, by the first stroke that differs (横竖撇点折); the same strokes, left-right
before top-bottom before whole; the same character, by the next one. A middle dot is no character.

Two customs for a name of two characters. People's congresses compare its second character with the second of a
longer name (田大利 before 田富). Lists of others see a blank between the two, and nothing comes before something
(田富 before 田大利): `blank_first`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from huitang.adapters.names.apart import without_note
from huitang.adapters.names.cleaning import MIDDLE_DOT, clean_name
from huitang.adapters.names.stroke_table import strokes_of

SHAPES = str.maketrans("12345", "一丨丿丶乛")

# of characters that share every stroke with one built in another way: which of them stand beside, which above
LEFT_RIGHT = (
    "仕邓佤讥讽诼冷晚咺叨叻叭叮叶吁吧吼呋呐呗味郃咱哃扛圪圫托坝挂冮孔外帆拌拍旰旴盯昒晖晾柖相枷标次玓玖议讱"
    "邯谁从牝叱叽旼釉"
)
TOP_BOTTOM = "冗冢冕占另只号吕邑吴员呙杲圭岁岌旱查柰示公旦旻番命品幸易晕景"

SignKey = tuple[int, str, int, str]

BLANK: SignKey = (0, "", 0, "")
_UNKNOWN = 999


@dataclass(frozen=True)
class Alike:
    """Two characters of neighbouring names that strokes and shape cannot tell apart: the office decides."""

    before: str
    after: str


def stroke_key(name: str, *, blank_first: bool = False) -> tuple[SignKey, ...]:
    """What the name is ordered by; names that differ in a character never have equal keys.

    A character whose strokes are not known stands behind every known one, and must be said: `unknown_characters`.
    """
    signs = [_sign_key(sign) for sign in _signs(name)]
    if blank_first and len(signs) == 2 and MIDDLE_DOT not in name:
        signs.insert(1, BLANK)
    return tuple(signs)


def order_by_strokes(names: Iterable[str], *, blank_first: bool = False) -> tuple[str, ...]:
    """The names in the order of an official list."""
    return tuple(sorted(names, key=lambda name: (stroke_key(name, blank_first=blank_first), name)))


def unknown_characters(names: Iterable[str]) -> tuple[str, ...]:
    """The characters nobody told us the strokes of, each once: names with them are placed by hand."""
    signs = (sign for name in names for sign in _signs(name))
    return tuple(dict.fromkeys(sign for sign in signs if not strokes_of(sign)))


def has_unknown(name: str) -> bool:
    """Whether the name can only be placed by hand."""
    return bool(unknown_characters([name]))


def alike_characters(ordered: Iterable[str], *, blank_first: bool = False) -> tuple[Alike, ...]:
    """Where two neighbours of an ordered list are told apart by nothing an office could point at (申 and 甲)."""
    keys = [stroke_key(name, blank_first=blank_first) for name in ordered]
    found = (_alike(before, after) for before, after in pairwise(keys))
    return tuple(dict.fromkeys(alike for alike in found if alike is not None))


def shown_strokes(character: str) -> str:
    """The strokes as an office writes them, 丨乛一丨一; empty where they are not known."""
    return strokes_of(character).translate(SHAPES)


def signs_of(name: str) -> tuple[str, ...]:
    """The characters a name is ordered by: without dots and blanks, and without the note that tells two of a name apart."""
    return tuple(_signs(name))


def _signs(name: str) -> str:
    return without_note(clean_name(name)).replace(MIDDLE_DOT, "").replace(" ", "")


def _sign_key(sign: str) -> SignKey:
    strokes = strokes_of(sign)
    if not strokes:
        return _UNKNOWN, "", 0, sign
    shape = 0 if sign in LEFT_RIGHT else 1 if sign in TOP_BOTTOM else 2
    return len(strokes), strokes, shape, sign


def _alike(before: tuple[SignKey, ...], after: tuple[SignKey, ...]) -> Alike | None:
    for one, other in zip(before, after, strict=False):
        if one[:3] != other[:3] or one[0] == _UNKNOWN:
            return None
        if one != other:
            return Alike(one[3], other[3])
    return None
