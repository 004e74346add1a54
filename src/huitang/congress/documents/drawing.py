"""From a kind of paper and the session's facts to a paper, or to what it still waits for. Nothing is written."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from django.utils import translation

from huitang.adapters.papers import markup
from huitang.adapters.papers.paper import Paper
from huitang.congress.documents import details, filling, layouts, subjects, vocabulary
from huitang.congress.documents.catalogue import PaperKind
from huitang.congress.documents.gaps import Asked, Missing
from huitang.congress.documents.source import Source
from huitang.congress.documents.subjects import Subject

_DEFAULTS = Path(__file__).with_name("papers")


@dataclass(frozen=True)
class Drawn:
    """`paper` is None while something is missing."""

    kind: PaperKind
    subject: Subject
    name: str
    paper: Any
    missing: tuple[Missing, ...]


def default_text(key: str) -> str:
    """Our own wording of a paper."""
    return (_DEFAULTS / f"{key}.md").read_text(encoding="utf-8")


def draw(kind: PaperKind, subject: Subject, source: Source, *, text: str | None = None) -> Drawn:
    """`text` is the office's own template; None means ours.

    :raises TemplateIsWrong: :raises MarkupIsWrong: the template is broken :raises PaperIsRefused: more than fits
    """
    with translation.override("zh-hans"):  # papers are Chinese whatever language the screen speaks
        return _draw(kind, subject, source, text)


def _draw(kind: PaperKind, subject: Subject, source: Source, text: str | None) -> Drawn:
    asked = Asked()
    name = subjects.paper_name(kind, subject)
    if kind.is_laid_out:
        paper: Any = layouts.lay_out(kind.key, subject, source, asked)
    else:
        paper = _written(name, kind, subject, source, asked, text)
    return Drawn(kind, subject, name, None if asked.missing else paper, asked.missing)


def _written(name: str, kind: PaperKind, subject: Subject, source: Source, asked: Asked, text: str | None) -> Paper:
    names = vocabulary.vocabulary(source, asked) | subjects.names_of(subject, source, asked)
    filled = filling.fill(default_text(kind.key) if text is None else text, names)
    paper = markup.read_markup(filled, name=name)
    return replace(paper, profile=details.LAYOUTS.get(source.details.get("版式", ""), paper.profile))
