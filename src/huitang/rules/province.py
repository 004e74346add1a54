"""What provinces differ in. A parameter of None is not confirmed: the office chooses, and screens say so."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from huitang.rules.legal_text import Citation, Text
from huitang.rules.presidium import PresidiumQuorum


class GovernmentBan(StrEnum):
    """Which posts a presidium member may not hold, beyond national law."""

    NONE = "NONE"
    TOWNSHIP_GOVERNMENT = "TOWNSHIP_GOVERNMENT"
    ANY_ADMINISTRATIVE = "ANY_ADMINISTRATIVE"


class Larger(StrEnum):
    """When a larger presidium is allowed."""

    NEVER = "NEVER"
    ALWAYS = "ALWAYS"
    DEPUTIES_AT_LEAST = "DEPUTIES_AT_LEAST"
    POPULATION_AT_LEAST = "POPULATION_AT_LEAST"
    BY_JUDGEMENT = "BY_JUDGEMENT"


@dataclass(frozen=True, slots=True)
class SizeRule:
    """How large a presidium may be. What `usual_is_hard` does not bind, only warns."""

    least: int
    usual_most: int
    usual_is_hard: bool
    larger_most: int
    larger_is_hard: bool
    larger: Larger
    larger_from: int
    citation: Citation


class ClockStart(StrEnum):
    """What starts a clock; UNSTATED is shown as such."""

    ASSIGNMENT = "ASSIGNMENT"
    RECEIPT = "RECEIPT"
    REQUEST = "REQUEST"
    SESSION_CLOSE = "SESSION_CLOSE"
    UNSTATED = "UNSTATED"


class Unit(StrEnum):
    """What a term is counted in."""

    DAYS = "DAYS"
    WORKING_DAYS = "WORKING_DAYS"
    MONTHS = "MONTHS"


@dataclass(frozen=True, slots=True)
class Term:
    """A period with its start and its provision."""

    number: int
    unit: Unit
    start: ClockStart
    citation: Citation


@dataclass(frozen=True, slots=True)
class ReplyTerms:
    """How long a reply to a suggestion made in session may take: usually, and at most."""

    months: int
    most_months: int
    start: ClockStart
    citation: Citation


class Preparatory(StrEnum):
    """Whether a preparatory meeting is prescribed."""

    REQUIRED = "REQUIRED"
    OPTIONAL = "OPTIONAL"


@dataclass(frozen=True, slots=True)
class ProvincePack:
    """One province's rules from one day on. None means not confirmed."""

    code: str
    name: Text
    from_day: date
    presidium_size: SizeRule | None = None
    presidium_quorum: PresidiumQuorum | None = None
    presidium_citations: tuple[Citation, ...] = ()
    government_ban: GovernmentBan | None = None
    government_ban_citation: Citation | None = None
    notice_days: int | None = None
    notice_citation: Citation | None = None
    extra_without_notice: Citation | None = None  # extra sessions need not keep the days; None: it does not say
    preparatory_meeting: Preparatory | None = None
    session_suggestions: ReplyTerms | None = None
    hand_back: Term | None = None
    contact_deputy: Term | None = None
    assisting: Term | None = None
    feedback: Term | None = None
    answer_again: Term | None = None
    interim_resignation: Citation | None = None
    small_congress_inquiry: Citation | None = None
    observers_at_most_half: Citation | None = None
    second_answer_by_presidium: Citation | None = None
    notes: tuple[Text, ...] = ()

    def unknown(self) -> tuple[str, ...]:
        """The parameters that are not confirmed for this province."""
        return tuple(name for name in MAY_BE_UNKNOWN if getattr(self, name) is None)


MAY_BE_UNKNOWN = (
    "presidium_size",
    "presidium_quorum",
    "government_ban",
    "notice_days",
    "extra_without_notice",
    "preparatory_meeting",
    "session_suggestions",
    "hand_back",
    "assisting",
    "answer_again",
)


NATIONAL = ProvincePack(
    code="CN",
    name=Text("国家法律（无省级规定）", "national law only"),
    from_day=date(2015, 8, 29),
    notes=(Text("本省规定未经核对，由本单位选定。", "This province's rules were not checked: the office's choice."),),
)


def choose(packs: tuple[ProvincePack, ...], *, code: str, day: date) -> ProvincePack:
    """The province's pack in force on that day; national defaults where none is known."""
    found = [pack for pack in packs if pack.code == code and pack.from_day <= day]
    return max(found, key=lambda pack: pack.from_day, default=NATIONAL)
