"""What gives a hijacked or copied page away; each sign is something a program can test, with its place and words.

Source: the techniques seen on copies of people's-congress pages (docs/watching.md).
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

import hanzidentifier

from huitang.adapters.watching.page import WatchedPage

_GLOSS = re.compile(r"[一-鿿][(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,7}[)）]")
_HAN = re.compile("[一-鿿]")
_BETWEEN = re.compile("[《》，。；：、（）“”]")
_ENTITY_TITLE = re.compile(r"<title[^>]*>[^<]*(?:&#x?[0-9a-f]+;\s*){3,}", re.IGNORECASE)
_IN_MARKS = re.compile(r"《([^》]{2,80}?)[:：]")
_FEW_TRADITIONAL = 5  # quoted names may hold one or two
_MOST_QUOTED = 120


class SignKind(StrEnum):
    """What was noticed."""

    FOREIGN_HOST = "FOREIGN_HOST"  # the page is at a host that is not ours
    FOREIGN_ADDRESS = "FOREIGN_ADDRESS"  # the page calls another host its own address
    SENDS_ON = "SENDS_ON"
    FOREIGN_LINK = "FOREIGN_LINK"
    FOREIGN_SCRIPT = "FOREIGN_SCRIPT"
    HIDDEN_WORDS = "HIDDEN_WORDS"
    TITLES_DIFFER = "TITLES_DIFFER"
    REPEATED_STRANGER = "REPEATED_STRANGER"
    PINYIN_GLOSS = "PINYIN_GLOSS"
    TRADITIONAL = "TRADITIONAL"
    MOJIBAKE = "MOJIBAKE"
    INVISIBLE_CHARACTERS = "INVISIBLE_CHARACTERS"
    ENTITY_TITLE = "ENTITY_TITLE"
    CLOAKED = "CLOAKED"  # one visitor is shown other words than another


@dataclass(frozen=True)
class Sign:
    """One thing noticed, where, and the very words."""

    kind: SignKind
    where: str
    quoted: str


def find_signs(page: WatchedPage, *, our_hosts: Collection[str], title: str = "") -> tuple[Sign, ...]:
    """Every sign on one page.

    :param our_hosts: hosts that are ours or that our pages may lead to; a name also stands for the names below it
    :param title: what the page's title is on record, or empty when that is not known
    """
    return tuple(sign for look in _LOOKS for sign in look(page, frozenset(our_hosts), title))


def find_cloaking(pages: dict[str, WatchedPage]) -> tuple[Sign, ...]:
    """What only some visitors are shown; the first visitor is what the others are held against."""
    visitors = list(pages)
    seen = {visitor: Counter([pages[visitor].title, *pages[visitor].paragraphs]) for visitor in visitors}
    return tuple(
        Sign(SignKind.CLOAKED, visitor, line[:_MOST_QUOTED])
        for visitor in visitors[1:]
        for line in (seen[visitor] - seen[visitors[0]])
    )


def is_ours(host: str, our_hosts: Collection[str]) -> bool:
    """Whether the host is one of ours or stands below one; no host at all is a relative address."""
    return not host or any(host == ours or host.endswith(f".{ours}") for ours in our_hosts)


def _host(page: WatchedPage, ours: Collection[str], _title: str) -> Iterator[Sign]:
    host = (urlsplit(page.address).hostname or "").lower()
    if not is_ours(host, ours):
        yield Sign(SignKind.FOREIGN_HOST, "address", page.address)
    canonical = (urlsplit(page.canonical).hostname or "").lower()
    if not is_ours(canonical, ours):
        yield Sign(SignKind.FOREIGN_ADDRESS, "link rel=canonical", page.canonical)
    if page.sends_on_to and not is_ours((urlsplit(page.sends_on_to).hostname or "").lower(), ours):
        yield Sign(SignKind.SENDS_ON, "meta refresh", page.sends_on_to)


def _links(page: WatchedPage, ours: Collection[str], _title: str) -> Iterator[Sign]:
    own = (urlsplit(page.address).hostname or "").lower()
    for link in page.links:
        if urlsplit(link.address).scheme in ("http", "https") and not is_ours(link.host, {*ours, own}):
            kind = SignKind.FOREIGN_SCRIPT if link.is_loaded else SignKind.FOREIGN_LINK
            yield Sign(kind, link.words, link.address)


def _hidden(page: WatchedPage, _ours: Collection[str], _title: str) -> Iterator[Sign]:
    for words in page.hidden:
        yield Sign(SignKind.HIDDEN_WORDS, "", words[:_MOST_QUOTED])


def _titles(page: WatchedPage, _ours: Collection[str], title: str) -> Iterator[Sign]:
    expected = "".join((title or page.article_title or page.heading).split())
    for where, said in (("title", page.title), ("ArticleTitle", page.article_title), ("h1", page.heading)):
        if said and expected and expected not in "".join(said.split()):
            yield Sign(SignKind.TITLES_DIFFER, where, said[:_MOST_QUOTED])


def _repeated(page: WatchedPage, _ours: Collection[str], _title: str) -> Iterator[Sign]:
    """A word table gives itself away: one foreign string stands before a colon inside several titles in 《》."""
    said = Counter(_IN_MARKS.findall(page.text))
    for stranger, times in said.items():
        if times > 1 and (stranger in page.title or page.text.count(stranger) > times):
            yield Sign(SignKind.REPEATED_STRANGER, f"×{page.text.count(stranger)}", stranger)


def _script(page: WatchedPage, _ours: Collection[str], _title: str) -> Iterator[Sign]:
    glosses = _GLOSS.findall(page.text)
    if len(glosses) > 1:
        yield Sign(SignKind.PINYIN_GLOSS, f"×{len(glosses)}", "、".join(glosses[:6]))
    traditional = sorted({char for char in page.text if "一" <= char <= "鿿" and _is_traditional(char)})
    if len(traditional) >= _FEW_TRADITIONAL:
        yield Sign(SignKind.TRADITIONAL, f"×{len(traditional)}", "".join(traditional[:20]))
    pieces = [piece for line in (page.title, *page.paragraphs) for piece in _BETWEEN.split(line)]
    broken = [piece for piece in pieces if _is_broken(piece)]
    if broken:
        yield Sign(SignKind.MOJIBAKE, f"×{len(broken)}", broken[0][:_MOST_QUOTED])


def _characters(page: WatchedPage, _ours: Collection[str], _title: str) -> Iterator[Sign]:
    unseen = Counter(char for char in page.title + page.text if unicodedata.category(char) == "Cf")
    for char, times in unseen.items():
        yield Sign(SignKind.INVISIBLE_CHARACTERS, f"×{times}", f"U+{ord(char):04X}")
    if _ENTITY_TITLE.search(page.source):
        yield Sign(SignKind.ENTITY_TITLE, "title", page.title[:_MOST_QUOTED])


def _is_broken(piece: str) -> bool:
    """Bytes in one encoding read in another: read back the other way they become Chinese again."""
    said = len(_HAN.findall(piece))
    read_back = piece.encode("gb18030", "ignore").decode("utf-8", "ignore")
    return "\ufffd" in piece or (said > 3 and 2 * len(_HAN.findall(read_back)) > said)


def _is_traditional(char: str) -> bool:
    return bool(hanzidentifier.identify(char) == hanzidentifier.TRADITIONAL)


_Look = Callable[[WatchedPage, Collection[str], str], Iterator[Sign]]
_LOOKS: tuple[_Look, ...] = (_host, _links, _hidden, _titles, _repeated, _script, _characters)
