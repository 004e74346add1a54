"""/sessions/<id>/ : every number on the page is a number of the released facts."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from huitang.congress.publication import commands as publication
from huitang.congress.publication import queries as published
from huitang.congress.runsheet.deeds import Phase
from tests.stage import spring_session
from tests.web.portal.conftest import ATTENDANCE, VOTE, a_news_item, a_resolution

pytestmark = pytest.mark.django_db


class Shown(HTMLParser):
    """Cells of tables, bars, and the text of everything else."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.bars: list[dict[str, int]] = []
        self.words: list[str] = []
        self.is_in_cell = False
        self.is_in_bar = False  # not in a chart, nor in the QR of the page
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")
            self.is_in_cell = True
        elif tag == "svg":
            self.is_in_bar = given.get("class") == "bar"
            if self.is_in_bar:
                self.bars.append({"whole": int(given["viewbox"].split()[2])})
        elif tag == "rect" and self.is_in_bar:
            self.bars[-1][given["class"]] = int(given["width"])
        elif tag == "line" and self.is_in_bar:
            self.bars[-1]["pass"] = int(given["x1"])

    def handle_endtag(self, tag):
        self.is_in_cell = self.is_in_cell and tag not in ("td", "th")

    def handle_data(self, data):
        self.words.append(data)
        if self.is_in_cell:
            self.rows[-1][-1] = (self.rows[-1][-1] + data).strip()


def shown(client, session_id) -> Shown:
    return Shown(client.get(f"/sessions/{session_id}/").content.decode())


def numbers_in(text: str) -> list[int]:
    return [int(found) for found in re.findall(r"\d+", text)]


def test_a_session_of_which_nothing_is_released_does_not_exist_for_the_public(client, session, keep):
    assert client.get(f"/sessions/{session.pk}/").status_code == 404
    keep(a_news_item(), state="DRAFT")
    assert client.get(f"/sessions/{session.pk}/").status_code == 404


def test_attendance_is_that_of_the_news_item(client, news):
    page = client.get(f"/sessions/{news.session_id}/").content.decode()
    held = re.findall(r"<dt>(\w+)</dt><dd>(\d+)</dd>", page)
    assert {name: int(number) for name, number in held} == {
        "实到": ATTENDANCE["present"],
        "应到": ATTENDANCE["in_office"],
        "请假": ATTENDANCE["on_leave"],
        "缺席": ATTENDANCE["absent"],
    }
    assert "实到 91，请假 3，缺席 1" in page  # said with the chart, for who cannot see it
    assert "法定人数 64 人" in page


def test_a_vote_is_shown_as_a_row_and_told_with_its_chart(client, resolution):
    page = shown(client, resolution.session_id)
    row = next(row for row in page.rows if row and row[0] == VOTE["title"])
    assert row[1:] == ["83", "2", "5", "1", "95", "48", "通过"]
    said = next(text for text in page.words if "赞成 83" in text)
    assert said == f"通过所需 48 票；{VOTE['title']}：赞成 83，反对 2，弃权 5，未表决 1"


def test_an_election_is_shown_with_its_papers_and_who_was_elected(client, announcement):
    page = shown(client, announcement.session_id)
    words = "".join(page.words)
    assert "选举：镇人民政府副镇长" in words
    assert [bar["plain"] for bar in page.bars] == [70, 17]
    told = next(text for text in page.words if "发出选票" in text)
    assert numbers_in(told) == [95, 91, 91, 90, 88, 2, 48]
    assert words.count("当选") == 1


def test_a_vote_told_by_the_news_and_by_its_own_resolution_is_shown_once(client, news, resolution):
    page = shown(client, news.session_id)
    assert sum(bool(row) and row[0] == VOTE["title"] for row in page.rows) == 1


def test_of_one_vote_its_own_resolution_counts_more_than_an_older_news_item(client, keep, news):
    keep(replace(a_resolution(), facts={**VOTE, "for": 84}))
    row = next(row for row in shown(client, news.session_id).rows if row and row[0] == VOTE["title"])
    assert row[1] == "84"


def test_two_sessions_do_not_mix(client, session, resolution):
    other = type(session).objects.create(
        term=session.term,
        number=9,
        playbook="midyear",
        opens_on="2025-07-20",
        closes_on="2025-07-20",
        place="镇政府三楼会议室",
    )
    assert client.get(f"/sessions/{other.pk}/").status_code == 404
    assert "第九次会议" not in client.get("/").content.decode()


def test_the_pages_of_a_session_played_to_its_end_show_the_numbers_of_the_record(client, db):
    play = spring_session()
    while not (view := play.now()).is_finished:
        if view.step.deed == "OPEN_SITTING" and view.sitting.is_of_all_deputies:
            play.sign_everybody_in(view.sitting.id)
        if view.phase is Phase.ISSUING:
            marks = [tuple("CIRCLE" if line < 10 else "BLANK" for line in range(12))] * 91
            play.count(view.ballot.id, marks if view.project_vote else [("CIRCLE",)] * 88 + [("CROSS",)] * 3)
            continue
        hands = {"votes_for": 86, "votes_against": 1, "abstentions": 3, "not_voting": 1}
        play.press(hands=hands if view.phase is Phase.OPEN else {})
    publication.draft_all(session_id=play.session_id, actor=play.office, now=play.clock.tick())
    assert client.get("/").status_code == 200
    assert client.get(f"/sessions/{play.session_id}/").status_code == 404
    for row in published.list_releases(play.session_id):
        publication.release(release_id=row.id, actor=play.chair, now=play.clock.tick())
    _check_session_page(client, play.session_id)
    _check_articles(client, play.session_id)


def _check_session_page(client, session_id):
    page = shown(client, session_id)
    facts = published.get_public_session(session_id).news.facts
    rows = {row[0]: row[1:] for row in page.rows if row}
    for vote in facts["votes"]:
        figures = [vote[name] for name in ("for", "against", "abstentions", "not_voting", "in_office", "needed")]
        assert rows[vote["title"]] == [*map(str, figures), "通过" if vote["is_passed"] else "未通过"]
    rounds = [*facts["elections"][0]["rounds"], *facts["projects"]["rounds"]]
    assert [bar["plain"] for bar in page.bars if "plain" in bar] == [v["for"] for r in rounds for v in r["votes"]]
    told = [numbers_in(text) for text in page.words if "发出选票" in text]
    names = ("in_office", "present", "issued", "collected", "valid", "void", "needed")
    assert told == [[held[name] for name in names] for held in rounds]


def _check_articles(client, session_id):
    for row in published.get_public_session(session_id).releases:
        page = client.get(f"/releases/{row.id}/").content.decode().replace("<wbr>", "")
        for block in row.blocks:
            assert all(cell in page for line in block.get("rows", []) for cell in line)
            assert block.get("text", "") in page


def test_the_agenda_and_each_meeting_with_who_came_stand_on_the_page_of_the_session(client, session, news):
    page = client.get(f"/sessions/{session.pk}/").content.decode()
    agenda = page.partition('id="agenda"')[2].partition("</section>")[0]
    assert "听取和审议政府工作报告" in agenda
    sittings = page.partition('id="sittings"')[2].partition("</section>")[0]
    assert "预备会议" in sittings
    assert "2025-03-31 08:30" in sittings
    assert 'data-label="实到">91' in sittings
