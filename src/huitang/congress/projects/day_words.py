"""The days a project list writes in words: 2025年11月底前, 2025年4月, 2025年6月30日前."""

import calendar
import re
import unicodedata
from datetime import date

_WRITTEN = re.compile(
    r"(\d{4})(?:年|[-./])(?:(\d{1,2})(?:(?:月|[-./])(?:(\d{1,2})日?|(上旬|中旬|下旬|初|中|底|末))?月?)?|(底|末|年底|年内))?"
)
_LAST_OF = {"上旬": 10, "初": 10, "中旬": 20, "中": 15}
_FIRST_OF = {"中旬": 11, "中": 15, "下旬": 21, "底": 25, "末": 25}


def read_day(words: str, *, is_end: bool) -> date | None:
    """The day meant, where it can be told: the last one of a month, ten days or year for an end, else the first.

    None where the words name no year and month; the words themselves are kept beside it.
    """
    plain = "".join(unicodedata.normalize("NFKC", words).split())
    found = _WRITTEN.match(plain)
    if found is None:
        return None
    year, month, day, part, _of_year = found.groups()
    if month is None:
        return date(int(year), 12, 31) if is_end and int(year) else None
    if not (1 <= int(month) <= 12 and int(year)):
        return None
    return _day_of(int(year), int(month), day, part, is_end)


def _day_of(year: int, month: int, day: str | None, part: str | None, is_end: bool) -> date | None:
    last = calendar.monthrange(year, month)[1]
    if day is not None:
        return date(year, month, int(day)) if 1 <= int(day) <= last else None
    return date(year, month, _LAST_OF.get(part or "", last) if is_end else _FIRST_OF.get(part or "", 1))
