"""What an installation says of itself in data: its addresses, the names of its columns, the licence."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from huitang.congress.publication.open_record.files import Wording
from huitang.congress.publication.open_record.record import Addresses
from huitang.web.frame import house
from huitang.web.portal.columns import COLUMNS
from huitang.web.portal.places import Place


def addresses_of(place: Place) -> Addresses:
    """Of a town, whatever language the page speaks."""
    root = reverse("portal:town:front", args=[place.town.code]) if place.has_neighbours else reverse("portal:front")
    return Addresses(house.site().address, root)


def addresses_of_site() -> Addresses:
    return Addresses(house.site().address)


def wording() -> Wording:
    """In Chinese: files have one language."""
    with translation.override("zh-hans"):
        columns = tuple((kind, str(name)) for kind, name in COLUMNS.items())
    return Wording(columns, settings.DATA_LICENCE, settings.DATA_LICENCE_ADDRESS)
