"""Numbers as texts write them: 八, 二十一, 二〇二五, 8, ８."""

from huitang.rules.legal_text import chinese_number

NUMERAL = r"(?:\d{1,4}|[零〇一二三四五六七八九十百]{1,6})"
_DIGITS = {sign: number for number, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNITS = {"十": 10, "百": 100}


def read_number(words: str) -> int | None:
    """None when the signs make no number."""
    if words.isascii() and words.isdigit():
        return int(words)
    if not any(sign in _UNITS for sign in words):
        return _read_row(words)
    total = digit = 0
    for sign in words:
        if sign in _UNITS:
            total += (digit or 1) * _UNITS[sign]
            digit = 0
        elif sign in _DIGITS:
            digit = _DIGITS[sign]
        else:
            return None
    return total + digit


def write_like(number: int, example: str) -> str:
    """The number in the manner of the example: 8 beside 6, 八 beside 六."""
    return str(number) if example.isascii() else chinese_number(number)


def _read_row(words: str) -> int | None:
    """二〇二五, digit by digit."""
    if not words or any(sign not in _DIGITS for sign in words):
        return None
    return int("".join(str(_DIGITS[sign]) for sign in words))
