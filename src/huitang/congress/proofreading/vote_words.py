"""Results of votes: 赞成91票，反对0票，弃权0票，未表决2人; and who got how many: 陆文清得赞成票85张."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from huitang.congress.proofreading.attendance_words import Figure
from huitang.congress.proofreading.passages import Line, Passage, Reading

_N = r"(?:的)?(?:有|为|：)?\s*(?P<n>\d{1,4})\s*(?:票|张|人|名)"
_NONE = re.compile(r"没有(?:代表)?(?:反对|弃权)|无(?:人)?(?:反对|弃权)")
_LABELS = {
    "votes_for": re.compile(rf"(?:赞成|同意)(?:票)?{_N}"),
    "votes_against": re.compile(rf"(?<!无人)(?:反对|不同意)(?:票)?{_N}"),
    "abstentions": re.compile(rf"弃权(?:票)?{_N}"),
    "not_voting": re.compile(rf"(?:未(?:按表决器|按键|按|表决|投票|投)|没有表决)(?:的)?(?:表决器)?{_N}"),
}
_START = re.compile(r"(?:赞成|同意)(?:票)?(?:的)?(?:有|为|：)?\s*\d{1,4}\s*(?:票|张|人|名)")
_NUMBER_FIRST = re.compile(
    r"(?P<f>\d{1,4})票(?:赞成|同意)[，、]\s*(?P<a>\d{1,4})票反对(?:[，、]\s*(?P<b>\d{1,4})票弃权)?"
)
_GOT = re.compile(
    r"(?P<name>[一-鿿·]{2,12}?)(?:同志)?(?:得到?|获得?)(?:赞成)?票?(?:数)?(?:为|：)?(?P<n>\d{1,4})\s*[票张]"
)
_CANDIDATE = re.compile(r"[，；：。、\s（]*(?:其中|候选人|赞成)*")


@dataclass(frozen=True)
class VoteSaid:
    """A vote as one sentence gives it; what it does not give is None."""

    passage: Passage
    votes_for: Figure | None = None
    votes_against: Figure | None = None
    abstentions: Figure | None = None
    not_voting: Figure | None = None

    @property
    def figures(self) -> dict[str, Figure]:
        every = {name: getattr(self, name) for name in _LABELS}
        return {name: figure for name, figure in every.items() if figure is not None}

    @property
    def numbers(self) -> tuple[int, int, int, int]:
        """What is not given counts as nothing."""
        given = self.figures
        for_, against, abstaining, silent = (given[name].number if name in given else 0 for name in _LABELS)
        return for_, against, abstaining, silent


@dataclass(frozen=True)
class VotesGot:
    """So many votes for one name."""

    passage: Passage
    name: str
    votes: Figure


def list_votes(text: Reading) -> tuple[VoteSaid, ...]:
    return tuple(said for line in text.lines for said in (*_in_line(line), *_number_first(line)))


def list_votes_got(text: Reading) -> tuple[VotesGot, ...]:
    return tuple(
        VotesGot(
            line.sentence_at(found.start()),
            _CANDIDATE.sub("", found["name"], count=1),
            Figure(int(found["n"]), found.start("n"), found.end("n")),
        )
        for line, found in text.matches(_GOT)
    )


def _in_line(line: Line) -> Iterator[VoteSaid]:
    """Only a vote with at least two of its three sides is a result; 同意3人 alone may be anything."""
    starts = [found.start() for found in _START.finditer(line.text)]
    for start, following in pairwise([*starts, len(line.text)]):
        sentence = line.sentence_at(start)
        words = line.text[start : min(following, sentence.end)]
        found = {name: _first(pattern, words, start) for name, pattern in _LABELS.items()}
        if found["votes_against"] or found["abstentions"] or _NONE.search(words):
            yield VoteSaid(sentence, **found)


def _number_first(line: Line) -> Iterator[VoteSaid]:
    """91票赞成，0票反对，0票弃权."""
    for found in _NUMBER_FIRST.finditer(line.text):
        sides = {"votes_for": "f", "votes_against": "a", "abstentions": "b"}
        figures = {
            side: Figure(int(found[name]), found.start(name), found.end(name))
            for side, name in sides.items()
            if found[name]
        }
        yield VoteSaid(line.sentence_at(found.start()), **figures)


def _first(pattern: re.Pattern[str], words: str, offset: int) -> Figure | None:
    found = pattern.search(words)
    return Figure(int(found["n"]), found.start("n") + offset, found.end("n") + offset) if found else None
