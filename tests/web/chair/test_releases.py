"""Drafts are released by the chair, never by the office that wrote them."""

import pytest
from django.test import Client

from huitang.congress.accounts.deeds import Role
from huitang.congress.publication import commands as publication
from huitang.congress.publication import queries as published
from tests.stage import Play, spring_session
from tests.web import people


@pytest.fixture
def play(db) -> Play:
    made = spring_session()
    people.go_to(made, deed="HAND_VOTE", title="票决办法")
    publication.draft_all(session_id=made.session_id, actor=made.office, now=made.clock.tick())
    return made


@pytest.fixture
def chair(play) -> Client:
    return people.staff(play, Role.CHAIR)


def news(play: Play) -> published.ReleaseRow:
    return next(row for row in published.list_releases(play.session_id) if row.kind == "NEWS")


def test_a_draft_is_shown_as_it_will_stand_and_asks_once_more_before_it_is_released(play, chair):
    address = f"/chair/releases/{news(play).id}/"
    assert news(play).title in chair.get("/chair/releases/").content.decode()
    html = chair.get(address).content.decode()
    assert "实到代表91名" in html
    question = html.split("<details", 1)[1].split("</details>")[0]
    assert "确定发布" in question
    assert chair.post(f"{address}release/").status_code == 303
    assert news(play).state == "RELEASED"
    again = chair.post(f"{address}release/")
    assert again.status_code == 409


def test_the_office_looks_but_does_not_release(play):
    office = people.staff(play, Role.OFFICE)
    address = f"/chair/releases/{news(play).id}/"
    assert "起草和发布不能是同一个人" in office.get(address).content.decode()
    assert office.post(f"{address}release/").status_code == 403
    assert news(play).state == "DRAFT"


def test_a_draft_that_no_longer_tells_the_record_is_refused(play, chair):
    play.press()
    play.press(hands={"votes_for": 91, "votes_against": 0, "abstentions": 0, "not_voting": 0})
    refused = chair.post(f"/chair/releases/{news(play).id}/release/")
    assert refused.status_code == 409
    assert "请先重新起草" in refused.content.decode()


def test_withdrawing_wants_a_reason(play, chair):
    row = news(play)
    publication.release(release_id=row.id, actor=play.chair, now=play.clock.tick())
    refused = chair.post(f"/chair/releases/{row.id}/withdraw/", {"reason": ""})
    assert refused.status_code == 422
    assert "要写明理由" in refused.content.decode()
    assert chair.post(f"/chair/releases/{row.id}/withdraw/", {"reason": "日期有误"}).status_code == 303
    assert news(play).state == "WITHDRAWN"


def test_another_town_finds_nothing(play):
    stranger = people.staff(play, Role.CHAIR, town_id=people.other_town(play))
    row = news(play)
    assert stranger.get(f"/chair/releases/{row.id}/").status_code == 404
    assert stranger.post(f"/chair/releases/{row.id}/release/").status_code == 404
    assert stranger.post(f"/chair/releases/{row.id}/withdraw/", {"reason": "x"}).status_code == 404
    assert stranger.get(f"/chair/releases/?session={play.session_id}").status_code == 404
    assert "还没有文稿" in stranger.get("/chair/releases/").content.decode()
