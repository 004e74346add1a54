"""Leave that is asked for and not decided."""

from datetime import date

import pytest

from huitang.congress.attendance import commands as attendance
from huitang.congress.attendance import dues
from huitang.congress.roster import queries as roll
from tests.congress.diary.stage import session
from tests.congress.suggestions import stage
from tests.congress.suggestions.stage import Walk

ON = date(2025, 3, 25)


@pytest.fixture
def walk(db) -> Walk:
    return stage.begin()


def test_requests_of_a_session_are_counted_and_nobody_is_named(walk):
    session_id = int(session(walk).partition(":")[2])
    now = walk.play.clock.tick()
    names = {row.id: row.name for row in roll.list_roll(walk.play.term_id, on=date(2025, 4, 7))}
    asked = [
        attendance.ask_leave(
            session_id=session_id, deputy_id=deputy, cause="ILLNESS", reason="住院", actor=walk.play.office, now=now
        )
        for deputy in walk.deputies[:2]
    ]
    due = dues.list_dues(walk.play.town_id, on=ON)[0]
    assert (due.what, due.last_day) == ("批准或不批准请假（2 人）", date(2025, 7, 28))
    assert not any(names[deputy] in f"{due.title}{due.what}{due.waits}" for deputy in walk.deputies[:2])
    for leave, is_approved in zip(asked, (True, False), strict=True):
        attendance.decide_leave(leave_id=leave, is_approved=is_approved, actor=walk.play.chair, now=now)
    assert dues.list_dues(walk.play.town_id, on=ON) == ()
