"""A deputy's mandate through time, and the base N that follows from all mandates of a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from huitang.rules import deputy_citation, statute
from huitang.rules.legal_text import Citation, Text


class ChangeKind(StrEnum):
    """What can happen to a mandate."""

    ELECTED = "ELECTED"
    BY_ELECTED = "BY_ELECTED"
    SUSPENDED = "SUSPENDED"
    RESTORED = "RESTORED"
    ENDED = "ENDED"


class EndCause(StrEnum):
    """The lawful causes for the end of a mandate (Deputies Law art. 62; 2015: art. 49)."""

    MOVED_AWAY = "MOVED_AWAY"
    RESIGNED = "RESIGNED"
    ORDERED_RESIGNATION = "ORDERED_RESIGNATION"
    ABSENT_TWICE = "ABSENT_TWICE"
    RECALLED = "RECALLED"
    NATIONALITY_LOST = "NATIONALITY_LOST"
    RIGHTS_DEPRIVED = "RIGHTS_DEPRIVED"
    CAPACITY_LOST = "CAPACITY_LOST"
    DIED = "DIED"
    TERM_ENDED = "TERM_ENDED"


CAUSE_NAMES: dict[EndCause, Text] = {
    EndCause.MOVED_AWAY: Text("迁出或者调离本行政区域", "moved or transferred out of the area"),
    EndCause.RESIGNED: Text("辞职被接受", "resignation accepted"),
    EndCause.ORDERED_RESIGNATION: Text("责令辞职被接受", "ordered resignation accepted"),
    EndCause.ABSENT_TWICE: Text("未经批准两次不出席会议", "absent from two sessions without leave"),
    EndCause.RECALLED: Text("被罢免", "recalled"),
    EndCause.NATIONALITY_LOST: Text("丧失中国国籍", "lost Chinese nationality"),
    EndCause.RIGHTS_DEPRIVED: Text("被剥夺政治权利", "deprived of political rights"),
    EndCause.CAPACITY_LOST: Text("丧失行为能力", "lost legal capacity"),
    EndCause.DIED: Text("去世", "died"),
    EndCause.TERM_ENDED: Text("任期届满", "the term ended"),
}

NEW_IN_2025 = frozenset({EndCause.ORDERED_RESIGNATION, EndCause.DIED})


class Standing(StrEnum):
    """Where a mandate stands on a day."""

    NOT_YET = "NOT_YET"
    IN_OFFICE = "IN_OFFICE"
    SUSPENDED = "SUSPENDED"
    ENDED = "ENDED"

    @property
    def counts_in_base(self) -> bool:
        """The suspended stay in the base N; they only cannot attend or vote."""
        return self in (Standing.IN_OFFICE, Standing.SUSPENDED)

    @property
    def may_vote(self) -> bool:
        """Only a deputy in office and not suspended votes, signs and is counted present."""
        return self is Standing.IN_OFFICE


@dataclass(frozen=True, slots=True)
class MandateChange:
    """One change, in force from the morning of its day. An end names its cause."""

    kind: ChangeKind
    on: date
    cause: EndCause | None = None


class ImpossibleHistory(ValueError):
    """A row of changes no mandate can have, such as a restoration without a suspension."""


_MOVES: dict[tuple[Standing, ChangeKind], Standing] = {
    (Standing.NOT_YET, ChangeKind.ELECTED): Standing.IN_OFFICE,
    (Standing.NOT_YET, ChangeKind.BY_ELECTED): Standing.IN_OFFICE,
    (Standing.ENDED, ChangeKind.ELECTED): Standing.IN_OFFICE,
    (Standing.ENDED, ChangeKind.BY_ELECTED): Standing.IN_OFFICE,
    (Standing.IN_OFFICE, ChangeKind.SUSPENDED): Standing.SUSPENDED,
    (Standing.SUSPENDED, ChangeKind.RESTORED): Standing.IN_OFFICE,
    (Standing.IN_OFFICE, ChangeKind.ENDED): Standing.ENDED,
    (Standing.SUSPENDED, ChangeKind.ENDED): Standing.ENDED,
}


def standing_on(changes: Iterable[MandateChange], day: date) -> Standing:
    """Where the mandate stands on that day (Deputies Law arts. 61-62). Changes of one day keep their order.

    :raises ImpossibleHistory: if the changes contradict each other, or an end names no cause.
    """
    standing = Standing.NOT_YET
    for change in sorted(changes, key=lambda c: c.on):
        if change.on > day:
            break
        standing = _apply(standing, change)
    return standing


def _apply(standing: Standing, change: MandateChange) -> Standing:
    if (change.kind is ChangeKind.ENDED) != (change.cause is not None):
        raise ImpossibleHistory(f"{change.on}: an end names its cause, and nothing else does")
    if (standing, change.kind) not in _MOVES:
        raise ImpossibleHistory(f"{change.on}: {change.kind} cannot follow {standing}")
    return _MOVES[standing, change.kind]


@dataclass(frozen=True, slots=True)
class Base:
    """The deputies of one day: N, and those among them who may take part."""

    deputies_in_office: int
    suspended: int

    @property
    def able_to_attend(self) -> int:
        """Those in office and not suspended."""
        return self.deputies_in_office - self.suspended


def count_base(histories: Iterable[Iterable[MandateChange]], day: date) -> Base:
    """Count N on that day from every deputy's changes (Organic Law arts. 14(4), 25)."""
    standings = [standing_on(changes, day) for changes in histories]
    return Base(
        deputies_in_office=sum(s.counts_in_base for s in standings),
        suspended=sum(s is Standing.SUSPENDED for s in standings),
    )


def cite_change(change: MandateChange) -> tuple[Citation, ...]:
    """The provisions in force on the day of the change (Deputies Law 2015 or 2025)."""
    if change.kind in (ChangeKind.SUSPENDED, ChangeKind.RESTORED):
        return (statute.at(change.on).suspension,)
    if change.kind is ChangeKind.BY_ELECTED:
        return (deputy_citation.DEPUTY_BY_ELECTION,)
    if change.kind is ChangeKind.ELECTED:
        return (deputy_citation.DISTRICT_SIZE,)
    law = statute.at(change.on)
    return (*_END_CITATIONS.get(change.cause, ()), law.mandate_ends, law.mandate_end_announced)


_END_CITATIONS: dict[EndCause | None, tuple[Citation, ...]] = {
    EndCause.RESIGNED: (deputy_citation.DEPUTY_RESIGNS,),
    EndCause.ORDERED_RESIGNATION: (deputy_citation.DEPUTY_RESIGNS,),
    EndCause.RECALLED: (deputy_citation.RECALL_BY_VOTERS, deputy_citation.RECALL_VOTE),
}


def is_lawful_cause(cause: EndCause, day: date) -> bool:
    """Whether the text in force on that day lists the cause; death always ends a mandate."""
    return cause is not EndCause.ORDERED_RESIGNATION or day >= statute.DEPUTIES_LAW_2025
