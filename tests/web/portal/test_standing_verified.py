"""The page of a standing text is found whole, its charts and pictures too; one changed character is told."""

import pytest

from huitang.adapters.texts.web_page import read_web_page
from huitang.adapters.verifying.trusted import read_record
from huitang.adapters.verifying.verdict import Answer, judge
from huitang.congress.publication import desk_queries
from huitang.congress.publication.models import Release
from huitang.congress.publication.standing import blocks
from huitang.congress.seals import records
from huitang.congress.seals.site import Site

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
    row = desk_queries.get_release(release.pk)
    record = read_record(records.record_of_release(row, Site("https://qinghe.example", "qinghe.example")))
    return judge(record, read_web_page(page).text).answer


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
