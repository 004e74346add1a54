"""What every public page carries around its text: inspectors' tags, navigation, the foot, the QR of the page."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.utils.functional import cached_property

from huitang.congress.publication import site as sites
from huitang.congress.publication.queries import ReleaseRow
from huitang.congress.publication.site import SiteRow
from huitang.web.frame import house
from huitang.web.portal import columns, disclosure
from huitang.web.portal.columns import Column, Door
from huitang.web.portal.disclosure import Disclosure
from huitang.web.portal.places import Place


@dataclass(frozen=True)
class Around:
    """`row` is the text the page shows, None for a page of several; `path` is the address others should know."""

    place: Place
    column: Column
    path: str
    row: ReleaseRow | None = None
    site: SiteRow = field(init=False)
    doors: tuple[Door, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "site", sites.get_site(self.place.town.id))
        object.__setattr__(self, "doors", columns.doors(self.place, sites.list_columns(self.place.town.id)))

    @property
    def site_name(self) -> str:
        return f"{self.place.town.name}人民代表大会"

    @property
    def site_domain(self) -> str:
        return str(urlsplit(house.site().address).hostname)

    @property
    def site_code(self) -> str:
        return self.site.site_code or house.site().id

    @property
    def address(self) -> str:
        """The whole address, as it is printed and drawn."""
        return f"{house.site().address.rstrip('/')}{self.path}"

    @property
    def qr(self) -> str:
        return sites.qr_of(self.address)

    @property
    def keywords(self) -> str:
        return ",".join((self.column.name, self.place.town.name)) if self.row else self.column.keywords

    @cached_property
    def description(self) -> str:
        """The beginning of a text, else what its column is for."""
        return disclosure.beginning_of(self.row) or self.column.about if self.row else self.column.about

    @property
    def disclosure(self) -> Disclosure | None:
        """信息公开表头, of announcements and resolutions; a registered code is a number, and the verifier knows no other."""
        code = self.site_code if self.site_code.isdecimal() else house.site().id
        return disclosure.disclosure_of(self.row, self.column, code) if self.row else None

    @property
    def stand(self) -> list[str]:
        """What of all this may change while the text does not."""
        told = [f"{door.name}={door.url}" for door in self.doors]
        return [f"site:{self.place.town.id}:{self.site.version}", self.address, self.site_code, *told]
