"""The cast and the stage of every test: the fictional town of Qinghe."""

import importlib
from datetime import UTC, datetime

import pytest
from django.conf import settings
from django.core.management import call_command
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connection
from django.utils import translation
from playwright.sync_api import expect

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Role
from huitang.congress.roster.models import Town
from tests.migrated import migrated
from tests.played_once import played_once

expect.set_options(timeout=20_000)  # milliseconds; a page is polled every two seconds, by a machine that may be busy
GUARD = importlib.import_module("huitang.congress.journal.migrations.0002_append_only")
NOW = datetime(2025, 3, 31, 0, 30, tzinfo=UTC)
LONGEST = ("test_rehearsed_year.py", "test_rehearsals.py")
ASKING = {"db", "transactional_db", "live_server", "home"}  # fixtures that open a database


def pytest_configure() -> None:
    """A test writes what no journal tells of: nothing is kept from one request to the next, but where that is tested."""
    settings.CACHES["answers"] = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}


def pytest_itemcollected(item: pytest.Item) -> None:
    """Whatever opens a database is marked so, but for what asks nothing that another test does not ask too."""
    if opens_a_database(item) and not item.get_closest_marker("asked_elsewhere"):
        item.add_marker("database")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest stories come first, so that no worker waits for them at the end."""
    items.sort(key=lambda item: item.path.name not in LONGEST)


def opens_a_database(item: pytest.Item) -> bool:
    marked = any(item.get_closest_marker(name) for name in ("django_db", "story"))
    return marked or bool(ASKING & set(getattr(item, "fixturenames", ())))


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix, pytestconfig):
    """A live server's threads give their connections back, so that PostgreSQL lets the test database go."""
    settings.DATABASES["default"]["CONN_MAX_AGE"] = 0
    with migrated(pytestconfig).under_test(connection.settings_dict):
        yield


def pytest_sessionfinish(session: pytest.Session) -> None:
    if not hasattr(session.config, "workerinput"):
        migrated(session.config).drop()


@pytest.fixture(scope="session", autouse=True)
def hashed_quickly():
    """A password is hashed in no time; servers in processes of their own hash as an installation does."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def in_chinese():
    """A request before may have spoken English in this thread."""
    translation.activate(settings.LANGUAGE_CODE)


@pytest.fixture
def one_connection():
    """As Django's own client does: the end of a request may not close the connection the test's rows live in."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
def town(db) -> Town:
    return found_qinghe()


@played_once
def found_qinghe() -> Town:
    return Town.objects.create(code="qinghe", name="清河镇")


@pytest.fixture
def office(town) -> Actor:
    return Actor(town.pk, town.code, "办公室", Role.OFFICE)


@pytest.fixture
def chair(town) -> Actor:
    return Actor(town.pk, town.code, "执行主席", Role.CHAIR)


@pytest.fixture
def teller_a(town) -> Actor:
    return Actor(town.pk, town.code, "计票人甲", Role.TELLER)


@pytest.fixture
def teller_b(town) -> Actor:
    return Actor(town.pk, town.code, "计票人乙", Role.TELLER)


@pytest.fixture
def swept(transactional_db):
    """A live server, or a thread, shares no transaction with its test: what both have written is swept out at the end."""
    yield
    _run(GUARD.UNDO[connection.vendor])  # the journal guards itself even against a test's end
    call_command("flush", verbosity=0, interactive=False)
    _run(getattr(GUARD, connection.vendor.upper()))


def _run(statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
