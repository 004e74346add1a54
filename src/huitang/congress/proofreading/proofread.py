"""Every check over one text, and its findings in the order of the text."""

from collections.abc import Callable, Iterable, Iterator

from huitang.adapters.texts.text import TextParagraph
from huitang.congress.proofreading import passages
from huitang.congress.proofreading.checks import (
    attendance_sums,
    dates,
    injected,
    list_counts,
    money_sums,
    names,
    posts,
    rolls,
    session_numbers,
    signs,
    stale_formulas,
    tables,
    vote_sums,
)
from huitang.congress.proofreading.finding import Finding, Severity
from huitang.congress.proofreading.known import NOTHING, Known
from huitang.congress.proofreading.passages import Reading

Check = Callable[[Reading, Known], Iterator[Finding]]

# where two findings are of one place, the earlier check speaks
CHECKS: tuple[Check, ...] = (
    injected.check,
    session_numbers.check,
    attendance_sums.check,
    vote_sums.check,
    dates.check,
    posts.check,
    stale_formulas.check,
    names.check,
    money_sums.check,
    list_counts.check,
    rolls.check,
    tables.check,
    signs.check,
)


def proofread(paragraphs: Iterable[TextParagraph], known: Known = NOTHING) -> tuple[Finding, ...]:
    """The findings of all checks; of two that overlap only the surer one."""
    text = passages.read(paragraphs)
    found = [(order, one) for order, check in enumerate(CHECKS) for one in check(text, known)]
    found.sort(key=lambda pair: (pair[1].severity is Severity.DOUBT, pair[0]))
    kept: list[Finding] = []
    for _, one in found:
        if not any(_overlap(one, other) for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: (one.paragraph, one.start)))


def _overlap(one: Finding, other: Finding) -> bool:
    return one.paragraph == other.paragraph and one.start < other.end and other.start < one.end
