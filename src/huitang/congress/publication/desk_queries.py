"""What the desk and the chair see: drafts too. The portal never reads this module."""

from dataclasses import dataclass
from datetime import date

from huitang.congress.documents import queries as documents
from huitang.congress.documents.queries import BrokenText
from huitang.congress.documents.texts import Draft
from huitang.congress.journal.one_look import one_look
from huitang.congress.publication import queries
from huitang.congress.publication.commands import ReleaseIsUnknown, tells_the_same
from huitang.congress.publication.models import OwnPage, PublicPhoto, Release
from huitang.congress.publication.page_commands import PageIsUnknown
from huitang.congress.publication.queries import ReleaseRow
from huitang.congress.publication.standing import own_page, sources
from huitang.congress.sittings import queries as sittings
from huitang.congress.sittings.queries import SessionRow

State = Release.State
_PAST = (State.REPLACED, State.WITHDRAWN)
OLDER = "适老专区"  # the column of older readers
_RECENT = 3  # years whose pages are held against the record; older ones are only listed


@dataclass(frozen=True)
class ReleasePile:
    """Texts by what became of them."""

    drafts: tuple[ReleaseRow, ...]
    released: tuple[ReleaseRow, ...]
    past: tuple[ReleaseRow, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.drafts or self.released or self.past)


@dataclass(frozen=True)
class ChairReleases:
    """The texts of one session, if the town has any, and its standing pages."""

    session: SessionRow | None
    of_session: ReleasePile
    standing: ReleasePile

    @property
    def drafts(self) -> tuple[ReleaseRow, ...]:
        return self.of_session.drafts + self.standing.drafts

    @property
    def is_empty(self) -> bool:
        return self.of_session.is_empty and self.standing.is_empty


def get_chair_releases(session_id: int | None, *, town_id: int) -> ChairReleases:
    """Of the session asked for, or the current one. :raises SessionIsUnknown:"""
    if session_id is None:
        session = sittings.get_current_session(town_id)
    else:
        session = sittings.get_session(session_id, town_id=town_id)
    own = queries.list_releases(session.id) if session else ()
    return ChairReleases(session, _pile(own), _pile(list_standing(town_id)))


def list_standing(town_id: int) -> tuple[ReleaseRow, ...]:
    """Every version of every standing page, drafts too."""
    return queries.rows_of(Release.objects.filter(town_id=town_id, session=None).order_by("kind", "-year", "pk"))


@dataclass(frozen=True)
class ReleaseDesk:
    """Every text of a session as the office keeps it; `broken` could not be drafted for their own templates."""

    session: SessionRow
    releases: tuple[ReleaseRow, ...]
    broken: tuple[BrokenText, ...]

    @property
    def waiting(self) -> int:
        return sum(row.state == State.DRAFT for row in self.releases)


@one_look()
def get_release_desk(session_id: int, *, town_id: int) -> ReleaseDesk:
    """:raises SessionIsUnknown:"""
    session = sittings.get_session(session_id, town_id=town_id)
    return ReleaseDesk(session, queries.list_releases(session_id), documents.list_broken_texts(session_id))


def get_release_page(release_id: int, *, town_id: int) -> tuple[SessionRow | None, ReleaseRow]:
    """Any text of the town with its session, if it has one. :raises ReleaseIsUnknown:"""
    row = get_release(release_id, town_id=town_id)
    return sittings.get_session(row.session_id) if row.session_id else None, row


def get_release(release_id: int, *, town_id: int | None = None) -> ReleaseRow:
    """Any text, drafts too. :raises ReleaseIsUnknown: also of another town"""
    releases = Release.objects.filter(pk=release_id)
    if town_id is not None:
        releases = releases.filter(town_id=town_id)
    found = queries.rows_of(releases)
    if not found:
        raise ReleaseIsUnknown()
    return found[0]


def get_photo(sha256: str, *, town_id: int) -> tuple[bytes, str]:
    """A picture a draft or a release of the town names. :raises ReleaseIsUnknown:"""
    photo = PublicPhoto.objects.filter(sha256=sha256, town_id=town_id).first()
    if photo is None:
        raise ReleaseIsUnknown()
    return bytes(photo.content), photo.media_type


@dataclass(frozen=True)
class StandingRow:
    """One standing page: what waits, what is in force, and whether the record has moved on since.

    `is_changed` is None where the page is not held against the record (years long past).
    """

    kind: str
    subject: str
    title: str
    year: int | None
    draft: ReleaseRow | None
    in_force: ReleaseRow | None
    withdrawn: ReleaseRow | None
    has_facts: bool
    is_changed: bool | None
    is_draft_outdated: bool
    page_id: int | None = None
    column: str = ""

    @property
    def key(self) -> str:
        return f"{self.kind}-{self.subject.replace(':', '-')}"


@dataclass(frozen=True)
class PublicDesk:
    rows: tuple[StandingRow, ...]

    @property
    def facts(self) -> tuple[StandingRow, ...]:
        """Pages written from the record."""
        return tuple(row for row in self.rows if row.page_id is None)

    @property
    def own(self) -> tuple[StandingRow, ...]:
        """Pages in the office's own words."""
        return tuple(row for row in self.rows if row.page_id is not None)

    @property
    def has_older_page(self) -> bool:
        return any(row.column == OLDER for row in self.own)

    @property
    def changed(self) -> int:
        return sum(bool(row.is_changed) for row in self.rows)

    @property
    def waiting(self) -> int:
        return sum(row.draft is not None for row in self.rows)


def get_public_desk(town_id: int, *, on: date) -> PublicDesk:
    """Every standing page there is or could be. Pages of the last years are drafted afresh, to be compared."""
    held: dict[sources.Subject, dict[str, Release]] = {}
    for one in Release.objects.filter(town_id=town_id, session=None).order_by("version"):
        held.setdefault((one.kind, one.subject), {})[one.state] = one
    pages = {f"page:{page.pk}": page for page in OwnPage.objects.filter(town_id=town_id)}
    told = {row.id: row for row in list_standing(town_id)}
    keys = dict.fromkeys([*sources.list_subjects(town_id), *held])
    rows = (_standing(town_id, key, held.get(key, {}), told, pages, on) for key in keys)
    return PublicDesk(tuple(row for row in rows if row.title))


def _standing(
    town_id: int,
    key: sources.Subject,
    held: dict[str, Release],
    told: dict[int, ReleaseRow],
    pages: dict[str, OwnPage],
    on: date,
) -> StandingRow:
    kind, subject = key
    year = int(subject.removeprefix("year:")) if subject.startswith("year:") else None
    is_recent = year is None or year > on.year - _RECENT
    page = pages.get(subject) if kind == Release.Kind.PAGE else None
    now = _now(town_id, key, page, on) if is_recent else None
    waits, in_force, withdrawn = (held.get(state) for state in (State.DRAFT, State.RELEASED, State.WITHDRAWN))
    kept = waits or in_force or withdrawn
    return StandingRow(
        kind=kind,
        subject=subject,
        title=now.title if now else kept.title if kept else page.title if page else "",
        year=year,
        draft=told[waits.pk] if waits else None,
        in_force=told[in_force.pk] if in_force else None,
        withdrawn=told[withdrawn.pk] if withdrawn and not in_force else None,
        has_facts=now is not None or not is_recent,
        is_changed=not tells_the_same(in_force, now) if in_force and is_recent else None,
        is_draft_outdated=bool(waits and is_recent and not tells_the_same(waits, now)),
        page_id=page.pk if page else None,
        column=page.column if page else "",
    )


def _now(town_id: int, key: sources.Subject, page: OwnPage | None, on: date) -> Draft | None:
    """The text as the record has it; a page at hand is not read again."""
    return own_page.draft_of(page) if page else sources.draft(town_id, *key, on=on)


@dataclass(frozen=True)
class OwnPageRow:
    """A page as the office writes it."""

    id: int
    slug: str
    column: str
    title: str
    text: str
    version: int


def get_own_page(page_id: int, *, town_id: int) -> OwnPageRow:
    """:raises PageIsUnknown: also of another town"""
    page = OwnPage.objects.filter(pk=page_id, town_id=town_id).first()
    if page is None:
        raise PageIsUnknown()
    return OwnPageRow(page.pk, page.slug, page.column, page.title, page.text, page.version)


def _pile(rows: tuple[ReleaseRow, ...]) -> ReleasePile:
    return ReleasePile(
        drafts=tuple(row for row in rows if row.state == State.DRAFT),
        released=tuple(row for row in rows if row.state == State.RELEASED),
        past=tuple(row for row in rows if row.state in _PAST),
    )
