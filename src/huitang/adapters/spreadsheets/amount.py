"""Amounts of money as offices write them, read exactly into whole yuan, and written again."""

import re
import unicodedata
from enum import StrEnum

UNITS = {
    "亿元": 100_000_000,
    "百万元": 1_000_000,
    "万元": 10_000,
    "千元": 1_000,
    "百元": 100,
    "元": 1,
}
WAN = UNITS["万元"]
_UNIT = "|".join(UNITS)
_UNIT_SAID = re.compile(rf"单位[:：]?(?:人民币)?({_UNIT})(?![/每])")
_UNIT_IN_BRACKETS = re.compile(rf"[(（](?:人民币)?({_UNIT})[)）]")
_UNIT_OF_ANY_KIND = re.compile(r"单位[:：]?([^\s,，;；()（）]{1,8})")
_NUMBER = re.compile(r"(-?)(\d+)(?:\.(\d+))?")
LARGEST = 10**15  # yuan; beyond 2**53 a number is no longer exact in the journal's JSON
_BLANK = {"", "-", "--", "—", "——", "/", "无"}


class AmountFault(StrEnum):
    """Why a cell is no amount."""

    NOT_A_NUMBER = "NOT_A_NUMBER"
    NEGATIVE = "NEGATIVE"
    PART_OF_A_YUAN = "PART_OF_A_YUAN"
    TOO_LARGE = "TOO_LARGE"


class AmountIsUnreadable(ValueError):
    """Raised with an `AmountFault`; whoever shows it knows the cell."""

    def __init__(self, fault: AmountFault) -> None:
        super().__init__(fault)
        self.fault = fault


def find_unit(text: str) -> int | None:
    """How many yuan one is, where a text says 单位：万元 or （万元）; None where it does not."""
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    found = _UNIT_SAID.search(plain) or _UNIT_IN_BRACKETS.search(plain)
    return UNITS[found[1]] if found else None


def find_strange_unit(text: str) -> str:
    """The word behind 单位： that is no unit of yuan; empty where there is none."""
    found = _UNIT_OF_ANY_KIND.search("".join(unicodedata.normalize("NFKC", text).split()))
    return found[1] if found and find_unit(text) is None else ""


def read_yuan(text: str, unit: int) -> int | None:
    """A cell in whole yuan, exactly; None for a blank one or a dash.

    :raises AmountIsUnreadable: words, a negative figure, less than a yuan, or beyond all measure
    """
    plain = "".join(unicodedata.normalize("NFKC", text).split()).replace(",", "").replace("¥", "")
    if plain in _BLANK:
        return None
    found = _NUMBER.fullmatch(plain.removeprefix("+"))
    if found is None:
        is_in_brackets = _NUMBER.fullmatch(plain.strip("()")) and plain.startswith("(")
        raise AmountIsUnreadable(AmountFault.NEGATIVE if is_in_brackets else AmountFault.NOT_A_NUMBER)
    if found[1] and int(found[2] + (found[3] or "")):
        raise AmountIsUnreadable(AmountFault.NEGATIVE)
    decimals = found[3] or ""
    shift: int = 10 ** len(decimals)
    yuan, rest = divmod(int(found[2] + decimals) * unit, shift)
    if rest:
        raise AmountIsUnreadable(AmountFault.PART_OF_A_YUAN)
    if yuan > LARGEST:
        raise AmountIsUnreadable(AmountFault.TOO_LARGE)
    return yuan


def tell_amount(yuan: int, unit: int = WAN) -> str:
    """In the unit, with thousands separators and at least two places below 元: 6,512.00."""
    whole, rest = divmod(abs(yuan), unit)
    sign = "-" if yuan < 0 else ""
    places = len(str(unit)) - 1
    decimals = f"{rest:0{places}d}".rstrip("0").ljust(2, "0") if places else ""
    return f"{sign}{whole:,}.{decimals}" if decimals else f"{sign}{whole:,}"


def unit_word(unit: int) -> str:
    """万元 for 10,000."""
    return next(word for word, yuan in UNITS.items() if yuan == unit)
