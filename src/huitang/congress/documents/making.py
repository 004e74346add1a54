"""One paper as a file. Making never writes a row: the record before and after is the same."""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from huitang.adapters.papers.docx import docx_of
from huitang.adapters.papers.fonts import FontSet
from huitang.adapters.papers.paper import Paper, Stamp, stamped
from huitang.adapters.papers.pdf import pdf_of
from huitang.adapters.papers.refusal import PaperIsRefused
from huitang.congress.documents import attempts, glyphs, wording
from huitang.congress.documents.attempts import Attempt
from huitang.congress.documents.refusals import PaperCannotBeDrawn, PaperIsNotReady, TemplateIsBroken
from huitang.congress.documents.source import Source, gather

_NOT_IN_FILE_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_LONGEST = 80  # characters; with the folders of a desktop still under what Windows opens

Stamping = Callable[[Attempt, Source], Stamp | None]


def unstamped(_attempt: Attempt, _source: Source) -> None:
    """Nothing of it is released."""


class Format(StrEnum):
    DOCX = "DOCX"
    PDF = "PDF"

    @property
    def suffix(self) -> str:
        return self.value.lower()

    @property
    def media_type(self) -> str:
        if self is Format.PDF:
            return "application/pdf"
        return "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True)
class MadePaper:
    name: str
    filename: str
    content: bytes
    sha256: str


def make_paper(
    *,
    session_id: int,
    town_id: int,
    key: str,
    subject_key: str,
    format: Format,
    fonts: FontSet | None,
    card_address: str = "",
    stamping: Stamping = unstamped,
) -> MadePaper:
    """One paper of a session as it stands now. `fonts` may be None for Word; `stamping` says what a released text bears.

    :raises PaperIsUnknown: :raises PaperIsNotReady: :raises TemplateIsBroken: :raises PaperCannotBeDrawn:
    """
    source, words = gathered(session_id, town_id, card_address)
    attempt = attempts.find_attempt(key, subject_key, source, words)
    return make(attempt, format, fonts, stamping(attempt, source))


def gathered(
    session_id: int, town_id: int | None = None, card_address: str = ""
) -> tuple[Source, dict[str, wording.Wording]]:
    """:raises SessionIsUnknown: also of another town"""
    with attempts.in_chinese():
        source = gather(session_id, town_id=town_id, card_address=card_address)
    return source, wording.wordings(source.session.town_id, source.session.opens_on)


def make(attempt: Attempt, format: Format, fonts: FontSet | None, stamp: Stamp | None = None) -> MadePaper:
    must_be_ready(attempt)
    paper = attempt.paper
    content = drawn(attempt.name, stamped(paper, stamp) if stamp and isinstance(paper, Paper) else paper, format, fonts)
    return MadePaper(attempt.name, filename(attempt.name, format), content, hashlib.sha256(content).hexdigest())


def must_be_ready(attempt: Attempt) -> None:
    """:raises PaperIsNotReady: :raises TemplateIsBroken:"""
    if attempt.fault and attempt.kind.is_laid_out:
        raise PaperCannotBeDrawn(name=attempt.name, told=attempt.fault.told)
    if attempt.fault:
        raise TemplateIsBroken(name=attempt.kind.title.zh, **attempt.fault.facts)
    if attempt.paper is None:
        raise PaperIsNotReady(name=attempt.name, missing="".join(one.sentence for one in attempt.waits))


def safe_name(name: str) -> str:
    """Chinese stays; what Windows refuses in a name goes."""
    told = _NOT_IN_FILE_NAMES.sub("", name).strip(" .")[:_LONGEST].strip(" .") or "材料"
    return f"_{told}" if _RESERVED.fullmatch(told) else told


def filename(name: str, format: Format) -> str:
    return f"{safe_name(name)}.{format.suffix}"


def drawn(name: str, paper: Any, format: Format, fonts: FontSet | None) -> bytes:
    """:raises PaperCannotBeDrawn:"""
    try:
        if format is Format.DOCX:
            return docx_of(paper)
        if fonts is None:
            raise ValueError("a PDF is drawn with fonts")
        return pdf_of(paper, fonts=fonts)
    except PaperIsRefused as fault:
        raise PaperCannotBeDrawn(name=name, told=str(glyphs.told_of(fault))) from fault
