"""The canonical record of a release and of a withdrawal: what is hashed, signed and logged (docs/checking.md)."""

import json
from datetime import UTC, datetime
from typing import Any

from huitang.adapters.papers.paper import Stamp
from huitang.adapters.signing import canonical
from huitang.congress.documents.days import day
from huitang.congress.publication.queries import ReleaseRow
from huitang.congress.seals.site import Site
from huitang.congress.sittings.calendar import local_zone

FORMAT = "huitang-record-1"


def record_of_release(row: ReleaseRow, site: Site) -> bytes:
    """Everything the public reads of a text, in one spelling."""
    told = {
        **_named("release", row, site),
        "kind": row.kind,
        "number": row.number,
        "source": row.source,
        "released_at": _moment(row.released_at),
        "blocks": list(row.blocks),
        "attachments": [],  # of each: name and sha256
        "facts": row.facts,
        "text_sha256": row.sha256,
    }
    return canonical.canonical_bytes(told)


def record_of_withdrawal(row: ReleaseRow, site: Site, *, record_sha256: str) -> bytes:
    """That a text was taken down, when and why; the words themselves are left out."""
    told = {
        **_named("withdrawal", row, site),
        "record_sha256": record_sha256,
        "withdrawn_at": _moment(row.withdrawn_at),
        "reason": row.withdrawn_because,
    }
    return canonical.canonical_bytes(told)


def read(record: str) -> dict[str, Any]:
    """The fields of a record as it is kept."""
    told: dict[str, Any] = json.loads(record)
    return told


def _named(type_: str, row: ReleaseRow, site: Site) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "type": type_,
        "site_id": site.id,
        "address": site.release_address(row.id),
        "town": row.town,
        "title": row.title,
        "version": row.version,
    }


def _moment(at: datetime | None) -> str | None:
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z") if at else None


def stamp_of(record: str) -> Stamp:
    """What of a record is printed behind its text."""
    told = read(record)
    at = datetime.fromisoformat(told["released_at"]).astimezone(local_zone())
    return Stamp(
        code=canonical.grouped(canonical.check_code(told["text_sha256"])),
        address=told["address"],
        released_at=f"{day(at.date())}{at:%H:%M:%S}",
        version=told["version"],
    )
