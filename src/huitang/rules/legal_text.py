"""What every finding is made of: bilingual text, citations, steps of reasoning and next acts."""

import re
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence in both languages."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the reasoning, with its numbers."""

    text: Text


def step(zh: str, en: str) -> Step:
    """Make a step from its two sentences."""
    return Step(text=Text(zh=zh, en=en))


_DIGITS = "零一二三四五六七八九"
_ARTICLE = re.compile(r"^(?P<article>\d+)(?:\((?P<paragraph>\d+)\))?(?:#(?P<item>\d+))?$")


def chinese_number(number: int) -> str:
    """Write 1 to 9999 as statutes do: 14 is 十四, 105 is 一百零五, 1259 is 一千二百五十九."""
    if number >= 1000:
        return _from_thousands(number)
    if number >= 100:
        return _from_hundreds(number)
    tens, ones = divmod(number, 10)
    if tens == 0:
        return _DIGITS[ones]
    lead = "" if tens == 1 else _DIGITS[tens]
    return f"{lead}十{_DIGITS[ones] if ones else ''}"


def _from_thousands(number: int) -> str:
    thousands, rest = divmod(number, 1000)
    head = f"{_DIGITS[thousands]}千"
    if rest >= 100:
        return f"{head}{_from_hundreds(rest)}"
    # below a hundred the rest reads as it does after 百: 零五, 一十, 二十五; only a zero is put before it
    return head if rest == 0 else f"{head}零{_from_hundreds(100 + rest).removeprefix('一百').removeprefix('零')}"


def _from_hundreds(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    head = f"{_DIGITS[hundreds]}百"
    if rest == 0:
        return head
    if rest < 10:
        return f"{head}零{_DIGITS[rest]}"
    return f"{head}{'一' if rest < 20 else ''}{chinese_number(rest)}"


@dataclass(frozen=True, slots=True)
class Citation:
    """One provision a finding rests on. `article` reads `14`, `14(4)` (paragraph) or `12#3` (item)."""

    law: str
    article: str
    edition: str
    name: Text
    gist: Text
    by_analogy: bool = False

    @property
    def key(self) -> str:
        """A name for files and links, such as `ZZF-14.4`."""
        tail = self.article.replace("(", ".").replace(")", "").replace("#", "-item-")
        return f"{self.law}-{tail}" if tail else self.law

    @property
    def label_zh(self) -> str:
        """The way a Chinese reader cites it: 《地方组织法》第十四条第四款."""
        found = _ARTICLE.match(self.article)
        place = "" if found is None else _place_zh(found)
        return f"{self.name.zh}{place}{'（参照）' if self.by_analogy else ''}"

    @property
    def label_en(self) -> str:
        """The same in English: Organic Law art. 14(4)."""
        found = _ARTICLE.match(self.article)
        place = "" if found is None else _place_en(found)
        return f"{self.name.en}{place}{' (by analogy)' if self.by_analogy else ''}"


def _place_zh(found: re.Match[str]) -> str:
    parts = (("article", "条"), ("paragraph", "款"), ("item", "项"))
    return "".join(f"第{chinese_number(int(found[name]))}{unit}" for name, unit in parts if found[name])


def _place_en(found: re.Match[str]) -> str:
    paragraph = f"({found['paragraph']})" if found["paragraph"] else ""
    item = f" item {found['item']}" if found["item"] else ""
    return f" art. {found['article']}{paragraph}{item}"


class NextAct(StrEnum):
    """What may, or must, be done after a finding."""

    OPEN_PLENARY = "OPEN_PLENARY"
    OPEN_VOTE = "OPEN_VOTE"
    WAIT_FOR_QUORUM = "WAIT_FOR_QUORUM"
    RESOLVE_MISMATCH = "RESOLVE_MISMATCH"
    RECOUNT = "RECOUNT"
    VOTE_AGAIN = "VOTE_AGAIN"
    TAKE_BACK_PAPERS = "TAKE_BACK_PAPERS"
    DECLARE = "DECLARE"
    TIE_BALLOT = "TIE_BALLOT"
    FURTHER_ELECTION = "FURTHER_ELECTION"
    CONGRESS_DECIDES_WHEN = "CONGRESS_DECIDES_WHEN"
    HOLD_PRIMARY = "HOLD_PRIMARY"
    NOMINATE_MORE = "NOMINATE_MORE"
    COLLECT_SIGNATURES = "COLLECT_SIGNATURES"
    ASK_METHOD = "ASK_METHOD"
    CHANGE_METHOD = "CHANGE_METHOD"
    ADOPT_METHOD = "ADOPT_METHOD"
    ADOPT_LIST = "ADOPT_LIST"
    FEWER_OR_VOTE_AGAIN = "FEWER_OR_VOTE_AGAIN"
    CHANGE_SCRUTINEERS = "CHANGE_SCRUTINEERS"
    SCRUTINEERS_DECIDE = "SCRUTINEERS_DECIDE"
    DECIDE_RESIGNATION_FIRST = "DECIDE_RESIGNATION_FIRST"
    ELECT_DEPUTY_FIRST = "ELECT_DEPUTY_FIRST"
    ANNOUNCE = "ANNOUNCE"
    TAKE_OATH = "TAKE_OATH"
    SUBMIT_TO_CONGRESS = "SUBMIT_TO_CONGRESS"
    PRESIDIUM_DECIDES = "PRESIDIUM_DECIDES"
    HEAR_DEFENCE = "HEAR_DEFENCE"
    TREAT_AS_SUGGESTION = "TREAT_AS_SUGGESTION"
    DEMAND_SECOND_ANSWER = "DEMAND_SECOND_ANSWER"
    CORRECT_DRAFT = "CORRECT_DRAFT"
    REPORT_TO_CONGRESS = "REPORT_TO_CONGRESS"
    PUBLISH = "PUBLISH"
    RECTIFY_AND_RATE_AGAIN = "RECTIFY_AND_RATE_AGAIN"
    RECTIFY = "RECTIFY"
    CONFIRM_AT_NEXT_SESSION = "CONFIRM_AT_NEXT_SESSION"
    ASK_COUNTY = "ASK_COUNTY"


class ImpossibleNumber(ValueError):
    """A number no count can produce, such as a negative one; it is refused before any rule is asked."""


def refuse_impossible(**numbers: int) -> None:
    """Refuse numbers below zero and things that are no whole numbers.

    :raises ImpossibleNumber: naming the number.
    """
    for name, number in numbers.items():
        if type(number) is not int or number < 0:
            raise ImpossibleNumber(f"{name} must be a whole number of at least 0, not {number!r}")
