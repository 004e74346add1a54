"""The pages that stand between the sessions: drafted by the office, released by the chair, read by the public."""

import re

from huitang.web.terminal.rehearsal import public_pages
from huitang.web.terminal.rehearsal.year.town import Deed, Town, day

ADDRESSES = {  # where each kind of page stands, by its year
    "PROJECTS": "/projects/{year}/",
    "DEPUTIES": "/deputies/",
    "SUGGESTIONS": "/suggestions/",
    "SUPERVISION": "/supervision/{year}/",
    "MONEY": "/money/{year}/",
    "TARGETS": "/targets/{year}/",
}
# what the fictional town keeps for itself: telephones of the roll, who was paid
PRIVATE = (re.compile(r"10000\d{6}"), re.compile("施工单位"))


def deeds() -> list[Deed]:
    """On the day after the second spring session."""
    return [Deed(day("2026-04-01"), "the standing pages are drafted and released", _release, who="chair")]


def _release(town: Town) -> None:
    offered = public_pages.release_standing(town.desk, town.cast["chair"])
    kinds = {fields["kind"] for fields in offered}
    town.told += [f"no public page is offered of {kind}" for kind in sorted(set(ADDRESSES) - {"PROJECTS"} - kinds)]
    _read(town, ["/", *(_address(fields) for fields in offered if fields["kind"] in ADDRESSES)])


def _address(fields: dict[str, str]) -> str:
    return ADDRESSES[fields["kind"]].format(year=fields["subject"].partition(":")[2])


def _read(town: Town, addresses: list[str]) -> None:
    """Somebody without an account; every page is there, and none says what is private."""
    for address in addresses:
        page = town.cast["public"].get(address)
        town.keep(f"public{address.replace('/', '-').rstrip('-') or '-front'}", page)
        found = (one.search(page.text) for one in PRIVATE)
        town.told += [f"the public page {address} says {private[0]}" for private in found if private]
