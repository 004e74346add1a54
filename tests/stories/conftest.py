"""Real servers on a database of their own: SQLite in a folder, or a fresh database on the PostgreSQL that is given."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.migrated import Migrated, migrated, url_of


@contextmanager
def own_database(tables: Migrated, home: Path, *, is_empty: bool = False) -> Iterator[pytest.MonkeyPatch]:
    """Migrated tables in `home`, or on PostgreSQL; the environment of child processes names them, and may be told more."""
    with pytest.MonkeyPatch.context() as patch:
        if not tables.is_on_postgres:
            if not is_empty:
                tables.copy_to_file(home)
            patch.delenv("HUITANG_DATABASE_URL", raising=False)
            yield patch
            return
        name = f"story_{uuid.uuid4().hex[:12]}"
        tables.copy_to_postgres(name, is_empty=is_empty)
        patch.setenv("HUITANG_DATABASE_URL", url_of(tables.url, name))
        yield patch
        tables.run(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture(scope="session")
def tables(pytestconfig) -> Migrated:
    return migrated(pytestconfig)


@pytest.fixture
def home(tmp_path, tables):
    """A folder, and a database, of its own."""
    with own_database(tables, tmp_path):
        yield tmp_path


@pytest.fixture
def empty_home(tmp_path, tables):
    """The same as on the day of installation: no table is there."""
    with own_database(tables, tmp_path, is_empty=True):
        yield tmp_path
