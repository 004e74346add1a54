"""A post added after the session was laid out comes onto the run sheet, after the votes it rests on."""

from datetime import date

import pytest

from huitang.congress.elections import refusals
from huitang.congress.resolutions import queries as votes
from huitang.congress.runsheet import layout, posts, queries
from tests.stage import Play


@pytest.fixture
def play(db):
    play = Play()
    play.import_roll("roster-95.xlsx", 96)
    play.session_id = layout.convene(
        term_id=play.term_id,
        number=8,
        playbook="midyear",
        opens_on=date(2025, 7, 1),
        closes_on=date(2025, 7, 1),
        place="会议室",
        posts=[],
        projects_to_choose=None,
        from_session_id=None,
        actor=play.office,
        now=play.clock.tick(),
    )
    return play


def add(play, post="DEPUTY_HEAD"):
    return posts.add_election(
        session_id=play.session_id,
        post=post,
        kind="BY_ELECTION",
        seats=1,
        surplus=0,
        vacancy="RESIGNATION_ACCEPTED",
        actor=play.office,
        now=play.clock.tick(),
    )


def test_method_scrutineers_and_the_ballot_stand_before_the_first_resolution(play):
    add(play)
    last = [step for step in queries.list_steps(play.session_id) if step.sitting.zh == "第二次全体会议"]
    deeds = [step.deed for step in last]
    election = deeds.index("ELECTION")
    assert deeds[:election].count("HAND_VOTE") == 2
    assert "选举办法" in last[election - 2].title
    assert "监票人" in last[election - 1].title
    assert "决议" in last[election + 1].title


def test_a_second_post_shares_method_and_scrutineers(play):
    add(play, "HEAD")
    add(play, "DEPUTY_HEAD")
    matters = [vote.matter for vote in votes.list_votes(play.session_id)]
    assert matters.count("ELECTION_METHOD") == 1
    assert matters.count("SCRUTINEERS") == 1
    steps = [step.title for step in queries.list_steps(play.session_id) if step.deed == "ELECTION"]
    assert steps == ["选举清河镇人民政府镇长", "选举清河镇人民政府副镇长"]


def test_the_same_post_twice_is_refused_and_leaves_no_step(play):
    add(play)
    with pytest.raises(refusals.PostIsTaken):
        add(play)
    assert len([step for step in queries.list_steps(play.session_id) if step.deed == "ELECTION"]) == 1
