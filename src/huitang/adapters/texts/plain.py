"""Pasted words and text files: a line is a paragraph."""

import re

from huitang.adapters.spreadsheets import refusal as sheet_refusal
from huitang.adapters.spreadsheets import text_file
from huitang.adapters.texts.refusal import Fault, TextIsRefused
from huitang.adapters.texts.text import Correction, TextParagraph, corrected

MAX_CHARACTERS = 200_000
LINE_END = re.compile(r"\r\n|[\r\n\x0b\x0c\u2028\u2029]")


def read_plain(text: str) -> tuple[TextParagraph, ...]:
    """Every line, blank ones too, so that a place in the text keeps its number.

    :raises TextIsRefused: nothing written, or too long.
    """
    if not text.strip():
        raise TextIsRefused(Fault.NOTHING_WRITTEN)
    if len(text) > MAX_CHARACTERS:
        raise TextIsRefused(Fault.TOO_LONG, limit=MAX_CHARACTERS, length=len(text))
    return tuple(TextParagraph(line) for line in LINE_END.split(text))


def decode(content: bytes) -> str:
    """The words of a text file in UTF-8, UTF-16 or GB18030.

    :raises TextIsRefused: not a text, or an unknown encoding.
    """
    try:
        return text_file.decode(content)[1]
    except sheet_refusal.SpreadsheetIsRefused as refused:
        if refused.code is sheet_refusal.Fault.UNKNOWN_ENCODING:
            raise TextIsRefused(Fault.UNKNOWN_ENCODING) from refused
        raise TextIsRefused(Fault.NOT_A_TEXT, looks_like="") from refused


def correct_plain(text: str, corrections: tuple[Correction, ...]) -> str:
    """The text with the corrections made; line ends become plain ones."""
    lines = LINE_END.split(text)
    return "\n".join(
        corrected(line, tuple(one for one in corrections if one.paragraph == number))
        for number, line in enumerate(lines)
    )
