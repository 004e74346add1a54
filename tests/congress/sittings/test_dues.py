"""What a session in preparation makes due."""

from datetime import date

import pytest

from huitang.congress.roster import commands as roster
from huitang.congress.sittings import dues
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
