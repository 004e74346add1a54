"""Within one look each fact is asked for once, and nothing is written."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from huitang.congress.journal import one_look
from huitang.congress.roster import queries as roster
from huitang.congress.roster.models import Town

pytestmark = pytest.mark.django_db


@pytest.fixture
def town() -> Town:
    return Town.objects.create(name="清河镇", code="qinghe")


def test_a_fact_is_asked_for_once_in_a_look_and_each_time_outside(town):
    with CaptureQueriesContext(connection) as outside:
        assert [roster.find_town(town.pk) for _ in range(3)] == ["清河镇"] * 3
    with CaptureQueriesContext(connection) as inside, one_look.one_look():
        assert [roster.find_town(town.pk) for _ in range(3)] == ["清河镇"] * 3
    assert (len(outside), len(inside)) == (3, 1)


def test_the_next_look_sees_what_has_changed(town):
    with one_look.one_look():
        assert roster.find_town(town.pk) == "清河镇"
    Town.objects.update(name="清江镇")
    with one_look.one_look():
        assert roster.find_town(town.pk) == "清江镇"


def test_a_look_inside_another_is_the_same_look(town):
    with CaptureQueriesContext(connection) as asked, one_look.one_look():
        roster.find_town(town.pk)
        with one_look.one_look():
            roster.find_town(town.pk)
        roster.find_town(town.pk)
    assert len(asked) == 1


def test_other_arguments_are_another_question(town):
    other = Town.objects.create(name="清江镇", code="qingjiang")
    with one_look.one_look():
        assert (roster.find_town(town.pk), roster.find_town(other.pk)) == ("清河镇", "清江镇")


def test_nothing_is_written_in_a_look(town):
    with pytest.raises(one_look.NothingIsWrittenInOneLook), transaction.atomic(), one_look.one_look():
        Town.objects.update(name="清江镇")
    town.refresh_from_db()
    assert town.name == "清河镇"


def test_a_refusal_in_a_look_ends_it(town):
    with pytest.raises(ZeroDivisionError), one_look.one_look():
        roster.find_town(town.pk)
        raise ZeroDivisionError
    Town.objects.update(name="清江镇")
    assert roster.find_town(town.pk) == "清江镇"
