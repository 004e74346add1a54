"""What a reader would notice of a published site: held against the live portal, link by link, and page by page in a browser."""

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import httpx
from lxml import html as lxml_html
from playwright.sync_api import Browser, Page

from huitang.web.frame.public_copy import visitor
from tests.browser.test_public_pages import MODES, SMALL, violations
from tests.web.portal.test_public_copy import same_page

NOT_PAGES = ("404.html", "verify.html")
PHONE = 360


class Site:
    """The folder, and what its manifest says is in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.entries = json.loads((folder / "_manifest.json").read_text(encoding="utf-8"))["files"]
        self.pages = [one for one in self.entries if self._is_page(one)]

    def _is_page(self, entry: dict) -> bool:
        is_html = entry["content_type"].startswith("text/html")
        return is_html and not entry["file"].endswith(NOT_PAGES)

    def anchors(self) -> dict[str, set[str]]:
        """What can be pointed at in each page."""
        return {one["file"]: set(self._tree(one).xpath("//@id")) for one in self.pages}

    def _tree(self, entry: dict) -> lxml_html.HtmlElement:
        return lxml_html.fromstring((self.folder / entry["file"]).read_text(encoding="utf-8"))

    def links(self) -> Iterator[tuple[str, str]]:
        """Every link of every page, with the file it stands in."""
        for entry in self.pages:
            for one in self._tree(entry).xpath("//*[@href or @src]"):
                yield entry["file"], one.get("href") or one.get("src")


def dead_links(site: Site) -> list[str]:
    """Links that lead out, to no file, or to no place in a page."""
    anchors, told = site.anchors(), []
    for file, link in site.links():
        parts = urlsplit(link)
        if parts.scheme in ("https", "data"):
            continue  # the canonical address of the page, a picture in the page
        place = (site.folder / file).parent / unquote(parts.path) if parts.path else site.folder / file
        name = place.resolve().relative_to(site.folder.resolve()).as_posix()
        if not place.is_file() or (parts.fragment and parts.fragment not in anchors.get(name, ())):
            told.append(f"{file}: {link}")
    return told


def unlike_live(site: Site, *, live: str, served: str) -> list[str]:
    """Addresses at which nginx does not answer as the live portal: status, type, headers, content."""
    told = []
    with httpx.Client(base_url=live) as one, httpx.Client(base_url=served) as other:
        for entry in site.entries:
            path = entry["path"]
            ours, theirs = one.get(path), other.get(path)
            told += [f"{path}: {said}" for said in _differences(ours, theirs)]
            if not path.endswith("/404.html"):
                same_page(ours.content, theirs.content, ours.headers["Content-Type"], path=path)
    return told


def _differences(ours: httpx.Response, theirs: httpx.Response) -> Iterator[str]:
    if ours.status_code != theirs.status_code:
        yield f"{ours.status_code} and {theirs.status_code}"
    for name in ("Content-Type", *visitor.HEADERS):
        said = [answer.headers.get(name, "").replace('"', "").lower() for answer in (ours, theirs)]
        if said[0] != said[1]:
            yield f"{name}: {said[0]} and {said[1]}"


def look(browser: Browser, site: Site, *, served: str, mode: str) -> list[str]:
    """Every page in one mode: what axe, the console, the network, a ruler say."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, base_url=served)
    chosen = "".join(f"localStorage.setItem('{one}', 'on');" for one in MODES[mode])
    context.add_init_script(f"try {{ {chosen} }} catch {{}}")
    page, told = context.new_page(), []
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("console", lambda said: said.type == "error" and told.append(f"{page.url}: {said.text}"))
    page.on("request", lambda asked: asked.url.startswith(("data:", served)) or told.append(f"asks {asked.url}"))
    for entry in site.pages:
        page.goto(entry["path"])
        told += [f"{entry['path']} {one}" for one in (*_too_wide(page, mode), *_axe(page, mode))]
    context.close()
    return told


def _axe(page: Page, mode: str) -> Iterator[str]:
    """Every rule as the page is; in large type its colours again, as AAA asks: the rest is the same page."""
    yield from violations(page, mode, is_of_colours="large" in MODES[mode])


def _too_wide(page: Page, mode: str) -> Iterator[str]:
    for width in (PHONE, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if over > 0:
            yield f"is {over} px wider than {width}"
        if "large" in MODES[mode] and width == PHONE:
            yield from page.evaluate(SMALL)
