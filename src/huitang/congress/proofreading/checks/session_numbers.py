"""Session and term numbers against the record, and against the title: 第八次会议 above, 第六次会议 below."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from huitang.congress.proofreading import marking, own_session
from huitang.congress.proofreading.finding import Finding, Kind
from huitang.congress.proofreading.known import Known
from huitang.congress.proofreading.numerals import write_like
from huitang.congress.proofreading.own_session import OwnSession, find_own_session
from huitang.congress.proofreading.passages import Reading
from huitang.congress.proofreading.session_words import SessionMention, list_mentions

RECORD = _("这里写“{says}”，会议记录是“{should}”。")
ELSEWHERE = _("这里写“{says}”，标题或前文写的是“{should}”，两处不一致。")


def check(text: Reading, known: Known) -> Iterator[Finding]:
    own = find_own_session(text, known)
    if own is None:
        return
    for mention in list_mentions(text):
        if mention.key != own.key and _is_meant(text, mention, own) and not _is_neighbour(text, mention, known):
            yield from _findings(text, mention, own)


def _is_meant(text: Reading, mention: SessionMention, own: OwnSession) -> bool:
    """Whether the sentence speaks of the session of the text, and not of an earlier one or another town's."""
    if mention.town and own.town and not _same_town(mention.town, own.town):
        return False
    if own_session.is_of_another(text, mention, own):
        return False
    return mention.is_in_title or mention.speaks_of_now


def _is_neighbour(text: Reading, mention: SessionMention, known: Known) -> bool:
    """Another session of the record, named with a day on which it was held."""
    other = next((one for one in known.sessions if one.key == mention.key), None)
    if other is None or other.opens_on is None or other.closes_on is None:
        return False
    days = [said.on(other.opens_on.year) for said in own_session.held_dates(text, mention)]
    return any(day and other.opens_on <= day <= other.closes_on for day in days)


def _same_town(one: str, other: str) -> bool:
    return one.endswith(other) or other.endswith(one)


def _findings(text: Reading, mention: SessionMention, own: OwnSession) -> Iterator[Finding]:
    line = text.lines[mention.paragraph]
    words = ELSEWHERE if own.said_at else RECORD
    for said, right, (start, end), unit in (
        (mention.term, own.term, mention.term_place, "届"),
        (mention.number, own.number, mention.number_place, "次会议"),
    ):
        if said != right:
            correction = write_like(right, line.text[start:end])
            facts = {"says": f"第{line.text[start:end]}{unit}"}
            should = f"第{correction}{unit}"
            yield marking.error(
                line, (start, end), Kind.SESSION, words, should=should, correction=correction, facts=facts
            )
