"""Sessions ready for the desk's pages, and somebody from the next town."""

from datetime import date

from django.test import Client

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Role
from huitang.congress.roster import commands as roster
from huitang.congress.runsheet import layout
from tests.played_once import played_once
from tests.stage import Play
from tests.web.desk.conftest import client_of

PASSWORD = "qinghe-2025-long"


@played_once
def convened() -> Play:
    """A spring session laid out, with an empty roll."""
    play = Play()
    play.term_id = roster.open_term(
        number=6, quota=96, began_on=date(2021, 9, 1), actor=play.office, now=play.clock.tick()
    )
    play.session_id = layout.convene(
        term_id=play.term_id,
        number=8,
        playbook="spring",
        opens_on=date(2025, 3, 31),
        closes_on=date(2025, 4, 1),
        place="镇政府三楼会议室",
        posts=[layout.PostToFill("DEPUTY_HEAD", 1)],
        projects_to_choose=10,
        from_session_id=None,
        actor=play.office,
        now=play.clock.tick(),
    )
    return play


def desk_of(play: Play) -> Client:
    return client_of(Role.OFFICE, play.office, play.clock.tick())


def teller_of(play: Play) -> Client:
    return client_of(Role.TELLER, play.office, play.clock.tick())


def neighbour(play: Play) -> Client:
    """The office of another town on the same installation."""
    now = play.clock.tick()
    town_id = roster.found_town(code="baishi", name="白石镇", province="", now=now)
    office = Actor(town_id, "baishi", "白石办公室", Role.OFFICE, account_id=99)
    return client_of(Role.OFFICE, office, now, name="baishi")


def told(response) -> str:
    return response.content.decode()
