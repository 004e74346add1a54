"""Cutting an adopted text into pages that a big screen can show without scrolling."""

import re

CHARACTERS = 240
_PARAGRAPHS = re.compile(r"\n+")
_SENTENCES = re.compile(r"[^。；！？]*[。；！？]?")
_LINE = 30  # a short paragraph takes a whole line

Page = tuple[str, ...]


def pages_of(text: str, *, room: int = CHARACTERS) -> tuple[Page, ...]:
    """Pages of paragraphs; a paragraph breaks after a sentence, and only a sentence longer than a page breaks inside."""
    pages: list[Page] = []
    page: list[str] = []
    left = room
    for paragraph in _PARAGRAPHS.split(text.strip()):
        for piece in _pieces(paragraph.strip(), room):
            need = max(len(piece), _LINE)
            if page and need > left:
                pages.append(tuple(page))
                page, left = [], room
            page.append(piece)
            left -= need
    return (*pages, tuple(page)) if page else tuple(pages)


def _pieces(paragraph: str, room: int) -> list[str]:
    """The paragraph whole when it fits on a page; otherwise cut after sentences."""
    pieces = [""] if paragraph else []
    for sentence in _SENTENCES.findall(paragraph):
        for start in range(0, len(sentence), room):
            part = sentence[start : start + room]
            if pieces[-1] and len(pieces[-1]) + len(part) > room:
                pieces.append("")
            pieces[-1] += part
    return pieces
