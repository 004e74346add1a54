"""Is the congress quorate: two thirds of the deputies in office, the suspended among the base."""

from dataclasses import dataclass
from enum import StrEnum

from huitang.rules import citation, majority
from huitang.rules.legal_text import Citation, NextAct, Step, refuse_impossible, step


class QuorumState(StrEnum):
    """What a quorum check can find."""

    QUORATE = "QUORATE"
    NOT_QUORATE = "NOT_QUORATE"
    ROSTER_MISMATCH = "ROSTER_MISMATCH"


@dataclass(frozen=True, slots=True)
class QuorumFinding:
    """The quorum with its two numbers."""

    state: QuorumState
    deputies_in_office: int
    deputies_present: int
    deputies_required: int
    citations: tuple[Citation, ...]
    steps: tuple[Step, ...]
    next_acts: tuple[NextAct, ...]

    @property
    def is_met(self) -> bool:
        """Whether the meeting may be held."""
        return self.state is QuorumState.QUORATE


def check_quorum(*, deputies_in_office: int, deputies_present: int) -> QuorumFinding:
    """Ask whether two thirds of the deputies in office are present.

    Source: Organic Law art. 14(4). Suspended deputies count in the base and never among those present.
    """
    refuse_impossible(deputies_in_office=deputies_in_office, deputies_present=deputies_present)
    required = majority.two_thirds(deputies_in_office)
    state = _state(in_office=deputies_in_office, present=deputies_present, required=required)
    return QuorumFinding(
        state=state,
        deputies_in_office=deputies_in_office,
        deputies_present=deputies_present,
        deputies_required=required,
        citations=(citation.QUORUM, citation.BASE_IN_OFFICE),
        steps=(_explain(state, deputies_in_office, deputies_present, required),),
        next_acts=_NEXT[state],
    )


_NEXT = {
    QuorumState.QUORATE: (NextAct.OPEN_PLENARY, NextAct.OPEN_VOTE),
    QuorumState.NOT_QUORATE: (NextAct.WAIT_FOR_QUORUM,),
    QuorumState.ROSTER_MISMATCH: (NextAct.RESOLVE_MISMATCH,),
}


def _state(*, in_office: int, present: int, required: int) -> QuorumState:
    if in_office == 0 or present > in_office:
        return QuorumState.ROSTER_MISMATCH
    return QuorumState.QUORATE if present >= required else QuorumState.NOT_QUORATE


def _explain(state: QuorumState, in_office: int, present: int, required: int) -> Step:
    if state is QuorumState.ROSTER_MISMATCH:
        return step(
            f"实到{present}人多于应到{in_office}人，或者没有应到代表，名册与签到不符。",
            f"{present} present of {in_office} in office: roster and sign-in do not agree.",
        )
    met = state is QuorumState.QUORATE
    return step(
        f"应到{in_office}人的三分之二以上为{required}人，实到{present}人，{'' if met else '不'}符合法定人数。",
        f"Two thirds of {in_office} deputies in office is {required}; {present} are present: "
        f"the quorum is {'met' if met else 'not met'}.",
    )


@dataclass(frozen=True, slots=True)
class UndecidedQuorum:
    """What can be said when the number of deputies in office is not known."""

    deputies_present: int
    holds_up_to: int
    citations: tuple[Citation, ...]
    steps: tuple[Step, ...]
    next_acts: tuple[NextAct, ...]


def bound_quorum(*, deputies_present: int) -> UndecidedQuorum:
    """Without a base nothing is decided; say up to which base those present would be enough (art. 14(4))."""
    refuse_impossible(deputies_present=deputies_present)
    largest = deputies_present * 3 // 2
    sentence = step(
        f"应到人数不明，不能判断；实到{deputies_present}人，应到不超过{largest}人时符合法定人数。",
        f"The number in office is unknown, so nothing is decided; {deputies_present} present are enough "
        f"for at most {largest} in office.",
    )
    return UndecidedQuorum(
        deputies_present=deputies_present,
        holds_up_to=largest,
        citations=(citation.QUORUM,),
        steps=(sentence,),
        next_acts=(NextAct.RESOLVE_MISMATCH,),
    )


class AttendanceState(StrEnum):
    """Whether every deputy is accounted for."""

    BALANCED = "BALANCED"
    ROSTER_MISMATCH = "ROSTER_MISMATCH"


@dataclass(frozen=True, slots=True)
class AttendanceFinding:
    """The attendance added up; `unaccounted` is below zero when more people appear than are in office."""

    state: AttendanceState
    deputies_in_office: int
    unaccounted: int
    citations: tuple[Citation, ...]
    steps: tuple[Step, ...]
    next_acts: tuple[NextAct, ...]


def reconcile_attendance(
    *, deputies_in_office: int, present: int, on_leave: int, absent: int, suspended: int
) -> AttendanceFinding:
    """Add up present, on leave, absent and suspended; the sum must be the deputies in office (art. 14(4))."""
    refuse_impossible(
        deputies_in_office=deputies_in_office,
        present=present,
        on_leave=on_leave,
        absent=absent,
        suspended=suspended,
    )
    total = present + on_leave + absent + suspended
    unaccounted = deputies_in_office - total
    balanced = unaccounted == 0
    sentence = step(
        f"实到{present}人、请假{on_leave}人、缺席{absent}人、暂停职务{suspended}人，合计{total}人，"
        f"应到{deputies_in_office}人，{'相符' if balanced else f'相差{abs(unaccounted)}人'}。",
        f"{present} present, {on_leave} on leave, {absent} absent, {suspended} suspended: {total} of "
        f"{deputies_in_office} in office, "
        f"{'which agrees' if balanced else f'a difference of {abs(unaccounted)}'}.",
    )
    return AttendanceFinding(
        state=AttendanceState.BALANCED if balanced else AttendanceState.ROSTER_MISMATCH,
        deputies_in_office=deputies_in_office,
        unaccounted=unaccounted,
        citations=(citation.QUORUM, citation.BASE_IN_OFFICE),
        steps=(sentence,),
        next_acts=() if balanced else (NextAct.RESOLVE_MISMATCH,),
    )


def count_present(*, signed_in: int, suspended_among_them: int) -> int:
    """Those who count as present: a suspended deputy who signs in does not (Deputies Law art. 61)."""
    refuse_impossible(signed_in=signed_in, suspended_among_them=suspended_among_them)
    present = signed_in - suspended_among_them
    refuse_impossible(present=present)
    return present
