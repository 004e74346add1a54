"""What a rule asks for, read from its signature: each field of a case with its type and whether it may be left out."""

import inspect
from collections.abc import Callable
from dataclasses import MISSING, Field, dataclass, fields
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from huitang.rules.legal_text import Citation
from huitang.rules.province import ProvincePack
from huitang.rules.statute import StatuteSet

DAY = "day"
PROVINCE = "province"
_RENAMED = {"on": DAY}


@dataclass(frozen=True)
class Asked:
    """One thing a rule or a value asks for; `argument` is its name in the code, `field` the name in a case."""

    argument: str
    field: str
    hint: Any
    is_required: bool


@cache
def asked_by(rule: Callable[..., Any]) -> tuple[Asked, ...]:
    """What a rule asks for, as its signature says."""
    hints = get_type_hints(rule)
    found = inspect.signature(rule).parameters.values()
    return _known(Asked(p.name, _field(p.name), hints[p.name], p.default is p.empty) for p in found)


@cache
def asked_by_value(kind: type) -> tuple[Asked, ...]:
    """What a frozen dataclass of the rules asks for."""
    hints = get_type_hints(kind)
    return _known(Asked(f.name, _field(f.name), hints[f.name], _is_required(f)) for f in fields(kind))


def _known(found: Any) -> tuple[Asked, ...]:
    return tuple(asked for asked in found if not _is_citation(asked.hint))


def _is_citation(hint: Any) -> bool:
    return hint is Citation or Citation in get_args(hint)


def _is_required(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _field(argument: str) -> str:
    return _RENAMED.get(argument, argument)


def without_none(hint: Any) -> Any:
    """`int | None` is a whole number that may be left out; what is not a union stays."""
    if get_origin(hint) not in (Union, UnionType):
        return hint
    (kept,) = (part for part in get_args(hint) if part is not type(None))
    return kept


def is_law(hint: Any) -> bool:
    """Whether it is the statutes of a day, which a case names by its day."""
    return without_none(hint) is StatuteSet


def is_pack(hint: Any) -> bool:
    """Whether it is a province's rules, which a case names by province and day."""
    return without_none(hint) is ProvincePack
