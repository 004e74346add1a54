"""One address looked at as several visitors, held against the records, and judged by its signs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from huitang.adapters.texts import web_page
from huitang.adapters.verifying.trusted import TrustedRecord
from huitang.adapters.verifying.verdict import Answer, Verdict, judge, judge_best
from huitang.adapters.watching import fetching, signs
from huitang.adapters.watching.fetching import VISITORS, Fetched, PageDoesNotAnswer
from huitang.adapters.watching.signs import Sign

_GONE = 410


@dataclass(frozen=True)
class Watched:
    """What came of one address. `verdict` is None where there was no record to hold it against."""

    address: str
    answers: tuple[Fetched, ...]
    signs: tuple[Sign, ...]
    verdict: Verdict | None
    problem: str = ""  # why it did not answer

    @property
    def text(self) -> str:
        """What the first visitor read; the places of the verdict count in it."""
        return web_page.read_web_page(self.answers[0].content).text if self.answers else ""

    @property
    def is_calm(self) -> bool:
        """Nothing to tell: it answered, shows no sign, and says what the record says."""
        is_ours = self.verdict is None or self.verdict.answer is Answer.WHOLE
        return not self.problem and not self.signs and is_ours


def watch_own(records: Sequence[TrustedRecord], *, our_hosts: Sequence[str], at: datetime) -> Iterator[Watched]:
    """Every page we have released, at its own address, against its own record."""
    for record in records:
        yield watch(str(record.told["address"]), (record,), our_hosts=our_hosts, at=at)


def watch_suspects(
    addresses: Sequence[str], records: Sequence[TrustedRecord], *, our_hosts: Sequence[str], at: datetime
) -> Iterator[Watched]:
    """Addresses somebody named, each against the record it comes closest to."""
    for address in addresses:
        yield watch(address, records, our_hosts=our_hosts, at=at)


def watch(address: str, records: Sequence[TrustedRecord], *, our_hosts: Sequence[str], at: datetime) -> Watched:
    """One address against the record it comes closest to."""
    try:
        answers = tuple(fetching.fetch(address, visitor, at=at) for visitor in VISITORS)
    except PageDoesNotAnswer as silent:
        return Watched(address, (), (), None, silent.problem)
    verdict = _judge(answers[0], records)
    title = verdict.record.title if verdict is not None and verdict.answer is not Answer.NOT_OURS else ""
    found = signs.find_signs(answers[0].page, our_hosts=our_hosts, title=title)
    cloaked = signs.find_cloaking({one.visitor.name: one.page for one in answers})
    return Watched(address, answers, (*found, *cloaked), verdict)


def hosts_of(addresses: Sequence[str]) -> tuple[str, ...]:
    """The hosts of addresses, or names of hosts as they were typed."""
    return tuple((urlsplit(one).hostname or one).lower() for one in addresses if one)


def _judge(answer: Fetched, records: Sequence[TrustedRecord]) -> Verdict | None:
    if answer.status == _GONE or not records:  # a tombstone has no words to compare
        return None
    text = web_page.read_web_page(answer.content).text
    return judge(records[0], text) if len(records) == 1 else judge_best(records, text)
