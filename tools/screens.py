"""Photographs every role's main page in the middle of Qinghe's session, and the pages of the year after it, into docs/screens.

    python -m tools.screens [session|year]

The pictures are looked at by people; no test compares them.
"""

import os
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from huitang.web.terminal.rehearsal import server
from huitang.web.terminal.rehearsal.person import CLOCK_HEADER
from huitang.web.terminal.rehearsal.play import rehearse
from huitang.web.terminal.rehearsal.shape import SPRING
from huitang.web.terminal.rehearsal.year.play import PROVINCE, rehearse_year
from tools.need_browser import find_browser

FOLDER = Path(__file__).parents[1] / "docs/screens"
SIZES = {360: 740, 1280: 800, 1920: 1080}


@dataclass(frozen=True)
class Shot:
    """One page as `who` sees it (empty: anybody); `what` names the pictures."""

    what: str
    who: str
    path: str
    widths: tuple[int, ...] = (360, 1280, 1920)
    is_whole: bool = False  # to the foot of the page


SESSION = (
    Shot("main-desk", "office", "/desk/"),
    Shot("main-chair", "chair", "/chair/"),
    Shot("main-tellers", "teller2", "/tellers/ballots/1/"),
    Shot("main-hall", "", f"/hall/{server.CODE}/"),
    Shot("main-portal", "", "/"),
)
BOTH = (360, 1280)
YEAR = (
    Shot("year-week", "office", "/desk/", BOTH, is_whole=True),
    Shot("year-diary", "office", "/desk/diary/", BOTH),
    Shot("year-suggestions", "office", "/desk/suggestions/", BOTH),
    Shot("year-projects", "office", "/desk/projects/", BOTH),
    Shot("year-money", "office", "/desk/money/?year=2025", BOTH),
    Shot("year-numbers", "office", "/desk/yearly/?year=2025", BOTH),
    Shot("public-front", "", "/", BOTH, is_whole=True),
    Shot("public-money", "", "/money/2025/", BOTH, is_whole=True),
    Shot("public-suggestions", "", "/suggestions/", BOTH, is_whole=True),
    Shot("public-targets", "", "/targets/2025/", BOTH, is_whole=True),
)
AFTER_THE_YEAR = "2026-04-02T09:00:00+08:00"


def main() -> None:
    os.environ.pop("HUITANG_DATABASE_URL", None)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "huitang.config.settings")
    wanted = sys.argv[1:] or ["session", "year"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox", "--disable-gpu"])
        if "session" in wanted:
            of_session(browser)
        if "year" in wanted:
            of_year(browser)
        browser.close()


def of_session(browser: Browser) -> None:
    with tempfile.TemporaryDirectory(prefix="huitang-") as folder:
        home = Path(folder)
        server.found_town(home)
        with server.serve(home) as base:
            done = rehearse(SPRING, base=base, out=home / "out", until="票决", tell=False)
            photograph(browser, base, [*SESSION, Shot("main-deputy", "", done.cards[1])])


def of_year(browser: Browser) -> None:
    with tempfile.TemporaryDirectory(prefix="huitang-") as folder:
        home = Path(folder)
        server.found_town(home, province=PROVINCE)
        with server.serve(home) as base:
            rehearse_year(base=base, home=home, out=home / "out", tell=False)
            photograph(browser, base, YEAR, at=AFTER_THE_YEAR)


def photograph(browser: Browser, base: str, shots: Iterable[Shot], *, at: str = "") -> None:
    for shot in shots:
        for width in shot.widths:
            told = {CLOCK_HEADER: at} if at else {}
            window = {"width": width, "height": SIZES[width]}
            context = browser.new_context(viewport=window, locale="zh-CN", extra_http_headers=told)
            page = context.new_page()
            if shot.who:
                page.goto(f"{base}/door/sign-in/")
                page.fill("#name", shot.who)
                page.fill("#password", server.PASSWORD)
                page.press("#password", "Enter")
                page.wait_for_url(lambda url: "/door/" not in url)
            page.goto(base + shot.path)
            page.screenshot(path=FOLDER / f"{shot.what}-{width}.png", full_page=shot.is_whole)
            context.close()


if __name__ == "__main__":
    main()
