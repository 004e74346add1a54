"""The first page of the public: the latest session of which something is released, and those before it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef

from huitang.congress.publication import queries
from huitang.congress.publication.models import Release
from huitang.congress.publication.queries import PublicSession
from huitang.congress.roster import queries as roster
from huitang.congress.sittings import queries as sittings
from huitang.rules.legal_text import Text

EARLIER = 30  # sessions of fifteen years of one town


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


def get_front(*, town_code: str = "") -> FrontPage:
    """Of one town, or the latest of all; the same queries however many sessions and towns there are."""
    released = Release.objects.filter(session_id=OuterRef("pk"), state=Release.State.RELEASED)
    rows = sittings.list_latest(Exists(released), town_code=town_code, limit=EARLIER + 1)
    ours = Release.objects.filter(session__term__town_id=OuterRef("pk"), state=Release.State.RELEASED)
    towns = roster.list_towns_where(Exists(ours))
    return FrontPage(
        latest=queries.get_public_session(rows[0].id) if rows else None,
        earlier=tuple(PublicLine(row.id, Text(row.title.zh, row.title.en), row.opens_on) for row in rows[1:]),
        towns=towns,
        town=rows[0].title.town if rows and (town_code or len(towns) == 1) else "",
    )
