"""What one cell of a roll means. Each reader returns the value and, when it is wrong, the sentence."""

import re
import unicodedata
from typing import NamedTuple

from django.utils.translation import gettext as _

from huitang.adapters.names import apart
from huitang.adapters.names.cleaning import clean_name

LENGTHS = {
    "name": 60, "delegation": 40, "ethnicity": 20, "education": 20,
    "party": 20, "district": 40, "post": 80, "note": apart.LONGEST_NOTE,
}  # fmt: skip
HIGHEST_NUMBER = 9999
SEXES = {"男": "男", "女": "女", "男性": "男", "女性": "女"}
BORN = re.compile(r"^(\d{4})(?:[-./年](\d{1,2})|(\d{2}))(?:[-./月](\d{1,2}))?[月日]?$")
LOST_ZERO = re.compile(r"^\d{4}\.1$")
PHONE = re.compile(r"^\+?\d{5,20}$")
DIGITS = re.compile(r"\d")


class Reading(NamedTuple):
    """`error` stops the import; `warning` leaves the value out and says so."""

    value: str
    error: str = ""
    warning: str = ""


def read_name(text: str) -> Reading:
    name = clean_name(text)
    if not name:
        return Reading("", error=_("没有姓名。请在文件里补上姓名，或删去这一行。"))
    if DIGITS.search(name):
        return Reading(
            name, error=_("姓名栏写的是“{text}”，不像姓名。请检查这一行的各栏有没有错位。").format(text=text)
        )
    return _fitting("name", name)


def read_number(text: str) -> Reading:
    """Without a number the deputy keeps the known one or gets the next free one."""
    digits = unicodedata.normalize("NFKC", text).removesuffix("号").strip()
    if not digits:
        return Reading("")
    if not digits.isascii() or not digits.isdigit() or not 0 < int(digits) <= HIGHEST_NUMBER:
        return Reading("", error=_("编号“{text}”不是 1 到 9999 的整数。请改正，或空着。").format(text=text))
    return Reading(str(int(digits)))


def read_sex(text: str) -> Reading:
    if text and text not in SEXES:
        return Reading("", error=_("性别“{text}”不是“男”或“女”。请在文件里改正。").format(text=text))
    return Reading(SEXES.get(text, ""))


def read_born(text: str) -> Reading:
    """The month of birth as YYYY-MM; a day, when written, is not kept."""
    text = "".join(unicodedata.normalize("NFKC", text).split())
    if not text:
        return Reading("")
    if LOST_ZERO.match(text):
        sentence = _("出生年月“{text}”分不清是 1 月还是 10 月，没有采用。请在文件里把这一栏设为文本，写成两位月份。")
        return Reading("", warning=sentence.format(text=text))
    found = BORN.match(text)
    month = int(found[2] or found[3]) if found else 0
    if not found or not 1 <= month <= 12 or not 1900 <= int(found[1]) <= 2100:
        return Reading("", warning=_("出生年月“{text}”看不懂，没有采用。请写成“1970.06”。").format(text=text))
    return Reading(f"{found[1]}-{month:02d}")


def read_phone(text: str) -> Reading:
    digits = re.sub(r"[\s()-]", "", unicodedata.normalize("NFKC", text))
    if digits and not PHONE.match(digits):
        return Reading("", warning=_("联系电话“{text}”不是一个电话号码，没有采用。").format(text=text))
    return Reading(digits)


def read_note(text: str) -> Reading:
    """What tells a deputy from another of the name, without the brackets it is shown in."""
    return _fitting("note", apart.clean_note(text))


def read_text(key: str, text: str) -> Reading:
    return _fitting(key, "".join(text.split()) if key != "post" else " ".join(text.split()))


def _fitting(key: str, text: str) -> Reading:
    if len(text) > LENGTHS[key]:
        sentence = _("“{beginning}…”有 {length} 个字，超过 {limit} 个。请检查这一行的各栏有没有错位。")
        facts = {"beginning": text[:10], "length": len(text), "limit": LENGTHS[key]}
        return Reading(text[: LENGTHS[key]], error=sentence.format(**facts))
    return Reading(text)
