"""Links of a page, found and written anew without touching any other byte of it."""

import posixpath
import re
from collections.abc import Callable, Iterator
from urllib.parse import quote, unquote

LIVE_ONLY = "data-live-only"  # an element so marked has no use without the server
_TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9]*)\b[^<>]*>")
_ADDRESS = re.compile(r'(\s(?:href|src|action|poster|data-[a-z-]+)=")(/(?!/)[^"]*)(?=")')
_SRCSET = re.compile(r'(\ssrcset=")([^"]*)(?=")')
_WHOLE = re.compile(r'<link\b[^<>]*\b(?:rel="canonical"|hreflang=)')  # read by machines away from the page
_STYLE_URL = re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)""")
_VOID = {"link", "meta", "img", "input", "br", "hr", "source"}
INDEX = "index.html"


def without_live_only(html: str) -> str:
    """The page without the elements that need the server."""
    kept, at = [], 0
    for start, end in _live_only(html):
        kept.append(html[at:start])
        at = end
    return "".join([*kept, html[at:]])


def _live_only(html: str) -> Iterator[tuple[int, int]]:
    after = 0
    for tag in _TAG.finditer(html):
        if tag.start() >= after and re.search(rf"\s{LIVE_ONLY}(?=[\s=>/])", tag[0]):
            after = _end_of(html, tag)
            yield tag.start(), after


def _end_of(html: str, opened: re.Match[str]) -> int:
    name = opened[1]
    if name in _VOID or opened[0].endswith("/>"):
        return opened.end()
    depth = 1
    for tag in re.compile(rf"<(/?){name}\b[^<>]*>").finditer(html, opened.end()):
        depth += -1 if tag[1] else 1
        if not depth:
            return tag.end()
    raise ValueError(f"<{name} {LIVE_ONLY}> is not closed")


def rewritten(html: str, *, link: Callable[[str], str], whole: Callable[[str], str]) -> str:
    """Every address of the site's own handed to `link`, those for machines (canonical, other languages) to `whole`."""

    def tag(found: re.Match[str]) -> str:
        told = found[0]
        if '="/' not in told and "srcset" not in told:
            return told
        write = whole if _WHOLE.match(told) else link
        told = _ADDRESS.sub(lambda one: one[1] + write(one[2]), told)
        return _SRCSET.sub(lambda one: one[1] + _each_of_set(one[2], link), told)

    return _TAG.sub(tag, html)


def _each_of_set(srcset: str, link: Callable[[str], str]) -> str:
    parts = [part.strip().split(" ", 1) for part in srcset.split(",")]
    return ", ".join(" ".join([link(url) if url.startswith("/") else url, *size]) for url, *size in parts)


def addresses_in(html: str) -> list[str]:
    """Every address of the site's own in the page, in order, without those only the server has a use for."""
    found: list[str] = []

    def note(address: str) -> str:
        found.append(address)
        return address

    rewritten(without_live_only(html), link=note, whole=note)
    return found


def addresses_told(text: str, *, site: str) -> list[str]:
    """Addresses in something for machines (JSON, a feed, a list of pages), where they stand whole."""
    return re.findall(re.escape(site) + r"(/[^\s\"'<>\\]*)", text)


def addresses_in_style(css: str, *, address: str) -> list[str]:
    """Files a stylesheet names."""
    named = [url for url in _STYLE_URL.findall(css) if not url.startswith(("data:", "http:", "https:", "//", "#"))]
    return [posixpath.normpath(posixpath.join(posixpath.dirname(address), url)) for url in named]


def path_of(address: str) -> str:
    """The address without what a server is asked and without the place in the page."""
    return address.partition("#")[0].partition("?")[0].replace("&amp;", "&")


def file_of(path: str) -> str:
    """The name of the file for a path: /releases/5/ is releases/5/index.html.

    :raises ValueError: a path no file should have
    """
    name = unquote(path).removeprefix("/")
    if not is_safe(name or INDEX):
        raise ValueError(f"no file can stand at {path}")
    return f"{name}{INDEX}" if not name or name.endswith("/") else name


def is_safe(name: str) -> bool:
    """Below the folder, and writable on every system."""
    parts = name.removesuffix("/").split("/")
    return not any(part in ("", ".", "..") or re.search(r'[\x00-\x1f\\:*?"<>|]', part) for part in parts)


def relative(address: str, *, page: str, keeps_index: bool) -> str:
    """The link from one page to an address: with `keeps_index` it names index.html, so that it opens without a server."""
    path = path_of(address)
    rest = address[len(address.partition("#")[0].partition("?")[0]) :]
    target = file_of(path)
    folder = posixpath.dirname(file_of(page))
    told = posixpath.relpath(target, folder or ".")
    if not keeps_index and posixpath.basename(told) == INDEX:
        told = told.removesuffix(INDEX) or "./"
    return quote(told, safe="/.-_~") + rest
