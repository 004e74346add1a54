"""What each page says of itself in the words of schema.org, in Chinese whatever language the page speaks."""

from typing import Any

from django.utils import translation

from huitang.congress.publication.open_record import linked
from huitang.congress.publication.queries import Article, PublicSession
from huitang.web.portal import installation
from huitang.web.portal.columns import COLUMNS
from huitang.web.portal.places import Place

Told = list[dict[str, Any]]
_FIRST = "首页"


def town(place: Place) -> Told:
    return [linked.of_organization(place.town.name, installation.addresses_of(place))]


def article(place: Place, found: Article, path: str = "") -> Told:
    """`path` is the page of its column, if the text stands there; else the text has its own address."""
    addresses = installation.addresses_of(place)
    row = found.row
    own = addresses.release(row.id)
    address = f"{addresses.site}{path.removeprefix('/en')}" if path else own
    trail = [(_FIRST, addresses.town)]
    if row.session_id is not None:
        trail.append((found.short, addresses.session(row.session_id)))
    with translation.override("zh-hans"):
        name = str(row.facts.get("column") or COLUMNS[row.kind])
    return linked.of_article(found, addresses, address=address, trail=[*trail, (name, address)])


def session(place: Place, found: PublicSession) -> Told:
    addresses = installation.addresses_of(place)
    trail = [(_FIRST, addresses.town), (found.short, addresses.session(found.id))]
    return linked.of_session(found, addresses, trail=trail)
