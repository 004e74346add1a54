"""A Word file: its paragraphs in reading order, those of tables and text boxes among them, and corrections in place.

A correction is made inside the runs that carry the words, so every letter keeps its face and size.
Words struck out as tracked changes are not read; head, foot and notes of the page are not either.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml import etree

from huitang.adapters.spreadsheets.package_guard import BROKEN_PACKAGE
from huitang.adapters.texts.refusal import Fault, TextIsRefused
from huitang.adapters.texts.text import Cell, Correction, Part, TextParagraph
from huitang.adapters.texts.word_guard import refuse_unsafe_word

BROKEN_WORD = (*BROKEN_PACKAGE, PackageNotFoundError, etree.XMLSyntaxError, AttributeError, TypeError)
P, T, TBL, TR, TC = (qn(f"w:{name}") for name in ("p", "t", "tbl", "tr", "tc"))
STRUCK_OUT = {qn("w:del"), qn("w:moveFrom"), "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
SIGNS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True)
class _Piece:
    """A stretch of words inside one run; `element` is None for a tab or a break, which no correction touches."""

    start: int
    text: str
    element: Any

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def read_word(content: bytes) -> tuple[TextParagraph, ...]:
    """The paragraphs of a docx file.

    :raises TextIsRefused: damaged, not Word, or nothing written in it.
    """
    document = _open(content)
    styles = _style_names(document)
    tables: dict[Any, int] = {}
    paragraphs = tuple(_read(element, styles, tables) for element in _elements(document))
    if not any(paragraph.text.strip() for paragraph in paragraphs):
        raise TextIsRefused(Fault.NOTHING_WRITTEN)
    return paragraphs


def correct_word(content: bytes, corrections: tuple[Correction, ...]) -> bytes:
    """The same file with the corrections made. :raises TextIsRefused: as `read_word`"""
    document = _open(content)
    elements = list(_elements(document))
    for one in sorted(corrections, key=lambda one: (one.paragraph, one.start), reverse=True):
        _replace(elements[one.paragraph], one)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _open(content: bytes) -> Document:
    refuse_unsafe_word(content)
    try:
        return docx.Document(io.BytesIO(content))
    except BROKEN_WORD as broken:
        raise TextIsRefused(Fault.CORRUPT) from broken


def _elements(document: Document) -> Iterator[Any]:
    for element in document.element.body.iter(P):
        if not any(above.tag in STRUCK_OUT for above in element.iterancestors()):
            yield element


def _style_names(document: Document) -> dict[str, str]:
    return {style.style_id: (style.name or "").lower() for style in document.styles}


def _read(element: Any, styles: dict[str, str], tables: dict[Any, int]) -> TextParagraph:
    text = "".join(piece.text for piece in _pieces(element))
    cell = _cell_of(element, tables)
    return TextParagraph(text, Part.CELL if cell else _part(element, styles), cell)


def _part(element: Any, styles: dict[str, str]) -> Part:
    found = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    name = styles.get(found.get(qn("w:val")), "") if found is not None else ""
    if name == "title":
        return Part.TITLE
    return Part.HEADING if name.startswith("heading") else Part.BODY


def _cell_of(element: Any, tables: dict[Any, int]) -> Cell | None:
    cell = next(element.iterancestors(TC), None)
    if cell is None:
        return None
    row = next(cell.iterancestors(TR))
    table = next(row.iterancestors(TBL))
    number = tables.setdefault(table, len(tables))
    return Cell(number, list(table.iterchildren(TR)).index(row), list(row.iterchildren(TC)).index(cell))


def _pieces(paragraph: Any) -> list[_Piece]:
    pieces: list[_Piece] = []
    at = 0
    for element in paragraph.iter(T, *SIGNS):
        if not _is_own(element, paragraph):
            continue
        text = (element.text or "") if element.tag == T else SIGNS[element.tag]
        pieces.append(_Piece(at, text, element if element.tag == T else None))
        at += len(text)
    return pieces


def _is_own(element: Any, paragraph: Any) -> bool:
    """Not of a text box anchored in the paragraph, not struck out, and not a tab stop of its settings."""
    for above in element.iterancestors():
        if above is paragraph:
            return True
        if above.tag == P or above.tag in STRUCK_OUT or above.tag == qn("w:tabs"):
            return False
    return False


def _replace(paragraph: Any, correction: Correction) -> None:
    words = correction.words
    for piece in _pieces(paragraph):
        touches = piece.start < correction.end and correction.start < piece.end
        inserts = correction.start == correction.end and piece.start <= correction.start <= piece.end
        if piece.element is None or not (touches or inserts):
            continue
        before = piece.text[: max(0, correction.start - piece.start)]
        after = piece.text[max(0, correction.end - piece.start) :]
        piece.element.text = before + words + after
        piece.element.set(SPACE, "preserve")
        words = ""  # the first run touched carries the new words
        if inserts and not touches:
            return
