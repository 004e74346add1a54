"""落款: where organ and date stand, with a seal and without one (GB/T 9704-2012, 7.3.5)."""

from collections.abc import Sequence

from docx.oxml.xmlchemy import BaseOxmlElement as Element

from huitang.adapters.papers.docx import paragraphs
from huitang.adapters.papers.docx.elements import make
from huitang.adapters.papers.docx.geometry import Geometry
from huitang.adapters.papers.docx.widths import width_of
from huitang.adapters.papers.paper import Signature


def indents_of(signature: Signature) -> tuple[int, int]:
    """How far organ and date end before the right edge, in hundredths of a character."""
    organ, day = width_of(signature.organ), width_of(signature.day)
    return _with_seal(organ, day) if signature.has_seal else _without_seal(organ, day)


def _with_seal(organ: int, day: int) -> tuple[int, int]:
    """右空四字 for the date, the organ centred above it; a long organ pushes both in rather than leave the page."""
    organ_in = max(400 + (day - organ) // 2, 0)
    return organ_in, organ_in + (organ - day) // 2


def _without_seal(organ: int, day: int) -> tuple[int, int]:
    """右空二字 for the organ, the date's first character two right of the organ's; a longer date changes places with it."""
    return (400 + day - organ, 200) if day > organ else (200, organ - day)


def signature_lines(signature: Signature, sheet: Geometry) -> Sequence[Element]:
    """The two lines, never apart."""
    organ_in, day_in = indents_of(signature)
    keep = make("w:keepNext")
    return (
        paragraphs.paragraph("落款", paragraphs.text(signature.organ), keep=keep, ind=_from_right(organ_in, sheet)),
        paragraphs.paragraph("落款", paragraphs.text(signature.day), ind=_from_right(day_in, sheet)),
    )


def _from_right(hundredths: int, sheet: Geometry) -> Element:
    return make("w:ind", rightChars=hundredths, right=sheet.spaces(hundredths))
