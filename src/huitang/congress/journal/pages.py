"""A page of the journal, the latest first."""

from dataclasses import dataclass

from huitang.congress.journal import queries
from huitang.congress.journal.queries import ChainFinding, EntryRow

PAGE = 100
MOST_AT_ONCE = 20_000  # lines of a spreadsheet that still opens


@dataclass(frozen=True)
class JournalPage:
    """`older` is where the next page begins; None on the last one. `finding` is None unless the chain was proved."""

    entries: tuple[EntryRow, ...]
    older: int | None
    count: int
    finding: ChainFinding | None


def get_page(
    *, chain: str, subject: str = "", area: str = "", before: int | None = None, prove: bool = False, expected: str = ""
) -> JournalPage:
    """`expected` is ``sequence:hash`` as once printed on a paper."""
    rows = queries.list_entries(chain=chain, subject=subject, area=area, limit=PAGE + 1, before=before)
    return JournalPage(
        entries=rows[:PAGE],
        older=rows[PAGE - 1].sequence if len(rows) > PAGE else None,
        count=queries.get_sequence(chain),
        finding=queries.verify_chain(chain, expected=expected) if prove else None,
    )


def list_all(*, chain: str, subject: str = "", area: str = "", before: int | None = None) -> tuple[EntryRow, ...]:
    """What the page shows and everything older, up to what a spreadsheet bears."""
    return queries.list_entries(chain=chain, subject=subject, area=area, limit=MOST_AT_ONCE, before=before)
