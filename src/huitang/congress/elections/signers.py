"""The signers of a joint nomination, as their numbers stand on the paper."""

import re
import unicodedata
from collections.abc import Sequence

from huitang.congress.elections import refusals
from huitang.congress.roster.queries import RollRow

_PARTS = re.compile(r"[\s,;、]+")
_ONE_OR_RANGE = re.compile(r"(\d{1,4})(?:[-~—–至到](\d{1,4}))?")


def read_signers(text: str, roll: Sequence[RollRow]) -> tuple[int, ...]:
    """The deputies behind ``3 17 20-29``.

    :raises SignersAreUnreadable: naming the part that is no number
    :raises SignerIsUnknown: a number nobody on the roll has
    """
    by_number = {row.number: row.id for row in roll}
    found: list[int] = []
    for part in filter(None, _PARTS.split(unicodedata.normalize("NFKC", text))):
        for number in _numbers(part):
            if number not in by_number:
                raise refusals.SignerIsUnknown(number=number)
            found.append(by_number[number])
    return tuple(dict.fromkeys(found))


def _numbers(part: str) -> range:
    read = _ONE_OR_RANGE.fullmatch(part)
    if read is None or int(read[2] or read[1]) < int(read[1]):
        raise refusals.SignersAreUnreadable(part=part)
    return range(int(read[1]), int(read[2] or read[1]) + 1)
