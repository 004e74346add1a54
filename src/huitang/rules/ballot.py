"""Reading one ballot paper: the marks beside the printed names and the names written in."""

from dataclasses import dataclass
from enum import StrEnum

from huitang.rules import citation
from huitang.rules.legal_text import Citation, NextAct, Step, step


class Mark(StrEnum):
    """What a deputy says about one printed name."""

    FOR = "FOR"
    AGAINST = "AGAINST"
    ABSTAIN = "ABSTAIN"


class RawMark(StrEnum):
    """What stands on the paper beside one printed name."""

    CIRCLE = "CIRCLE"
    CROSS = "CROSS"
    BLANK = "BLANK"
    TICK = "TICK"
    TRIANGLE = "TRIANGLE"
    OVAL_FOR = "OVAL_FOR"
    OVAL_AGAINST = "OVAL_AGAINST"
    OVAL_ABSTAIN = "OVAL_ABSTAIN"
    UNCLEAR = "UNCLEAR"


class Scheme(StrEnum):
    """How marks are read: ○ × blank; blank for approval; or three ovals."""

    CIRCLE = "CIRCLE"
    BLANK = "BLANK"
    OVAL = "OVAL"


class Unclear(StrEnum):
    """What an unreadable mark spoils: that item only, or the whole paper."""

    PART = "PART"
    WHOLE = "WHOLE"


class WriteInBreach(StrEnum):
    """What a write-in against the rules spoils: itself only, or the whole paper."""

    VOID_WRITEIN = "VOID_WRITEIN"
    VOID_BALLOT = "VOID_BALLOT"


class BallotState(StrEnum):
    """Whether a paper counts."""

    VALID = "VALID"
    VOID = "VOID"


class ReadingReason(StrEnum):
    """Why a paper, a mark or a write-in does not count."""

    NO_SEAL = "NO_SEAL"
    UNCLEAR_MARK = "UNCLEAR_MARK"
    TOO_MANY_CHOSEN = "TOO_MANY_CHOSEN"
    WRITE_IN_NOT_ALLOWED = "WRITE_IN_NOT_ALLOWED"
    WRITE_IN_NOT_ELIGIBLE = "WRITE_IN_NOT_ELIGIBLE"
    WRITE_IN_UNCLEAR = "WRITE_IN_UNCLEAR"
    WRITE_IN_REPEATED = "WRITE_IN_REPEATED"
    WRITE_IN_WITHOUT_AGAINST = "WRITE_IN_WITHOUT_AGAINST"


_SCHEMES: dict[Scheme, dict[RawMark, Mark]] = {
    Scheme.CIRCLE: {
        RawMark.CIRCLE: Mark.FOR,
        RawMark.CROSS: Mark.AGAINST,
        RawMark.BLANK: Mark.ABSTAIN,
    },
    Scheme.BLANK: {
        RawMark.BLANK: Mark.FOR,
        RawMark.CROSS: Mark.AGAINST,
        RawMark.CIRCLE: Mark.ABSTAIN,
        RawMark.TRIANGLE: Mark.ABSTAIN,
    },
    Scheme.OVAL: {
        RawMark.OVAL_FOR: Mark.FOR,
        RawMark.OVAL_AGAINST: Mark.AGAINST,
        RawMark.OVAL_ABSTAIN: Mark.ABSTAIN,
        RawMark.BLANK: Mark.ABSTAIN,
    },
}


@dataclass(frozen=True, slots=True)
class BallotMethod:
    """How this round's papers are read. `candidates` are the printed keys in printed order."""

    candidates: tuple[str, ...]
    seats: int
    scheme: Scheme = Scheme.CIRCLE
    accepted_marks: tuple[tuple[RawMark, Mark], ...] = ()
    unclear: Unclear = Unclear.PART
    write_ins_allowed: bool = True
    writein_requires_against: bool = True
    writein_breach: WriteInBreach = WriteInBreach.VOID_WRITEIN
    seal_required: bool = False
    write_in_basis: Citation = citation.WRITE_IN_2025

    def meanings(self) -> dict[RawMark, Mark]:
        """The marks this method knows: its scheme's, and those it accepts besides."""
        return {**_SCHEMES[self.scheme], **dict(self.accepted_marks)}


@dataclass(frozen=True, slots=True)
class WriteIn:
    """A name written on the paper, whether that person may hold the office, and whether it says who is meant."""

    name: str
    eligible: bool
    is_clear: bool = True


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper as it lies on the table: a raw mark per printed name, in printed order."""

    marks: tuple[RawMark, ...]
    write_ins: tuple[WriteIn, ...] = ()
    sealed: bool = True


@dataclass(frozen=True, slots=True)
class BallotReading:
    """One paper as the method reads it; a mark of None is unclear and not counted."""

    state: BallotState
    marks: tuple[Mark | None, ...]
    write_ins: tuple[str, ...]
    void_write_ins: tuple[str, ...]
    reasons: tuple[ReadingReason, ...]
    is_blank: bool
    write_in_basis: Citation = citation.WRITE_IN_2025

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The provisions behind the reasons."""
        tied = ReadingReason.WRITE_IN_WITHOUT_AGAINST
        found = (self.write_in_basis if r is tied else _REASONS[r][2] for r in self.reasons)
        return tuple(dict.fromkeys(found)) or (citation.SECRET,)

    @property
    def steps(self) -> tuple[Step, ...]:
        """The reasons as sentences."""
        if not self.reasons:
            return (step("各项符号清楚，票有效。", "Every mark is clear; the paper is valid."),)
        return tuple(step(_REASONS[reason][0], _REASONS[reason][1]) for reason in self.reasons)

    @property
    def next_acts(self) -> tuple[NextAct, ...]:
        """An unclear mark or name goes to the scrutineers."""
        return () if _UNCLEAR.isdisjoint(self.reasons) else (NextAct.SCRUTINEERS_DECIDE,)


_REASONS: dict[ReadingReason, tuple[str, str, Citation]] = {
    ReadingReason.NO_SEAL: (
        "未盖主席团印章，票无效。",
        "The seal is missing; the paper is void.",
        citation.SEAL,
    ),
    ReadingReason.UNCLEAR_MARK: (
        "有符号辨认不清，该项不计；办法规定整票作废的，全票无效。",
        "A mark is unclear and not counted; under a strict method the whole paper is void.",
        citation.UNCLEAR_MARKS,
    ),
    ReadingReason.TOO_MANY_CHOSEN: (
        "所选人数多于应选名额，票无效。",
        "More names are chosen than there are seats; the paper is void.",
        citation.VOID_ROUND,
    ),
    ReadingReason.WRITE_IN_NOT_ALLOWED: (
        "本次投票不能另选他人，另选无效。",
        "This round admits no write-in; it is void.",
        citation.TIE,
    ),
    ReadingReason.WRITE_IN_NOT_ELIGIBLE: (
        "另选的人不能担任该职务，另选无效。",
        "The person written in may not hold the office; the write-in is void.",
        citation.CHAIRS_FROM_DEPUTIES,
    ),
    ReadingReason.WRITE_IN_UNCLEAR: (
        "另选的姓名不止一人有，辨认不清是哪一位，该项不计；办法规定整票作废的，全票无效。",
        "More than one person bears the name written in; it is not counted, and voids the paper under a strict method.",
        citation.UNCLEAR_MARKS,
    ),
    ReadingReason.WRITE_IN_REPEATED: (
        "同一姓名重复写入，只按一人计。",
        "The same name is written twice and counts once.",
        citation.SECRET,
    ),
    ReadingReason.WRITE_IN_WITHOUT_AGAINST: (
        "另选的人多于反对的人，另选无效。",
        "There are more write-ins than votes against; the write-ins are void.",
        citation.WRITE_IN_2025,
    ),
}

_SPOILS_WRITE_IN = frozenset(
    {
        ReadingReason.WRITE_IN_NOT_ALLOWED,
        ReadingReason.WRITE_IN_NOT_ELIGIBLE,
        ReadingReason.WRITE_IN_WITHOUT_AGAINST,
    }
)
_UNCLEAR = frozenset({ReadingReason.UNCLEAR_MARK, ReadingReason.WRITE_IN_UNCLEAR})


def read_ballot(paper: Paper, method: BallotMethod) -> BallotReading:
    """Read one paper.

    Source: Organic Law art. 28; Deputies Law (2025) art. 17; the session's method; Electoral Law art. 44 by
    analogy for a paper with too many names.

    :raises ValueError: if the paper has not one mark for each printed name.
    """
    if len(paper.marks) != len(method.candidates):
        raise ValueError(f"{len(method.candidates)} printed names but {len(paper.marks)} marks")
    meanings = method.meanings()
    marks = tuple([meanings.get(raw) for raw in paper.marks])
    accepted, reasons = _read_write_ins(paper.write_ins, marks, method)
    if None in marks:
        reasons = (*reasons, ReadingReason.UNCLEAR_MARK)
    if method.seal_required and not paper.sealed:
        reasons = (*reasons, ReadingReason.NO_SEAL)
    if marks.count(Mark.FOR) + len(accepted) > method.seats:
        reasons = (*reasons, ReadingReason.TOO_MANY_CHOSEN)
    return BallotReading(
        state=BallotState.VOID if _is_void(reasons, method) else BallotState.VALID,
        marks=marks,
        write_ins=accepted,
        void_write_ins=tuple(w.name for w in paper.write_ins if w.name not in accepted),
        reasons=reasons,
        write_in_basis=method.write_in_basis,
        is_blank=not paper.write_ins and all(raw is RawMark.BLANK for raw in paper.marks),
    )


def _read_write_ins(
    write_ins: tuple[WriteIn, ...], marks: tuple[Mark | None, ...], method: BallotMethod
) -> tuple[tuple[str, ...], tuple[ReadingReason, ...]]:
    if not write_ins:
        return (), ()
    if not method.write_ins_allowed:
        return (), (ReadingReason.WRITE_IN_NOT_ALLOWED,)
    distinct = tuple(dict.fromkeys(w.name for w in write_ins))
    reasons: list[ReadingReason] = []
    if len(distinct) < len(write_ins):
        reasons.append(ReadingReason.WRITE_IN_REPEATED)
    unclear = {w.name for w in write_ins if not w.is_clear}
    barred = {w.name for w in write_ins if not w.eligible} | set(method.candidates)
    eligible = tuple(name for name in distinct if name not in barred | unclear)
    if unclear:
        reasons.append(ReadingReason.WRITE_IN_UNCLEAR)
    if len(eligible) + len(unclear) < len(distinct):
        reasons.append(ReadingReason.WRITE_IN_NOT_ELIGIBLE)
    if method.writein_requires_against and len(distinct) > marks.count(Mark.AGAINST):
        return (), (*reasons, ReadingReason.WRITE_IN_WITHOUT_AGAINST)
    return eligible, tuple(reasons)


def _is_void(reasons: tuple[ReadingReason, ...], method: BallotMethod) -> bool:
    fatal = {ReadingReason.NO_SEAL, ReadingReason.TOO_MANY_CHOSEN}
    if method.unclear is Unclear.WHOLE:
        fatal |= _UNCLEAR
    if method.writein_breach is WriteInBreach.VOID_BALLOT:
        fatal |= _SPOILS_WRITE_IN
    return not fatal.isdisjoint(reasons)
