"""Names drawn on paper: two-character names as wide as three, names in columns. Stored names stay clean."""

from collections.abc import Sequence

from huitang.adapters.names.cleaning import HAS_CJK, clean_name

FULL_WIDTH_SPACE = "\u3000"


def widen(name: str) -> str:
    """张三 becomes 张　三; longer names, names with a dot and names in Latin letters stay as they are."""
    cleaned = clean_name(name)
    if len(cleaned) == 2 and all(HAS_CJK.match(sign) for sign in cleaned):
        return FULL_WIDTH_SPACE.join(cleaned)
    return cleaned


def columns(names: Sequence[str], n: int) -> tuple[tuple[str, ...], ...]:
    """Rows of `n` names, read from left to right and then down; the last row may be shorter.

    :raises ValueError: fewer than one column
    """
    if n < 1:
        raise ValueError(n)
    return tuple(tuple(names[start : start + n]) for start in range(0, len(names), n))
