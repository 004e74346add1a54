"""Real servers on a database of their own: SQLite in a folder, or a fresh database on the PostgreSQL that is given."""

import os
import uuid

import psycopg
import pytest


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A folder (and on PostgreSQL a database) of its own; the environment of child processes names it."""
    url = os.environ.get("HUITANG_DATABASE_URL", "")
    if not url.startswith("postgres"):
        monkeypatch.delenv("HUITANG_DATABASE_URL", raising=False)
        yield tmp_path
        return
    name = f"story_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    base, _, query = url.partition("?")
    own = f"{base.rpartition('/')[0]}/{name}" + (f"?{query}" if query else "")
    monkeypatch.setenv("HUITANG_DATABASE_URL", own)
    yield tmp_path
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
