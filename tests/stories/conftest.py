"""Real servers on a database of their own: SQLite in a folder, or a fresh database on the PostgreSQL that is given."""

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest


@contextmanager
def own_database() -> Iterator[pytest.MonkeyPatch]:
    """On PostgreSQL a database of its own; the environment of child processes names it, and may be told more."""
    url = os.environ.get("HUITANG_DATABASE_URL", "")
    with pytest.MonkeyPatch.context() as patch:
        if not url.startswith("postgres"):
            patch.delenv("HUITANG_DATABASE_URL", raising=False)
            yield patch
            return
        name = f"story_{uuid.uuid4().hex[:12]}"
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}"')
        base, _, query = url.partition("?")
        own = f"{base.rpartition('/')[0]}/{name}" + (f"?{query}" if query else "")
        patch.setenv("HUITANG_DATABASE_URL", own)
        yield patch
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
def home(tmp_path):
    """A folder, and a database, of its own."""
    with own_database():
        yield tmp_path
