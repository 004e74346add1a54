"""The blocks of schema.org stand in the pages without a word from the content policy, in a real browser."""

import json

import pytest
from playwright.sync_api import sync_playwright
from tools import need_browser

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TOLD = """() => [...document.querySelectorAll('script[type="application/ld+json"]')].map(one => one.textContent)"""
WATCH = "document.addEventListener('securitypolicyviolation', one => console.error('policy: ' + one.violatedDirective))"


def test_no_page_with_a_block_of_data_breaks_the_policy(live_server, released, news, resolution):
    pages = ("/", "/data/", "/en/data/", "/money/2025/", f"/sessions/{news.session_id}/", f"/releases/{resolution.pk}/")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=need_browser.find_browser(), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 360, "height": 800})
        page.add_init_script(WATCH)
        complaints: list[str] = []
        page.on("console", lambda said: complaints.append(said.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        found, widths = {}, {}
        for path in pages:
            page.goto(f"{live_server.url}{path}")
            found[path] = [json.loads(block)["@type"] for block in page.evaluate(TOLD)]
            widths[path] = page.evaluate("document.documentElement.scrollWidth")
        browser.close()
    assert complaints == []
    assert all(found.values()), found
    assert set(widths.values()) == {360}
