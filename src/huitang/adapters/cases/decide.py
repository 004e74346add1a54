"""Decides a case: checked, counted where it brings whole papers, and handed to the rule of its kind."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from huitang.adapters.cases import building, checking, counting, signature
from huitang.adapters.cases.fault import CaseHasFaults, CaseIsWrong, Fault
from huitang.adapters.cases.kinds import Kind
from huitang.adapters.cases.paper_shape import TOTALS


@dataclass(frozen=True)
class Decided:
    """What the rule found; None where it says that nothing can be said yet."""

    kind: Kind
    title: str
    outcome: Any


def decide(case: Mapping[str, Any]) -> Decided:
    """Decide a case as read from a file.

    :raises CaseHasFaults: with the path of each wrong field and what was expected.
    """
    kind = checking.check(case)
    try:
        outcome = kind.rule(**_arguments(case, kind))
    except CaseIsWrong as wrong:
        raise CaseHasFaults([wrong]) from wrong
    except ValueError as error:
        raise CaseHasFaults([CaseIsWrong((), Fault.REFUSED_BY_RULE, sentence=error)]) from error
    return Decided(kind, str(case.get("title", "")), outcome)


def _arguments(case: Mapping[str, Any], kind: Kind) -> dict[str, Any]:
    asked = signature.asked_by(kind.rule)
    if "papers" not in case or not kind.takes_papers:
        return building.arguments(asked, case)
    told = building.arguments(tuple(one for one in asked if one.field not in TOTALS), case)
    return {**told, **counting.totals(case, kind)}
