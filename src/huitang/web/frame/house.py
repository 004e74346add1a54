"""What stands at the head of every page, the town and the session it is about; and the address the public knows."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest

from huitang.congress.accounts.actor import Actor
from huitang.congress.roster import queries as roster
from huitang.congress.seals.site import Site
from huitang.congress.sittings import queries as sittings
from huitang.congress.sittings.queries import SessionRow
from huitang.web.frame.templatetags.wording import told


def head(request: HttpRequest) -> dict[str, object]:
    """Context processor; a page may say which session it is about by setting `request.session_row`."""
    found: Actor | None = None if _is_for_the_public(request) else getattr(request, "actor", None)
    town_id = found.town_id if found else None
    row: SessionRow | None = getattr(request, "session_row", None)
    if row is None and town_id is not None:
        row = sittings.get_current_session(town_id)
    return {
        "town_name": row.title.town if row else (roster.find_town(town_id) if town_id else ""),
        "session_name": told(row.title.short) if row else "",
        "is_rehearsal": settings.REHEARSAL,
    }


def _is_for_the_public(request: HttpRequest) -> bool:
    """A public page says what it is about itself, and the same to whoever asks."""
    match = request.resolver_match
    return match is not None and match.app_name == "portal"


def site() -> Site:
    """The installation as the public knows it; it stands in every signed record."""
    return Site(settings.SITE_ADDRESS, settings.SITE_ID or str(urlsplit(settings.SITE_ADDRESS).hostname))
