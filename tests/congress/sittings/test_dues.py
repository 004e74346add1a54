"""What a session in preparation makes due."""

from datetime import date

import pytest

from huitang.congress.journal.models import JournalEntry
from huitang.congress.roster import commands as roster
from huitang.congress.sittings import commands, dues
from huitang.congress.sittings import queries as sittings
from tests.web.desk.prepared import convened

ON = date(2025, 3, 25)


@pytest.fixture
def play(db):
    return convened()


def test_without_a_rule_of_the_province_only_the_opening_is_due(play):
    assert [due.clock for due in dues.list_dues(play.town_id, on=ON)] == ["OPEN"]


def test_the_province_says_how_early_notice_is_given(play):
    roster.set_province(province="CQ", actor=play.office, now=play.clock.tick())
    notice, opening = dues.list_dues(play.town_id, on=ON)
    assert (notice.last_day, opening.last_day) == (date(2025, 3, 21), date(2025, 3, 31))
    assert notice.citations
    assert not opening.citations


def extra(play, called_by: str) -> None:
    session = sittings.get_session(play.session_id)
    days = {"opens_on": session.opens_on, "closes_on": session.closes_on, "place": session.place}
    commands.change_session(
        session_id=session.id, called_by=called_by, actor=play.office, now=play.clock.tick(), **days
    )


@pytest.mark.parametrize("called_by", ["PRESIDIUM", "DEPUTIES"])
def test_where_the_province_frees_extra_sessions_no_notice_is_due(play, called_by):
    roster.set_province(province="ZJ", actor=play.office, now=play.clock.tick())
    assert [due.clock for due in dues.list_dues(play.town_id, on=ON)] == ["NOTICE", "OPEN"]
    extra(play, called_by)
    assert [due.clock for due in dues.list_dues(play.town_id, on=ON)] == ["OPEN"]
    extra(play, "")
    assert [due.clock for due in dues.list_dues(play.town_id, on=ON)] == ["NOTICE", "OPEN"]


def test_where_the_province_does_not_say_the_days_of_an_ordinary_session_run(play):
    roster.set_province(province="CQ", actor=play.office, now=play.clock.tick())
    extra(play, "PRESIDIUM")
    assert [due.clock for due in dues.list_dues(play.town_id, on=ON)] == ["NOTICE", "OPEN"]


def test_the_journal_tells_that_a_session_is_extra(play):
    extra(play, "DEPUTIES")
    assert sittings.get_session(play.session_id).is_extra
    last = JournalEntry.objects.filter(event="session.changed").latest("pk")
    assert '"called_by":"DEPUTIES"' in last.body.replace(" ", "")
