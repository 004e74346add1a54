"""The list of the presidium: how many, and who may not be on it."""

from dataclasses import dataclass
from enum import StrEnum

from huitang.rules import citation
from huitang.rules.legal_text import Citation, NextAct, Step, refuse_impossible, step
from huitang.rules.province import GovernmentBan, Larger, ProvincePack, SizeRule


class SizeState(StrEnum):
    """Whether the number of members is in order; UNUSUAL only warns, UNKNOWN has no rule."""

    IN_ORDER = "IN_ORDER"
    UNUSUAL = "UNUSUAL"
    OVER_LIMIT = "OVER_LIMIT"
    UNDER_LIMIT = "UNDER_LIMIT"
    UNKNOWN = "UNKNOWN"


@dataclass(frozen=True, slots=True)
class SizeFinding:
    """The finding on the size, with the numbers the province gives (None where unknown)."""

    state: SizeState
    members: int
    least: int | None
    most: int | None
    citations: tuple[Citation, ...]
    steps: tuple[Step, ...]
    next_acts: tuple[NextAct, ...]


def check_presidium_size(
    *,
    members: int,
    deputies_in_office: int,
    pack: ProvincePack,
    population: int = 0,
    rich_or_large: bool = False,
) -> SizeFinding:
    """Check the size of a presidium against the province (ZJ 8, SD 8, CQ 30, HN 2, BJ 17, JS 21)."""
    refuse_impossible(members=members, deputies_in_office=deputies_in_office, population=population)
    rule = pack.presidium_size
    if rule is None:
        sentence = step(
            "国家法律没有规定主席团人数，本省规定未经核对。",
            "National law sets no size for the presidium; this province's rule is not known here.",
        )
        return SizeFinding(
            SizeState.UNKNOWN,
            members,
            None,
            None,
            (citation.PRESIDIUM_ELECTED,),
            (sentence,),
            (NextAct.ASK_METHOD,),
        )
    larger = _may_be_larger(rule, deputies_in_office, population, rich_or_large=rich_or_large)
    most = rule.larger_most if larger else rule.usual_most
    state = _size_state(rule, members, most)
    sentence = step(
        f"主席团{members}人，本省规定{rule.least}至{most}人{'' if rule.usual_is_hard else '（一般）'}。",
        f"{members} members; the province says {rule.least} to {most}{'' if rule.usual_is_hard else ' (usually)'}.",
    )
    acts = (NextAct.ADOPT_LIST,) if state in (SizeState.IN_ORDER, SizeState.UNUSUAL) else (NextAct.PRESIDIUM_DECIDES,)
    return SizeFinding(state, members, rule.least, most, (rule.citation,), (sentence,), acts)


def _may_be_larger(rule: SizeRule, deputies: int, population: int, *, rich_or_large: bool) -> bool:
    return {
        Larger.NEVER: False,
        Larger.ALWAYS: True,
        Larger.DEPUTIES_AT_LEAST: deputies >= rule.larger_from,
        Larger.POPULATION_AT_LEAST: population >= rule.larger_from,
        Larger.BY_JUDGEMENT: rich_or_large,
    }[rule.larger]


def _size_state(rule: SizeRule, members: int, most: int) -> SizeState:
    if members < rule.least:
        return SizeState.UNDER_LIMIT if rule.usual_is_hard else SizeState.UNUSUAL
    if members <= most:
        return SizeState.IN_ORDER
    if rule.usual_is_hard or (rule.larger_is_hard and members > rule.larger_most):
        return SizeState.OVER_LIMIT
    return SizeState.UNUSUAL


class Seat(StrEnum):
    """What a person is, or is to become."""

    CHAIR = "CHAIR"
    VICE_CHAIR = "VICE_CHAIR"
    PRESIDIUM_MEMBER = "PRESIDIUM_MEMBER"


class StatePost(StrEnum):
    """What post the person holds in the administration."""

    NONE = "NONE"
    TOWNSHIP_GOVERNMENT = "TOWNSHIP_GOVERNMENT"
    OTHER_ADMINISTRATIVE = "OTHER_ADMINISTRATIVE"


class OfficeState(StrEnum):
    """Whether both may be held at once; UNKNOWN where the province's rule is not known."""

    COMPATIBLE = "COMPATIBLE"
    INCOMPATIBLE = "INCOMPATIBLE"
    UNKNOWN = "UNKNOWN"


@dataclass(frozen=True, slots=True)
class OfficeFinding:
    """The finding on two posts held at once."""

    state: OfficeState
    citations: tuple[Citation, ...]
    steps: tuple[Step, ...]
    next_acts: tuple[NextAct, ...]


def check_offices(*, seat: Seat, post: StatePost, pack: ProvincePack) -> OfficeFinding:
    """Check whether a seat goes with a post in the administration.

    Source: Organic Law art. 18(2) for the chairs; for members the province (ZJ 38, CQ 30, HN 2, JS 21).
    """
    if seat is not Seat.PRESIDIUM_MEMBER:
        state = OfficeState.COMPATIBLE if post is StatePost.NONE else OfficeState.INCOMPATIBLE
        return _office_finding(state, citation.CHAIR_NO_ADMINISTRATIVE_POST)
    cited = pack.government_ban_citation or citation.PRESIDIUM_ELECTED
    if post is StatePost.NONE:
        return _office_finding(OfficeState.COMPATIBLE, cited)
    if pack.government_ban is None:
        return _office_finding(OfficeState.UNKNOWN, cited)
    return _office_finding(_by_ban(pack.government_ban, post), cited)


def _by_ban(ban: GovernmentBan, post: StatePost) -> OfficeState:
    banned = {
        GovernmentBan.NONE: (),
        GovernmentBan.TOWNSHIP_GOVERNMENT: (StatePost.TOWNSHIP_GOVERNMENT,),
        GovernmentBan.ANY_ADMINISTRATIVE: (StatePost.TOWNSHIP_GOVERNMENT, StatePost.OTHER_ADMINISTRATIVE),
    }[ban]
    return OfficeState.INCOMPATIBLE if post in banned else OfficeState.COMPATIBLE


_OFFICE_WORDS = {
    OfficeState.COMPATIBLE: step("所任职务不冲突。", "The posts do not conflict."),
    OfficeState.INCOMPATIBLE: step(
        "不得兼任行政职务，应先辞去其一。", "The posts conflict; one must be given up first."
    ),
    OfficeState.UNKNOWN: step(
        "国家法律没有禁止主席团成员兼任，本省规定未经核对。",
        "National law does not forbid it; this province's rule is not known here.",
    ),
}

_OFFICE_ACTS: dict[OfficeState, tuple[NextAct, ...]] = {
    OfficeState.COMPATIBLE: (),
    OfficeState.INCOMPATIBLE: (NextAct.DECIDE_RESIGNATION_FIRST,),
    OfficeState.UNKNOWN: (NextAct.ASK_METHOD,),
}


def _office_finding(state: OfficeState, cited: Citation) -> OfficeFinding:
    return OfficeFinding(state, (cited,), (_OFFICE_WORDS[state],), _OFFICE_ACTS[state])
