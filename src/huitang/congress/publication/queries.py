"""What the public may see: released texts, and the tombstones of withdrawn ones. The portal reads nothing else."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from huitang.congress.publication import figures
from huitang.congress.publication.commands import ReleaseIsUnknown
from huitang.congress.publication.figures import SessionFigures
from huitang.congress.publication.models import Release
from huitang.congress.roster import queries as roster
from huitang.congress.sittings import queries as sittings
from huitang.congress.sittings.queries import SessionRow
from huitang.congress.sittings.titles import SessionTitle
from huitang.rules.legal_text import Text

State = Release.State
EARLIER = 30  # sessions of fifteen years of one town
_PUBLIC = (State.RELEASED, State.WITHDRAWN, State.REPLACED)


@dataclass(frozen=True)
class ReleaseRow:
    id: int
    session_id: int
    session_title: str
    town: str
    kind: str
    subject: str
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
    withdrawn_at: datetime | None
    withdrawn_because: str

    @property
    def check_code(self) -> str:
        """Ten characters a person can compare by eye."""
        return self.sha256[:10]

    @property
    def source(self) -> str:
        """来源: who signed it, else the congress."""
        signed = (block["organ"] for block in self.blocks if block["type"] == "signature")
        return next(signed, f"{self.town}人民代表大会")


@dataclass(frozen=True)
class PublicSession:
    id: int
    title: str
    name: Text
    short: str
    town: str
    opens_on: date
    closes_on: date
    releases: tuple[ReleaseRow, ...]

    @property
    def news(self) -> ReleaseRow | None:
        return next((row for row in self.releases if row.kind == "NEWS"), None)

    @property
    def announcements(self) -> tuple[ReleaseRow, ...]:
        return tuple(row for row in self.releases if row.kind == "ANNOUNCEMENT")

    @property
    def resolutions(self) -> tuple[ReleaseRow, ...]:
        return tuple(row for row in self.releases if row.kind == "RESOLUTION")

    @property
    def figures(self) -> SessionFigures:
        """The news item first, then the single texts: of one matter its own text counts."""
        return figures.gather(row.facts for row in sorted(self.releases, key=lambda row: row.kind != "NEWS"))


@dataclass(frozen=True)
class PublicLine:
    """A session as one line of a list."""

    id: int
    name: Text
    opens_on: date


@dataclass(frozen=True)
class FrontPage:
    """`towns` are code and name of those with something released; `town` is the one shown, empty for several."""

    latest: PublicSession | None
    earlier: tuple[PublicLine, ...]
    towns: tuple[tuple[str, str], ...]
    town: str

    @property
    def stand(self) -> tuple[str, ...]:
        """What the page shows, so that a browser may keep it while it is the same."""
        texts = self.latest.releases if self.latest else ()
        return (*(text.sha256 for text in texts), *(str(line.id) for line in self.earlier), *dict(self.towns))


@dataclass(frozen=True)
class Article:
    """One public text with its place among the others; `in_force` is the version that replaced it, if there is one."""

    row: ReleaseRow
    session: Text
    short: str
    in_force: ReleaseRow | None
    versions: tuple[ReleaseRow, ...]
    earlier: ReleaseRow | None
    later: ReleaseRow | None


def get_front(*, town_code: str = "") -> FrontPage:
    """Of one town, or the latest of all; the same queries however many sessions and towns there are."""
    released = Release.objects.filter(session_id=OuterRef("pk"), state=Release.State.RELEASED)
    rows = sittings.list_latest(Exists(released), town_code=town_code, limit=EARLIER + 1)
    ours = Release.objects.filter(session__term__town_id=OuterRef("pk"), state=Release.State.RELEASED)
    towns = roster.list_towns_where(Exists(ours))
    return FrontPage(
        latest=get_public_session(rows[0].id) if rows else None,
        earlier=tuple(PublicLine(row.id, Text(row.title.zh, row.title.en), row.opens_on) for row in rows[1:]),
        towns=towns,
        town=rows[0].title.town if rows and (town_code or len(towns) == 1) else "",
    )


def get_public_session(session_id: int) -> PublicSession:
    """:raises ReleaseIsUnknown: nothing of this session is released"""
    if not Release.objects.filter(session_id=session_id, state=State.RELEASED).exists():
        raise ReleaseIsUnknown()
    return _public_session(session_id)


def get_public_release(release_id: int) -> ReleaseRow:
    """A released, replaced or withdrawn text; never a draft. :raises ReleaseIsUnknown:"""
    return _public_row(_public_release(release_id))


def get_article(release_id: int) -> Article:
    """A public text with its versions and neighbours. :raises ReleaseIsUnknown: unknown, or a draft"""
    held = _public_release(release_id)
    same = Release.objects.filter(session_id=held.session_id, kind=held.kind, subject=held.subject)
    versions = tuple(_without_words(row) for row in _rows(same.filter(state__in=_PUBLIC).order_by("version")))
    title = sittings.get_session(held.session_id).title
    return Article(
        row=_public_row(held),
        session=Text(title.zh, title.en),
        short=title.short_zh,
        in_force=next((row for row in versions if row.state == State.RELEASED and row.id != release_id), None),
        versions=versions,
        earlier=_neighbour(held, step=-1),
        later=_neighbour(held, step=1),
    )


def list_releases(session_id: int) -> tuple[ReleaseRow, ...]:
    """Everything of a session, drafts too: for the desk and the chair, never for the portal."""
    return _rows(Release.objects.filter(session_id=session_id).order_by("kind", "number", "pk"))


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
    return _row(held, sittings.get_session(held.session_id).title)


def _public_session(session_id: int) -> PublicSession:
    session = sittings.get_session(session_id)
    released = Release.objects.filter(session_id=session_id, state=State.RELEASED).order_by("kind", "number", "pk")
    return PublicSession(
        id=session_id,
        title=session.title.zh,
        name=Text(session.title.zh, session.title.en),
        short=session.title.short_zh,
        town=session.title.town,
        opens_on=session.opens_on,
        closes_on=session.closes_on,
        releases=_rows(released),
    )


def _public_release(release_id: int) -> Release:
    held = Release.objects.filter(pk=release_id, state__in=_PUBLIC).first()
    if held is None:
        raise ReleaseIsUnknown()
    return held


def _public_row(held: Release) -> ReleaseRow:
    row = _row(held, sittings.get_session(held.session_id).title)
    return _without_words(row) if held.state == State.WITHDRAWN else row


def _neighbour(held: Release, *, step: int) -> ReleaseRow | None:
    """The text in force released just before (-1) or after (1) this one in the same town."""
    town = Release.objects.filter(session__term__town_id=held.session.term.town_id, state=State.RELEASED)
    if step < 0:
        before = Q(released_at__lt=held.released_at) | Q(released_at=held.released_at, pk__lt=held.pk)
        beside = town.filter(before).order_by("-released_at", "-pk")
    else:
        after = Q(released_at__gt=held.released_at) | Q(released_at=held.released_at, pk__gt=held.pk)
        beside = town.filter(after).order_by("released_at", "pk")
    return next(iter(_rows(beside[:1])), None)


def _rows(releases: QuerySet[Release]) -> tuple[ReleaseRow, ...]:
    held = list(releases)
    titles = _titles(held)
    return tuple(_row(one, titles[one.session_id]) for one in held)


def _titles(held: Iterable[Release]) -> dict[int, SessionTitle]:
    return {session_id: sittings.get_session(session_id).title for session_id in {one.session_id for one in held}}


def _row(held: Release, title: SessionTitle) -> ReleaseRow:
    return ReleaseRow(
        id=held.pk,
        session_id=held.session_id,
        session_title=title.zh,
        town=title.town,
        kind=held.kind,
        subject=held.subject,
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
        withdrawn_at=held.withdrawn_at,
        withdrawn_because=held.withdrawn_because,
    )


def _without_words(row: ReleaseRow) -> ReleaseRow:
    return replace(row, blocks=(), facts={})
