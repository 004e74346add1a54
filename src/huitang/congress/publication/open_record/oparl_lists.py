"""The lists of OParl as plain files: page-1.json, page-2.json …, sorted by the address of their objects."""

from collections.abc import Sequence
from typing import Any

Told = dict[str, Any]
SCHEMA = "https://schema.oparl.org/1.1/"
OF_A_PAGE = 100
# field of Body → folder of the list
LISTS = {
    "organization": "organizations",
    "person": "people",
    "meeting": "meetings",
    "paper": "papers",
    "agendaItem": "agenda-items",
    "consultation": "consultations",
    "file": "files",
    "locationList": "locations",
    "legislativeTermList": "terms",
    "membership": "memberships",
}


def list_pages(name: str, members: Sequence[Told], *, address: str, of_a_page: int = OF_A_PAGE) -> dict[str, Told]:
    """Path → page; there is a first page even of nothing. `address` is the folder of the list."""
    found = sorted(members, key=lambda one: one["id"])
    pages = [found[start : start + of_a_page] for start in range(0, len(found), of_a_page)] or [[]]
    last = len(pages)
    return {
        f"{name}/page-{number}.json": {
            "data": page,
            "pagination": {
                "totalElements": len(found),
                "elementsPerPage": of_a_page,
                "currentPage": number,
                "totalPages": last,
            },
            "links": _links(number, last, address),
        }
        for number, page in enumerate(pages, start=1)
    }


def _links(number: int, last: int, address: str) -> dict[str, str]:
    def at(page: int) -> str:
        return f"{address}page-{page}.json"

    told = {"first": at(1), "self": at(number), "last": at(last)}
    if number > 1:
        told["prev"] = at(number - 1)
    if number < last:
        told["next"] = at(number + 1)
    return told
