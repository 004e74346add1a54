"""Pinyin initials: 单志强 is found under szq, 欧阳明 under oym."""

import itertools
import re
from functools import cache
from types import ModuleType

from huitang.adapters.names.cleaning import MIDDLE_DOT, clean_name
from huitang.adapters.names.surnames import COMPOUND, SINGLE

MOST_SPELLINGS = 16
LATIN_WORD = re.compile(r"[A-Za-z]+|.", re.DOTALL)


@cache
def _pinyin() -> ModuleType:
    """Its table of phrases takes half a second to read, which most commands would spend for nothing."""
    import pypinyin

    return pypinyin


def initials(name: str) -> tuple[str, ...]:
    """Every spelling of initials the name may be looked for under, the likeliest first.

    The surname is read as a surname. A character without a known reading gives no letter.
    """
    cleaned = clean_name(name)
    letters = surname_letters(cleaned)
    letters += [letters_of(sign) for sign in LATIN_WORD.findall(cleaned[len(letters) :])]
    spellings = itertools.product(*(choices for choices in letters if choices))
    distinct = dict.fromkeys("".join(spelling) for spelling in spellings)
    return tuple(itertools.islice((spelling for spelling in distinct if spelling), MOST_SPELLINGS))


def sound(word: str) -> tuple[str, ...]:
    """How each character of a word is usually read."""
    return tuple(_pinyin().lazy_pinyin(word))


def surname_letters(name: str) -> list[str]:
    """One string of choices per character of the surname; none where names have no surname."""
    if MIDDLE_DOT in name or len(name) < 2 or name[0].isascii():
        return []
    if len(name) > 2 and name[:2] in COMPOUND:
        return list(COMPOUND[name[:2]])
    return [SINGLE.get(name[0]) or _usual_letter(name[0])]


def letters_of(sign: str) -> str:
    """The first letters of the readings of one character or one Latin word, the usual one first."""
    if sign.isascii():
        return _usual_letter(sign)
    every = _pinyin().pinyin(sign, style=_pinyin().Style.FIRST_LETTER, heteronym=True, errors="ignore")
    readings = [_usual_letter(sign), *(reading for group in every for reading in group)]
    return "".join(dict.fromkeys(reading[0] for reading in readings if reading))


def _usual_letter(sign: str) -> str:
    if sign.isascii():
        return sign[0].lower() if sign[0].isalpha() else ""
    read = _pinyin().pinyin(sign, style=_pinyin().Style.FIRST_LETTER, errors="ignore")
    return read[0][0][:1] if read else ""
