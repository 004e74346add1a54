"""Where at the desk a duty is done: the address of each subject, as the journal writes it."""

from django.urls import reverse

from huitang.congress.diary import gathering
from huitang.rules.due import Due

_PAGES = {
    "suggestion": "desk:suggestion",
    "activity": "desk:activity",
    "year_account": "desk:money_account",
    "task": "desk:task",
    "session": "desk:session",
    "project": "desk:project",
}
# where a clock of a subject has a page of its own
_CLOCKS = {("session", "LEAVE"): "desk:leave"}


def address_of(due: Due) -> str:
    return address(due.subject, due.clock)


def address(subject: str, clock: str = "") -> str:
    """Empty for what has no page."""
    kind, key = gathering.kind_of(subject), subject.partition(":")[2]
    if kind == "targets":
        return f"{reverse('desk:targets')}?year={key}"
    page = _CLOCKS.get((kind, clock)) or _PAGES.get(kind)
    return reverse(page, args=[int(key)]) if page and key.isdecimal() else ""
