"""Each role at its own pages, in a real browser, in the middle of a session."""

import re
import time

import pytest
from playwright.sync_api import expect

from huitang.web.terminal.rehearsal.server import CODE

pytestmark = pytest.mark.browser

DESK = [
    "/desk/",
    "/desk/roll/",
    "/desk/sessions/new/",
    "/desk/sessions/{s}/",
    "/desk/sessions/{s}/agenda/",
    "/desk/sessions/{s}/schedule/",
    "/desk/sessions/{s}/runsheet/",
    "/desk/sessions/{s}/presidium/",
    "/desk/sessions/{s}/leave/",
    "/desk/sessions/{s}/attendees/",
    "/desk/sessions/{s}/scrutineers/",
    "/desk/sessions/{s}/elections/",
    "/desk/sessions/{s}/projects/",
    "/desk/sessions/{s}/releases/",
    "/desk/sessions/{s}/cards/",
    "/desk/sessions/{s}/sign-in/",
    "/desk/accounts/",
    "/desk/journal/",
]
ROOMS = {
    "office": DESK,
    "chair": ["/chair/", "/chair/releases/"],
    "teller1": ["/tellers/", "/tellers/ballots/1/"],
    "": ["/", "/hall/", f"/hall/{CODE}/", "/door/sign-in/"],
}


@pytest.mark.parametrize("width", [360, 1280, 1920])
@pytest.mark.parametrize("name", list(ROOMS))
def test_no_page_is_wider_than_its_window_or_breaks_the_content_policy(sit, house, name, width):
    seat = sit(width=width)
    if name:
        seat.log_in(name)
    for path in ROOMS[name]:
        answer = seat.open(path.format(s=house.session_id))
        assert answer.status == 200, path
        assert seat.overflow() <= 0, f"{path} at {width}"
    assert seat.faults == []


def test_a_deputys_pages_fit_a_phone_and_open_with_the_card_alone(sit, house):
    seat = sit(width=360, height=740)
    assert seat.open(house.cards[1]).status == 200
    for path in ["/deputy/", "/deputy/agenda/", "/deputy/results/", "/deputy/leave/"]:
        assert seat.open(path).status == 200
        assert seat.overflow() <= 0, path
    assert seat.faults == []


def plenary(seat, house):
    seat.open(f"/desk/sessions/{house.session_id}/sign-in/")
    links = seat.page.eval_on_selector_all("a", "tags => tags.map(tag => tag.getAttribute('href'))")
    return [link for link in links if re.fullmatch(r"/desk/sittings/\d+/sign-in/", link or "")][-1]


def test_the_desk_signs_in_and_undoes_without_a_mouse(sit, house):
    seat = sit()
    seat.log_in("office")
    seat.open(plenary(seat, house))
    expect(seat.page.locator("#who")).to_be_focused()  # by itself
    seat.page.keyboard.type("5")  # on leave until now
    seat.page.keyboard.press("Enter")
    answered = seat.page.wait_for_selector(".flash")
    assert "周翀" in answered.inner_text()
    seat.page.keyboard.press("Escape")  # clears what was typed
    expect(seat.page.locator("#who")).to_have_value("")
    seat.page.keyboard.press("Escape")  # undoes the last sign-in
    expect(seat.page.locator(".recent")).not_to_contain_text("周翀")
    assert seat.faults == []


def test_a_teller_reads_a_paper_with_the_keyboard_and_comes_to_the_next(sit):
    seat = sit()
    seat.log_in("teller2")
    seat.open("/tellers/ballots/1/")
    number = int(re.search(r"\d+", seat.page.inner_text(".paper-no"))[0])
    seat.page.keyboard.press("1")
    expect(seat.page.locator("[data-chosen]")).to_have_text("1")
    seat.page.keyboard.press("Enter")
    expect(seat.page.locator(".paper-no")).to_contain_text(f"{number + 1}")
    assert seat.faults == []


def test_every_screen_switches_to_english_and_back(sit):
    seat = sit()
    seat.log_in("office")
    seat.open("/desk/")
    seat.page.click("text=English")
    seat.page.wait_for_selector("html[lang=en]")
    expect(seat.page.locator("nav.room-nav")).to_contain_text("Roll")
    seat.page.click("text=中文")
    seat.page.wait_for_selector("html[lang=zh-CN]")


def test_the_hall_screen_says_that_the_network_is_gone_and_recovers_by_itself(sit, house):
    seat = sit(width=1920, height=1080)
    seat.open(f"/hall/{CODE}/")
    before = seat.page.inner_text("#slide")
    house.kill()
    seat.page.wait_for_selector(".lost:visible", timeout=20_000)
    assert seat.page.inner_text("#slide") == before  # what is on the screen stays
    house.start()
    began = time.monotonic()
    seat.page.wait_for_selector(".lost", state="hidden", timeout=20_000)
    assert time.monotonic() - began < 20
    assert seat.page.inner_text("#slide").split() == before.split()


def test_the_hall_screen_fits_without_scrolling(sit):
    for width, height in ((1024, 768), (1280, 720), (1920, 1080)):
        seat = sit(width=width, height=height)
        seat.open(f"/hall/{CODE}/")
        hidden = seat.page.evaluate("document.documentElement.scrollHeight - window.innerHeight")
        assert hidden <= 0, (width, height)
