"""A real Chromium before a real server whose session stands in the middle of a count."""

import signal
import subprocess
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import sync_playwright
from tools.need_browser import find_browser

from huitang.web.terminal.rehearsal import server
from huitang.web.terminal.rehearsal.play import rehearse
from huitang.web.terminal.rehearsal.shape import SPRING
from tests.migrated import migrated
from tests.stories.conftest import own_database

QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class House:
    """The server, its address, the deputies' cards; it can be killed and started again where it was."""

    def __init__(self, home):
        self.home, self.port = home, server.free_port()
        self.base = f"http://127.0.0.1:{self.port}"
        server.found_town(home)
        self.start()
        done = rehearse(SPRING, base=self.base, out=home / "out", until="票决", tell=False)
        self.session_id, self.cards = done.session_id, done.cards

    def start(self):
        words = server.command("serve", "--host", "127.0.0.1", "--port", str(self.port))
        self.log = (self.home / "server.log").open("ab")
        self.process = subprocess.Popen(words, env=server.environment(self.home), stdout=self.log, stderr=self.log)
        server.wait_for(self.base, self.process)

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.log.close()


@pytest.fixture(scope="module")
def house(tmp_path_factory, pytestconfig):
    home = tmp_path_factory.mktemp("house")
    with own_database(migrated(pytestconfig), home):
        house = House(home)
        yield house
        house.kill()


@pytest.fixture(scope="module")
def chromium():
    found = find_browser()
    assert found, "no Chromium: run `make test`, or name one in HUITANG_BROWSER"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=QUIET)
        yield browser
        browser.close()


class Seat:
    """One person's browser window, and everything that went wrong in it."""

    def __init__(self, chromium, house, width, height):
        self.house = house
        self.context = chromium.new_context(viewport={"width": width, "height": height}, locale="zh-CN")
        self.page = self.context.new_page()
        self.faults = []
        self.page.on("console", lambda said: said.type == "error" and self.faults.append(said.text))
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("request", self._note_foreign)

    def _note_foreign(self, request):
        if urlsplit(request.url).scheme in ("http", "https") and not request.url.startswith(self.house.base):
            self.faults.append(f"asks {request.url}")

    def open(self, path):
        return self.page.goto(self.house.base + path)

    def log_in(self, name):
        self.open("/door/sign-in/")
        self.page.fill("#name", name)
        self.page.fill("#password", server.PASSWORD)
        self.page.press("#password", "Enter")
        self.page.wait_for_url(lambda url: "/door/" not in url)

    def overflow(self):
        """How many pixels the page is wider than its window."""
        return self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


@pytest.fixture
def sit(chromium, house):
    """`sit(width=360)` opens a window of its own."""
    seats = []

    def take(width=1280, height=800):
        seats.append(Seat(chromium, house, width, height))
        return seats[-1]

    yield take
    for seat in seats:
        seat.context.close()
