"""Every paper of a session, tried once: a paper, or what it waits for, or what is wrong with its template."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from huitang.adapters.papers.markup import BOXES, MarkupIsWrong
from huitang.adapters.papers.refusal import PaperIsRefused
from huitang.congress.documents import drawing, filling, glyphs, subjects
from huitang.congress.documents.catalogue import PAPERS, PaperKind, Stage
from huitang.congress.documents.filling import TemplateIsWrong
from huitang.congress.documents.gaps import Missing
from huitang.congress.documents.refusals import PaperIsUnknown
from huitang.congress.documents.source import Source
from huitang.congress.documents.subjects import Subject
from huitang.congress.documents.wording import Wording


@dataclass(frozen=True)
class Fault:
    """What is wrong with a template, and in which of its lines (from 1; 0 when no line can be told)."""

    line: int
    told: str

    @property
    def facts(self) -> dict[str, Any]:
        """For a refusal's sentence."""
        place = _("第 {line} 行").format(line=self.line) if self.line else _("有一处")
        return {"line": self.line, "place": place, "told": self.told}


@dataclass(frozen=True)
class Attempt:
    """Exactly one of `paper`, `missing` and `fault` says how it ended."""

    kind: PaperKind
    subject: Subject
    name: str
    paper: Any
    missing: tuple[Missing, ...] = ()
    fault: Fault | None = None
    wording: Wording | None = None

    @property
    def key(self) -> tuple[str, str]:
        return self.kind.key, self.subject.key

    @property
    def is_ready(self) -> bool:
        return self.paper is not None

    @property
    def waits(self) -> tuple[Missing, ...]:
        """What is missing; details not typed yet in one sentence."""
        names = [one.name for one in self.missing if one.need == "DETAIL"]
        others = tuple(one for one in self.missing if one.need != "DETAIL")
        return (*others, Missing("DETAIL", "”“".join(names))) if names else others

    @property
    def parts_sha256(self) -> str:
        """Of the parts as drawn: the same parts are the same paper, whatever writes the file."""
        return hashlib.sha256(repr(self.paper).encode()).hexdigest()


def in_chinese() -> translation.override:
    """Papers are Chinese, whatever language the page asks in."""
    return translation.override("zh-hans")


def attempt_all(source: Source, words: Mapping[str, Wording]) -> tuple[Attempt, ...]:
    """In the order an office needs them: by stage, then as the catalogue lists them."""
    names = drawing.words_of(source)
    return tuple(
        attempt(kind, subject, source, words.get(kind.key), names=names)
        for kind in drawn_kinds()
        for subject in subjects.list_subjects(kind, source)
    )


def drawn_kinds() -> tuple[PaperKind, ...]:
    """By stage, then as the catalogue lists them."""
    order = list(Stage)
    return tuple(sorted(PAPERS, key=lambda kind: order.index(kind.stage)))


def attempt(
    kind: PaperKind,
    subject: Subject,
    source: Source,
    words: Wording | None,
    *,
    names: drawing.Words | None = None,
) -> Attempt:
    text = words.text if words else None
    try:
        with in_chinese():
            drawn = drawing.draw(kind, subject, source, text=text, words=names)
    except (TemplateIsWrong, MarkupIsWrong) as wrong:
        return Attempt(
            kind, subject, subjects.paper_name(kind, subject), None, fault=fault_of(wrong, text or ""), wording=words
        )
    except PaperIsRefused as refusal:
        told = str(glyphs.told_of(refusal))
        return Attempt(kind, subject, subjects.paper_name(kind, subject), None, fault=Fault(0, told))
    return Attempt(kind, subject, drawn.name, drawn.paper, drawn.missing, wording=words)


def find_attempt(key: str, subject_key: str, source: Source, words: Mapping[str, Wording]) -> Attempt:
    """:raises PaperIsUnknown:"""
    for kind in drawn_kinds():
        for subject in subjects.list_subjects(kind, source) if kind.key == key else ():
            if subject.key == subject_key:
                return attempt(kind, subject, source, words.get(key))
    raise PaperIsUnknown()


def fault_of(wrong: TemplateIsWrong | MarkupIsWrong, text: str) -> Fault:
    """In the office's words; the line is the template's, not that of the filled text."""
    if isinstance(wrong, MarkupIsWrong):
        line = _line_with_box(text, wrong.name)
        if wrong.name in BOXES:
            return Fault(line, _("“{name}”框里放了它不能放的东西。").format(name=wrong.name))
        return Fault(line, _("没有叫“{name}”的框。").format(name=wrong.name))
    if wrong.name:
        return Fault(wrong.line, _("没有“{name}”这个名称。").format(name=wrong.name))
    return Fault(wrong.line, next(_engine_words(wrong.told), _("读不懂（{told}）。").format(told=wrong.told)))


def _line_with_box(text: str, name: str) -> int:
    opened = re.compile(rf"^\s*:::+\s*{re.escape(name)}(\s|$)")
    return next((number for number, line in enumerate(text.splitlines(), start=1) if opened.match(line)), 0)


def _engine_words(told: str) -> Iterator[str]:
    """What the engine says most often, in the words of the office: its English helps no clerk."""
    quoted = told.split("'")[1] if told.count("'") >= 2 else ""
    if "Encountered unknown tag" in told:
        yield _("“{{% … %}}”里不认识“{word}”。能写的有 for、endfor、if、elif、else、endif、set。").format(word=quoted)
    if "end of template" in told or "was looking for" in told:
        yield _("“{{% for %}}”或“{{% if %}}”没有配上结尾的“{{% endfor %}}”“{{% endif %}}”。").format()
    if "No filter named" in told:
        yield _("“|”后面的“{word}”不认识。能写的在“材料怎么写”里，如“顿号”“分段”“中文数字”。").format(word=quoted)
    if "expected token" in told or "unexpected" in told:
        yield _("括号没有配齐，或者少了符号。名称前后各要两层花括号。").format()


def faults_in_reading(text: str) -> tuple[Fault, ...]:
    """What can be told without any session."""
    try:
        filling.check(text)
    except TemplateIsWrong as wrong:
        return (fault_of(wrong, text),)
    return ()
