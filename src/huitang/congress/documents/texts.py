"""The texts the public reads (决议, 公告, 新闻稿): the same papers as in the pack, as blocks for a page."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import singledispatch
from typing import Any

from huitang.adapters.papers.paper import (
    Addressee,
    Block,
    Heading,
    Names,
    Note,
    Paper,
    Paragraph,
    Signature,
    Table,
    Title,
)
from huitang.congress.documents import attempts, catalogue, subjects
from huitang.congress.documents.attempts import Attempt
from huitang.congress.documents.source import Source
from huitang.congress.documents.subjects import Subject
from huitang.congress.documents.wording import Wording
from huitang.congress.record import facts

_KINDS = {"resolution": "RESOLUTION", "announcement": "ANNOUNCEMENT", "news": "NEWS"}
_SUBJECTS = {"resolution": "hand_vote", "result": "election", "projects": "project_vote"}


@dataclass(frozen=True)
class Draft:
    """One text: `blocks` are headings (h), paragraphs (p), notes, tables and a signature; `facts` its numbers."""

    kind: str
    subject: str
    title: str
    blocks: tuple[dict[str, Any], ...]
    facts: dict[str, Any]
    number: int | None = None  # of an announcement, in the order results were declared


def drafts(source: Source, words: Mapping[str, Wording]) -> tuple[Draft, ...]:
    """Every text the record has the facts for, in the wording in force: the page says what the paper says."""
    told = (_draft(key, subject, source, words.get(key)) for key in _KINDS for subject in _subjects(key, source))
    return tuple(text for text in told if text is not None)


def list_attempts(source: Source, words: Mapping[str, Wording]) -> tuple[Attempt, ...]:
    """Every text the public may get, tried once."""
    return tuple(
        attempts.attempt(catalogue.kind_of(key), subject, source, words.get(key))
        for key in _KINDS
        for subject in _subjects(key, source)
    )


def _subjects(key: str, source: Source) -> tuple[Subject, ...]:
    return subjects.list_subjects(catalogue.kind_of(key), source)


def _draft(key: str, subject: Subject, source: Source, words: Wording | None) -> Draft | None:
    return draft_of(attempts.attempt(catalogue.kind_of(key), subject, source, words), source)


def draft_of(attempt: Attempt, source: Source) -> Draft | None:
    """The text of one paper; None while it waits, and of papers the public does not get."""
    (key, subject), paper = (attempt.kind.key, attempt.subject), attempt.paper
    if paper is None or key not in _KINDS:
        return None
    number = subjects.number_of(subject, source) if key == "announcement" else None
    return Draft(
        kind=_KINDS[key],
        subject=_subject_of(subject, source),
        title=_title(paper),
        blocks=tuple(told for told in map(as_json, paper.blocks) if told is not None),
        facts=_facts(subject, source),
        number=number,
    )


def _title(paper: Paper) -> str:
    """Of the title, or of the red head above a paper without one."""
    titles = (block.text.replace("\n", "") for block in paper.blocks if isinstance(block, Title))
    return next(titles, paper.head.mark if paper.head else paper.name)


def _subject_of(subject: Subject, source: Source) -> str:
    if subject.kind == "projects" and source.record.project_vote is not None:
        return f"project_vote:{source.record.project_vote.id}"
    return f"{_SUBJECTS[subject.kind]}:{subject.id}" if subject.kind in _SUBJECTS else subject.key


def _facts(subject: Subject, source: Source) -> dict[str, Any]:
    record = source.record
    if subject.kind == "resolution":
        return facts.vote_facts(next(vote for vote in record.hand_votes if vote.id == subject.id))
    if subject.kind == "result":
        return facts.election_facts(next(row for row in record.elections if row.id == subject.id))
    if subject.kind == "projects" and record.project_vote is not None:
        return facts.project_facts(record.project_vote)
    return facts.facts_of(record)


@singledispatch
def as_json(_block: Block) -> dict[str, Any] | None:
    """One block of a page; None for parts that make sense on paper only (blank lines, page breaks, lines to sign)."""
    return None


@as_json.register
def _(block: Paragraph) -> dict[str, Any]:
    return {"type": "p", "text": block.text}


@as_json.register
def _(block: Addressee) -> dict[str, Any]:
    return {"type": "p", "text": block.text}


@as_json.register
def _(block: Names) -> dict[str, Any]:
    return {"type": "p", "text": "、".join(block.names)}


@as_json.register
def _(block: Heading) -> dict[str, Any]:
    return {"type": "h", "text": block.text}


@as_json.register
def _(block: Note) -> dict[str, Any]:
    """题注: the line in brackets under a title."""
    return {"type": "note", "text": block.text}


@as_json.register
def _(block: Table) -> dict[str, Any]:
    return {"type": "table", "caption": block.caption, "head": list(block.head), "rows": [list(r) for r in block.rows]}


@as_json.register
def _(block: Signature) -> dict[str, Any]:
    return {"type": "signature", "organ": block.organ, "day": block.day}
