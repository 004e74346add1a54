"""Mentions of a session: 清河镇第六届人民代表大会第八次会议, 六届八次会议, 六届人大八次会议."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from huitang.adapters.texts.text import Part
from huitang.congress.proofreading.numerals import NUMERAL, read_number
from huitang.congress.proofreading.passages import Line, Reading

_BODY = r"(?P<body>[一-鿿]{0,6}?人民代表大会|[一-鿿]{0,4}?人大|人代会|)"
SESSION = re.compile(
    rf"(?P<first>第?)(?P<term>{NUMERAL})届{_BODY}(?P<second>第?)(?P<number>{NUMERAL})次(?=会议|全体会议|大会|人代会)"
)
_TOWN = re.compile(r"[一-鿿]{1,7}?(?:民族乡|镇|乡)$")
_AFTER_NUMBER = re.compile(r"^.*\d[年月日时点分名人项]?")
_OTHER_LEVEL = re.compile(
    r"(?:全国|[省市县区州盟旗]|自治区|中央|党的|共产党|党|团|工会|妇联|政协|委员会|委会|常委会|代表会)$"
)
_OTHER_BODY = re.compile(r"全国|[省市县区州盟旗]人民代表大会|[省市县区州盟旗]人大|党|常")

# the sentence speaks of another time
_PAST = re.compile(
    r"自[^，。]{0,40}以来|以来|上次|上一次|去年|上年|往年|期间|至今|历次|曾|此前|之前|原|上届|届满|前[一二三四五六七八九\d]次"
    rf"|共(?:召开|举行)了?[镇乡]?(?:人民代表大会|人大|人代会)(?:会议)?{NUMERAL}次"
)
# what another session did, and what became of it
_DONE_THERE = re.compile(
    r"会议(?:将|[^，。；]{0,10}?(?:通过|票决|提出|产生|确定|作出|批准|决定)的|第\d+号(?:建议|议案)"
    r"|[^，。；]{0,8}?(?:建议|议案|决议|意见|项目)[^，。；]{0,12}?(?:办理|落实|执行|完成|进展|推进))"
)
_COMING = re.compile(r"下次|下一次|下届|下一届|将于|将在|拟于|明年")
_NOW = re.compile(r"召开|开幕|闭幕|举行|今天|这次|本次|现在|全体会议|预备会议|胜利|圆满|通过|主席团$|各位代表")


@dataclass(frozen=True)
class SessionMention:
    """`town` is empty where the text leaves it out; places are those of the two numerals."""

    paragraph: int
    start: int
    end: int
    town: str
    term: int
    number: int
    term_place: tuple[int, int]
    number_place: tuple[int, int]
    is_in_title: bool
    speaks_of_now: bool
    speaks_of_another_time: bool

    @property
    def key(self) -> tuple[int, int]:
        return self.term, self.number


def list_mentions(text: Reading) -> tuple[SessionMention, ...]:
    """Those of a township congress; sessions of the county, the nation or the party are left out."""
    mentions = [mention for line in text.lines for mention in _in_line(line)]
    towns = {mention.town for mention in mentions if mention.town}
    return tuple(replace(mention, town=_shortest(mention.town, towns)) for mention in mentions)


def _shortest(town: str, towns: set[str]) -> str:
    """Where a word before the name was taken for part of it, another mention shows the name alone."""
    return min((one for one in towns if town.endswith(one)), key=len, default=town)


def _in_line(line: Line) -> Iterator[SessionMention]:
    for found in SESSION.finditer(line.text):
        term, number = read_number(found["term"]), read_number(found["number"])
        before = line.text[: found.start()]
        if not term or not number or _is_of_others(before, found):
            continue
        sentence = line.sentence_at(found.start())
        town = _TOWN.search(_AFTER_NUMBER.sub("", re.split(r"[^一-鿿\d]", before)[-1]))
        yield SessionMention(
            paragraph=line.number,
            start=found.start(),
            end=found.end(),
            town=_own_name(town[0]) if town else "",
            term=term,
            number=number,
            term_place=found.span("term"),
            number_place=found.span("number"),
            is_in_title=_is_head(line, found),
            speaks_of_now=bool(_NOW.search(sentence.text)),
            speaks_of_another_time=bool(
                _PAST.search(sentence.text)
                or _COMING.search(sentence.text)
                or _DONE_THERE.match(line.text, found.end())
            ),
        )


def _is_of_others(before: str, found: re.Match[str]) -> bool:
    return bool(_OTHER_LEVEL.search(before) or _OTHER_BODY.search(found["body"]))


def _is_head(line: Line, found: re.Match[str]) -> bool:
    """Titles, notes under them and signatures speak of the session itself."""
    if line.source.part in (Part.TITLE, Part.NOTE, Part.SIGNATURE):
        return True
    text = line.text.strip()
    return line.is_short and (found.start() <= 24 or text.startswith(("——", "（")))


def _own_name(words: str) -> str:
    """上栗县金山镇 is 金山镇; a verb or preposition the pattern ran into is cut off."""
    own = re.split(r"[省市县区州旗盟]", words)[-1] or words
    return re.split(r"召开|举行|出席|参加|开好|迎接|在|于|由|为|对|的|是|和|与|及|向|开", own)[-1] or own
