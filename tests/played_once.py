"""Parts of a session that every worker plays once; a test that asks for one again gets the rows it left behind."""

import hashlib
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from functools import cache, wraps
from typing import Any, ParamSpec, TypeVar

from django.apps import apps
from django.db import connection, transaction

from huitang.congress.runsheet import seat

P = ParamSpec("P")
T = TypeVar("T")
Rows = dict[str, dict[int, Any]]  # table, primary key, the row as the database writes it

LOGINS = "accounts_account"  # in no key, because the last login is the real time; no part of a session writes here
APART = 10_000


@dataclass(frozen=True)
class Played:
    """What a part of a session returned, what it did to its arguments, and to the tables."""

    made: Any
    args: tuple[Any, ...]
    gone: dict[str, list[int]]
    came: dict[str, list[Any]]
    counters: dict[str, int]


def played_once(part: Callable[P, T]) -> Callable[P, T]:
    """The part, played by its commands where it was never played from these very rows with these arguments.

    Commands read no clock and no chance, so the same rows and arguments lead to the same rows again. Whatever a test
    did before is in the key: from rows never seen, the part is played.
    """
    kept: dict[bytes, Played] = {}

    @wraps(part)
    def play_or_copy(*args: P.args, **kwargs: P.kwargs) -> T:
        before = _read()
        if not any(before.values()):
            _count_from({table: place * APART for place, table in enumerate(_tables(), start=1)})
        known = {table: rows for table, rows in before.items() if table != LOGINS}
        key = hashlib.sha256(repr((args, kwargs, known)).encode()).digest()
        if key in kept:
            return _copy(kept[key], args)
        made = part(*args, **kwargs)
        kept[key] = _difference(before, _read(), made, args)
        return made

    return play_or_copy


def _difference(before: Rows, after: Rows, made: Any, args: tuple[Any, ...]) -> Played:
    assert before[LOGINS] == after[LOGINS], "a part of a session that is kept makes no logins"
    gone = {table: [key for key, row in rows.items() if after[table].get(key) != row] for table, rows in before.items()}
    came = {table: [row for key, row in rows.items() if before[table].get(key) != row] for table, rows in after.items()}
    return Played(deepcopy(made), deepcopy(args), gone, came, _counters())


def _copy(played: Played, args: tuple[Any, ...]) -> Any:
    with transaction.atomic(), connection.cursor() as cursor:
        for table, keys in played.gone.items():
            if keys:
                cursor.execute(f'DELETE FROM "{table}" WHERE id IN ({", ".join(map(str, keys))})')
        for table, rows in played.came.items():
            if rows and connection.vendor == "sqlite":
                cursor.executemany(f'INSERT INTO "{table}" VALUES ({", ".join(["%s"] * len(rows[0]))})', rows)
            elif rows:
                cursor.execute(f'INSERT INTO "{table}" SELECT (row::"{table}").* FROM unnest(%s::text[]) row', [rows])
    _count_from(played.counters)
    seat.forget()  # these rows passed the journal by
    for given, left in zip(args, played.args, strict=True):
        getattr(given, "__dict__", {}).update(deepcopy(getattr(left, "__dict__", {})))
    return deepcopy(played.made)


@cache
def _tables() -> tuple[str, ...]:
    ours = [app for app in apps.get_app_configs() if app.name.startswith("huitang.")]
    return tuple(model._meta.db_table for app in ours for model in app.get_models(include_auto_created=True))


def _read() -> Rows:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            return {table: _read_sqlite(cursor, table) for table in _tables()}
        rows: Rows = {table: {} for table in _tables()}
        cursor.execute(" UNION ALL ".join(f"SELECT '{table}', id, t::text FROM \"{table}\" t" for table in _tables()))
        for table, key, row in cursor.fetchall():
            rows[table][key] = row
        return rows


def _read_sqlite(cursor: Any, table: str) -> dict[int, Any]:
    # the plus keeps the driver from making a date of what is kept as text
    cursor.execute(f'SELECT {", ".join(f"+{column}" for column in _columns(table))} FROM "{table}"')
    return {row[0]: row for row in cursor.fetchall()}


@cache
def _columns(table: str) -> tuple[str, ...]:
    """As the table has them; `id` stands first."""
    with connection.cursor() as cursor:
        found = connection.introspection.get_table_description(cursor, table)
    return tuple(f'"{column.name}"' for column in found)


def _counters() -> dict[str, int]:
    """The next number of each table on PostgreSQL, which takes no number back; SQLite goes by the rows."""
    if connection.vendor == "sqlite":
        return {}
    asked = (f"SELECT '{table}', last_value + is_called::int FROM \"{table}_id_seq\"" for table in _tables())
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(asked))
        return {table: number for table, number in cursor.fetchall() if table != LOGINS}


def _count_from(counters: dict[str, int]) -> None:
    """On PostgreSQL each table has numbers of its own, so that no id passes for one of another table."""
    if connection.vendor != "sqlite":
        asked = ", ".join(f"setval('\"{table}_id_seq\"', {number}, false)" for table, number in counters.items())
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {asked}")
