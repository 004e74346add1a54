"""What the public may see: released texts, and the tombstones of withdrawn ones. The portal reads nothing else."""

import hashlib
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from huitang.adapters.signing import canonical
from huitang.congress.journal.one_look import once
from huitang.congress.publication import figures
from huitang.congress.publication.commands import ReleaseIsUnknown, versions_of
from huitang.congress.publication.figures import SessionFigures
from huitang.congress.publication.models import PublicPhoto, Release
from huitang.congress.sittings import queries as sittings
from huitang.rules.legal_text import Text

State = Release.State
_LISTED = 500  # of one kind on one page; what is older is found by searching
_PUBLIC = (State.RELEASED, State.WITHDRAWN, State.REPLACED)


@dataclass(frozen=True)
class ReleaseRow:
    """One text; of a standing page `session_id` is None and `session_title` empty."""

    id: int
    session_id: int | None
    session_title: str
    town_id: int
    town: str
    town_code: str
    year: int | None
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
        return canonical.grouped(canonical.check_code(self.sha256))

    @property
    def is_standing(self) -> bool:
        return self.session_id is None

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
    town_code: str
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
class Article:
    """One public text with its place among the others; `in_force` is the version that replaced it, if there is one."""

    row: ReleaseRow
    session: Text
    short: str
    in_force: ReleaseRow | None
    versions: tuple[ReleaseRow, ...]
    earlier: ReleaseRow | None
    later: ReleaseRow | None


@dataclass(frozen=True)
class PublicTown:
    """A town of which something is public."""

    id: int
    code: str
    name: str


@once
def list_public_towns() -> tuple[PublicTown, ...]:
    """Towns of which something is or was released: several of them have addresses of their own."""
    towns = Release.objects.filter(state__in=_PUBLIC).order_by("town__name", "town_id")
    return tuple(PublicTown(*row) for row in towns.values_list("town_id", "town__code", "town__name").distinct())


def list_in_force(town_id: int) -> tuple[ReleaseRow, ...]:
    """Everything in force of a town, of its sessions and between them, the latest release first."""
    return rows_of(Release.objects.filter(town_id=town_id, state=State.RELEASED).order_by("-released_at", "-pk"))


def list_withdrawn(town_id: int) -> tuple[ReleaseRow, ...]:
    """The last version of each text that is withdrawn and stands in no other version; without its words."""
    standing = Release.objects.filter(town_id=town_id, state=State.RELEASED)
    held = {(row.session_id, row.kind, row.subject) for row in standing.only("session_id", "kind", "subject")}
    gone = rows_of(Release.objects.filter(town_id=town_id, state=State.WITHDRAWN).order_by("version", "pk"))
    last = {(row.session_id, row.kind, row.subject): row for row in gone}
    return tuple(_without_words(row) for matter, row in last.items() if matter not in held)


def list_public_ids(town_id: int) -> tuple[tuple[int, str], ...]:
    """Every public text of a town, replaced and withdrawn ones too: its number and its state."""
    found = Release.objects.filter(town_id=town_id, state__in=_PUBLIC).order_by("pk")
    return tuple(found.values_list("pk", "state"))


def list_public_photos(town_id: int) -> tuple[str, ...]:
    """The names of the pictures the public may get."""
    shown = PublicPhoto.objects.filter(town_id=town_id, releases__state__in=(State.RELEASED, State.REPLACED))
    return tuple(shown.order_by("sha256").values_list("sha256", flat=True).distinct())


@once
def stand_of_town(town_id: int) -> str:
    """A fingerprint of everything public of a town; it changes with every release, withdrawal and change of a session."""
    found = Release.objects.filter(town_id=town_id, state__in=_PUBLIC).order_by("pk")
    columns = ("pk", "sha256", "state", "released_at", "withdrawn_at", "town__name", "town__code")
    of_session = ("session_id", "session__opens_on", "session__closes_on", "session__number", "session__playbook")
    told = "\n".join(str(row) for row in found.values_list(*columns, *of_session))
    return hashlib.sha256(told.encode()).hexdigest()


def list_withdrawn_standing() -> tuple[ReleaseRow, ...]:
    """Versions of pages between sessions that were withdrawn, of every town; others may be in force meanwhile."""
    return rows_of(Release.objects.filter(session=None, state=State.WITHDRAWN).order_by("pk"))


def list_standing_in_force(town_id: int) -> tuple[ReleaseRow, ...]:
    """The pages that stand between sessions, by kind, the latest year first."""
    found = Release.objects.filter(town_id=town_id, session=None, state=State.RELEASED)
    return rows_of(found.order_by("kind", "-year", "pk"))


def list_public_years(town_id: int, kind: str) -> tuple[int, ...]:
    """The years of which a page of this kind is in force, the latest first."""
    found = Release.objects.filter(town_id=town_id, session=None, kind=kind, state=State.RELEASED)
    years = found.order_by("-year").values_list("year", flat=True)
    return tuple(year for year in years if year is not None)


def list_of_kind(town_id: int, kind: str) -> tuple[ReleaseRow, ...]:
    """The texts of one kind in force, the latest first; own pages by the column they name."""
    found = Release.objects.filter(town_id=town_id, kind=kind, state=State.RELEASED)
    rows = rows_of(found.order_by("-released_at", "-pk")[:_LISTED])
    return tuple(sorted(rows, key=lambda row: str(row.facts.get("column", "")))) if kind == "PAGE" else rows


def find_standing(town_id: int, kind: str, *, year: int | None = None, slug: str = "") -> Article:
    """The standing page in force, else the tombstone of the last one withdrawn, with its versions.

    :raises ReleaseIsUnknown: nothing of it is public
    """
    found = Release.objects.filter(town_id=town_id, session=None, kind=kind)
    if year is not None:
        found = found.filter(year=year)
    if slug:
        found = found.filter(facts__slug=slug)
    shown = list(found.filter(state__in=(State.RELEASED, State.WITHDRAWN)).order_by("-released_at", "-pk"))
    held = next((one for one in shown if one.state == State.RELEASED), shown[0] if shown else None)
    if held is None:
        raise ReleaseIsUnknown()
    return get_article(held.pk)


def find_photo(sha256: str) -> tuple[bytes, str]:
    """A picture and its media type, while a text that names it is public. :raises ReleaseIsUnknown:"""
    shown = PublicPhoto.objects.filter(sha256=sha256, releases__state__in=(State.RELEASED, State.REPLACED))
    photo = shown.first()
    if photo is None:
        raise ReleaseIsUnknown()
    return bytes(photo.content), photo.media_type


def list_public_sessions(town_id: int | None = None) -> tuple[PublicSession, ...]:
    """Sessions of which something is released, of one town or of all, the latest first."""
    found = Release.objects.filter(state=State.RELEASED, session__isnull=False)
    if town_id is not None:
        found = found.filter(town_id=town_id)
    ids = found.order_by("session_id").values_list("session_id", flat=True)
    rows = [_public_session(session_id) for session_id in ids.distinct()]
    return tuple(sorted(rows, key=lambda row: (row.opens_on, row.id), reverse=True))


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
    title = sittings.get_session(held.session_id).title if held.session_id else None
    same = versions_of(held).filter(state__in=_PUBLIC).select_related("town").defer("words").order_by("version")
    rows = [_row(one, title.zh if title else "") for one in same]
    row = next(one for one in rows if one.id == held.pk)
    versions = tuple(map(_without_words, rows))
    return Article(
        row=_without_words(row) if row.state == State.WITHDRAWN else row,
        session=Text(title.zh, title.en) if title else Text("", ""),
        short=title.short_zh if title else "",
        in_force=next((one for one in versions if one.state == State.RELEASED and one.id != release_id), None),
        versions=versions,
        earlier=_neighbour(held, step=-1),
        later=_neighbour(held, step=1),
    )


def list_releases(session_id: int) -> tuple[ReleaseRow, ...]:
    """Everything of a session, drafts too: for the desk and the chair, never for the portal."""
    return rows_of(Release.objects.filter(session_id=session_id).order_by("kind", "number", "pk"))


def _public_session(session_id: int) -> PublicSession:
    session = sittings.get_session(session_id)
    released = Release.objects.filter(session_id=session_id, state=State.RELEASED).order_by("kind", "number", "pk")
    rows = rows_of(released)
    return PublicSession(
        id=session_id,
        title=session.title.zh,
        name=Text(session.title.zh, session.title.en),
        short=session.title.short_zh,
        town=session.title.town,
        town_code=rows[0].town_code,
        opens_on=session.opens_on,
        closes_on=session.closes_on,
        releases=rows,
    )


def _public_release(release_id: int) -> Release:
    held = Release.objects.filter(pk=release_id, state__in=_PUBLIC).first()
    if held is None:
        raise ReleaseIsUnknown()
    return held


def _public_row(held: Release) -> ReleaseRow:
    row = next(iter(rows_of(Release.objects.filter(pk=held.pk))))
    return _without_words(row) if held.state == State.WITHDRAWN else row


def _neighbour(held: Release, *, step: int) -> ReleaseRow | None:
    """The other text in force released just before (-1) or after (1) this one in the town; its session is not named."""
    town = Release.objects.filter(town_id=held.town_id, state=State.RELEASED).select_related("town").defer("words")
    others = town.exclude(session_id=held.session_id, kind=held.kind, subject=held.subject)
    at, pk = held.released_at, held.pk
    if step < 0:
        beside = others.filter(released_at__lte=at).exclude(released_at=at, pk__gte=pk).order_by("-released_at", "-pk")
    else:
        beside = others.filter(released_at__gte=at).exclude(released_at=at, pk__lte=pk).order_by("released_at", "pk")
    return next((_row(one, "") for one in beside[:1]), None)


def rows_of(releases: QuerySet[Release]) -> tuple[ReleaseRow, ...]:
    """Rows of any texts, for this app's own queries."""
    held = list(releases.select_related("town").defer("words"))
    titles = sittings.titles_of(one.session_id for one in held if one.session_id is not None)
    return tuple(_row(one, titles[one.session_id].zh if one.session_id else "") for one in held)


def _row(held: Release, session_title: str) -> ReleaseRow:
    return ReleaseRow(
        id=held.pk,
        session_id=held.session_id,
        session_title=session_title,
        town_id=held.town_id,
        town=held.town.name,
        town_code=held.town.code,
        year=held.year,
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
