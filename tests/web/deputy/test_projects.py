"""A deputy reads the year's projects, the own ones first, and changes nothing."""

import pytest
from django.test import Client

from huitang.congress.accounts.deeds import Role
from huitang.congress.projects import commands
from tests.congress.projects import built
from tests.stage import Play, spring_session
from tests.web import people


@pytest.fixture
def play(db) -> Play:
    return spring_session()


@pytest.fixture
def somebody(play) -> int:
    return built.deputies_of(play)[0]


@pytest.fixture
def phone(play, somebody, settings) -> Client:
    settings.REHEARSAL = True
    client = people.deputy(play, somebody)
    client.defaults["HTTP_X_REHEARSAL_CLOCK"] = built.LATER.isoformat()
    return client


def test_before_the_vote_the_page_says_when_there_is_something(phone):
    assert "今年还没有民生实事项目" in phone.get("/deputy/projects/").content.decode()


def test_the_own_projects_come_first_without_what_is_private(play, phone, somebody):
    built.building(play.office, "食堂改建")
    mine = built.building(play.office)
    who = {"actor": play.office, "now": built.LATER}
    commands.name_supervisors(project_id=mine, deputy_ids=[somebody], contact_id=None, **who)
    page = phone.get("/deputy/projects/").content.decode()
    assert page.index("我督办的") < page.index("东桥村道路硬化") < page.index("其他项目") < page.index("食堂改建")
    assert "共 2 项" in page
    assert "13800000000" not in page
    assert "<form" not in page.partition("<main")[2]


def test_only_a_deputy_comes_in(play):
    assert Client().get("/deputy/projects/").status_code == 302
    assert people.staff(play, Role.CHAIR).get("/deputy/projects/").status_code == 403
