"""Absence without leave from two sessions, which ends a mandate."""

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from huitang.rules.legal_text import Citation, NextAct, Step, step
from huitang.rules.statute import StatuteSet

ABSENCES_THAT_END = 2


class AbsenceState(StrEnum):
    """ASK where two absences are not consecutive: the law does not say whether they must be."""

    IN_ORDER = "IN_ORDER"
    REACHED = "REACHED"
    ASK = "ASK"


@dataclass(frozen=True, slots=True)
class AbsenceFinding:
    """The finding on a deputy's absences."""

    state: AbsenceState
    absences: int
    citations: tuple[Citation, ...]
    steps: tuple[Step, ...]
    next_acts: tuple[NextAct, ...]


def check_absences(*, absent_without_leave: tuple[bool, ...], law: StatuteSet) -> AbsenceFinding:
    """Count absences without leave, session by session in order (Deputies Law art. 62; 2015: 49)."""
    absences = sum(absent_without_leave)
    consecutive = any(first and second for first, second in pairwise(absent_without_leave))
    if absences < ABSENCES_THAT_END:
        state = AbsenceState.IN_ORDER
    else:
        state = AbsenceState.REACHED if consecutive else AbsenceState.ASK
    sentence = step(
        f"未经批准缺席{absences}次，两次即终止资格；是否须连续，法律没有写明。",
        f"{absences} absences without leave; two end the mandate, and the law does not say consecutive.",
    )
    return AbsenceFinding(state, absences, (law.mandate_ends,), (sentence,), _NEXT[state])


_NEXT: dict[AbsenceState, tuple[NextAct, ...]] = {
    AbsenceState.IN_ORDER: (),
    AbsenceState.REACHED: (NextAct.REPORT_TO_CONGRESS,),
    AbsenceState.ASK: (NextAct.ASK_COUNTY,),
}
