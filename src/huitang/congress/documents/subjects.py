"""What one paper is about when a kind is made several times: a sitting, an election, a round, a resolution."""

from collections.abc import Callable
from dataclasses import dataclass

from huitang.congress.documents import vocabulary
from huitang.congress.documents.catalogue import PaperKind, Per
from huitang.congress.documents.gaps import Asked
from huitang.congress.documents.source import Source


@dataclass(frozen=True)
class Subject:
    """`key` stands in addresses ("sitting-3", "session"); `title` tells papers of one kind apart, empty for one only."""

    key: str
    title: str = ""

    @property
    def id(self) -> int:
        return int(self.key.rpartition("-")[2])


SESSION = Subject("session")


def list_subjects(kind: PaperKind, source: Source) -> tuple[Subject, ...]:
    """What this kind is made for in this session, in the order of the session."""
    return _LISTED[kind.per](source)


def names_of(subject: Subject, source: Source, _asked: Asked) -> vocabulary.Names:
    """The names a template of this subject may use beside those of the session: 本次, 本选举, 本决议 …"""
    kind = subject.key.partition("-")[0]
    if kind == "sitting":
        row = next(one for one in source.record.sittings if one.id == subject.id)
        steps = [step for step in source.steps if step.sitting_id == subject.id]
        told = [{"标题": step.title, "词": step.words, "事": step.deed} for step in steps]
        return {"本次": vocabulary.sitting(row) | {"流程": told}}
    if kind == "election":
        return {"本选举": vocabulary.election(next(e for e in source.record.elections if e.id == subject.id))}
    return {}


def _sittings(source: Source, *kinds: str) -> tuple[Subject, ...]:
    chosen = (row for row in source.record.sittings if not kinds or row.kind in kinds)
    return tuple(Subject(f"sitting-{row.id}", row.title.zh) for row in chosen)


_LISTED: dict[Per, Callable[[Source], tuple[Subject, ...]]] = {
    Per.SESSION: lambda _source: (SESSION,),
    Per.SITTING: lambda source: _sittings(source),
    Per.PLENARY: lambda source: _sittings(source, "PREPARATORY", "PLENARY"),
    Per.PRESIDIUM: lambda source: _sittings(source, "PRESIDIUM"),
    Per.ELECTION: lambda source: tuple(
        Subject(f"election-{row.id}", row.post_text.zh) for row in source.record.elections
    ),
}
