"""The tables are made by `huitang migrate` once for a whole run; workers and the servers of stories begin with a copy."""

import fcntl
import hashlib
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import connection

from huitang.web.terminal.rehearsal import server

FILE = "huitang.sqlite3"
IN_MEMORY = "file:memorydb_default?mode=memory&cache=shared"  # as Django names the test database of a process


class Migrated:
    """Migrated tables without a town, in a folder all workers of one run know; the first who asks makes them."""

    def __init__(self, basetemp: Path, url: str) -> None:
        self.folder, self.url = basetemp / "migrated", url
        self.database = f"migrated_{hashlib.sha256(os.fsencode(basetemp)).hexdigest()[:12]}"

    @property
    def is_on_postgres(self) -> bool:
        return self.url.startswith("postgres")

    def ask(self) -> None:
        self.folder.mkdir(exist_ok=True)
        with (self.folder / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not (self.folder / "made").exists():
                self._make()
                (self.folder / "made").touch()

    def _make(self) -> None:
        told = server.environment(self.folder)
        if self.is_on_postgres:
            self.run(f'CREATE DATABASE "{self.database}"')
            told["HUITANG_DATABASE_URL"] = url_of(self.url, self.database)
        else:
            told.pop("HUITANG_DATABASE_URL", None)
        subprocess.run(server.command("migrate", "--skip-checks", "--verbosity", "0"), env=told, check=True)
        if not self.is_on_postgres:
            with closing(sqlite3.connect(self.folder / FILE)) as made:
                made.execute("PRAGMA journal_mode=DELETE")  # one file, without a log beside it

    def copy_to_file(self, home: Path) -> None:
        self.ask()
        shutil.copy(self.folder / FILE, home / FILE)

    def copy_to_memory(self) -> sqlite3.Connection:
        """Lives as long as the connection."""
        self.ask()
        copy = sqlite3.connect(IN_MEMORY, uri=True, check_same_thread=False)
        with closing(sqlite3.connect(self.folder / FILE)) as made:
            made.backup(copy)
        return copy

    def copy_to_postgres(self, name: str, *, is_empty: bool = False) -> None:
        if is_empty:
            self.run(f'CREATE DATABASE "{name}"')
            return
        self.ask()
        self.run(f'CREATE DATABASE "{name}" TEMPLATE "{self.database}"')

    def drop(self) -> None:
        if self.is_on_postgres and (self.folder / "made").exists():
            self.run(f'DROP DATABASE "{self.database}" WITH (FORCE)')

    def run(self, statement: str) -> None:
        with psycopg.connect(self.url, autocommit=True) as asked:
            asked.execute(statement)

    @contextmanager
    def under_test(self, told: dict[str, Any]) -> Iterator[None]:
        """Django makes its test database from the copy, and finds nothing left to migrate. `told` are its settings."""
        if self.is_on_postgres:
            self.ask()
            told["TEST"]["TEMPLATE"] = self.database
            yield
        elif told["TEST"]["NAME"]:  # a file of one's own
            yield
        else:
            assert connection.creation._get_test_db_name() == IN_MEMORY
            with closing(self.copy_to_memory()):
                yield


def migrated(config: pytest.Config) -> Migrated:
    """The folder of the run; a worker's own lies in it."""
    own = config._tmp_path_factory.getbasetemp()  # type: ignore[attr-defined]
    shared = own.parent if hasattr(config, "workerinput") else own
    return Migrated(shared, os.environ.get("HUITANG_DATABASE_URL", ""))


def url_of(url: str, database: str) -> str:
    """The same server, another database."""
    base, _, query = url.partition("?")
    return f"{base.rpartition('/')[0]}/{database}" + (f"?{query}" if query else "")
