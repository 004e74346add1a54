"""Where a town stands: at / while it is the only one with anything public, at /t/<code>/ when there are several."""

from dataclasses import dataclass

from django.http import Http404
from django.urls import reverse
from django.utils.translation import get_language

from huitang.congress.publication import queries as published
from huitang.congress.publication.queries import PublicTown

_CHINESE, _ENGLISH = "portal", "portal-en"  # the two sets of addresses, config/urls.py


@dataclass(frozen=True)
class Place:
    """A town and the root of its addresses."""

    town: PublicTown
    has_neighbours: bool

    @property
    def root(self) -> str:
        return self.url("front")

    @property
    def data_url(self) -> str:
        return self.url("data")

    @property
    def feed_url(self) -> str:
        """The feed of the town: a file, the same in every language."""
        if self.has_neighbours:
            return reverse("portal-files:town:feed", args=[self.town.code])
        return reverse("portal-files:feed")

    def url(self, name: str, *args: object) -> str:
        """The address of one of the town's pages."""
        room = _room()
        if self.has_neighbours:
            return reverse(f"{room}:town:{name}", args=[self.town.code, *args])
        return reverse(f"{room}:{name}", args=args)

    def text_url(self, release_id: int) -> str:
        """The address of one version of a text, which is the same wherever the town stands."""
        return reverse(f"{_room()}:release", args=[release_id])

    def session_url(self, session_id: int) -> str:
        return reverse(f"{_room()}:session", args=[session_id])


def find_place(code: str) -> Place | None:
    """The town of an address; without a code the only one there is, else None.

    :raises Http404: no town of this code has anything public
    """
    towns = published.list_public_towns()
    if code:
        found = next((town for town in towns if town.code == code), None)
        if found is None:
            raise Http404
        return Place(found, len(towns) > 1)
    return Place(towns[0], False) if len(towns) == 1 else None


def place_of(code: str) -> Place:
    """The place of a town that is known to be public."""
    towns = published.list_public_towns()
    return Place(next(town for town in towns if town.code == code), len(towns) > 1)


def _room() -> str:
    return _ENGLISH if get_language() == "en" else _CHINESE
