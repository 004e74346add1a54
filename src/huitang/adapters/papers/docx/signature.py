"""落款: where organ and date stand, with a seal and without one (GB/T 9704-2012, 7.3.5).

What must stand under something else is placed by the same edge, so that no reader's width of digits moves it.
"""

from collections.abc import Sequence

from docx.oxml.xmlchemy import BaseOxmlElement as Element

from huitang.adapters.papers.docx import paragraphs
from huitang.adapters.papers.docx.elements import make
from huitang.adapters.papers.docx.geometry import Geometry
from huitang.adapters.papers.docx.widths import FULL, width_of
from huitang.adapters.papers.paper import Signature


def signature_lines(signature: Signature, sheet: Geometry) -> Sequence[Element]:
    """The two lines, never apart."""
    draw = _sealed if signature.has_seal else _unsealed
    organ, day = draw(width_of(signature.organ), width_of(signature.day), sheet)
    keep = make("w:keepNext")
    return (
        paragraphs.paragraph("落款", paragraphs.text(signature.organ), **organ, keep=keep),
        paragraphs.paragraph("落款", paragraphs.text(signature.day), **day),
    )


_Place = dict[str, Element]


def _sealed(organ: int, day: int, sheet: Geometry) -> tuple[_Place, _Place]:
    """The date 右空四字, the organ centred above it; a long organ pushes both in rather than leave the page."""
    axis = max(4 * FULL + day // 2, organ // 2)
    half = min(max(organ, day) // 2 + FULL, axis)
    left, right = sheet.line - sheet.spaces(axis + half), sheet.spaces(axis - half)
    return _centred(left, right), _centred(left, right)


def _centred(left: int, right: int) -> _Place:
    return {"ind": make("w:ind", left=left, right=right), "jc": make("w:jc", val="center")}


def _unsealed(organ: int, day: int, sheet: Geometry) -> tuple[_Place, _Place]:
    """The organ 右空二字, the date's first character two right of the organ's; a longer date changes places with it."""
    if day > organ:
        return _from_left(sheet.line - sheet.spaces(4 * FULL + day)), _from_right(2 * FULL, sheet)
    return _from_right(2 * FULL, sheet), _from_left(sheet.line - sheet.spaces(organ))


def _from_left(left: int) -> _Place:
    return {"ind": make("w:ind", left=left), "jc": make("w:jc", val="left")}


def _from_right(hundredths: int, sheet: Geometry) -> _Place:
    return {"ind": make("w:ind", rightChars=hundredths, right=sheet.spaces(hundredths))}
