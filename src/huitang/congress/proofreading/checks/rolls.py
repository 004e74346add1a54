"""Lists of people and how deputies divide, held against the counts the text gives."""

from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from huitang.congress.proofreading import composition_words, marking, roll_words
from huitang.congress.proofreading.checks.money_sums import SHARE
from huitang.congress.proofreading.composition_words import CompositionSaid, SeatSaid
from huitang.congress.proofreading.finding import Finding, Kind
from huitang.congress.proofreading.known import Known
from huitang.congress.proofreading.passages import Reading

NAMES = _("“{title}”写的是{says}人，名单里数出来是{found}人。")
DIVIDED = _("按{by}分，各项合计{total}名，代表共{whole}名，不相等。")
VACANT = _("代表名额{quota}名，实有{in_office}名，出缺应是{should}名，这里写{says}名。")


def check(text: Reading, known: Known) -> Iterator[Finding]:
    """The text against itself; what the record holds is in both places."""
    for roll in roll_words.list_rolls(text):
        if not roll.is_whole:
            line = text.lines[roll.paragraph]
            facts = {"title": roll.title or "名单", "found": len(roll.names)}
            yield marking.doubt(line, roll.number.place, Kind.COUNT, NAMES, facts=facts)
    seats = composition_words.list_seats(text)
    whole = _figure(seats, "in_office")
    for said in composition_words.list_compositions(text):
        if whole is not None:
            yield from _divided(text, said, whole)
    yield from _vacant(text, seats)


def _divided(text: Reading, said: CompositionSaid, whole: int) -> Iterator[Finding]:
    line = text.lines[said.passage.paragraph]
    if said.total != whole:
        place = (said.shares[0].number.start, said.shares[-1].number.end)
        facts = {"by": said.by, "total": said.total, "whole": whole}
        yield marking.error(line, place, Kind.SHARE, DIVIDED, facts=facts)
        return
    for share in said.shares:
        if share.percent and whole:
            step = Decimal(1).scaleb(-len(share.percent.partition(".")[2]))
            right = (Decimal(share.number.number) * 100 / whole).quantize(step)
            if abs(right - Decimal(share.percent)) > step:
                facts = {"part": f"{share.number.number}名", "whole": f"{whole}名", "says": f"{share.percent}%"}
                yield marking.doubt(
                    line,
                    share.percent_place,
                    Kind.SHARE,
                    SHARE,
                    should=f"{right}%",
                    correction=str(right),
                    facts=facts,
                )


def _vacant(text: Reading, seats: tuple[SeatSaid, ...]) -> Iterator[Finding]:
    quota, in_office = _figure(seats, "quota"), _figure(seats, "in_office")
    if quota is None or in_office is None:
        return
    right = max(0, quota - in_office)
    for said in seats:
        if said.what == "vacant" and said.figure.number != right:
            facts = {"quota": quota, "in_office": in_office}
            line = text.lines[said.paragraph]
            yield marking.error(
                line, said.figure.place, Kind.COUNT, VACANT, should=str(right), correction=str(right), facts=facts
            )


def _figure(seats: tuple[SeatSaid, ...], what: str) -> int | None:
    """None where the text gives none, or two that differ."""
    numbers = {said.figure.number for said in seats if said.what == what}
    return numbers.pop() if len(numbers) == 1 else None
