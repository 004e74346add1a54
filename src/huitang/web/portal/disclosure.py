"""信息公开表头: what stands above an announcement or a resolution, from the text's own facts."""

import re
from dataclasses import dataclass

from django.utils import timezone

from huitang.congress.publication.queries import ReleaseRow
from huitang.web.portal.columns import Column

KINDS = ("ANNOUNCEMENT", "RESOLUTION")
_DAY = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")
_BEGINNING = 120  # characters of a description


@dataclass(frozen=True)
class Disclosure:
    """`written_on` as the text has it, empty where it says none; `number` is that of an announcement."""

    index: str
    column: str
    organ: str
    written_on: str
    number: int | None
    state: str


def disclosure_of(row: ReleaseRow, column: Column, site_code: str) -> Disclosure | None:
    """None for texts that have no such head."""
    if row.kind not in KINDS or row.released_at is None:
        return None
    year = timezone.localtime(row.released_at).year
    index = f"{site_code}/{year}-{row.id:05d}"
    return Disclosure(index, column.name, row.source, _written_on(row), row.number, row.state)


def beginning_of(row: ReleaseRow) -> str:
    """The first words of a text, for those who list it."""
    told = " ".join(block["text"] for block in row.blocks if block["type"] == "p")
    line = " ".join(told.split())
    return f"{line[:_BEGINNING]}…" if len(line) > _BEGINNING else line


def _written_on(row: ReleaseRow) -> str:
    signed = [str(block["day"]) for block in row.blocks if block["type"] == "signature"]
    noted = [str(block["text"]) for block in row.blocks if block["type"] == "note"]
    found = (match[0] for text in (*signed, *noted) if (match := _DAY.search(text)))
    return next(found, "")
