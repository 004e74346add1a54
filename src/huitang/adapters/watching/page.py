"""A fetched page taken apart: its titles, what a reader sees, what is hidden, where it leads."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, Tag
from bs4.element import Comment, NavigableString

_UNSEEN = {"script", "style", "template", "noscript", "head", "title"}
_HIDES = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|opacity\s*:\s*0(?![.\d])"
    r"|(?:left|top|text-indent|margin-left|margin-top)\s*:\s*-\d{3,}",
    re.IGNORECASE,
)
_RULE = re.compile(r"([^{}@]+)\{([^{}]*)\}")
_LOADED = {
    "script": "src",
    "img": "src",
    "iframe": "src",
    "link": "href",
    "source": "src",
    "embed": "src",
    "object": "data",
}
_BLOCKS = (
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "li",
    "td",
    "th",
    "div",
    "section",
    "article",
    "main",
    "header",
    "footer",
    "nav",
)
_REFRESH = re.compile(r"url\s*=\s*['\"]?([^'\";]+)", re.IGNORECASE)


@dataclass(frozen=True)
class Link:
    """`address` is absolute; `is_loaded` when the page itself fetches it (a script, a picture)."""

    address: str
    words: str
    is_loaded: bool

    @property
    def host(self) -> str:
        """In small letters; empty for an address without one."""
        return (urlsplit(self.address).hostname or "").lower()


@dataclass(frozen=True)
class WatchedPage:
    """One page as a visitor got it; `source` is what was sent."""

    address: str
    source: str

    @cached_property
    def _soup(self) -> BeautifulSoup:
        return BeautifulSoup(self.source, "html.parser")

    @property
    def title(self) -> str:
        """The words of <title>."""
        return _squeezed(self._soup.title.get_text()) if self._soup.title else ""

    @property
    def article_title(self) -> str:
        """The name the government's guideline asks for: <meta name="ArticleTitle">."""
        return self._meta("ArticleTitle")

    @property
    def heading(self) -> str:
        """The words of the first <h1>."""
        first = self._soup.find("h1")
        return _squeezed(first.get_text()) if first else ""

    @property
    def canonical(self) -> str:
        """The address the page calls its own, or empty."""
        found = self._soup.find("link", rel="canonical")
        return str(found.get("href", "")) if isinstance(found, Tag) else ""

    @cached_property
    def hidden(self) -> tuple[str, ...]:
        """Words in the page that no reader sees."""
        return tuple(text for tag in self._hidden_tags if (text := _squeezed(tag.get_text())))

    @cached_property
    def paragraphs(self) -> tuple[str, ...]:
        """What a reader sees, block by block."""
        lines: list[str] = []
        current: list[str] = []
        owner: Tag | None = None
        for string in self._seen_strings():
            block = string.find_parent(_BLOCKS)
            if block is not owner:
                lines.append(_squeezed("".join(current)))
                current, owner = [], block
            current.append(str(string))
        lines.append(_squeezed("".join(current)))
        return tuple(line for line in lines if line)

    @property
    def text(self) -> str:
        """What a reader sees, a block a line."""
        return "\n".join(self.paragraphs)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Everything the page leads to or loads."""
        found = [
            Link(urljoin(self.address, str(tag["href"])), _squeezed(tag.get_text()), is_loaded=False)
            for tag in self._soup.find_all("a", href=True)
        ]
        for name, attribute in _LOADED.items():
            found += [
                Link(urljoin(self.address, str(tag[attribute])), name, is_loaded=True)
                for tag in self._soup.find_all(name)
                if tag.get(attribute) and "canonical" not in (tag.get("rel") or [])
            ]
        return tuple(found)

    @property
    def sends_on_to(self) -> str:
        """Where a <meta http-equiv=refresh> leads; empty when nowhere."""
        for tag in self._soup.find_all("meta"):
            if str(tag.get("http-equiv", "")).lower() == "refresh":
                leads = _REFRESH.search(str(tag.get("content", "")))
                return urljoin(self.address, leads[1]) if leads else ""
        return ""

    def _meta(self, name: str) -> str:
        found = self._soup.find("meta", attrs={"name": name})
        return _squeezed(str(found.get("content", ""))) if isinstance(found, Tag) else ""

    @cached_property
    def _hidden_tags(self) -> tuple[Tag, ...]:
        found = list(self._soup.find_all(style=_HIDES))
        found += self._soup.find_all(hidden=True)
        found += [tag for rule in self._hiding_rules() for tag in self._soup.select(rule)]
        return tuple(dict.fromkeys(tag for tag in found if tag.name not in _UNSEEN))

    def _hiding_rules(self) -> Iterator[str]:
        for sheet in self._soup.find_all("style"):
            for selector, told in _RULE.findall(sheet.get_text()):
                if _HIDES.search(told) and re.fullmatch(r"[\w\s.#,>-]+", selector):
                    yield selector.strip()

    def _seen_strings(self) -> Iterator[NavigableString]:
        hidden = set(map(id, self._hidden_tags))
        for string in self._soup.find_all(string=True):
            if isinstance(string, Comment):
                continue
            above = [parent for parent in string.parents if isinstance(parent, Tag)]
            if not any(parent.name in _UNSEEN or id(parent) in hidden for parent in above):
                yield string


def _squeezed(text: str) -> str:
    return " ".join(text.split())
