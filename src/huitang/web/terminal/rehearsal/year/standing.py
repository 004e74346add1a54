"""The pages that stand between the sessions: drafted by the office, released by the chair, read by the public."""

import re

from huitang.web.terminal.rehearsal.year.town import Deed, Town, day

PUBLIC, CHAIR = "/desk/public/", "/chair/releases/"
PAGES = (
    *("/", "/projects/2025/", "/deputies/", "/suggestions/", "/supervision/2025/", "/money/2025/", "/money/2024/"),
    "/targets/2025/",
)
# what the fictional town keeps for itself: telephones of the roll, who was paid
PRIVATE = (re.compile(r"10000\d{6}"), re.compile("施工单位"))


def deeds() -> list[Deed]:
    """On the day after the second spring session."""
    return [Deed(day("2026-04-01"), "the standing pages are drafted and released", _release, who="chair")]


def _release(town: Town) -> None:
    for form in town.desk.get(PUBLIC).forms("/draft/"):
        town.desk.post(form.action, form.fields)
    chair = town.cast["chair"]
    drafted = {link for link in chair.get(CHAIR).links(CHAIR) if re.search(r"/releases/\d+/$", link)}
    for address in sorted(drafted):
        if chair.get(address).forms("/release/"):
            chair.post(f"{address}release/")
    _read(town)


def _read(town: Town) -> None:
    """Somebody without an account; every page is there, and none says what is private."""
    for address in PAGES:
        page = town.cast["public"].get(address)
        town.keep(f"public{address.replace('/', '-').rstrip('-') or '-front'}", page)
        town.told += [
            f"the public page {address} says {found[0]}"
            for found in (one.search(page.text) for one in PRIVATE)
            if found
        ]
