"""The public pages need no JavaScript: read and walked through in a real browser that runs none."""

import pytest
from playwright.sync_api import sync_playwright
from tools import need_browser

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_reader_without_javascript_reaches_every_public_page(live_server, announcement, resolution, news):
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=need_browser.find_browser(), args=["--no-sandbox"])
        page = browser.new_context(java_script_enabled=False, locale="zh-CN").new_page()
        page.goto(f"{live_server.url}/")
        page.get_by_role("link", name="看会议结果").click()
        heads = [page.get_by_role("heading", name=name).is_visible() for name in ("出席", "表决结果")]
        page.get_by_role("link", name="关于政府工作报告的决议").click()
        title = page.get_by_role("heading", level=1).inner_text()
        page.get_by_text("校验码").first.click()
        sha256 = page.locator(".why-body code").inner_text()
        print_button = page.get_by_role("button", name="打印").count()
        page.get_by_role("link", name="上一篇").click()
        earlier = page.url
        page.get_by_role("link", name="English").click()
        english = page.get_by_role("link", name="First page").first.is_visible()
        browser.close()
    assert heads == [True, True]
    assert title == "关于政府工作报告的决议"
    assert sha256 == resolution.sha256
    assert print_button == 0  # printing from the page needs a script, so without one no button promises it
    assert earlier.endswith(f"/releases/{announcement.pk}/")
    assert english
