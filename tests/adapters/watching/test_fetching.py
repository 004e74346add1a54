"""A real server on this machine, cloaked: robots are shown other words; what it sent is kept with its sums."""

import hashlib
import http.server
import threading
from datetime import UTC, datetime

import pytest
from tools.need_browser import find_browser

from huitang.adapters.watching import evidence, fetching, screenshot, signs
from huitang.adapters.watching.fetching import VISITORS, PageDoesNotAnswer
from tests.adapters.watching.pages import GENUINE

AT = datetime(2025, 4, 2, 8, tzinfo=UTC)


class Cloaked(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/old/":
            self.send_response(302)
            self.send_header("Location", "/releases/5/")
            self.end_headers()
            return
        is_robot = "spider" in self.headers["User-Agent"] or "baidu" in self.headers.get("Referer", "")
        source = GENUINE.replace("</main>", "<p>注册送彩金</p></main>") if is_robot else GENUINE
        body = source.replace('charset="utf-8"', 'charset="gb2312"').encode("gb18030")
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_said: object) -> None:
        """Nothing on the terminal."""


@pytest.fixture
def address():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Cloaked)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_visitors_are_shown_other_words_and_it_is_told(address):
    pages = {one.name: fetching.fetch(f"{address}/old/", one, at=AT).page for one in VISITORS}
    found = signs.find_cloaking(pages)
    assert [(sign.where, sign.quoted) for sign in found] == [
        ("from a search", "注册送彩金"),
        ("search robot", "注册送彩金"),
    ]


def test_redirections_and_an_old_encoding_are_followed(address):
    answer = fetching.fetch(f"{address}/old/", VISITORS[0], at=AT)
    assert answer.came_from == (f"{address}/old/", f"{address}/releases/5/")
    assert "应到代表95名" in answer.page.text


@pytest.mark.parametrize("wrong", ["http://127.0.0.1:9/", "not an address", "ftp://127.0.0.1/"])
def test_a_page_that_does_not_answer_says_so(wrong):
    with pytest.raises(PageDoesNotAnswer):
        fetching.fetch(wrong, VISITORS[0], at=AT)


def test_the_evidence_holds_what_was_sent_and_its_sums_are_right(address, tmp_path):
    answers = [fetching.fetch(f"{address}/releases/5/", one, at=AT) for one in VISITORS[:2]]
    names = evidence.write_evidence(tmp_path / "e", answers, texts={"report.md": "# 情况说明\n"}, browser=None)
    assert "1-reader.html" in names
    assert "report.md" in names
    assert (tmp_path / "e" / "1-reader.html").read_bytes() == answers[0].content
    assert "user-agent: Mozilla" in (tmp_path / "e" / "1-reader.headers.txt").read_text(encoding="utf-8")
    for line in (tmp_path / "e" / evidence.SUMS).read_text(encoding="utf-8").splitlines():
        told, _, name = line.partition("  ")
        assert hashlib.sha256((tmp_path / "e" / name).read_bytes()).hexdigest() == told


def test_a_browser_takes_a_picture(address, tmp_path):
    browser = screenshot.find_browser(find_browser() or "")
    assert browser
    assert screenshot.take_picture(browser, f"{address}/releases/5/", tmp_path / "page.png")
    assert (tmp_path / "page.png").read_bytes().startswith(b"\x89PNG")
