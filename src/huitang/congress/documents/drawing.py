"""From a kind of paper and the session's facts to a paper, or to what it still waits for. Nothing is written."""

from dataclasses import dataclass, replace
from functools import cache
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


@cache
def default_text(key: str) -> str:
    """Our own wording of a paper."""
    return (_DEFAULTS / f"{key}.md").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Words:
    """The names every paper of a session may use, with who asked for what is not there: made once for all of them."""

    names: dict[str, Any]
    asked: Asked


def words_of(source: Source) -> Words:
    asked = Asked()
    with translation.override("zh-hans"):
        return Words(vocabulary.vocabulary(source, asked), asked)


def draw(
    kind: PaperKind, subject: Subject, source: Source, *, text: str | None = None, words: Words | None = None
) -> Drawn:
    """`text` is the office's own template; None means ours. Who draws many papers of a session hands on its `words`.

    :raises TemplateIsWrong: :raises MarkupIsWrong: the template is broken :raises PaperIsRefused: more than fits
    """
    with translation.override("zh-hans"):  # papers are Chinese whatever language the screen speaks
        return _draw(kind, subject, source, text, words or words_of(source))


def _draw(kind: PaperKind, subject: Subject, source: Source, text: str | None, words: Words) -> Drawn:
    asked = words.asked
    asked.forget()
    name = subjects.paper_name(kind, subject)
    if kind.is_laid_out:
        paper: Any = layouts.lay_out(kind.key, subject, source, asked)
    else:
        paper = _written(name, kind, subject, source, words, text)
    return Drawn(kind, subject, name, None if asked.missing else paper, asked.missing)


def _written(name: str, kind: PaperKind, subject: Subject, source: Source, words: Words, text: str | None) -> Paper:
    names = words.names | subjects.names_of(subject, source, words.asked)
    filled = filling.fill(default_text(kind.key) if text is None else text, names)
    paper = markup.read_markup(filled, name=name)
    return replace(paper, profile=details.LAYOUTS.get(source.details.get("版式", ""), paper.profile))
