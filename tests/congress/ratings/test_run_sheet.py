"""A rating finds its place on the run sheet of any session, whenever it is set."""

from datetime import date

import pytest

from huitang.congress.projects.commands import take_adopted
from huitang.congress.projects.models import Project
from huitang.congress.ratings import commands, queries, refusals
from huitang.congress.ratings.standing import RatedItem
from huitang.congress.record import queries as record
from huitang.congress.runsheet import layout, rating
from huitang.congress.runsheet.models import RunSheetStep
from huitang.congress.sittings import commands as sittings
from huitang.congress.sittings.commands import SessionIsClosed
from tests.stage import finished_spring

pytestmark = pytest.mark.django_db


@pytest.fixture
def play(db):
    return finished_spring()


def who(play):
    return {"actor": play.office, "now": play.clock.tick()}


def midyear(play):
    """A session without elections and project vote."""
    return sittings.create_session(
        term_id=play.term_id,
        number=9,
        playbook="midyear",
        opens_on=date(2025, 8, 1),
        closes_on=date(2025, 8, 1),
        place="会议室",
        **who(play),
    )


def lay_out(play, session_id):
    layout.lay_out(session_id=session_id, posts=[], projects_to_choose=None, **who(play))


def last_sitting(session_id):
    closing = RunSheetStep.objects.filter(session_id=session_id, deed="CLOSE_SESSION").get()
    steps = RunSheetStep.objects.filter(sitting_id=closing.sitting_id).order_by("position")
    return [(step.deed, step.title) for step in steps]


TAIL = [
    ("HAND_VOTE", "总监票人、监票人名单（草案）"),
    ("RATING", ""),
    ("SAY", "领导讲话"),
    ("CLOSE_SITTING", ""),
    ("CLOSE_SESSION", ""),
]


def test_the_last_adopted_projects_are_added_once_and_scrutineers_are_voted_on_first(play):
    session_id = midyear(play)
    lay_out(play, session_id)
    assert ("RATING", "") not in last_sitting(session_id)
    assert len(rating.get_page(session_id, town_id=play.town_id).coming) == 10
    assert rating.add_last_projects(session_id=session_id, **who(play)) == 10
    assert rating.add_last_projects(session_id=session_id, **who(play)) == 0
    assert last_sitting(session_id)[-5:] == TAIL
    names = [item.name for item in queries.find_rating(session_id).items]
    adopted = record.get_record(play.session_id).project_vote.adopted_projects
    assert names == [project.name for project in adopted]


def test_projects_that_are_followed_are_rated_as_themselves_and_dropped_ones_not(play):
    session_id = midyear(play)
    lay_out(play, session_id)
    take_adopted(session_id=play.session_id, year=2025, **who(play))
    dropped = Project.objects.order_by("number").last()
    Project.objects.filter(pk=dropped.pk).update(state=Project.State.DROPPED)
    assert rating.add_last_projects(session_id=session_id, **who(play)) == 9
    followed = Project.objects.exclude(pk=dropped.pk).order_by("number")
    listed = [(item.name, item.subject) for item in queries.find_rating(session_id).items]
    assert listed == [(one.name, f"project:{one.pk}") for one in followed]


def test_what_was_set_before_the_session_is_laid_out_comes_with_the_layout(play):
    session_id = midyear(play)
    rating.set_items(session_id=session_id, items=[RatedItem("政府专项工作")], **who(play))
    lay_out(play, session_id)
    assert last_sitting(session_id)[-5:] == TAIL
    kept = record.get_record(session_id)
    assert [item.title for item in kept.agenda if item.subject == "RATING"] == ["2024年民生实事项目满意度测评"]


def test_a_first_session_has_no_projects_to_add(play):
    with pytest.raises(SessionIsClosed):
        rating.add_item(session_id=play.session_id, name="太晚", **who(play))
    with pytest.raises(refusals.NothingWasAdopted):
        rating.add_last_projects(session_id=play.session_id, **who(play))


def test_items_set_past_the_run_sheet_wait_for_it(play):
    session_id = midyear(play)
    lay_out(play, session_id)
    commands.set_items(session_id=session_id, items=[RatedItem("政府专项工作")], **who(play))
    assert ("RATING", "") not in last_sitting(session_id)
    rating.add_item(session_id=session_id, name="另一项", **who(play))
    assert last_sitting(session_id)[-5:] == TAIL
