"""What the desk sees of a session's papers, and every text the record has the facts for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from huitang.congress.documents import attempts, details, glyphs, keeping, making, texts, wording, year_numbers
from huitang.congress.documents.attempts import Attempt, Fault
from huitang.congress.documents.catalogue import PaperKind, Stage
from huitang.congress.documents.details import GROUPS, Detail, Group
from huitang.congress.documents.gaps import Missing
from huitang.congress.documents.glyphs import RareName
from huitang.congress.documents.keeping import KeptVersion
from huitang.congress.documents.paper_refusal import PaperIsNotDrawn
from huitang.congress.documents.source import Source
from huitang.congress.documents.texts import Draft
from huitang.congress.journal import queries as journal
from huitang.congress.sittings.queries import SessionRow


@dataclass(frozen=True)
class PaperRow:
    """`template` is the office's version it is drawn with, None for ours; `agrees`: the last kept one is still true."""

    kind: PaperKind
    subject: str
    name: str
    waits: tuple[Missing, ...]
    fault: Fault | None
    is_ready: bool
    template: int | None
    has_moved_on: bool
    kept: tuple[KeptVersion, ...]
    agrees: bool

    @property
    def key(self) -> str:
        return self.kind.key


@dataclass(frozen=True)
class StagePapers:
    stage: Stage
    rows: tuple[PaperRow, ...]


@dataclass(frozen=True)
class PaperDesk:
    """`fonts_missing` says why no PDF can be drawn; `orphans` are kept papers of things the session no longer has."""

    session: SessionRow
    stages: tuple[StagePapers, ...]
    rare_names: tuple[RareName, ...]
    fonts_missing: str
    details_missing: int
    orphans: tuple[KeptVersion, ...]

    @property
    def rows(self) -> tuple[PaperRow, ...]:
        return tuple(row for stage in self.stages for row in stage.rows)

    @property
    def ready(self) -> int:
        return sum(row.is_ready for row in self.rows)

    @property
    def outdated(self) -> tuple[PaperRow, ...]:
        return tuple(row for row in self.rows if row.kept and not row.agrees)

    @property
    def undrawable(self) -> tuple[RareName, ...]:
        return tuple(name for name in self.rare_names if name.drawn_by is None)


@dataclass(frozen=True)
class PaperView:
    """One paper to look at before it is printed; `paper` is None while it waits or its template is broken."""

    session: SessionRow
    row: PaperRow
    attempt: Attempt
    overridden: Mapping[str, tuple[str, str]]  # numbers typed otherwise than counted, by name: typed, counted


@dataclass(frozen=True)
class DetailRow:
    """`proposed` stands in the field while nothing was typed; `from_before`: an earlier session typed it."""

    detail: Detail
    text: str
    proposed: str
    from_before: bool
    waiting: tuple[str, ...]
    counted: str = ""  # what the record gives where nothing is typed
    frozen_on: date | None = None  # the day the counted number was frozen for the report

    @property
    def differs(self) -> bool:
        """Somebody typed another number than the record gives: the typed one is printed."""
        return bool(self.text and self.counted and self.text != self.counted)


@dataclass(frozen=True)
class DetailsPage:
    session: SessionRow
    groups: tuple[tuple[Group, tuple[DetailRow, ...]], ...]
    version: int

    @property
    def rows(self) -> tuple[DetailRow, ...]:
        return tuple(row for _group, rows in self.groups for row in rows)

    @property
    def empty(self) -> int:
        return sum(bool(row.waiting) for row in self.rows)


def list_papers(
    session_id: int, *, town_id: int, font_folders: tuple[Path, ...] = (), card_address: str = ""
) -> PaperDesk:
    """All kinds for all their subjects, by stage. :raises SessionIsUnknown: also of another town"""
    source, words = making.gathered(session_id, town_id, card_address)
    kept = keeping.list_kept(session_id)
    tried = attempts.attempt_all(source, words)
    rows = [_row(one, kept) for one in tried]
    stages = (StagePapers(stage, tuple(row for row in rows if row.kind.stage is stage)) for stage in Stage)
    names, fonts_missing = _rare_names(source, font_folders)
    known = {(row.key, row.subject) for row in rows}
    return PaperDesk(
        session=source.session,
        stages=tuple(stage for stage in stages if stage.rows),
        rare_names=names,
        fonts_missing=fonts_missing,
        details_missing=len(_waiting(tried)),
        orphans=tuple(one for one in kept if (one.key, one.subject) not in known),
    )


def get_paper(session_id: int, key: str, subject_key: str, *, town_id: int, card_address: str = "") -> PaperView:
    """:raises PaperIsUnknown: :raises SessionIsUnknown:"""
    source, words = making.gathered(session_id, town_id, card_address)
    tried = attempts.find_attempt(key, subject_key, source, words)
    asked = wording.details_asked([tried.wording.text] if tried.wording else [])
    typed = {name: text for name, text in source.details.items() if name in asked}
    overridden = year_numbers.overridden(source.year_numbers, typed)
    return PaperView(source.session, _row(tried, keeping.list_kept(session_id)), tried, overridden)


def get_details(session_id: int, *, town_id: int, chain: str) -> DetailsPage:
    """Every detail of the list, and those only the office's own templates ask for."""
    version = journal.get_sequence(chain)
    source, words = making.gathered(session_id, town_id)
    typed, earlier = details.typed(session_id), details.carried(source.session)
    waiting = _waiting(attempts.attempt_all(source, words))
    asked = wording.details_asked(one.text for one in words.values())
    unlisted = sorted(name for name in asked if not details.is_listed(name))
    listed = [*details.DETAILS, *(details.find_detail(name) for name in unlisted)]
    used = [one for one in listed if one.name in asked or one.is_for_layout or typed.get(one.name)]
    rows = [_with_count(_detail(one, typed, earlier, waiting, source.session), source) for one in used]
    groups = ((group, tuple(row for row in rows if row.detail.group is group)) for group in GROUPS)
    return DetailsPage(source.session, tuple((group, told) for group, told in groups if told), version)


def _with_count(row: DetailRow, source: Source) -> DetailRow:
    counted = year_numbers.counted(source.year_numbers).get(row.detail.name, "")
    frozen_on = source.year_numbers.frozen_on if source.year_numbers else None
    return replace(row, counted=counted, frozen_on=frozen_on)


def list_drafts(session_id: int) -> tuple[Draft, ...]:
    """Resolutions adopted, announcements of declared results, and the news item. :raises SessionIsUnknown:"""
    return texts.drafts(*making.gathered(session_id))


@dataclass(frozen=True)
class BrokenText:
    """A text that is not drafted because something is wrong with its template; `key` names the template."""

    key: str
    name: str
    fault: Fault


def list_broken_texts(session_id: int) -> tuple[BrokenText, ...]:
    """What `list_drafts` has to leave out for a broken template. :raises SessionIsUnknown:"""
    tried = texts.list_attempts(*making.gathered(session_id))
    return tuple(BrokenText(one.kind.key, one.name, one.fault) for one in tried if one.fault)


def _row(tried: Attempt, kept: Iterable[KeptVersion]) -> PaperRow:
    own = tuple(one for one in kept if (one.key, one.subject) == tried.key)
    return PaperRow(
        kind=tried.kind,
        subject=tried.subject.key,
        name=tried.name,
        waits=tried.waits,
        fault=tried.fault,
        is_ready=tried.is_ready,
        template=tried.wording.version if tried.wording else None,
        has_moved_on=bool(tried.wording and tried.wording.has_moved_on),
        kept=own,
        agrees=bool(own) and tried.is_ready and own[0].parts_sha256 == tried.parts_sha256,
    )


def _rare_names(source: Source, folders: tuple[Path, ...]) -> tuple[tuple[RareName, ...], str]:
    try:
        return glyphs.rare_names(source, glyphs.fonts_of(folders)), ""
    except PaperIsNotDrawn as missing:
        return (), str(missing)


def _waiting(tried: Iterable[Attempt]) -> dict[str, list[str]]:
    """For each detail the papers that wait for it."""
    waiting: dict[str, list[str]] = {}
    for one in tried:
        for missing in one.missing:
            if missing.need == "DETAIL":
                waiting.setdefault(missing.name, []).append(one.name)
    return waiting


def _detail(
    detail: Detail,
    typed: dict[str, str],
    earlier: Mapping[str, str],
    waiting: dict[str, list[str]],
    session: SessionRow,
) -> DetailRow:
    proposed = details.suggestion(detail, session, earlier)
    return DetailRow(
        detail=detail,
        text=typed.get(detail.name, ""),
        proposed=proposed,
        from_before=bool(proposed) and proposed == earlier.get(detail.name),
        waiting=tuple(waiting.get(detail.name, ())),
    )
