"""The page of a standing text is found whole, its charts and pictures too; one changed character is told."""

import random

import pytest

from huitang.adapters.texts.web_page import read_web_page
from huitang.adapters.verifying.trusted import TrustedRecord, read_record
from huitang.adapters.verifying.verdict import Answer, Verdict, judge
from huitang.congress.publication import desk_queries, site_commands
from huitang.congress.publication.models import Release, SiteFacts
from huitang.congress.publication.site_commands import NameIsNotPlain, SiteWords
from huitang.congress.publication.standing import blocks
from huitang.congress.publication.standing import board as boards
from huitang.congress.seals import records
from huitang.web.frame import house
from huitang.web.portal import columns, places
from tests.adapters.verifying import pages
from tests.adapters.verifying.pages import NAMES
from tests.congress.publication.year_of_qinghe import PICTURE, WHOLE_BOARD

STAGES = [("建设中", 7), ("已验收", 3)]


@pytest.fixture
def board(announcement) -> Release:
    rows = [blocks.row(stage, [count], [f"{count}项"]) for stage, count in STAGES]
    told = [
        blocks.paragraph("2025年民生实事项目10项：建设中7项，已验收3项。"),
        blocks.chart("bars", "各阶段的项目", series=["项数"], rows=rows, sentence="建设中7项，已验收3项。", unit="项"),
        blocks.table("各阶段的项目", ["阶段", "项数"], STAGES),
        blocks.photo({"sha256": "a" * 64, "caption": "东桥村路面", "width": 40, "height": 30}),
    ]
    return Release.objects.create(
        town=announcement.town,
        year=2025,
        kind="PROJECTS",
        subject="year:2025",
        title="清河镇2025年民生实事项目公示",
        blocks=told,
        facts={"year": 2025, "projects": [], "counts": []},
        sha256="b" * 64,
        state="RELEASED",
        drafted_at=announcement.drafted_at,
        released_at=announcement.released_at,
    )


def answer(page: bytes, release: Release) -> Answer:
    return verdict_of(page, release).answer


def verdict_of(page: bytes, release: Release) -> Verdict:
    return judge(record_of(release), read_web_page(page).text)


def record_of(release: Release) -> TrustedRecord:
    row = desk_queries.get_release(release.pk)
    return read_record(records.record_of_release(row, house.site()))


@pytest.mark.django_db
def test_the_page_is_whole_and_a_changed_caption_is_not(client, board):
    page = client.get(f"/releases/{board.pk}/").content
    assert "东桥村路面" in page.decode()
    assert answer(page, board) is Answer.WHOLE
    for ours, theirs in (("东桥村路面", "西桥村路面"), ("项目10项", "项目11项")):
        assert answer(page.decode().replace(ours, theirs).encode(), board) is Answer.ALTERED


@pytest.mark.django_db
def test_the_pages_of_an_announcement_and_a_resolution_are_whole_with_all_that_stands_around_them(
    client, announcement, resolution
):
    for release in (announcement, resolution):
        page = client.get(f"/releases/{release.pk}/").content
        assert "索引号" in page.decode()
        assert answer(page, release) is Answer.WHOLE
        assert (
            answer(page.decode().replace("清河镇人民政府", "清江镇人民政府").encode(), announcement) is not Answer.WHOLE
        )


@pytest.mark.django_db
def test_lines_broken_anywhere_leave_the_page_of_an_announcement_whole(client, announcement):
    """Its head has some twenty lines, and the organ in it begins like the title."""
    chance, page = random.Random(6962), client.get(f"/releases/{announcement.pk}/").content.decode()
    broken = (pages.REFORMATTINGS["line breaks"](page, chance) for _ in range(60))
    assert {answer(one.encode(), announcement) for one in broken} == {Answer.WHOLE}


@pytest.mark.parametrize("root", ["", "/en"])
@pytest.mark.parametrize(("editor", "reviewer"), [("", ""), *NAMES])
def test_in_both_languages_whoever_the_office_names_leaves_our_own_page_whole(
    client, announcement, resolution, news, office, now, root, editor, reviewer
):
    words = SiteWords(editor=editor, reviewer=reviewer, site_code="3305210001")
    site_commands.keep_site(words=words, seen=0, actor=office, now=now)
    for release in (announcement, resolution, news):
        page = client.get(f"{root}/releases/{release.pk}/").content
        assert editor in page.decode()
        assert verdict_of(page, release).differences == ()
        first = release.blocks[-1].get("text") or release.blocks[0]["text"]
        injected = page.decode().replace(f"<p>{first}", f"<p>编辑：某某博彩平台</p><p>{first}")
        assert answer(injected.encode(), release) is Answer.ALTERED


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["某某博彩平台", "xinghu.com", "、", "清河镇之声 微信号", "编辑：张三"])
def test_a_name_the_verifier_would_not_know_is_refused_and_nothing_is_written(office, now, name):
    for words in (SiteWords(editor=name), SiteWords(reviewer=name)):
        with pytest.raises(NameIsNotPlain):
            site_commands.keep_site(words=words, seen=0, actor=office, now=now)
    assert not SiteFacts.objects.exists()


KINDS = ["PROJECTS", "DEPUTIES", "SUGGESTIONS", "SUPERVISION", "MONEY", "TARGETS", "PAGE"]


@pytest.fixture
def projects(monkeypatch):
    """A board with every stage there is."""
    monkeypatch.setattr(boards, "find_board", lambda town_id, *, year, on: WHOLE_BOARD if year == 2025 else None)
    monkeypatch.setattr(boards, "list_years", lambda town_id: (2025,))
    monkeypatch.setattr(boards, "find_photo", lambda sha256, *, town_id: (PICTURE, "image/jpeg"))


def own_page(client, release: Release, root: str) -> str:
    row = desk_queries.get_release(release.pk)
    answered = client.get(root + columns.address_of(places.place_of(row.town_code), row))
    assert answered.status_code == 200
    return answered.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("root", ["", "/en"])
@pytest.mark.parametrize("kind", KINDS)
def test_what_a_year_released_is_whole_at_its_own_address(client, released, kind, root):
    page = own_page(client, released[kind], root)
    assert verdict_of(page.encode(), released[kind]).differences == ()
    assert answer(client.get(f"{root}/releases/{released[kind].pk}/").content, released[kind]) is Answer.WHOLE


@pytest.mark.django_db
@pytest.mark.asked_elsewhere
@pytest.mark.parametrize("root", ["", "/en"])
@pytest.mark.parametrize("kind", KINDS)
def test_whatever_letter_below_the_title_is_changed_is_told(client, released, kind, root):
    """Of the words of the record and of all that stands between them, but for the line that says who released it when."""
    release, chance = released[kind], random.Random(2025)
    page, record = own_page(client, release, root), record_of(release)
    end = page.rindex("<footer", 0, page.index("</article>"))
    seen = pages.words_of(page, drawn=r"<svg\b.*?</svg>")  # what is around charts too
    told = [at for at in seen if page.index("</header>", page.index("<h1")) < at < end]
    for at in chance.sample(told, min(80, len(told))):
        made = pages.change(page, at, chance)
        if made is not None:
            told_of = judge(record, read_web_page(made.encode()).text)
            assert told_of.answer is Answer.ALTERED, page[at - 30 : at + 30]


@pytest.mark.django_db
@pytest.mark.parametrize("root", ["", "/en"])
def test_a_suggestion_at_its_own_address_is_whole_and_whatever_letter_of_it_is_changed_is_told(client, released, root):
    release, chance = released["SUGGESTIONS"], random.Random(2026)
    page = client.get(f"{root}/suggestions/2025-001/").content.decode()
    verdict = verdict_of(page.encode(), release)
    assert (verdict.answer, verdict.differences) == (Answer.WHOLE, ())
    assert (verdict.record.title, verdict.record.part_of) == ("2025-001　关于修河西路的建议", release.title)
    end = page.rindex("<footer", 0, page.index("</article>"))
    told = [at for at in pages.words_of(page) if page.index("</header>", page.index("<h1")) < at < end]
    for at in chance.sample(told, min(80, len(told))):
        made = pages.change(page, at, chance)
        if made is not None:
            assert answer(made.encode(), release) is Answer.ALTERED, page[at - 30 : at + 30]


@pytest.mark.django_db
@pytest.mark.parametrize("words", ["8", "大", "，", "2025-01-01"])
def test_nothing_is_put_before_a_caption_whose_chart_bears_the_same_title(client, board, words):
    page = client.get(f"/releases/{board.pk}/").content.decode()
    assert "<caption>各阶段的项目" in page
    altered = page.replace("<caption>各阶段的项目", f"<caption>{words}各阶段的项目")
    assert answer(altered.encode(), board) is Answer.ALTERED


@pytest.mark.django_db
def test_other_years_stand_above_the_title_and_leave_the_page_whole(client, released, keep):
    Release.objects.create(
        town=released["MONEY"].town,
        year=2024,
        kind="MONEY",
        subject="year:2024",
        title="清河镇2024年预决算公开",
        blocks=[blocks.paragraph("2024年的。")],
        facts={"year": 2024},
        sha256="c" * 64,
        state="RELEASED",
        drafted_at=released["MONEY"].drafted_at,
        released_at=released["MONEY"].released_at,
    )
    page = own_page(client, released["MONEY"], "")
    assert ">2024</a>" in page
    assert answer(page.encode(), released["MONEY"]) is Answer.WHOLE
