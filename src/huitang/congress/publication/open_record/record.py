"""Everything in force of one town, as the public pages have it: all that the open data are written from."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from huitang.congress.publication import queries
from huitang.congress.publication.queries import PublicSession, PublicTown, ReleaseRow

Facts = dict[str, Any]
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
_CHINESE_DAY = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")


@dataclass(frozen=True)
class Addresses:
    """Absolute addresses; `site` has no slash at its end, `town_root` begins and ends with one."""

    site: str
    town_root: str = "/"

    @property
    def town(self) -> str:
        return f"{self.site}{self.town_root}"

    def data(self, name: str) -> str:
        return f"{self.town}data/{name}"

    def release(self, release_id: int) -> str:
        return f"{self.site}/releases/{release_id}/"

    def facts(self, release_id: int) -> str:
        return f"{self.site}/releases/{release_id}.json"

    def session(self, session_id: int) -> str:
        return f"{self.site}/sessions/{session_id}/"


@dataclass(frozen=True)
class PublicRecord:
    """Sessions latest first, standing pages by kind; `withdrawn` holds tombstones without words."""

    town: PublicTown
    sessions: tuple[PublicSession, ...]
    standing: tuple[ReleaseRow, ...]
    withdrawn: tuple[ReleaseRow, ...]

    @property
    def congress(self) -> str:
        return f"{self.town.name}人民代表大会"

    @property
    def texts(self) -> tuple[ReleaseRow, ...]:
        """Everything in force, the latest release first."""
        found = [*self.standing, *(row for session in self.sessions for row in session.releases)]
        return tuple(sorted(found, key=lambda row: (released(row), row.id), reverse=True))

    @property
    def changed_at(self) -> datetime:
        """When the public last got something, or lost it."""
        gone = (row.withdrawn_at or released(row) for row in self.withdrawn)
        return max([*gone, *(released(row) for row in self.texts)], default=_NEVER)

    def of_kind(self, kind: str) -> tuple[ReleaseRow, ...]:
        return tuple(row for row in self.standing if row.kind == kind)


def find_record(town: PublicTown) -> PublicRecord:
    return PublicRecord(
        town=town,
        sessions=queries.list_public_sessions(town.id),
        standing=queries.list_standing_in_force(town.id),
        withdrawn=queries.list_withdrawn(town.id),
    )


def released(row: ReleaseRow) -> datetime:
    """When a public text was released."""
    if row.released_at is None:
        raise ValueError(f"text {row.id} was never released")
    return row.released_at


def source_of(session: PublicSession, subject: str) -> ReleaseRow:
    """The text that tells of a matter: its own, else the news item, else the first."""
    own = next((row for row in session.releases if row.subject == subject), None)
    return own or session.news or session.releases[0]


def sittings_of(session: PublicSession) -> tuple[Facts, ...]:
    """The sittings as the news item tells them; none while it is not released."""
    return tuple(session.news.facts.get("sittings") or ()) if session.news else ()


def agenda_of(session: PublicSession) -> tuple[str, ...]:
    return tuple(session.news.facts.get("agenda") or ()) if session.news else ()


def signed_on(row: ReleaseRow) -> str | None:
    """The day under a text, as a machine writes it."""
    for block in row.blocks:
        found = _CHINESE_DAY.search(block["day"]) if block["type"] == "signature" else None
        if found:
            year, month, day = map(int, found.groups())
            return f"{year:04}-{month:02}-{day:02}"
    return None


def words_of(row: ReleaseRow) -> str:
    """The text in plain words, tables line by line."""
    return "\n".join(line for block in row.blocks for line in _lines(block))


def _lines(block: Facts) -> Iterator[str]:
    if block["type"] == "table":
        yield from filter(None, [block["caption"]])
        yield from ("\t".join(cells) for cells in [block["head"], *block["rows"]])
    elif block["type"] == "signature":
        yield from (block["organ"], block["day"])
    elif block["type"] not in ("chart", "photo"):
        yield block["text"]


def key_of(*words: str) -> str:
    """A short name for an address that says nothing but stays the same."""
    return hashlib.sha256("\n".join(words).encode()).hexdigest()[:12]
