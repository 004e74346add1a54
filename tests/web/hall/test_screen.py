"""The hall follows the run sheet and shows only what the hall may see."""

from datetime import datetime

import pytest
from django.test import Client

from huitang.congress.attendance import queries as attendance
from huitang.congress.ballots import commands as ballots
from huitang.web.hall import paging
from tests.stage import Play, spring_session
from tests.web import people

HTMX = {"HX-Request": "true"}


@pytest.fixture
def play(db) -> Play:
    return spring_session()


def seen_of(html: str) -> dict[str, str]:
    fields = {}
    for piece in html.split('<input type="hidden" name="')[1:]:
        fields[piece.split('"')[0]] = piece.split('value="')[1].split('"')[0]
    return fields


def screen(at: str = "2025-03-31T09:00:00+08:00", **query: str):
    return Client().get("/hall/qinghe/", query, headers={**HTMX, "X-Rehearsal-Clock": at})


def html_of(at: str = "2025-03-31T09:00:00+08:00") -> str:
    return screen(at).content.decode()


@pytest.fixture(autouse=True)
def rehearsal(settings):
    settings.REHEARSAL = True


def test_the_one_towns_screen_opens_without_login_and_an_unknown_town_is_not_found(play):
    assert Client().get("/hall/").headers["Location"] == "/hall/qinghe/"
    assert Client().get("/hall/qinghe/").status_code == 200
    assert Client().get("/hall/nowhere/").status_code == 404


def test_an_unchanged_screen_answers_nothing_and_a_new_minute_is_a_change(play):
    first = seen_of(html_of())
    assert screen(**first).status_code == 204
    assert screen("2025-03-31T09:01:00+08:00", **first).status_code == 200
    people.seat(play)
    play.press()
    assert screen(**first).status_code == 200


def test_sign_in_is_counted_by_delegation_and_no_reason_of_a_leave_is_told(play):
    people.seat(play, leave_out=41)
    html = html_of()
    assert "<dd>50</dd>" in html
    assert html.count('<li class="vote">') == 5
    for leave in attendance.list_leaves(play.session_id):
        assert leave.reason not in html
        assert leave.name not in html


def test_the_open_vote_shows_its_base_and_the_result_its_bars(play):
    people.go_to(play, deed="HAND_VOTE")
    play.press()
    assert "应到 95 人，实到 91 人。全体代表过半数 48 票为通过。" in html_of()
    play.press(hands={"votes_for": 80, "votes_against": 6, "abstentions": 4, "not_voting": 1})
    result = html_of()
    assert 'width="80" height="1"' in result
    assert 'x1="48" x2="48"' in result
    assert '<p class="verdict yes">通过</p>' in result


def test_a_count_shows_progress_and_nothing_of_its_result_before_it_is_declared(play):
    people.go_to(play, deed="PROJECT_VOTE")
    assert "农村饮水管网改造" in html_of()
    play.press()
    ballot_id = play.now().ballot.id
    paper = ("CIRCLE",) * 10 + ("BLANK",) * 2
    who = {"ballot_id": ballot_id, "actor": play.tellers[0]}
    ballots.issue_papers(papers_issued=91, now=play.clock.tick(), **who)
    ballots.collect_papers(papers_collected=91, now=play.clock.tick(), **who)
    for teller in play.tellers:
        for number in range(1, 92):
            entry = {"number": number, "marks": paper, "write_ins": (), "sealed": True, "ballot_id": ballot_id}
            ballots.enter_sheet(actor=teller, now=play.clock.tick(), **entry)
        if teller is play.tellers[0]:
            assert "<dt>已计</dt><dd>0</dd>" in html_of()
    assert "<dt>已计</dt><dd>91</dd>" in html_of()
    ballots.finish_count(now=play.clock.tick(), **who)
    waiting = html_of()
    assert "等待主席宣布结果" in waiting
    assert "入选" not in waiting
    play.press()
    assert html_of().count("入选\n</span>") == 10


def test_more_papers_than_issued_is_not_told_by_the_screen(play):
    people.go_to(play, deed="PROJECT_VOTE")
    play.press()
    who = {"ballot_id": play.now().ballot.id, "actor": play.tellers[0]}
    ballots.issue_papers(papers_issued=91, now=play.clock.tick(), **who)
    ballots.collect_papers(papers_collected=92, now=play.clock.tick(), **who)
    assert "收回" not in html_of()
    play.press()
    assert "本轮无效，重新投票" in html_of()


def test_the_adopted_text_follows_its_result_page_by_page(play):
    people.go_to(play, deed="PROJECT_VOTE")
    play.press()
    play.count(play.now().ballot.id, [("CIRCLE",) * 10 + ("BLANK",) * 2] * 91)
    people.go_to(play, deed="ELECTION")
    play.press()
    play.count(play.now().ballot.id, [("CIRCLE",)] * 91)
    people.go_to(play, deed="HAND_VOTE", title="政府工作报告的决议")
    play.press()
    play.press(hands={"votes_for": 91, "votes_against": 0, "abstentions": 0, "not_voting": 0})
    decided: datetime = play.now().hand_vote.decided_at
    at_once = decided.isoformat()
    later = datetime.fromtimestamp(decided.timestamp() + 16, decided.tzinfo).isoformat()
    assert "verdict yes" in html_of(at_once)
    assert "会议同意这个报告，决定予以通过。" in html_of(later)


def test_a_text_is_cut_after_sentences_and_nothing_is_lost():
    text = "\n".join("".join(f"第{n}句说一件要紧的事情。" for n in range(part, part + 20)) for part in (0, 20, 40))
    pages = paging.pages_of(text)
    assert len(pages) > 2
    assert "".join(piece for page in pages for piece in page) == text.replace("\n", "")
    assert all(sum(map(len, page)) <= paging.CHARACTERS for page in pages)
    assert all(piece.endswith("。") for page in pages for piece in page)
    assert paging.pages_of("") == ()
    endless = "字" * 700
    assert "".join(piece for page in paging.pages_of(endless) for piece in page) == endless
