"""A text held against the record of one session. Reads the record, writes nothing."""

from collections.abc import Collection
from dataclasses import dataclass

from huitang.adapters.texts.text import TextParagraph
from huitang.congress.proofreading.brought import Brought
from huitang.congress.proofreading.finding import Finding, Severity
from huitang.congress.proofreading.known import Known
from huitang.congress.proofreading.known_of_record import known_of
from huitang.congress.proofreading.proofread import proofread
from huitang.congress.record import queries as record
from huitang.congress.record.queries import SessionRecord
from huitang.congress.roster import queries as roster
from huitang.congress.sittings import queries as sittings
from huitang.congress.sittings.queries import SessionRow

ALL_SURE = "all"


@dataclass(frozen=True)
class Stretch:
    """A piece of a paragraph; `number` is that of the finding which marks it, None for what is right."""

    text: str
    number: int | None = None
    is_error: bool = False


@dataclass(frozen=True)
class ProofDesk:
    """`brought` as it stands now, `made` corrections after it came in."""

    session: SessionRow
    brought: Brought
    paragraphs: tuple[TextParagraph, ...]
    findings: tuple[Finding, ...]
    made: int = 0

    @property
    def sure(self) -> int:
        return sum(one.is_sure for one in self.findings)

    @property
    def errors(self) -> int:
        return sum(one.severity is Severity.ERROR for one in self.findings)

    @property
    def doubts(self) -> int:
        return len(self.findings) - self.errors

    @property
    def marked(self) -> tuple[tuple[Stretch, ...], ...]:
        """Every paragraph as stretches, the found places numbered in the order of the text."""
        numbered = list(enumerate(self.findings, start=1))
        return tuple(
            tuple(_stretches(paragraph.text, [(n, one) for n, one in numbered if one.paragraph == place]))
            for place, paragraph in enumerate(self.paragraphs)
        )


def get_session(session_id: int, *, town_id: int) -> SessionRow:
    """:raises SessionIsUnknown: also for a session of another town"""
    return sittings.get_session(session_id, town_id=town_id)


def get_proof(session_id: int, *, town_id: int, brought: Brought, correct: Collection[str] = ()) -> ProofDesk:
    """Read the text, make the corrections asked for by their keys (or all sure ones), and read it again.

    :raises SessionIsUnknown: also for a session of another town :raises TextFileIsRefused: it cannot be read
    """
    kept = record.get_record(session_id, town_id=town_id)
    known = _known(kept)
    paragraphs = brought.paragraphs()
    findings = proofread(paragraphs, known)
    chosen = tuple(one for one in findings if one.correction is not None and _is_asked(one, correct))
    if chosen:
        brought = brought.corrected(tuple(one.as_correction() for one in chosen))
        paragraphs = brought.paragraphs()
        findings = proofread(paragraphs, known)
    return ProofDesk(kept.session, brought, paragraphs, findings, made=len(chosen))


def _known(kept: SessionRecord) -> Known:
    session = kept.session
    roll = roster.list_everyone(session.term_id, on=session.opens_on)
    return known_of(kept, roll, sittings.list_sessions(session.town_id))


def _is_asked(one: Finding, keys: Collection[str]) -> bool:
    return one.key in keys or (one.is_sure and ALL_SURE in keys)


def _stretches(text: str, found: list[tuple[int, Finding]]) -> list[Stretch]:
    pieces: list[Stretch] = []
    read_to = 0
    for number, one in found:
        if one.start > read_to:
            pieces.append(Stretch(text[read_to : one.start]))
        pieces.append(Stretch(text[one.start : one.end], number, one.severity is Severity.ERROR))
        read_to = one.end
    if read_to < len(text):
        pieces.append(Stretch(text[read_to:]))
    return pieces
