"""The blocks of schema.org stand in the pages without a word from the content policy, in a real browser."""

import json

import pytest
from playwright.sync_api import sync_playwright
from tools import need_browser

from huitang.congress.publication.models import Release
from tests.web.portal.conftest import MOMENT

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TOLD = """() => [...document.querySelectorAll('script[type="application/ld+json"]')].map(one => one.textContent)"""
WATCH = "document.addEventListener('securitypolicyviolation', one => console.error('policy: ' + one.violatedDirective))"


@pytest.fixture
def page(news) -> Release:
    """A page between the sessions."""
    facts = {"slug": "about", "column": "机构简介"}
    at = {"drafted_at": MOMENT, "drafted_by": "办公室", "released_at": MOMENT, "released_by": "执行主席"}
    words = {"title": "清河镇人大简介", "blocks": [{"type": "p", "text": "</script>七人。"}], "facts": facts}
    kept = {"kind": "PAGE", "subject": "page:1", "sha256": "0" * 64, "state": "RELEASED"}
    return Release.objects.create(town=news.town, **kept, **words, **at)


def test_no_page_with_a_block_of_data_breaks_the_policy(live_server, news, resolution, page):
    pages = (
        "/",
        "/data/",
        "/en/data/",
        "/pages/about/",
        f"/sessions/{news.session_id}/",
        f"/releases/{resolution.pk}/",
    )
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=need_browser.find_browser(), args=["--no-sandbox"])
        tab = browser.new_page(viewport={"width": 360, "height": 800})
        tab.add_init_script(WATCH)
        complaints: list[str] = []
        tab.on("console", lambda said: complaints.append(said.text))
        tab.on("pageerror", lambda error: complaints.append(str(error)))
        found, widths = {}, {}
        for path in pages:
            tab.goto(f"{live_server.url}{path}")
            found[path] = [json.loads(block)["@type"] for block in tab.evaluate(TOLD)]
            widths[path] = tab.evaluate("document.documentElement.scrollWidth")
        browser.close()
    assert complaints == []
    assert all(found.values()), found
    assert set(widths.values()) == {360}
