"""Sessions and their sittings, as far as they were released, for a calendar to subscribe to."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from huitang.adapters.calendars.writing import Occasion, write_calendar
from huitang.congress.publication.open_record.record import Addresses, PublicRecord, sittings_of
from huitang.congress.publication.queries import PublicSession

PRODUCT = "-//Huitang//Public sessions//ZH"
_REFRESH = timedelta(days=1)


def write(record: PublicRecord, addresses: Addresses) -> bytes:
    entries = [one for session in record.sessions for one in _occasions(session, addresses)]
    name = f"{record.congress}会议"
    return write_calendar(entries, name=name, at=record.changed_at, refresh=_REFRESH, product=PRODUCT)


def _occasions(session: PublicSession, addresses: Addresses) -> Iterator[Occasion]:
    host, url = urlsplit(addresses.site).hostname, addresses.session(session.id)
    yield Occasion(
        uid=f"session-{session.id}@{host}",
        starts=session.opens_on,
        last_day=session.closes_on,
        summary=session.title,
        url=url,
    )
    for number, sitting in enumerate(sittings_of(session), start=1):
        yield Occasion(
            uid=f"sitting-{session.id}-{number}@{host}",
            starts=datetime.fromisoformat(sitting["starts_at"]),
            summary=f"{session.title}{sitting['title']}",
            url=url,
        )
