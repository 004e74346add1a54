"""What the desk sees of templates: whose wording is in force, its versions, and the names it may use."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from huitang.congress.documents import attempts, making, subjects, vocabulary, wording, year_papers
from huitang.congress.documents.attempts import Attempt, Fault
from huitang.congress.documents.catalogue import YEAR_PAPERS, PaperKind
from huitang.congress.documents.drawing import default_text
from huitang.congress.documents.gaps import Asked, Gap
from huitang.congress.documents.refusals import PaperIsUnknown
from huitang.congress.documents.source import Source
from huitang.congress.documents.subjects import Subject
from huitang.congress.documents.wording import DiffLine, TemplateVersion, Wording
from huitang.congress.journal import queries as journal
from huitang.congress.sittings import queries as sittings
from huitang.congress.sittings.queries import SessionRow

_SHOWN = 24  # characters of a value


@dataclass(frozen=True)
class TemplateRow:
    kind: PaperKind
    wording: Wording
    versions: int


@dataclass(frozen=True)
class TemplateDesk:
    """`session` is the one at hand, whose opening day decides; None before the first."""

    session: SessionRow | None
    rows: tuple[TemplateRow, ...]


@dataclass(frozen=True)
class NameRow:
    """One name a template may use, as it is written there, with what it stands for now."""

    name: str
    value: str
    is_list: bool = False

    @property
    def written(self) -> str:
        return f"{{% for 项 in {self.name} %}}" if self.is_list else f"{{{{ {self.name} }}}}"


@dataclass(frozen=True)
class TemplatePage:
    """`from_ours`: how the wording in force differs from ours."""

    kind: PaperKind
    session: SessionRow | None
    wording: Wording
    ours: str
    versions: tuple[TemplateVersion, ...]
    from_ours: tuple[DiffLine, ...]
    names: tuple[NameRow, ...]
    version: int


@dataclass(frozen=True)
class Preview:
    """A wording drawn with the facts of the session at hand; nothing is kept."""

    session: SessionRow | None
    faults: tuple[Fault, ...]
    tried: tuple[Attempt, ...]

    @property
    def shown(self) -> Attempt | None:
        """The first that came out, else the first that waits."""
        return next((one for one in self.tried if one.is_ready), next(iter(self.tried), None))


def list_templates(town_id: int, *, today: date) -> TemplateDesk:
    session = sittings.get_current_session(town_id)
    words = wording.wordings(town_id, session.opens_on if session else today)
    rows = [
        TemplateRow(kind, words[kind.key], len(wording.list_versions(town_id, kind.key)))
        for kind in wording.kinds_with_text()
    ]
    return TemplateDesk(session, tuple(rows))


def get_template(key: str, *, town_id: int, chain: str, today: date) -> TemplatePage:
    """:raises PaperIsUnknown:"""
    kind, version = find_worded(key), journal.get_sequence(chain)
    session = sittings.get_current_session(town_id)
    found = wording.wordings(town_id, session.opens_on if session else today)[key]
    ours = default_text(key)
    return TemplatePage(
        kind=kind,
        session=session,
        wording=found,
        ours=ours,
        versions=wording.list_versions(town_id, key),
        from_ours=wording.difference(ours, found.text),
        names=_names(kind, session, town_id),
        version=version,
    )


def preview(key: str, text: str, *, town_id: int) -> Preview:
    """:raises PaperIsUnknown:"""
    kind = find_worded(key)
    session = sittings.get_current_session(town_id)
    unread = attempts.faults_in_reading(text)
    if kind in YEAR_PAPERS and not unread:
        sample = year_papers.attempt(kind, year_papers.sample(kind), Wording(text))
        return Preview(session, (sample.fault,) if sample.fault else (), (sample,))
    if session is None or unread:
        return Preview(session, unread, ())
    source, _words = making.gathered(session.id, town_id)
    tried = tuple(
        attempts.attempt(kind, subject, source, Wording(text)) for subject in subjects.list_subjects(kind, source)
    )
    return Preview(session, tuple(dict.fromkeys(one.fault for one in tried if one.fault)), tried)


def compare(key: str, version: int, *, town_id: int) -> tuple[DiffLine, ...]:
    """How one version differs from the one before it; the first from ours. :raises PaperIsUnknown:"""
    find_worded(key)
    texts = {row.version: row.text or default_text(key) for row in wording.list_versions(town_id, key)}
    if version not in texts:
        raise PaperIsUnknown()
    return wording.difference(texts.get(version - 1, default_text(key)), texts[version])


def find_worded(key: str) -> PaperKind:
    """:raises PaperIsUnknown:"""
    kind = next((kind for kind in wording.kinds_with_text() if kind.key == key), None)
    if kind is None:
        raise PaperIsUnknown()
    return kind


def _names(kind: PaperKind, session: SessionRow | None, town_id: int) -> tuple[NameRow, ...]:
    if kind in YEAR_PAPERS:
        return tuple(row for name, value in year_papers.sample(kind).names.items() for row in _shown(name, value))
    if session is None:
        return ()
    source, _words = making.gathered(session.id, town_id)
    first = next(iter(subjects.list_subjects(kind, source)), None)
    return tuple(_name_rows(source, first))


def _name_rows(source: Source, subject: Subject | None) -> Iterator[NameRow]:
    """Those of this paper's subject first, then those of the session."""
    with attempts.in_chinese():
        asked = Asked()
        own = subjects.names_of(subject, source, asked) if subject else {}
        for name, value in (own | vocabulary.vocabulary(source, asked)).items():
            if name != "填写":
                yield from _shown(name, value)
        for name, text in source.details.items():
            yield NameRow(f"填写.{name}", _short(text))


def _shown(name: str, value: Any) -> Iterator[NameRow]:
    if isinstance(value, Gap):
        yield NameRow(name, "")
    elif isinstance(value, dict):
        for inner, one in value.items():
            yield NameRow(f"{name}.{inner}", _short(one), isinstance(one, list | tuple))
    elif isinstance(value, list | tuple) and value and isinstance(value[0], dict):
        yield NameRow(name, f"{len(value)}项，每项有：{'、'.join(value[0])}", is_list=True)
    else:
        yield NameRow(name, _short(value), isinstance(value, list | tuple))


def _short(value: Any) -> str:
    if isinstance(value, Gap):
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    told = f"{len(value)}项" if isinstance(value, list | tuple) else str("" if value is None else value)
    return f"{told[:_SHOWN]}…" if len(told) > _SHOWN else told
