"""Both shapes, from an empty town to the published site, through the real pages of a real server; each is played once."""

import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import sync_playwright
from tools import with_nginx
from tools.need_browser import find_browser

from huitang.web.terminal.rehearsal import server
from huitang.web.terminal.rehearsal.play import Rehearsed, rehearse
from huitang.web.terminal.rehearsal.shape import SHAPES, Shape
from tests.browser.conftest import QUIET
from tests.stories import published
from tests.stories.conftest import own_database
from tests.stories.published import Site

pytestmark = pytest.mark.story
ADDRESS = "https://rd.qinghe.example"


@dataclass(frozen=True)
class Played:
    """A rehearsal that is over; its server still runs, and its site is published and served by nginx."""

    shape: Shape
    home: Path
    done: Rehearsed
    live: str
    site: Site
    served: str


@pytest.fixture(scope="module", params=sorted(SHAPES))
def played(request, tmp_path_factory, tables) -> Iterator[Played]:
    shape, home = SHAPES[request.param], tmp_path_factory.mktemp(request.param)
    with ExitStack() as stack:
        stack.enter_context(own_database(tables, home)).setenv("HUITANG_ADDRESS", ADDRESS)
        server.found_town(home)
        server.make_key(home)
        live = stack.enter_context(server.serve(home))
        done = rehearse(shape, base=live, out=home / "out", tell=False)
        site = publish(home)
        yield Played(
            shape, home, done, live, site, stack.enter_context(with_nginx.serve(site.folder, home=home / "nginx"))
        )


def publish(home: Path) -> Site:
    subprocess.run(server.command("publish", str(home / "site")), env=server.environment(home), check=True)
    return Site(home / "site")


def test_a_rehearsed_session_ends_in_texts_whose_numbers_equal_the_record(played):
    assert played.done.disagreements == ()
    assert len(played.done.cards) == played.shape.in_office
    slides = list((played.home / "out" / "hall").iterdir())
    assert len(slides) > 20
    assert (played.home / "out" / "record.json").stat().st_size > 1000
    assert "Traceback" not in (played.home / "server.log").read_text(encoding="utf-8")


def test_the_published_rehearsal_has_every_page_signed_and_no_dead_link(played):
    paths = {entry["path"] for entry in played.site.pages}
    wanted = {
        "/",
        "/deputies/",
        "/pages/about/",
        "/pages/older/",
        "/columns/announcement/",
        "/columns/news/",
        "/search/",
    }
    if played.shape.projects_to_choose:
        year = played.shape.opens_on.year
        wanted |= {f"/projects/{year}/", f"/money/{year}/", f"/targets/{year}/"}
    assert wanted | {f"/en{path}" for path in wanted} <= paths
    records = {entry["path"] for entry in played.site.entries if entry["path"].endswith(".record.json")}
    signatures = {entry["path"] for entry in played.site.entries if entry["path"].endswith(".minisig")}
    assert len(records) > 8
    assert signatures == {f"{record}.minisig" for record in records}
    assert published.dead_links(played.site) == []


@pytest.mark.asked_elsewhere
def test_nginx_serves_the_published_rehearsal_page_for_page_as_the_live_portal(played):
    assert published.unlike_live(played.site, live=played.live, served=played.served) == []
    assert httpx.get(f"{played.served}/_manifest.json").status_code == 404


@pytest.mark.browser
@pytest.mark.parametrize("mode", ["usual", "large"])
def test_every_page_of_the_published_rehearsal_stands_in_a_real_browser(played, mode):
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=find_browser(), args=QUIET)
        assert published.look(browser, played.site, served=played.served, mode=mode) == []
        browser.close()
