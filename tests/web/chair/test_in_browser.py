"""In a real browser: the live sum, typed numbers that outlive a poll, the hall that follows by itself."""

import importlib
import os
import shutil
from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.db import connection, connections
from playwright.sync_api import Page, expect, sync_playwright

from huitang.congress.accounts import commands as accounts
from huitang.congress.accounts.deeds import Role
from huitang.congress.attendance import commands as attendance
from huitang.congress.attendance.models import SignIn
from tests.stage import Play, spring_session
from tests.web import people

GUARD = importlib.import_module("huitang.congress.journal.migrations.0002_append_only")
PASSWORD = "qinghe-2025-chair"
pytestmark = pytest.mark.browser


@pytest.fixture
def play(transactional_db, monkeypatch) -> Iterator[Play]:
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # the browser's driver runs an event loop in this thread
    made = spring_session()
    accounts.create_account(
        name="chair",
        label="执行主席",
        role=Role.CHAIR,
        password=PASSWORD,
        actor=made.office,
        now=made.clock.tick(),
    )
    yield made
    _empty_the_tables()


def _empty_the_tables() -> None:
    """The journal guards itself even against a test's end: lift the guard, empty, put it back."""
    _run(GUARD.UNDO[connection.vendor])
    call_command("flush", verbosity=0, interactive=False)
    _run(getattr(GUARD, connection.vendor.upper()))


def _run(statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


@pytest.fixture
def page(play, live_server) -> Iterator[Page]:
    found = os.environ.get("HUITANG_BROWSER") or shutil.which("chromium") or shutil.which("google-chrome")
    assert found, "no Chromium: run `python -m tools.need_browser`"
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=found, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 800}, base_url=live_server.url, locale="zh-CN")
        page.goto("/door/sign-in/?next=/chair/")
        page.fill("#name", "chair")
        page.fill("#password", PASSWORD)
        page.click("button.primary")
        expect(page.locator(".one-deed")).to_be_visible()  # the door has let her in
        yield page
        browser.close()
        connections.close_all()  # those opened while the driver's loop ran; later nobody could reach them


def test_the_chair_opens_votes_and_declares_while_others_sign_in_and_out(play, page):
    expect(page.locator(".one-deed .primary")).to_be_disabled()
    people.seat(play)
    attendance.sign_in_deputy(  # a deputy on leave came after all: the page hears of it
        sitting_id=play.now().sitting.id,
        deputy_id=next(row.deputy_id for row in play.now().attendance.deputies if row.mark == "ON_LEAVE"),
        actor=play.office,
        now=play.clock.tick(),
    )
    button = page.locator(".one-deed .primary")
    expect(button).to_be_enabled()
    button.click()
    expect(button).to_have_text("交付表决")
    button.click()
    told = page.locator(".sum-line span:visible")
    expect(told).to_have_text("合计 92，与实到 92 相符")
    page.fill("#id_votes_against", "3")
    expect(told).to_have_text("合计 95，比实到 92 多 3")
    row = SignIn.objects.filter(sitting_id=play.now().sitting.id).first()
    attendance.sign_out_deputy(sign_in_id=row.pk, actor=play.office, now=play.clock.tick())
    expect(page.locator("#part-side .figure.main dd")).to_have_text("91")
    expect(page.locator("#id_votes_against")).to_have_value("3")
    button.click()
    expect(page.locator(".words p.error")).to_contain_text("与实到92人不符")
    page.fill("#id_votes_for", "89")
    expect(told).to_have_text("合计 92，与实到 92 相符")
    button.click()
    expect(page.locator(".verdict")).to_have_text("通过")


def test_a_press_that_came_too_late_shows_the_sentence_and_what_is_current(play, page):
    people.seat(play)
    page.goto("/chair/")
    expect(page.locator(".one-deed .primary")).to_be_enabled()
    page.evaluate("document.querySelector('#pulse').remove()")  # before the other presses: no poll may tell her
    play.press()
    page.locator(".one-deed .primary").click()
    expect(page.locator(".notice.refusal")).to_contain_text("已经办过")
    expect(page.locator(".one-deed .primary")).to_have_text("交付表决")
    page.reload()
    expect(page).to_have_url(f"{page.url.split('/chair/')[0]}/chair/?session={play.session_id}")


def test_the_hall_follows_and_never_scrolls(play, page):
    page.goto("/hall/qinghe/")
    expect(page.locator(".slide")).to_contain_text("请各位代表凭代表证签到")
    people.seat(play)
    play.press()
    expect(page.locator(".slide h1")).to_contain_text("议程（草案）")
    play.press()
    expect(page.locator(".verdict")).to_have_text("赞成的请举手")
    play.press(hands={"votes_for": 91, "votes_against": 0, "abstentions": 0, "not_voting": 0})
    expect(page.locator(".verdict")).to_have_text("通过")
    for width, height in ((1280, 720), (1920, 1080), (1024, 768)):
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate("document.documentElement.scrollHeight <= innerHeight")
        assert page.evaluate(
            "(() => { const s = document.querySelector('.slide'); return s.scrollHeight <= s.clientHeight })()"
        )
