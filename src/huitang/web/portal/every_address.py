"""Every public address there is: for the sitemap, for writing the portal as plain files, for checking links."""

from collections.abc import Iterator
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from huitang.congress.publication import queries as published
from huitang.congress.publication.open_record import files
from huitang.congress.publication.queries import ReleaseRow
from huitang.congress.seals import public_papers
from huitang.congress.seals import queries as seals
from huitang.web.portal import columns, installation
from huitang.web.portal.places import Place

Page = tuple[str, datetime | None]  # the Chinese address of a page, and when it last changed
ENGLISH = "/en"


def list_places() -> tuple[Place, ...]:
    """Every town with something public, with its addresses."""
    towns = published.list_public_towns()
    return tuple(Place(town, len(towns) > 1) for town in towns)


def list_pages(place: Place) -> tuple[Page, ...]:
    """The pages in force of a town, in Chinese; each has its English sister below /en/."""
    with translation.override("zh-hans"):
        found = dict(_pages(place))
    return tuple(found.items())


def list_files(place: Place) -> tuple[str, ...]:
    """The data files of a town: tables, feeds, the calendar, and every object of OParl."""
    addresses = installation.addresses_of(place)
    town = files.files_of(place.town, addresses, installation.wording())
    listed = [f"{addresses.town_root}{one.path}" for one in town.listed]
    objects = [f"{addresses.town_root}data/oparl/{path}" for path in town.oparl]
    return tuple(dict.fromkeys([*listed, *objects]))


def list_addresses(place: Place) -> tuple[str, ...]:
    """Pages in both languages, texts replaced and withdrawn too, data files, pictures, records, signatures; each once."""
    pages = [path for path, _at in list_pages(place)]
    pages += [f"/releases/{key}/" for key, _state in published.list_public_ids(place.town.id)]
    spoken = [path for page in pages for path in (page, f"{ENGLISH}{page}")]
    with translation.override("zh-hans"):
        index = place.url("search_index")
    return tuple(dict.fromkeys([*spoken, index, f"{ENGLISH}{index}", *list_files(place), *_of_texts(place)]))


def list_addresses_of_site() -> tuple[str, ...]:
    """What stands once, however many towns there are: the first page, the map, OParl's System, the log and the keys."""
    towns = list_places()
    data = ["/data/oparl/system.json", "/data/oparl/bodies/page-1.json"] if towns else []
    data += ["/atom.xml"] if any(published.list_in_force(place.town.id) for place in towns) else []
    told = ["/", f"{ENGLISH}/", "/sitemap.xml", "/robots.txt", *data, "/log/leaves.json", "/keys.json"]
    told += ["/log/checkpoint"] if seals.has_checkpoint() else []
    return (*told, "/minisign.pub") if seals.has_key() else tuple(told)


def list_all_addresses() -> tuple[str, ...]:
    """Of the site and of all its towns."""
    found = [path for place in list_places() for path in list_addresses(place)]
    return tuple(dict.fromkeys([*list_addresses_of_site(), *found]))


def _pages(place: Place) -> Iterator[Page]:
    rows = published.list_in_force(place.town.id)
    last = max((row.released_at for row in rows if row.released_at), default=None)
    yield place.url("front"), last
    yield place.url("data"), last
    yield place.url("search"), last
    for kind in columns.listed_kinds(rows):
        yield place.url("column", kind), last
    for row in rows:
        yield reverse("portal:release", args=[row.id]), row.released_at
        if row.session_id is not None:
            yield reverse("portal:session", args=[row.session_id]), row.released_at
        else:
            yield from _standing(place, row)


def _standing(place: Place, row: ReleaseRow) -> Iterator[Page]:
    yield columns.address_of(place, row), row.released_at
    if row.kind == "SUGGESTIONS":
        for one in row.facts["suggestions"]:
            yield place.url("suggestion", one["key"]), row.released_at


def _of_texts(place: Place) -> Iterator[str]:
    for key, _state in published.list_public_ids(place.town.id):
        yield f"/releases/{key}.json"
    for key in public_papers.list_public_papers(place.town.id, font_folders=settings.FONT_FOLDERS):
        yield f"/releases/{key}.pdf"
    for key, is_signed in seals.list_kept_records(place.town.id):
        yield f"/releases/{key}.record.json"
        if is_signed:
            yield f"/releases/{key}.record.json.minisig"
    yield from (f"/photos/{sha256}.jpg" for sha256 in published.list_public_photos(place.town.id))
