"""Turns the plain values of a checked case into what the rules ask for."""

from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Any, get_args, get_origin

from huitang.adapters.cases import signature
from huitang.adapters.cases.signature import DAY, PROVINCE, Asked
from huitang.rules import province, resolution, statute
from huitang.rules.deadline import Calendar
from huitang.rules.province import NATIONAL
from huitang.rules.province_packs import PACKS
from huitang.rules.resolution import ResolutionOutcome
from huitang.rules.tally import Votes

Case = Mapping[str, Any]


def arguments(asked: tuple[Asked, ...], case: Case) -> dict[str, Any]:
    """The arguments a rule or a value asks for; what a case leaves out is left to the rule's own default."""
    return {one.argument: value(one.hint, case, one.field) for one in asked if _is_told(one, case)}


def _is_told(asked: Asked, case: Case) -> bool:
    if signature.is_law(asked.hint):
        return DAY in case
    if signature.is_pack(asked.hint) or asked.hint is Calendar:
        return True
    return asked.field in case or (asked.is_required and signature.without_none(asked.hint) is not asked.hint)


def value(hint: Any, case: Case, field: str) -> Any:
    """One argument, from the field of its name, or the day and the province."""
    if signature.is_law(hint):
        return statute.at(date.fromisoformat(case[DAY]))
    if signature.is_pack(hint):
        return province.choose(PACKS, code=case.get(PROVINCE, NATIONAL.code), day=date.fromisoformat(case[DAY]))
    if hint is Calendar:
        return build(hint, case.get(field, {}))
    return None if case.get(field) is None else build(signature.without_none(hint), case[field])


def build(hint: Any, told: Any) -> Any:
    """A value of the rules' own kind. What is told was checked against the schema of the same hint."""
    if hint in _SCALARS:
        return _SCALARS[hint](told)
    if hint is ResolutionOutcome:
        return _decide_vote(told)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(told)
    if is_dataclass(hint):
        return hint(**arguments(signature.asked_by_value(hint), told))  # type: ignore[arg-type,operator]
    return _build_many(hint, told)


def _decide_vote(told: Case) -> ResolutionOutcome:
    on_paper = "papers_issued" in told
    rule: Callable[..., ResolutionOutcome] = (
        resolution.decide_resolution_by_ballot if on_paper else resolution.decide_resolution
    )
    return rule(**arguments(signature.asked_by(rule), told))


def _build_many(hint: Any, told: Any) -> Any:
    item = get_args(hint)[0]
    if item is Votes and isinstance(told, Mapping):
        return tuple(Votes(name, number) for name, number in told.items())
    if get_origin(item) is tuple:
        key, content = get_args(item)
        pairs = told.items() if isinstance(told, Mapping) else told
        return tuple((build(key, one), build(content, other)) for one, other in pairs)
    kept = frozenset if get_origin(hint) is frozenset else tuple
    return kept(build(item, one) for one in told)


def _fraction(told: str) -> Fraction:
    return Fraction(int(told[:-1]), 100) if told.endswith("%") else Fraction(told)


_SCALARS: dict[Any, Callable[[Any], Any]] = {
    int: int,
    bool: bool,
    str: str,
    date: date.fromisoformat,
    Fraction: _fraction,
}
