"""Figures of targets: whole thousandths inside, decimals as written outside."""

import re
import unicodedata
from fractions import Fraction

THOUSAND = 1000
_FIGURE = re.compile(r"([-+]?)(\d{1,12})(?:\.(\d{1,3})0*)?")
_WITH_WORDS = re.compile(r"(?P<before>\D*?)(?P<figure>[-+]?\d+(?:\.\d+)?)(?P<unit>%|‰|个百分点)?(?P<after>\D*)")


def plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split()).replace(",", "")


def read_thousandths(text: str) -> int | None:
    """Exactly, or None where it is no number of at most three decimals."""
    found = _FIGURE.fullmatch(plain(text).removesuffix("%"))
    if found is None:
        return None
    thousandths = int(found[2]) * THOUSAND + int((found[3] or "").ljust(3, "0"))
    return -thousandths if found[1] == "-" else thousandths


def split_words(text: str) -> tuple[str, str, str]:
    """The figure, its unit and its qualifier, of a cell such as 5.5%左右 or 不低于90; a cell without is the figure."""
    found = _WITH_WORDS.fullmatch(plain(text))
    if found is None:
        return text, "", ""
    return found["figure"], found["unit"] or "", found["before"] or found["after"]


def tell(thousandths: int) -> str:
    """5500 as 5.5."""
    whole, rest = divmod(abs(thousandths), THOUSAND)
    told = f"{whole}.{rest:03d}".rstrip("0").rstrip(".")
    return f"-{told}" if thousandths < 0 else told


def as_fraction(thousandths: int) -> Fraction:
    return Fraction(thousandths, THOUSAND)
