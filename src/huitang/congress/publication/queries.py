"""What the public may see: released texts, and the tombstones of withdrawn ones. The portal reads nothing else."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from huitang.congress.publication.commands import ReleaseIsUnknown
from huitang.congress.publication.models import Release
from huitang.congress.sittings import queries as sittings
from huitang.congress.sittings.queries import SessionRow

_PUBLIC = (Release.State.RELEASED, Release.State.WITHDRAWN, Release.State.REPLACED)


@dataclass(frozen=True)
class ReleaseRow:
    id: int
    session_id: int
    session_title: str
    town: str
    kind: str
    number: int | None
    version: int
    title: str
    blocks: tuple[dict[str, Any], ...]
    facts: dict[str, Any]
    sha256: str
    state: str
    drafted_at: datetime
    drafted_by: str
    released_at: datetime | None
    released_by: str
    withdrawn_because: str

    @property
    def check_code(self) -> str:
        """Ten characters a person can compare by eye."""
        return self.sha256[:10]


@dataclass(frozen=True)
class PublicSession:
    id: int
    title: str
    opens_on: date
    closes_on: date
    releases: tuple[ReleaseRow, ...]

    @property
    def news(self) -> ReleaseRow | None:
        return next((row for row in self.releases if row.kind == "NEWS"), None)


def list_public_sessions() -> tuple[PublicSession, ...]:
    """Sessions of which something is released, the latest first."""
    ids = Release.objects.filter(state=Release.State.RELEASED).values_list("session_id", flat=True).distinct()
    rows = [_public_session(session_id) for session_id in ids]
    return tuple(sorted(rows, key=lambda row: row.opens_on, reverse=True))


def get_public_session(session_id: int) -> PublicSession:
    """:raises ReleaseIsUnknown: nothing of this session is released"""
    if not Release.objects.filter(session_id=session_id, state=Release.State.RELEASED).exists():
        raise ReleaseIsUnknown()
    return _public_session(session_id)


def get_public_release(release_id: int) -> ReleaseRow:
    """A released, replaced or withdrawn text; never a draft. :raises ReleaseIsUnknown:"""
    held = Release.objects.filter(pk=release_id, state__in=_PUBLIC).first()
    if held is None:
        raise ReleaseIsUnknown()
    return _without_words(_row(held)) if held.state == Release.State.WITHDRAWN else _row(held)


def find_in_force(release_id: int) -> int | None:
    """The version that replaced this one, if there is a newer one in force."""
    held = Release.objects.get(pk=release_id)
    same = Release.objects.filter(session_id=held.session_id, kind=held.kind, subject=held.subject)
    return same.filter(state=Release.State.RELEASED).exclude(pk=release_id).values_list("pk", flat=True).first()


def list_releases(session_id: int) -> tuple[ReleaseRow, ...]:
    """Everything of a session, drafts too: for the desk and the chair, never for the portal."""
    return tuple(_row(held) for held in Release.objects.filter(session_id=session_id).order_by("kind", "number", "pk"))


@dataclass(frozen=True)
class SessionReleases:
    """Everything of one session: drafts to release, what is in force, what was replaced or withdrawn."""

    session: SessionRow
    drafts: tuple[ReleaseRow, ...]
    released: tuple[ReleaseRow, ...]
    past: tuple[ReleaseRow, ...]


def get_session_releases(session_id: int | None, *, town_id: int) -> SessionReleases | None:
    """Of the session asked for, or the current one; None when the town has none. :raises SessionIsUnknown:"""
    if session_id is None:
        session = sittings.get_current_session(town_id)
    else:
        session = sittings.get_session(session_id, town_id=town_id)
    if session is None:
        return None
    rows = list_releases(session.id)
    return SessionReleases(
        session=session,
        drafts=tuple(row for row in rows if row.state == Release.State.DRAFT),
        released=tuple(row for row in rows if row.state == Release.State.RELEASED),
        past=tuple(row for row in rows if row.state in (Release.State.REPLACED, Release.State.WITHDRAWN)),
    )


@dataclass(frozen=True)
class ReleaseDesk:
    """Every text of a session as the office keeps it."""

    session: SessionRow
    releases: tuple[ReleaseRow, ...]

    @property
    def waiting(self) -> int:
        return sum(row.state == Release.State.DRAFT for row in self.releases)


def get_release_desk(session_id: int, *, town_id: int) -> ReleaseDesk:
    """:raises SessionIsUnknown:"""
    return ReleaseDesk(sittings.get_session(session_id, town_id=town_id), list_releases(session_id))


def get_release_page(release_id: int, *, town_id: int) -> tuple[SessionRow, ReleaseRow]:
    """Any text of the town with its session. :raises ReleaseIsUnknown:"""
    row = get_release(release_id, town_id=town_id)
    return sittings.get_session(row.session_id), row


def get_release(release_id: int, *, town_id: int | None = None) -> ReleaseRow:
    """Any text, drafts too: for the desk and the chair. :raises ReleaseIsUnknown: also of another town"""
    releases = Release.objects.filter(pk=release_id)
    if town_id is not None:
        releases = releases.filter(session__term__town_id=town_id)
    held = releases.first()
    if held is None:
        raise ReleaseIsUnknown()
    return _row(held)


def _public_session(session_id: int) -> PublicSession:
    session = sittings.get_session(session_id)
    released = Release.objects.filter(session_id=session_id, state=Release.State.RELEASED).order_by(
        "kind", "number", "pk"
    )
    return PublicSession(
        session_id,
        session.title.zh,
        session.opens_on,
        session.closes_on,
        tuple(_row(held) for held in released),
    )


def _row(held: Release) -> ReleaseRow:
    title = sittings.get_session(held.session_id).title
    return ReleaseRow(
        id=held.pk,
        session_id=held.session_id,
        session_title=title.zh,
        town=title.town,
        kind=held.kind,
        number=held.number,
        version=held.version,
        title=held.title,
        blocks=tuple(held.blocks),
        facts=held.facts,
        sha256=held.sha256,
        state=held.state,
        drafted_at=held.drafted_at,
        drafted_by=held.drafted_by,
        released_at=held.released_at,
        released_by=held.released_by,
        withdrawn_because=held.withdrawn_because,
    )


def _without_words(row: ReleaseRow) -> ReleaseRow:
    return ReleaseRow(**{**vars(row), "blocks": (), "facts": {}})
