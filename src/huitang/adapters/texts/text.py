"""A text as its paragraphs, whatever it came in."""

from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """What a paragraph is, where the text says so; BODY where it does not."""

    TITLE = "TITLE"
    NOTE = "NOTE"
    HEADING = "HEADING"
    BODY = "BODY"
    CELL = "CELL"
    SIGNATURE = "SIGNATURE"


@dataclass(frozen=True)
class Cell:
    """Where in which table a paragraph stands; all three count from 0."""

    table: int
    row: int
    column: int


@dataclass(frozen=True)
class TextParagraph:
    """`part` is what the file itself calls it (a style, a table); a pasted text knows only BODY."""

    text: str
    part: Part = Part.BODY
    cell: Cell | None = None


@dataclass(frozen=True)
class Correction:
    """In paragraph `paragraph` the characters from `start` to before `end` become `words`."""

    paragraph: int
    start: int
    end: int
    words: str


def corrected(text: str, corrections: tuple[Correction, ...]) -> str:
    """One paragraph's text with its corrections made, from the last to the first."""
    for one in sorted(corrections, key=lambda one: one.start, reverse=True):
        text = text[: one.start] + one.words + text[one.end :]
    return text
