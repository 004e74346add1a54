import pytest
from django.test import Client

from huitang.congress.accounts import commands as accounts
from huitang.congress.accounts.deeds import Role
from huitang.web.desk import public
from tests.congress.roster import stage


def client_of(role: Role, office, now, *, name: str = "") -> Client:
    name = name or role.lower()
    account_id = accounts.create_account(
        name=name, label=name, role=role, password="qinghe-2025-long", actor=office, now=now
    )
    client = Client()
    client.force_login(_account(account_id))
    return client


def _account(account_id: int):
    from huitang.congress.accounts.models import Account

    return Account.objects.get(pk=account_id)


@pytest.fixture(autouse=True)
def nothing_drafted():
    """Records come and go with each test; what was drafted of one is not another's."""
    public.forget()


@pytest.fixture
def desk(office, now) -> Client:
    """The office, logged in."""
    return client_of(Role.OFFICE, office, now)


@pytest.fixture
def teller(office, now) -> Client:
    return client_of(Role.TELLER, office, now)


@pytest.fixture
def term(office, now) -> int:
    return stage.open_sixth_term(office, now)


@pytest.fixture
def roll(term, office, now) -> int:
    stage.bring_in(term, stage.ROSTER_95, office, now)
    return term
