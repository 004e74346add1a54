"""A public page on paper: its check code, its address and the QR of the address are there, whatever the width of the window."""

import io
import re
import unicodedata

import pytest
from playwright.sync_api import sync_playwright
from pypdf import PdfReader
from tools.need_browser import find_browser

from huitang.congress.publication import queries as published
from huitang.congress.publication.models import Release
from tests.browser import public_pages
from tests.browser.conftest import QUIET

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def codes(swept, town, monkeypatch) -> dict[str, str]:
    """By address the check code of each public text that is not withdrawn."""
    public_pages.fill(town, monkeypatch)
    shown = Release.objects.filter(state__in=("RELEASED", "REPLACED"))
    return {f"/releases/{row.pk}/": published.get_public_release(row.pk).check_code for row in shown}


@pytest.mark.parametrize("width", [360, 1280])
def test_check_code_address_and_qr_are_on_paper(codes, live_server, width):
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=find_browser(), args=QUIET)
        page = browser.new_context(viewport={"width": width, "height": 800}, base_url=live_server.url).new_page()
        for address, code in codes.items():
            page.goto(address)
            page.emulate_media(media="screen")
            assert not page.locator(".page-qr .page-address").is_visible()
            page.emulate_media(media="print")
            assert not page.locator(".page-qr .on-screen").is_visible()
            assert page.locator(".page-qr svg").bounding_box()["width"] == pytest.approx(25 / 25.4 * 96, abs=1)
            words = words_of(page.pdf(format="A4"))
            assert words.count(code) >= 2, address  # in the check below the text, and beside the QR
            assert f"{code}网址http" in words, address
        browser.close()


def words_of(pdf: bytes) -> str:
    """Without blanks; some fonts draw 网 as the radical ⽹, and NFKC takes that back."""
    told = "".join(one.extract_text() for one in PdfReader(io.BytesIO(pdf)).pages)
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", told))
