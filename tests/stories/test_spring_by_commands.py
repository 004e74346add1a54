"""The spring session of Qinghe, played through the commands: 95 in office, 4 on leave, 91 present."""

import pytest

from huitang.congress.journal import queries as journal
from huitang.congress.publication import commands as publication
from huitang.congress.publication import queries as published
from huitang.congress.record import facts
from huitang.congress.record import queries as record
from huitang.congress.runsheet.deeds import Phase
from tests.stage import Play, spring_session


@pytest.fixture
def play(db) -> Play:
    return spring_session()


def test_the_spring_session_runs_to_its_released_announcement(play):
    for _ in range(80):
        view = play.now()
        if view.is_finished:
            break
        if view.step.deed == "OPEN_SITTING" and view.sitting.is_of_all_deputies:
            play.sign_everybody_in(view.sitting.id)
        hands = {"votes_for": 91, "votes_against": 0, "abstentions": 0, "not_voting": 0}
        if view.phase is Phase.ISSUING:
            marks = [("CIRCLE",)] * 88 + [("CROSS",)] * 3
            if view.project_vote:
                marks = [tuple("CIRCLE" if line < 10 else "BLANK" for line in range(12))] * 60
                marks += [tuple("CIRCLE" if line >= 2 else "BLANK" for line in range(12))] * 31
            play.count(view.ballot.id, marks)
            continue
        play.press(hands=hands if view.phase is Phase.OPEN else {})
    kept = record.get_record(play.session_id)
    assert kept.session.state == "CLOSED"
    assert facts.attendance_facts(kept.attended) == {
        "in_office": 95,
        "on_leave": 4,
        "present": 91,
        "absent": 0,
        "required": 64,
    }
    assert kept.elections[0].elected == ("陆文清",)
    assert len(kept.project_vote.adopted) == 10
    publication.draft_all(session_id=play.session_id, actor=play.office, now=play.clock.tick())
    for row in published.list_releases(play.session_id):
        publication.release(release_id=row.id, actor=play.chair, now=play.clock.tick())
    announced = [row for row in published.get_public_session(play.session_id).releases if row.kind == "ANNOUNCEMENT"]
    assert [row.facts.get("elected") for row in announced if "elected" in row.facts] == [["陆文清"]]
    assert journal.verify_chain("qinghe").is_whole
