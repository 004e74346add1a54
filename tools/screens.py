"""Photographs every role's main page, in the middle of Qinghe's session, at 360, 1280 and 1920 px, into docs/screens.

    python -m tools.screens

The pictures are looked at by people; no test compares them.
"""

import os
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from huitang.web.terminal.rehearsal import server
from huitang.web.terminal.rehearsal.play import rehearse
from huitang.web.terminal.rehearsal.shape import SPRING
from tools.need_browser import find_browser

FOLDER = Path(__file__).parents[1] / "docs/screens"
SIZES = {360: 740, 1280: 800, 1920: 1080}
PAGES = {
    "desk": ("office", "/desk/"),
    "chair": ("chair", "/chair/"),
    "tellers": ("teller2", "/tellers/ballots/1/"),
    "hall": ("", f"/hall/{server.CODE}/"),
    "portal": ("", "/"),
}


def main() -> None:
    os.environ.pop("HUITANG_DATABASE_URL", None)
    with tempfile.TemporaryDirectory(prefix="huitang-") as folder, sync_playwright() as playwright:
        home = Path(folder)
        server.found_town(home)
        with server.serve(home) as base:
            done = rehearse(SPRING, base=base, out=home / "out", until="票决", tell=False)
            browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox", "--disable-gpu"])
            pages = {**PAGES, "deputy": ("", done.cards[1])}
            for room, (name, path) in pages.items():
                photograph(browser, base, room, name, path)
            browser.close()


def photograph(browser: Browser, base: str, room: str, name: str, path: str) -> None:
    for width, height in SIZES.items():
        context = browser.new_context(viewport={"width": width, "height": height}, locale="zh-CN")
        page = context.new_page()
        if name:
            page.goto(f"{base}/door/sign-in/")
            page.fill("#name", name)
            page.fill("#password", server.PASSWORD)
            page.press("#password", "Enter")
            page.wait_for_url(lambda url: "/door/" not in url)
        page.goto(base + path)
        page.screenshot(path=FOLDER / f"main-{room}-{width}.png")
        context.close()


if __name__ == "__main__":
    main()
