"""The public pages between sessions: what was released, whole, with its furniture; nothing private; towns apart."""

import json
import re

import pytest
from django.template.loader import render_to_string

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Role
from huitang.congress.publication import commands, page_commands
from huitang.congress.publication.models import Release
from huitang.congress.publication.standing import blocks, board, sources
from huitang.congress.roster.models import Town
from huitang.web.portal import cards
from tests.congress.publication import year_of_qinghe
from tests.congress.publication.year_of_qinghe import (
    ABOUT,
    JULY,
    OF_VOTERS,
    PICTURE,
    PROJECT_PICTURE,
    SECRET,
    SHA256,
)

pytestmark = pytest.mark.django_db
PAGES = (
    "/projects/2025/",
    "/deputies/",
    "/suggestions/",
    "/suggestions/2025-001/",
    "/supervision/2025/",
    "/money/2025/",
    "/targets/2025/",
    "/pages/about/",
)


def words_of(client, address: str) -> str:
    page = client.get(address)
    assert page.status_code == 200, address
    return page.content.decode()


def test_every_page_stands_at_its_address_and_says_who_released_it_when(client, released):
    for address in PAGES:
        words = words_of(client, address)
        assert re.search(r"发布时间：2025-07-15 10:00:0\d<", words), address
        assert "来源：清河镇人民代表大会" in words.replace("<wbr>", "")
        assert "编辑：办公室" in words
        assert "审核：执行主席" in words
        assert 'name="PubDate"' in words
        assert "校验码" in words


def test_nothing_private_is_on_any_public_page_nor_in_its_json(client, released):
    front = words_of(client, "/")
    addresses = [f"/releases/{row.pk}{end}" for row in released.values() for end in ("/", ".json")]
    for address in ("/", *PAGES, *addresses):
        words = words_of(client, address)
        assert SECRET not in words, address
        assert SECRET.encode("unicode_escape").decode() not in words, address
        assert OF_VOTERS not in words, address
    assert "清河镇2025年预决算公开" in front


def test_the_board_shows_progress_planned_and_actual_in_words_and_leads_to_each_stage(client, released):
    words = words_of(client, "/projects/2025/")
    assert "计划进度 60%" in words
    assert "实际进度 45%" in words
    assert '<span class="chip band">稍慢</span>' in words
    assert '<span class="chip wrong">逾期</span>' in words
    assert "代表评价：满意" in words
    assert "<dt>已支付：</dt><dd>62.00万元</dd>" in words
    links = dict(re.findall(r'<a href="#([\w-]+)">([^<]+)</a>', words))
    assert list(links.values()) == ["建设中", "已验收", *(one["name"] for one in year_of_qinghe.BOARD["projects"])]
    assert all(f'id="{place}"' in words for place in links)
    assert f'src="/photos/{PROJECT_PICTURE}.jpg"' in words


def test_a_deputy_has_an_anchor_and_nothing_of_voters(client, released):
    words = words_of(client, "/deputies/")
    (place,) = re.findall(r'href="#([\w-]+)">陆文清<', words)
    assert f'id="{place}"' in words
    assert "接待、走访选民" in words
    assert "检查安全生产法执行情况" in words


def test_each_suggestion_leads_to_a_page_of_its_own(client, released):
    assert '<a href="/suggestions/2025-001/">2025-001\u3000关于修河西路的建议</a>' in words_of(client, "/suggestions/")


def test_a_suggestion_is_shown_with_who_agreed_to_it(client, released):
    words = words_of(client, "/suggestions/2025-001/")
    assert ">2025-001　<wbr>关于修河西路的<wbr>建议</h1>" in words
    assert "陆文清、方志远" in words
    assert "河西路已列入计划，九月完工。" in words
    assert client.get("/suggestions/2025-002/").status_code == 404


def test_a_page_of_the_offices_own_words_holds_no_markup_of_the_web(client, released):
    words = words_of(client, "/pages/about/")
    assert "<script>alert" not in words
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in words
    assert "<h2>主席团</h2>" in words


def test_the_front_page_shows_what_there_is(client, released):
    words = words_of(client, "/")
    for address in PAGES:
        if address != "/suggestions/2025-001/":
            assert f'href="{address}"' in words, address
    assert "2025年民生实事项目3项" in words
    assert "机构简介" in words


def test_the_json_is_what_the_check_code_is_of(client, released):
    row = released["TARGETS"]
    told = client.get(f"/releases/{row.pk}.json").json()
    assert (told["year"], told["town"], told["sha256"]) == (2025, "清河镇", row.sha256)
    assert told["facts"] == json.loads(json.dumps(row.facts))


def test_a_photo_is_there_only_while_a_released_text_names_it(client, released, chair):
    page = client.get(f"/photos/{SHA256}.jpg")
    assert (page.status_code, page["Content-Type"], page.content) == (200, "image/jpeg", PICTURE)
    assert client.get(f"/photos/{OF_VOTERS}.jpg").status_code == 404
    commands.withdraw(release_id=released["SUPERVISION"].pk, reason="照片有误", actor=chair, now=JULY)
    assert client.get(f"/photos/{SHA256}.jpg").status_code == 404


def test_a_withdrawn_page_leaves_a_tombstone_at_its_address(client, released, chair):
    commands.withdraw(release_id=released["MONEY"].pk, reason="合计有误", actor=chair, now=JULY)
    page = client.get("/money/2025/")
    assert page.status_code == 410
    assert "合计有误" in page.content.decode()
    assert "教育支出" not in page.content.decode()
    assert 'href="/money/2025/"' not in words_of(client, "/")


def test_a_replaced_version_stays_and_names_the_one_in_force(client, released, office, chair):
    old = released["PAGE"]
    changed = page_commands.PageWords("机构简介", ABOUT.title, "主席团由9人组成。")
    page = int(old.subject.removeprefix("page:"))
    page_commands.change_page(page_id=page, words=changed, seen=1, actor=office, now=JULY)
    commands.draft_standing(kind="PAGE", subject=old.subject, actor=office, now=JULY)
    new = Release.objects.get(kind="PAGE", state="DRAFT")
    assert "9人" not in words_of(client, "/pages/about/")
    commands.release(release_id=new.pk, actor=chair, now=JULY)
    assert "9人" in words_of(client, "/pages/about/")
    assert "已经不再有效" in words_of(client, f"/releases/{old.pk}/")
    assert "历次版本" in words_of(client, "/pages/about/")


def test_what_is_only_drafted_does_not_exist_for_the_public(client, town, office):
    year_of_qinghe.fill(town)
    commands.draft_standing(kind="MONEY", subject="year:2025", actor=office, now=JULY)
    assert client.get("/money/2025/").status_code == 302
    assert "还没有公开的内容" in words_of(client, "/")
    draft = Release.objects.get()
    assert client.get(f"/releases/{draft.pk}/").status_code == 404


def test_two_towns_have_addresses_of_their_own_and_do_not_mix(client, released):
    other = Town.objects.create(code="linjiang", name="临江镇")
    office = Actor(other.pk, other.code, "临江办公室", Role.OFFICE)
    words = page_commands.PageWords("机构简介", "临江镇人大简介", "临江镇的主席团。", "about")
    page = page_commands.write_page(words=words, actor=office, now=JULY)
    commands.draft_standing(kind="PAGE", subject=f"page:{page}", actor=office, now=JULY)
    draft = Release.objects.get(town=other)
    chair = Actor(other.pk, other.code, "临江主席", Role.CHAIR)
    commands.release(release_id=draft.pk, actor=chair, now=JULY)
    front = words_of(client, "/")
    assert 'href="/t/qinghe/"' in front
    assert 'href="/t/linjiang/"' in front
    assert client.get("/pages/about/").status_code == 302
    theirs = words_of(client, "/t/linjiang/pages/about/")
    assert "临江镇的主席团。" in theirs
    assert "清河镇" not in theirs
    assert "临江" not in words_of(client, "/t/qinghe/")
    assert 'href="/t/qinghe/money/2025/"' in words_of(client, "/t/qinghe/")
    assert client.get("/t/linjiang/money/2025/").status_code == 404
    assert client.get("/t/nowhere/").status_code == 404


@pytest.mark.parametrize("address", PAGES)
def test_only_reading_is_possible(client, released, address):
    assert client.post(address).status_code == 405


def test_the_english_pages_hold_the_same_words(client, released):
    client.cookies["django_language"] = "en"
    words = words_of(client, "/money/2025/")
    assert "清河镇2025年预决算公开" in words
    assert "Source" in words


@pytest.mark.parametrize(("rating", "chip"), [("满意", "done"), ("基本满意", "warned"), ("不满意", "wrong")])
def test_only_a_satisfied_rating_is_green(rating, chip):
    (line,) = blocks.chips([f"代表评价：{rating}"], band="blue")
    (group,) = cards.laid_out([blocks.heading("饮水"), line], {})["groups"]
    words = render_to_string("portal/standing/_part.html", {"block": group.cards[0].blocks[0]})
    assert f'<span class="chip {chip}">代表评价：{rating}</span>' in words


def test_a_dropped_project_shows_no_progress_of_nought(town, monkeypatch):
    monkeypatch.setattr(board, "find_board", lambda town_id, *, year, on: year_of_qinghe.WHOLE_BOARD)
    told = sources.draft(town.pk, "PROJECTS", "year:2025", on=JULY.date()).blocks
    at = next(number for number, block in enumerate(told) if block.get("text") == "停车场")
    assert [block["type"] for block in told[at:]] == ["h", "p", "p", "p", "photo"]
    assert "进度" not in "".join(block.get("text", "") for block in told[at:])


@pytest.mark.parametrize(
    ("address", "home", "words"),
    [
        ("/releases/999/", "/", "回到首页"),
        ("/nothing/here/", "/", "回到首页"),
        ("/en/releases/999/", "/en/", "Back to the first page"),
    ],
)
def test_a_page_that_is_not_there_says_so_and_leads_home(client, released, address, home, words):
    answer = client.get(address)
    told = answer.content.decode()
    assert answer.status_code == 404
    assert "没有办成" not in told
    assert f'<a class="button" href="{home}">{words}</a>' in told
