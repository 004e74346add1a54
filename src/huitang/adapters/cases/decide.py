"""Decides a case: checked, counted where it brings whole papers, and handed to the rule of its kind."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from huitang.adapters.cases import building, checking, counting, signature
from huitang.adapters.cases.fault import CaseHasFaults, CaseIsWrong, Fault
from huitang.adapters.cases.kinds import Kind
from huitang.adapters.cases.paper_shape import TOTALS
from huitang.rules.project_papers import ProjectTally
from huitang.rules.tally import Tally


@dataclass(frozen=True)
class Decided:
    """What the rule found; None where it says that nothing can be said yet. `tally` is what whole papers came to."""

    kind: Kind
    title: str
    outcome: Any
    tally: Tally | ProjectTally | None = None


def decide(case: Mapping[str, Any]) -> Decided:
    """Decide a case as read from a file.

    :raises CaseHasFaults: with the path of each wrong field and what was expected.
    """
    kind = checking.check(case)
    try:
        tally = counting.count(case, kind) if kind.takes_papers and "papers" in case else None
        outcome = kind.rule(**_arguments(case, kind, tally))
    except CaseIsWrong as wrong:
        raise CaseHasFaults([wrong]) from wrong
    except ValueError as error:
        raise CaseHasFaults([CaseIsWrong((), Fault.REFUSED_BY_RULE, sentence=error)]) from error
    return Decided(kind, str(case.get("title", "")), outcome, tally)


def _arguments(case: Mapping[str, Any], kind: Kind, tally: Tally | ProjectTally | None) -> dict[str, Any]:
    asked = signature.asked_by(kind.rule)
    if tally is None:
        return building.arguments(asked, case)
    told = building.arguments(tuple(one for one in asked if one.field not in TOTALS), case)
    return {**told, **counting.totals(case, tally)}
