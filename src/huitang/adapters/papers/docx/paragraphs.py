"""Paragraphs and the characters in them."""

import re
from collections.abc import Iterable, Sequence

from docx.oxml.xmlchemy import BaseOxmlElement as Element

from huitang.adapters.papers.docx import styles
from huitang.adapters.papers.docx.elements import arrange, make
from huitang.adapters.papers.paper import Face, Run

XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PIECES = re.compile(r"(\n|\t)")


def paragraph(style: str, *content: Element | None, **properties: Element | None) -> Element:
    """A paragraph in a named style; `properties` are what only this one has (`jc=make("w:jc", val="center")`)."""
    named = make("w:pStyle", val=style)
    return make("w:p", make("w:pPr", named, *properties.values()), *content)


def add_properties(element: Element, *properties: Element) -> None:
    """More of what only this paragraph has; a property it had already is replaced."""
    own = element[0]
    for found in properties:
        for former in own.findall(found.tag):
            own.remove(former)
        own.append(found)
    arrange(own, "w:pPr")


def text(words: str, style: str = "", *properties: Element) -> Element:
    """One run; line breaks and tabs in `words` become those of Word."""
    named = make("w:rStyle", val=style) if style else None
    hint = make("w:rFonts", hint="eastAsia")
    pieces = [_piece(piece) for piece in _PIECES.split(words) if piece]
    return make("w:r", make("w:rPr", named, hint, *properties), *pieces)


def runs(parts: Iterable[Run], usual: Face = Face.BODY) -> Sequence[Element]:
    """The runs of a paragraph whose style already has the face `usual`."""
    return [text(part.text, "" if part.face == usual else styles.FACE_STYLES[part.face]) for part in parts]


def field(instruction: str, shown: str) -> Sequence[Element]:
    """A field, such as PAGE, with what it shows until Word counts anew."""
    return [
        make("w:r", make("w:fldChar", fldCharType="begin")),
        make("w:r", _kept("w:instrText", f" {instruction} ")),
        make("w:r", make("w:fldChar", fldCharType="separate")),
        text(shown),
        make("w:r", make("w:fldChar", fldCharType="end")),
    ]


def _piece(piece: str) -> Element:
    if piece == "\n":
        return make("w:br")
    return make("w:tab") if piece == "\t" else _kept("w:t", piece)


def _kept(tag: str, words: str) -> Element:
    element = make(tag)
    element.text = words
    element.set(XML_SPACE, "preserve")
    return element
