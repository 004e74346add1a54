"""One look at the record asks for each fact once.

A page draws on many queries, and several of them rest on the same one: the roll of a day, the order of a list, the session.
Inside `one_look` what is marked `@once` is asked the first time only; the rows are frozen, so all may share them. Nothing
can be written inside, so nothing that was read can go stale but by another's deed, as between any two queries.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.db import connection

P = ParamSpec("P")
R = TypeVar("R")

_READS = ("SELECT", "WITH", "SAVEPOINT", "RELEASE", "ROLLBACK")
_seen: ContextVar[dict[Any, Any] | None] = ContextVar("seen", default=None)


class NothingIsWrittenInOneLook(RuntimeError):
    """A fault of ours: a command was called where only queries may be."""


@contextmanager
def one_look() -> Iterator[None]:
    """Also a decorator of queries; a look inside another is the same look."""
    if _seen.get() is not None:
        yield
        return
    before = _seen.set({})
    try:
        with connection.execute_wrapper(_only_reading):
            yield
    finally:
        _seen.reset(before)


def once(query: Callable[P, R]) -> Callable[P, R]:
    """Outside a look the query is asked as often as it is called."""

    @wraps(query)
    def asked(*args: P.args, **named: P.kwargs) -> R:
        seen = _seen.get()
        if seen is None:
            return query(*args, **named)
        key = (query, args, tuple(sorted(named.items())))
        if key not in seen:
            seen[key] = query(*args, **named)
        found: R = seen[key]
        return found

    return asked


def _only_reading(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    if not sql.lstrip("( ").upper().startswith(_READS):
        raise NothingIsWrittenInOneLook(sql.split(" ", 1)[0])
    return execute(sql, params, many, context)
