"""A saved web page: the words a reader sees, block by block, and what its head says of itself."""

from dataclasses import dataclass

from bs4 import BeautifulSoup
from bs4.element import Comment, NavigableString, PageElement, Tag

UNSEEN = {"script", "style", "noscript", "template", "head", "svg", "object", "iframe"}
INLINE = {
    *("a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd", "label"),
    *(
        "mark",
        "q",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ),
}
BEGINNINGS = (b"<!doctype html", b"<html", b"<head", b"<body", b"<!--", b"<?xml", b"<meta", b"<div", b"<article", b"<p")


@dataclass(frozen=True)
class WebPage:
    """`title` is that of the window, `article_title` and `address` what the page claims of itself."""

    text: str
    title: str
    article_title: str
    address: str


def is_web_page(content: bytes) -> bool:
    """By its first bytes, whatever it is called."""
    beginning = content.removeprefix(b"\xef\xbb\xbf").lstrip()[:64].lower()
    return beginning.startswith(BEGINNINGS)


def read_web_page(content: bytes) -> WebPage:
    """Any bytes make some page; the encoding is that the page declares."""
    soup = BeautifulSoup(content, "lxml")
    lines: list[str] = []
    _gather(soup.body or soup, lines)
    title = soup.title.get_text() if soup.title else ""
    return WebPage("".join(lines), title.strip(), _meta(soup, "ArticleTitle"), _canonical(soup))


def _gather(tag: Tag, lines: list[str]) -> None:
    stack: list[PageElement | str] = [*reversed(tag.contents)]
    while stack:  # pages nest deeper than Python may
        node = stack.pop()
        if isinstance(node, str) and not isinstance(node, NavigableString):
            lines.append(node)
        elif isinstance(node, NavigableString):
            if not isinstance(node, Comment):
                lines.append(" ".join(node.split("\n")))
        elif isinstance(node, Tag) and node.name not in UNSEEN:
            is_block = node.name not in INLINE
            stack += ["\n"] if is_block else []
            stack += reversed(node.contents)
            stack += ["\n"] if is_block else []


def _meta(soup: BeautifulSoup, name: str) -> str:
    found = soup.find("meta", attrs={"name": name})
    return str(found.get("content", "")) if isinstance(found, Tag) else ""


def _canonical(soup: BeautifulSoup) -> str:
    found = soup.find("link", rel="canonical")
    return str(found.get("href", "")) if isinstance(found, Tag) else ""
