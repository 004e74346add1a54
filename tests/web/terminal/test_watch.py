"""`huitang watch` against a real server on this machine: a whole page is calm, a hijacked one leaves evidence."""

import hashlib
import http.server
import io
import threading

import pytest
from django.core.management import CommandError, call_command
from tools.need_browser import find_browser

from tests.adapters.verifying import pages
from tests.adapters.verifying.pages import NEWS

BRAND = "星湖大赌场_星湖国际官网"
WHOLE = pages.page_of(NEWS)
FACES = {
    "/whole/": WHOLE,
    "/hijacked/": WHOLE.replace("关于", f"{BRAND}:").replace(
        "</body>", '<a href="https://bet.example/">彩票</a></body>'
    ),
    "/other/": "<!doctype html><html><head><title>集市</title></head><body><h1>集市</h1><p>周三赶集。</p></body></html>",
}


class Faces(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200 if self.path in FACES else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(FACES.get(self.path, "").encode())

    def log_message(self, *_said: object) -> None:
        """Nothing on the terminal."""


@pytest.fixture(scope="module")
def base():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Faces)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def watch(base, tmp_path):
    record = tmp_path / "5.record.json"
    record.write_bytes(pages.bytes_of(NEWS.title, NEWS.told["blocks"], address="https://qinghe.example/releases/5/"))

    def run(path: str, *more: str, ours: str = "127.0.0.1") -> tuple[int, str]:
        told = io.StringIO()
        words = ["watch", f"{base}{path}", "--record", str(record), "--ours", ours, "--out", str(tmp_path / "e"), *more]
        try:
            call_command(*words, stdout=told)
        except SystemExit as left:
            return int(str(left.code)), told.getvalue()
        return 0, told.getvalue()

    return run


def test_a_whole_page_is_calm_and_leaves_nothing(watch, tmp_path):
    code, told = watch("/whole/")
    assert (code, told[:3]) == (0, "正常：")
    assert not (tmp_path / "e").exists()


def test_a_hijacked_page_is_told_and_the_evidence_is_whole(watch, tmp_path):
    assert FACES["/hijacked/"].count(BRAND) > 0
    code, told = watch("/hijacked/", "--browser", find_browser() or "")
    assert code == 1
    assert "被改动过" in told
    assert "https://bet.example/" in told
    (folder,) = (tmp_path / "e").glob("*/1")
    report = (folder / "report.md").read_text(encoding="utf-8")
    assert f"“关于”被换成“{BRAND}" in report
    assert "12377.cn" in report
    assert BRAND in (folder / "differences.html").read_text(encoding="utf-8")
    assert (folder / "screenshot.png").read_bytes().startswith(b"\x89PNG")
    names = {path.name for path in folder.iterdir()}
    assert {"1-reader.html", "4-search-robot.headers.txt", "report.md", "SHA256SUMS"} <= names
    for line in (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines():
        told_sum, _, name = line.partition("  ")
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == told_sum


def test_a_copy_at_a_host_that_is_not_ours_is_told_although_its_words_are_whole(watch):
    code, told = watch("/whole/", ours="renda.qinghe.example")
    assert code == 1
    assert "网址不是我方的" in told


def test_a_page_about_something_else_is_not_ours(watch):
    code, told = watch("/other/")
    assert code == 1
    assert "不是我们发布的文字" in told


def test_an_address_that_does_not_answer_is_said_to_be_so(tmp_path):
    (tmp_path / "5.record.json").write_bytes(pages.bytes_of(NEWS.title, NEWS.told["blocks"]))
    told = io.StringIO()
    with pytest.raises(SystemExit):
        call_command("watch", "http://127.0.0.1:9/", "--record", str(tmp_path / "5.record.json"), stdout=told)
    assert "打不开：http://127.0.0.1:9/" in told.getvalue()


@pytest.mark.django_db
def test_without_a_release_there_is_nothing_to_watch():
    with pytest.raises(CommandError, match="还没有发布过文稿"):
        call_command("watch")
