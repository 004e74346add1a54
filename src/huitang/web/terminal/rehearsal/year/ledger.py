"""The database itself, asked in plain SQL over a connection of the rehearsal's own."""

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

Rows = list[tuple[Any, ...]]


class Ledger:
    """Rows of either database; days as days, JSON as values. It knows none of the product's tables by their models."""

    def __init__(self, connection: Any, mark: str) -> None:
        self._connection, self._mark = connection, mark

    def rows(self, sql: str, *values: object) -> Rows:
        cursor = self._connection.cursor()
        try:
            cursor.execute(sql.replace("?", self._mark), values)
            return list(cursor.fetchall())
        finally:
            cursor.close()

    def number(self, sql: str, *values: object) -> int:
        return int(self.rows(sql, *values)[0][0] or 0)

    def days(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """The same with every cell that is a day read as one."""
        return [tuple(_as_day(cell) for cell in row) for row in self.rows(sql, *values)]


def as_json(cell: Any) -> Any:
    return json.loads(cell) if isinstance(cell, str) else cell


def _as_day(cell: Any) -> Any:
    if isinstance(cell, datetime):
        return cell.date()
    is_day = isinstance(cell, str) and len(cell) == 10 and cell[4] == cell[7] == "-"
    return date.fromisoformat(cell) if is_day else cell


@contextmanager
def opened(home: Path) -> Iterator[Ledger]:
    """The database of the town in `home`: PostgreSQL where the one setting says so, else the file."""
    url = os.environ.get("HUITANG_DATABASE_URL", "")
    if not url.startswith("postgres"):
        connection = sqlite3.connect(f"file:{home / 'huitang.sqlite3'}?mode=ro", uri=True)
        try:
            yield Ledger(connection, "?")
        finally:
            connection.close()
        return
    import psycopg  # only where it is asked for: an office with SQLite need not have it

    with psycopg.connect(url) as server:
        yield Ledger(server, "%s")
