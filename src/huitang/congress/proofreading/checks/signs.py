"""Signs that do not belong: invisible ones, letters of other scripts, traditional characters, garbled text, pinyin."""

import codecs
import re
import unicodedata
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from huitang.congress.proofreading import marking
from huitang.congress.proofreading.finding import Finding, Kind
from huitang.congress.proofreading.known import Known
from huitang.congress.proofreading.passages import Line, Reading
from huitang.congress.proofreading.traditional import SIMPLIFIED

INVISIBLE = _("“{before}”后面有看不见的字符。")
LOOKALIKE = _("“{says}”不是汉字，只是样子相同，应为“{should}”。")
FOREIGN = _("“{says}”里混有样子相似的外文字母。")
TRADITIONAL = _("“{says}”是繁体字，应为“{should}”。")
WHOLLY_TRADITIONAL = _("全文多用繁体字，请核对来源。")
GARBLED = _("“{says}”是乱码。")
PINYIN = _("“{says}”是注音，像是从别处带来的。")

_FORMAT = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]+")
_RADICALS = re.compile(r"[\u2e80-\u2fd5]")
_MIXED = re.compile(r"[A-Za-z\u0370-\u03ff\u0400-\u04ff]+")
_OTHER_SCRIPT = re.compile(r"[\u0391-\u03c9\u0400-\u04ff]")
_BROKEN = re.compile(r"\ufffd+|(?:锟斤拷)+|(?:烫烫|屯屯)+")
_WIDE = re.compile(r"[^\x00-\x7f，。；：、！？《》（）“”]{5,}")
_PINYIN = re.compile(r"(?<=[一-鿿])[（](?P<sound>[a-zA-Zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6})[）]")
_TONE = re.compile(r"[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]")
_HAN = re.compile(r"[一-鿿]")
_WORD_END = re.compile(r"\w{0,4}$")
_MANY = 3
_UTF_8 = codecs.getincrementaldecoder("utf-8")


def check(text: Reading, known: Known) -> Iterator[Finding]:
    """Names of the record keep the characters their bearers use."""
    for line in text.lines:
        yield from _invisible(line)
        yield from _lookalikes(line)
        yield from _garbled(line)
    yield from _traditional(text, known)
    yield from _pinyin(text)


def _invisible(line: Line) -> Iterator[Finding]:
    for found in _FORMAT.finditer(line.source.text):
        facts = {"before": _WORD_END.findall(_FORMAT.sub("", line.source.text[: found.start()]))[0]}
        yield marking.error(line, found.span(), Kind.SIGN, INVISIBLE, correction="", facts=facts)


def _lookalikes(line: Line) -> Iterator[Finding]:
    for found in _RADICALS.finditer(line.source.text):
        right = unicodedata.normalize("NFKC", found[0])
        if right != found[0]:
            yield marking.error(line, found.span(), Kind.SIGN, LOOKALIKE, should=right, correction=right)
    for found in _MIXED.finditer(line.source.text):
        others = _OTHER_SCRIPT.findall(found[0])
        if others and len(others) < len(found[0]):
            yield marking.error(line, found.span(), Kind.SIGN, FOREIGN)


def _garbled(line: Line) -> Iterator[Finding]:
    for found in _BROKEN.finditer(line.source.text):
        yield marking.error(line, found.span(), Kind.SIGN, GARBLED)
    for found in _WIDE.finditer(line.source.text):
        meant = ungarbled(found[0])
        if meant:
            yield marking.error(line, found.span(), Kind.SIGN, GARBLED, should=meant, correction=meant)


def ungarbled(words: str) -> str | None:
    """What was written, where UTF-8 was read as GBK; None for words that make sense as they stand."""
    try:
        meant = _UTF_8().decode(words.encode("gb18030"))  # the last character may be cut in two
    except UnicodeError:
        return None
    return meant if len(meant) > 2 and len(_HAN.findall(meant)) == len(meant) else None


def _traditional(text: Reading, known: Known) -> Iterator[Finding]:
    pattern = re.compile(f"[{''.join(SIMPLIFIED)}]+")
    kept = {sign for name in known.names for sign in name}
    runs = [(line, found) for line in text.lines for found in pattern.finditer(line.source.text)]
    signs = sum(len(found[0]) for _, found in runs)
    every = sum(len(_HAN.findall(line.text)) for line in text.lines)
    if signs * 8 > every > 40:
        line, found = runs[0]
        yield marking.error(line, found.span(), Kind.SIGN, WHOLLY_TRADITIONAL)
        return
    for line, found in runs:
        right = "".join(sign if sign in kept else SIMPLIFIED[sign] for sign in found[0])
        if right != found[0]:
            yield marking.doubt(line, found.span(), Kind.SIGN, TRADITIONAL, should=right, correction=right)


def _pinyin(text: Reading) -> Iterator[Finding]:
    """One rare name may have its sound beside it; a page full of them was copied from elsewhere."""
    found = list(text.matches(_PINYIN))
    if len(found) < _MANY or sum(bool(_TONE.search(one["sound"])) for _, one in found) * 2 < len(found):
        return
    for line, one in found:
        yield marking.error(line, one.span(), Kind.SIGN, PINYIN, correction="")
