"""The copy on plain files says what the live pages say: by its bytes, by its links, behind nginx, and without any server."""

import json
import posixpath
from datetime import date, timedelta
from urllib.parse import unquote, urljoin, urlsplit

import httpx
import pytest
from django.core.management import CommandError, call_command
from lxml import html as lxml_html
from playwright.sync_api import sync_playwright
from tools import with_nginx
from tools.need_browser import find_browser

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Role
from huitang.congress.journal import commands as journal
from huitang.congress.publication import commands, page_commands
from huitang.congress.publication.models import Release
from huitang.congress.publication.standing import board, sources
from huitang.congress.roster.models import Term, Town
from huitang.congress.seals import commands as sealing
from huitang.congress.seals.site import Site
from huitang.congress.sittings.models import CongressSession
from huitang.web.frame import headers
from huitang.web.frame.public_copy import visitor
from huitang.web.frame.public_copy.copying import Wishes, copy_public
from huitang.web.portal import every_address
from tests.congress.publication import year_of_qinghe
from tests.congress.publication.year_of_qinghe import ABOUT, BOARD, JULY, PICTURE
from tests.web.portal.conftest import MOMENT

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("one_connection")]
LINKS = ("href", "src", "action", "poster")
SITE = Site("https://rd.qinghe.example", "rd.qinghe.example")


@pytest.fixture(autouse=True)
def address(settings):
    settings.SITE_ADDRESS = SITE.address


@pytest.fixture
def session(town):
    """Of the term the year of Qinghe has."""
    year_of_qinghe.fill(town)
    days = {"opens_on": date(2025, 3, 31), "closes_on": date(2025, 4, 1)}
    term = Term.objects.get(town=town)
    return CongressSession.objects.create(term=term, number=8, playbook="spring", place="礼堂", **days)


@pytest.fixture
def public(town, office, chair, announcement, resolution, news, monkeypatch):
    """A session and a year of Qinghe in force, sealed; the money of the year withdrawn."""
    monkeypatch.setattr(board, "find_board", lambda town_id, *, year, on: BOARD if year == 2025 else None)
    monkeypatch.setattr(board, "list_years", lambda town_id: (2025,))
    monkeypatch.setattr(board, "find_photo", lambda sha256, *, town_id: (PICTURE, "image/jpeg"))
    page_commands.write_page(words=ABOUT, actor=office, now=JULY)
    for kind, subject in sources.list_subjects(town.pk):
        commands.draft_standing(kind=kind, subject=subject, actor=office, now=JULY)
    for place, draft in enumerate(Release.objects.filter(state="DRAFT").order_by("pk")):
        commands.release(release_id=draft.pk, actor=chair, now=JULY + timedelta(seconds=place))
    sealing.seal_released(site=SITE, actor=office, now=MOMENT)
    money = Release.objects.get(kind="MONEY")
    sealing.withdraw(release_id=money.pk, reason="合计有误", site=SITE, actor=chair, now=JULY)
    return money


@pytest.fixture
def copied(public, tmp_path):
    folder = tmp_path / "out"
    done = copy_public(folder, Wishes())
    assert done.dead == ()
    return folder


def entries_of(folder):
    return json.loads((folder / "_manifest.json").read_text())["files"]


def resolved(text: str, base: str) -> str:
    """The page with every link made whole, index.html left out, what only the server has a use for left out."""
    tree = lxml_html.fromstring(text)
    for one in tree.xpath("//*[@data-live-only]"):
        tail = one.tail or ""
        before = one.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + tail
        else:
            one.getparent().text = (one.getparent().text or "") + tail
        one.getparent().remove(one)
    for one in tree.iter():
        for name, value in getattr(one, "attrib", {}).items():
            if name in LINKS or (name.startswith("data-") and value.startswith(("/", "../", "./"))):
                whole = urlsplit(urljoin(base, value))
                path = unquote(whole.path)
                path = path.removesuffix("index.html") if posixpath.basename(path) == "index.html" else path
                one.set(
                    name, f"{path}#{whole.fragment}" if whole.netloc in ("", "here", "rd.qinghe.example") else value
                )
    return lxml_html.tostring(tree, encoding="unicode")


def same_page(live: bytes, copy: bytes, kind: str, *, path: str) -> None:
    if kind.startswith("text/html") and not path.startswith("/static/"):
        base = f"https://here{path}"
        of_file = base + "index.html" if path.endswith("/") else base
        assert resolved(copy.decode(), of_file) == resolved(live.decode(), base), path
    else:
        assert copy == live, path


def live_of(client, path):
    answer = client.get(path)
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return answer, content


def test_every_page_of_both_languages_is_there_and_says_what_the_live_page_says(client, copied):
    entries = entries_of(copied)
    paths = {entry["path"] for entry in entries}
    for path in ("/", "/projects/2025/", "/deputies/", "/suggestions/2025-001/", "/money/2025/", "/pages/about/"):
        assert {path, f"/en{path}"} <= paths
    for release in Release.objects.exclude(state="DRAFT"):
        assert {f"/releases/{release.pk}{end}" for end in ("/", ".json", ".record.json")} <= paths
    assert {"/log/leaves.json", "/keys.json", "/static/frame/huitang.css", "/404.html"} <= paths
    every_page_says_the_same(client, copied)


def test_walking_from_link_to_link_finds_every_public_address(copied):
    paths = {entry["path"] for entry in entries_of(copied)}
    listed = every_address.list_all_addresses()
    assert len(listed) > 50
    assert set(listed) - paths == set()


def test_every_link_resolves_inside_the_copy_and_none_leads_to_a_door(copied):
    every_link_resolves(copied)


def every_link_resolves(copied):
    checked = 0
    for entry in entries_of(copied):
        place = copied / entry["file"]
        if place.suffix != ".html" or place.name in ("404.html", "verify.html"):
            continue
        text = place.read_text()
        assert "data-live-only" not in text
        tree = lxml_html.fromstring(text)
        anchors = set(tree.xpath("//@id"))
        for one in tree.xpath("//*[@href or @src]"):
            link = one.get("href") or one.get("src")
            if link.startswith(("http", "data:")):
                assert one.tag == "link", f"{entry['path']} leads away: {link}"
                continue
            assert not link.startswith("/"), f"{entry['path']}: {link}"
            parts = urlsplit(link)
            if parts.path:
                assert (place.parent / unquote(parts.path)).resolve().is_file(), f"{entry['path']}: {link}"
            else:
                assert parts.fragment in anchors, f"{entry['path']}: {link}"
            checked += 1
    assert checked > 300


@pytest.mark.parametrize("is_recorded", [False, True])
def test_a_second_run_draws_and_writes_nothing(copied, public, office, monkeypatch, is_recorded):
    """Whether nothing was recorded since, or only what the public does not see: then each page is asked for."""
    if is_recorded:
        journal.append("door.signed_in", actor=office, at=JULY, subject="account:1", facts={})
    before = {place: place.stat().st_mtime_ns for place in copied.rglob("*.*") if place.name != "_manifest.json"}
    asked, drawn = [], []
    ask = visitor.Visitor.ask

    def noted(self, path, *, etag=""):
        answer = ask(self, path, etag=etag)
        asked.append(path)
        drawn.extend([path] if answer.status == 200 and not path.startswith("/static/") else [])
        return answer

    monkeypatch.setattr(visitor.Visitor, "ask", noted)
    done = copy_public(copied, Wishes(since_last=True))
    assert (done.written, done.removed, done.unchanged > 100) == (0, 0, True)
    assert {place: place.stat().st_mtime_ns for place in before} == before
    assert drawn == []
    assert bool(asked) is is_recorded


def test_after_a_release_a_run_since_the_last_is_the_same_as_a_whole_one(copied, town, office, chair, public, tmp_path):
    words = page_commands.PageWords("机构简介", "清河镇人大代表联络站", "联络站每月十五日接待选民。", "station")
    page = page_commands.write_page(words=words, actor=office, now=JULY)
    commands.draft_standing(kind="PAGE", subject=f"page:{page}", actor=office, now=JULY)
    draft = Release.objects.get(state="DRAFT")
    commands.release(release_id=draft.pk, actor=chair, now=JULY + timedelta(hours=1))
    sealing.withdraw(
        release_id=Release.objects.get(kind="SUPERVISION").pk, reason="照片有误", site=SITE, actor=chair, now=JULY
    )
    done = copy_public(copied, Wishes(since_last=True))
    assert done.written > 0
    assert done.removed > 0  # the photo, which no text in force names
    copy_public(tmp_path / "whole", Wishes())
    ours = {entry["path"]: entry for entry in entries_of(copied)}
    whole = {entry["path"]: entry for entry in entries_of(tmp_path / "whole")}
    assert {path: ours[path]["sha256"] for path in whole} == {path: entry["sha256"] for path, entry in whole.items()}
    # what was public under an address keeps its tombstone there
    assert {ours[path]["status"] for path in set(ours) - set(whole)} <= {410}


def test_a_second_town_moves_the_first_below_its_code(client, copied, tmp_path):
    other = Town.objects.create(code="linjiang", name="临江镇")
    office, chair = (
        Actor(other.pk, other.code, name, role) for name, role in (("办", Role.OFFICE), ("主", Role.CHAIR))
    )
    page = page_commands.write_page(words=ABOUT, actor=office, now=JULY)
    commands.draft_standing(kind="PAGE", subject=f"page:{page}", actor=office, now=JULY)
    commands.release(release_id=Release.objects.get(state="DRAFT").pk, actor=chair, now=JULY)
    done = copy_public(copied, Wishes(since_last=True))
    assert done.dead == ()
    assert not (copied / "deputies").exists()
    assert (copied / "t/qinghe/deputies/index.html").is_file()
    assert (copied / "en/t/linjiang/pages/about/index.html").is_file()
    every_link_resolves(copied)
    every_page_says_the_same(client, copied)


def every_page_says_the_same(client, copied):
    for entry in entries_of(copied):
        answer, content = live_of(client, entry["path"])
        assert answer.status_code == entry["status"], entry["path"]
        if not entry["path"].endswith("/404.html"):
            same_page(content, (copied / entry["file"]).read_bytes(), answer["Content-Type"], path=entry["path"])


def test_nginx_serves_the_copy_page_for_page_as_the_live_server(client, copied, public, tmp_path):
    with with_nginx.serve(copied, home=tmp_path / "nginx") as base, httpx.Client(base_url=base) as asked:
        for entry in entries_of(copied):
            path = entry["path"]
            live, content = live_of(client, path)
            served = asked.get(path)
            assert served.status_code == live.status_code, path
            assert (
                served.headers["Content-Type"].replace('"', "").lower() == live["Content-Type"].replace('"', "").lower()
            ), path
            for name in visitor.HEADERS:
                assert served.headers.get(name) == live.headers.get(name), f"{path}: {name}"
            if not path.endswith("/404.html"):
                same_page(content, served.content, live["Content-Type"], path=path)
        assert asked.get("/money/2025/").status_code == 410
        assert "合计有误" in asked.get("/money/2025/").text
        assert asked.get("/money/2025/index.html").status_code == 410
        missing = asked.get("/no/such/page/")
        assert missing.status_code == 404
        assert "没有这一页" in missing.text
        assert 'lang="en"' in asked.get("/en/no/such/page/").text
        assert 'href="/static/frame/huitang.css"' in missing.text
        assert missing.headers["Content-Security-Policy"] == headers.POLICY
        for own in ("/_manifest.json", "/_nginx.conf", "/_headers"):
            assert asked.get(own).status_code == 404
        assert (
            asked.get("/deputies/", headers={"If-None-Match": asked.get("/deputies/").headers["ETag"]}).status_code
            == 304
        )


@pytest.mark.browser
def test_the_copy_opens_from_a_folder_without_any_server(copied, django_db_blocker):
    failed, wrong = [], []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        page = browser.new_page()
        page.on("requestfailed", lambda request: failed.append(request.url))
        page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        for file in ("index.html", "en/index.html", "projects/2025/index.html", "money/2025/index.html"):
            page.goto((copied / file).as_uri())
            shown = page.evaluate("getComputedStyle(document.querySelector('.skip')).position")
            assert shown == "absolute", file  # the stylesheet was read
            assert (
                page.get_by_role("button", name="大字版" if not file.startswith("en/") else "Large type").count() <= 1
            )
        page.goto((copied / "index.html").as_uri())
        page.get_by_role("link", name="English").click()
        assert page.url == (copied / "en/index.html").as_uri()
        browser.close()
    assert failed == []
    assert wrong == []


def test_the_command_tells_what_it_did_and_refuses_what_is_not_ours(public, tmp_path, capsys):
    out = tmp_path / "site"
    call_command("publish", str(out))
    assert "0 unchanged, 0 removed" in capsys.readouterr().out
    call_command("publish", str(out), "--since-last")
    assert "0 written" in capsys.readouterr().out
    (out / "notes.txt").write_text("mine")
    call_command("publish", str(out), "--clean")
    assert (out / "notes.txt").read_text() == "mine"
    assert 'href="projects/2025/"' in (out / "index.html").read_text()
    foreign = tmp_path / "foreign"
    foreign.mkdir()
    (foreign / "thesis.txt").write_text("mine")
    with pytest.raises(CommandError, match=r"thesis\.txt"):
        call_command("publish", str(foreign))
    call_command("publish", str(foreign), "--into-foreign")
    assert (foreign / "thesis.txt").read_text() == "mine"
    with pytest.raises(CommandError, match="is a file"):
        call_command("publish", str(foreign / "thesis.txt"))


def test_a_wrong_home_empties_no_folder(copied):
    Release.objects.update(state="DRAFT")
    with pytest.raises(CommandError, match="HUITANG_HOME"):
        call_command("publish", str(copied))
    assert (copied / "deputies/index.html").is_file()
