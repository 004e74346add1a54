"""A text made ready for reading: evened signs, sentences, and which paragraph is its title."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from huitang.adapters.texts.text import Part, TextParagraph

_EVEN = str.maketrans(
    {",": "，", ";": "；", "(": "（", ")": "）", "?": "？", "!": "！", "％": "%", "．": ".", "\xa0": " "}
    | {chr(ord("０") + digit): str(digit) for digit in range(10)}
)
_COLON = re.compile(r"(?<!\d):|:(?!\d)")
_SENTENCE = re.compile(r"[^。；！？\n]+[。；！？]*")
_SHORT = 60


def even(text: str) -> str:
    """The same text, character for character, with full-width marks and plain digits: patterns know one form only."""
    return _COLON.sub("：", text.translate(_EVEN))


@dataclass(frozen=True)
class Passage:
    """A stretch of one paragraph; places are counted from the beginning of the paragraph."""

    paragraph: int
    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True)
class Line:
    """One paragraph with its evened text."""

    number: int
    text: str
    source: TextParagraph

    @property
    def is_short(self) -> bool:
        """No sentence: as titles and headings are."""
        return 0 < len(self.text.strip()) <= _SHORT and self.text.strip()[-1] not in "。；，："

    @cached_property
    def sentences(self) -> tuple[Passage, ...]:
        return tuple(Passage(self.number, found.start(), found[0]) for found in _SENTENCE.finditer(self.text))

    def sentence_at(self, place: int) -> Passage:
        found = next((one for one in self.sentences if one.start <= place < one.end), None)
        return found or Passage(self.number, 0, self.text)


@dataclass(frozen=True)
class Reading:
    """All paragraphs of a text, evened."""

    lines: tuple[Line, ...]

    def matches(self, pattern: re.Pattern[str]) -> Iterator[tuple[Line, re.Match[str]]]:
        for line in self.lines:
            for found in pattern.finditer(line.text):
                yield line, found

    @cached_property
    def tables(self) -> dict[int, list[list[Line]]]:
        """Rows of cells by the number of the table; several paragraphs of one cell stay several."""
        tables: dict[int, dict[int, list[Line]]] = {}
        for line in self.lines:
            if line.source.cell:
                rows = tables.setdefault(line.source.cell.table, {})
                rows.setdefault(line.source.cell.row, []).append(line)
        return {number: [rows[row] for row in sorted(rows)] for number, rows in tables.items()}


def read(paragraphs: Iterable[TextParagraph]) -> Reading:
    return Reading(tuple(Line(number, even(one.text), one) for number, one in enumerate(paragraphs)))


def is_named(line: Line) -> bool:
    """A paragraph the file itself calls title, note or signature."""
    return line.source.part in (Part.TITLE, Part.NOTE, Part.SIGNATURE)
