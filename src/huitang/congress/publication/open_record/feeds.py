"""What was released, as Atom: all of a town or one column, the latest first. A correction is an entry of its own."""

from collections.abc import Mapping, Sequence

from django.utils.feedgenerator import Atom1Feed

from huitang.congress.publication.open_record.record import Addresses, PublicRecord, released, words_of
from huitang.congress.publication.queries import ReleaseRow

LATEST = 50
_SUMMARY = 200  # characters


def columns_of(record: PublicRecord) -> tuple[str, ...]:
    """The kinds of which something is in force."""
    return tuple(dict.fromkeys(row.kind for row in record.texts))


def write_feed(
    records: Sequence[PublicRecord],
    addresses: Addresses,
    columns: Mapping[str, str],
    *,
    path: str,
    kind: str = "",
    licence: str = "",
) -> bytes:
    """`path` is the feed's own, below the town; `kind` keeps to one column. There must be something in it."""
    texts = [row for record in records for row in record.texts if not kind or row.kind == kind]
    latest = sorted(texts, key=lambda row: (released(row), row.id), reverse=True)[:LATEST]
    name = records[0].congress if len(records) == 1 else "会堂"
    feed = Atom1Feed(
        title=f"{name} · {columns[kind]}" if kind else f"{name} · 公开",
        link=addresses.town,
        description="",
        language="zh-CN",
        feed_url=f"{addresses.town}{path}",
        author_name=name,
        feed_copyright=licence or None,
    )
    for row in latest:
        _add(feed, row, addresses, columns)
    return bytes(feed.writeString("utf-8").encode())


def _add(feed: Atom1Feed, row: ReleaseRow, addresses: Addresses, columns: Mapping[str, str]) -> None:
    address = addresses.release(row.id)
    feed.add_item(
        title=row.title,
        link=address,
        description=words_of(row)[:_SUMMARY],
        author_name=row.source,
        pubdate=released(row),
        updateddate=released(row),
        unique_id=address,
        categories=[columns[row.kind]],
    )
