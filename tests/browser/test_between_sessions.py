"""Between the sessions, in a real browser: the office's week, a deputy on a phone, a reader of the board."""

from datetime import date
from pathlib import Path

import pytest
from django.conf import settings as of_django
from django.test import Client
from playwright.sync_api import expect, sync_playwright
from tools.need_browser import find_browser

from huitang.congress.accounts.deeds import Role
from huitang.web.frame import clock
from tests.browser import public_pages
from tests.browser.conftest import QUIET
from tests.congress.diary import stage as diary_stage
from tests.congress.suggestions import stage
from tests.web import people
from tests.web.desk.conftest import client_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TITLE = "关于修路的建议"


@pytest.fixture
def walk(swept, settings):
    settings.REHEARSAL = True
    return stage.begin()


@pytest.fixture
def seat(live_server, tmp_path: Path):
    """A window for whoever a test client is logged in as, on a day; what goes wrong in it is kept."""
    play = sync_playwright().start()
    browser = play.chromium.launch(executable_path=find_browser(), args=QUIET)
    faults: list[str] = []

    def sit(client: Client | None, *, width: int, on: date):
        headers = {clock.HEADER: stage.at(on).isoformat()}
        context = browser.new_context(
            viewport={"width": width, "height": 800}, base_url=live_server.url, extra_http_headers=headers
        )
        if client is not None:
            told = {"name": of_django.SESSION_COOKIE_NAME, "value": client.cookies[of_django.SESSION_COOKIE_NAME].value}
            context.add_cookies([{**told, "url": live_server.url}])
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda said: said.type == "error" and faults.append(said.text))
        return page

    sit.faults = faults
    yield sit
    browser.close()
    play.stop()


def fits(page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


@pytest.fixture
def office(walk) -> Client:
    diary_stage.reply(walk)
    return client_of(Role.OFFICE, walk.play.office, stage.at(date(2025, 10, 10)))


def test_the_offices_week_shows_what_is_late_reminds_once_and_leads_to_it(office, seat):
    page = seat(office, width=1280, on=date(2025, 10, 10))
    page.goto("/desk/")
    expect(page.locator("dl.figures").first).to_contain_text("逾期")
    page.get_by_role("button", name="今天的提醒").first.click()
    page.goto("/desk/diary/reminders/")
    expect(page.locator("table tbody")).to_contain_text(TITLE)
    sent = page.locator("table tbody tr").count()
    page.goto("/desk/diary/")
    page.get_by_role("button", name="今天的提醒").click()
    page.goto("/desk/diary/reminders/")
    expect(page.locator("table tbody tr")).to_have_count(sent)  # pressed twice, sent once
    page.goto("/desk/diary/?standing=LATE")
    page.get_by_role("link", name=TITLE).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(TITLE)
    assert seat.faults == []


@pytest.fixture
def phone(walk) -> Client:
    found = walk.assigned()
    walk.answer(found)
    return people.deputy(walk.play, walk.deputies[0])


def test_a_deputy_follows_a_suggestion_on_a_phone_and_judges_its_answer(phone, seat):
    page = seat(phone, width=360, on=date(2025, 6, 5))
    page.goto("/deputy/suggestions/")
    expect(page.locator("main")).to_contain_text("条新消息")
    assert fits(page)
    page.get_by_role("link", name=TITLE).first.click()
    expect(page.locator("main")).to_contain_text("已经修好。")
    for name in ("attitude", "result"):
        page.locator(f"input[name={name}][value=SATISFIED]").check()
    page.get_by_role("button", name="交评价").click()
    expect(page.locator("body")).to_contain_text("您的评价已经收到")
    assert fits(page)
    assert seat.faults == []


@pytest.fixture
def board(swept, town, monkeypatch) -> str:
    return next(one for one in public_pages.fill(town, monkeypatch).values() if one.startswith("/projects/"))


def test_a_reader_looks_at_the_board_by_stage_on_a_phone(board, seat):
    page = seat(None, width=360, on=date(2025, 7, 20))
    page.goto(board)
    building = page.get_by_role("heading", name="镇区三条背街小巷改造")
    accepted = page.get_by_role("heading", name="已验收（1项）")
    expect(accepted).not_to_be_in_viewport()
    page.get_by_text("图里的数字（表格）").first.click()
    page.get_by_role("link", name="已验收").first.click()
    expect(accepted).to_be_in_viewport()
    expect(building).not_to_be_in_viewport()
    assert fits(page)
    assert seat.faults == []
