"""Asking for a page as different visitors would: a cloaked page shows each another face."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

import httpx

from huitang.adapters.watching.page import WatchedPage

SECONDS = 20
MOST_BYTES = 5 * 1024 * 1024


@dataclass(frozen=True)
class Visitor:
    """Who seems to ask, and from where they seem to come."""

    name: str
    agent: str
    referer: str = ""


_DESKTOP = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36"
_PHONE = "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36"
VISITORS = (
    Visitor("reader", _DESKTOP),
    Visitor("phone", _PHONE),
    Visitor("from a search", _DESKTOP, "https://www.baidu.com/s?wd=%E4%BA%BA%E5%A4%A7"),
    Visitor("search robot", "Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)"),
)


class PageDoesNotAnswer(Exception):
    """Raised with the address and what went wrong, in the words of the network."""

    def __init__(self, address: str, problem: str) -> None:
        super().__init__(f"{address}: {problem}")
        self.address = address
        self.problem = problem


@dataclass(frozen=True)
class Fetched:
    """One answer: the addresses it went through, its status, headers and bytes as they came."""

    visitor: Visitor
    asked: str
    came_from: tuple[str, ...]
    status: int
    headers: tuple[tuple[str, str], ...]
    content: bytes
    encoding: str
    at: datetime

    @property
    def page(self) -> WatchedPage:
        """The page in the address where it was found in the end."""
        return WatchedPage(self.came_from[-1], self.content.decode(self.encoding, errors="replace"))


def fetch(address: str, visitor: Visitor, *, at: datetime) -> Fetched:
    """Ask once; redirections are followed and noted.

    :raises PageDoesNotAnswer: no answer, no web address, or more than five million bytes
    """
    headers = {"User-Agent": visitor.agent, **({"Referer": visitor.referer} if visitor.referer else {})}
    with _told_plainly(address), httpx.Client(follow_redirects=True, timeout=SECONDS, headers=headers) as client:
        with client.stream("GET", address) as answer:
            content = _read(answer, address)
        return Fetched(
            visitor=visitor,
            asked=address,
            came_from=(*(str(step.url) for step in answer.history), str(answer.url)),
            status=answer.status_code,
            headers=tuple(answer.headers.multi_items()),
            content=content,
            encoding=_encoding(answer, content),
            at=at,
        )


def _read(answer: httpx.Response, address: str) -> bytes:
    content = b""
    for part in answer.iter_bytes():
        content += part
        if len(content) > MOST_BYTES:
            raise PageDoesNotAnswer(address, f"more than {MOST_BYTES} bytes")
    return content


def _encoding(answer: httpx.Response, content: bytes) -> str:
    """What the answer says, else what the page says in its first lines, else UTF-8."""
    if answer.charset_encoding:
        return "gb18030" if answer.charset_encoding.lower() in ("gbk", "gb2312") else answer.charset_encoding
    return "gb18030" if b"charset=gb" in content[:2048].lower().replace(b'"', b"") else "utf-8"


@contextmanager
def _told_plainly(address: str) -> Iterator[None]:
    try:
        yield
    except (httpx.HTTPError, httpx.InvalidURL, LookupError) as error:
        raise PageDoesNotAnswer(address, str(error) or type(error).__name__) from error
