"""What stands around every public page: what the office says of its site, which columns have something, the page's QR."""

from dataclasses import dataclass
from functools import lru_cache

from huitang.adapters.qr.drawing import qr_svg
from huitang.congress.journal.one_look import once
from huitang.congress.publication.models import Release, SiteFacts

STANDING_OF_A_YEAR = ("PROJECTS", "SUPERVISION", "MONEY", "TARGETS")


@dataclass(frozen=True)
class SiteRow:
    """As it is shown at the foot of every page; empty is not shown. `version` 0: nothing was ever typed."""

    organiser: str = ""
    operator: str = ""
    contact: str = ""
    address: str = ""
    icp_number: str = ""
    police_number: str = ""
    site_code: str = ""
    editor: str = ""
    reviewer: str = ""
    version: int = 0


@dataclass(frozen=True)
class ColumnRow:
    """A column that has something: its kind, the latest year of a page that has years; an own page's name and address."""

    kind: str
    year: int | None = None
    name: str = ""
    slug: str = ""


@once
def get_site(town_id: int) -> SiteRow:
    """What the office typed of its site."""
    held = SiteFacts.objects.filter(town_id=town_id).first()
    if held is None:
        return SiteRow()
    return SiteRow(
        organiser=held.organiser,
        operator=held.operator,
        contact=held.contact,
        address=held.address,
        icp_number=held.icp_number,
        police_number=held.police_number,
        site_code=held.site_code,
        editor=held.editor,
        reviewer=held.reviewer,
        version=held.version,
    )


@once
def list_columns(town_id: int) -> tuple[ColumnRow, ...]:
    """Every kind of text in force, once, with its latest year; every own page with its column."""
    shown = Release.objects.filter(town_id=town_id, state=Release.State.RELEASED)
    kinds = shown.exclude(kind=Release.Kind.PAGE).order_by("kind", "year").values_list("kind", "year").distinct()
    latest = {kind: ColumnRow(kind, year) for kind, year in kinds}
    pages = shown.filter(kind=Release.Kind.PAGE).order_by("subject").values_list("facts__column", "facts__slug")
    return (*latest.values(), *(ColumnRow("PAGE", None, name or "", slug or "") for name, slug in pages))


@lru_cache(maxsize=2048)
def qr_of(address: str) -> str:
    """The address of a page as SVG, to open it on a telephone."""
    return qr_svg(address)
