"""A list with many rows asks the database no oftener than one with few."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from huitang.congress.accounts import commands as accounts
from huitang.congress.accounts import queries as account_rows
from huitang.congress.roster.models import Deputy
from huitang.congress.sittings.models import CongressSession
from tests import stage
from tests.web.desk.many_rows import NOW, Town
from tests.web.desk.prepared import desk_of

FEW, MORE = 6, 70
OFFICE = (
    "/desk/",
    "/desk/suggestions/",
    "/desk/suggestions/?state=open&order=due",
    "/desk/suggestions/?due=overdue",
    "/desk/suggestions/?order=-unit&q=路",
    "/desk/suggestions/?format=xlsx",
    "/desk/suggestions/?format=csv",
    "/desk/suggestions/print/",
    "/desk/suggestions/report/?since=2025-01-01&until=2025-12-31",
    "/desk/suggestions/units/",
    "/desk/supervision/?year=2025",
    "/desk/supervision/?year=2025&format=xlsx",
    "/desk/supervision/print/?year=2025",
    "/desk/deputies/",
    "/desk/deputies/?order=-absences&format=csv",
    "/desk/yearly/?year=2025",
    "/desk/money/?year=2025",
    "/desk/money/?year=2025&format=xlsx",
    "/desk/targets/?year=2025",
    "/desk/targets/?year=2025&format=xlsx",
    "/desk/roll/{term}/",
    "/desk/roll/{term}/?format=xlsx",
    "/desk/journal/",
    "/desk/journal/?area=task&format=csv",
    "/desk/accounts/",
)
PUBLIC = ("/", "/?town=qinghe")


@pytest.fixture
def place(office) -> Town:
    return Town(office.town_id)


def queries(client: Client, address: str) -> int:
    """Of a warm page: what is read once for a process is not counted."""
    assert client.get(address).status_code == 200
    with CaptureQueriesContext(connection) as seen:
        client.get(address)
    return len(seen)


def grows(place: Town, office, client: Client, address: str) -> tuple[int, int]:
    place.grow(FEW)
    place.write_journal(office, FEW)
    few = queries(client, address)
    place.grow(MORE)
    place.write_journal(office, MORE)
    return few, queries(client, address)


@pytest.mark.parametrize("path", OFFICE)
def test_a_list_costs_the_same_queries_however_long_it_is(path, place, office, desk):
    few, many = grows(place, office, desk, path.format(term=place.term.pk))
    assert (few, many) == (few, few)
    assert few > 0


@pytest.mark.parametrize("path", PUBLIC)
def test_a_page_of_the_public_costs_the_same_however_many_sessions_were_held(path, place, office):
    few, many = grows(place, office, Client(), path)
    assert (few, many) == (few, few)
    assert few > 0


def test_a_deputys_list_costs_the_same_however_much_was_signed(place, office):
    place.grow(FEW)
    first = Deputy.objects.earliest("number")
    accounts.issue_cards(deputy_ids=[first.pk], serials=["serial"], actor=office, now=NOW)
    client = Client()
    client.get(f"/door/card/{account_rows.list_cards((first.pk,))[0].token}/")
    few = queries(client, "/deputy/suggestions/")
    place.add_suggestions(list(range(1000, 1000 + MORE)), [first])
    assert queries(client, "/deputy/suggestions/") == few
    assert few > 0


@pytest.mark.parametrize("page", ["", "names/", "papers/", "papers/details/", "releases/"])
def test_a_page_of_a_session_costs_the_same_however_much_came_before_it(page, place, office, desk):
    place.grow(FEW)
    address = f"/desk/sessions/{CongressSession.objects.latest('opens_on').pk}/{page}"
    few = queries(desk, address)
    place.grow(MORE)
    assert queries(desk, address) == few
    assert 0 < few <= 50


OF_A_SESSION = {
    "/desk/": 60,
    "/desk/sessions/{session}/": 45,
    "/desk/sessions/{session}/names/": 25,
    "/desk/sessions/{session}/papers/": 65,
    "/desk/sessions/{session}/papers/details/": 65,
    "/desk/sessions/{session}/releases/": 65,
}


@pytest.mark.django_db
def test_a_page_of_a_session_asks_for_each_fact_once():
    """The whole spring session, held to its close: two rounds of papers among it."""
    play = stage.finished_spring()
    desk = desk_of(play)
    asked = {path: queries(desk, path.format(session=play.session_id)) for path in OF_A_SESSION}
    assert {path: number for path, number in asked.items() if number > OF_A_SESSION[path]} == {}
