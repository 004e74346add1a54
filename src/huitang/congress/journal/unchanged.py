"""Two clerks at the same page: the first deed counts, the second is told what happened meanwhile."""

from collections.abc import Collection

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from huitang.congress.journal.models import ChainHead, JournalEntry
from huitang.congress.journal.refusal import Refusal


class SomebodyWasQuicker(Refusal):
    text = _("您打开这一页以后，“{who}”已经改过这里，您刚才的改动没有写入。请打开最新的内容，再决定要不要改。")


def must_be_as_seen(*, chain: str, subject: str, events: Collection[str], seen: int | None) -> None:
    """`seen` is the town's sequence number when the page was drawn; None asks for no check.

    :raises SomebodyWasQuicker: one of `events` has happened to `subject` since
    """
    if seen is None:
        return
    # takes the chain's lock first, so that nobody writes between this look and the deed
    ChainHead.objects.filter(chain=chain).update(sequence=F("sequence"))
    since = JournalEntry.objects.filter(chain=chain, subject=subject, event__in=events, sequence__gt=seen)
    entry = since.order_by("-sequence").first()
    if entry is not None:
        raise SomebodyWasQuicker(who=entry.actor)
