"""The fonts really embedded in a PDF, read back from its bytes."""

from io import BytesIO

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

from huitang.adapters.papers.fonts import FontSet
from huitang.adapters.papers.refusal import Fault, PaperIsRefused


def fonts_embedded(pdf: bytes) -> frozenset[str]:
    """PostScript names of the fonts the pages draw with, without the six letters that mark a subset."""
    pages = PdfReader(BytesIO(pdf)).pages
    fonts = [font for page in pages for font in _entries(_entry(page, "/Resources"), "/Font")]
    return frozenset(map(_name, fonts))


def check_embedded(pdf: bytes, fonts: FontSet) -> None:
    """Refused when the PDF holds a font that is not of this set."""
    wanted = {font.postscript for font in fonts.all_fonts}
    strange = fonts_embedded(pdf) - wanted
    if strange:
        raise PaperIsRefused(Fault.FONT_SUBSTITUTED, found=tuple(sorted(strange)), wanted=tuple(sorted(wanted)))


def _entry(parent: DictionaryObject, key: str) -> DictionaryObject:
    found = parent.get(key, DictionaryObject()).get_object()
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def _entries(parent: DictionaryObject, key: str) -> list[DictionaryObject]:
    fonts = _entry(parent, key)
    return [_entry(fonts, name) for name in fonts]


def _name(font: DictionaryObject) -> str:
    """That of the descendant, which is the font itself; the name above it says the encoding too."""
    below = font.get("/DescendantFonts", ArrayObject()).get_object()
    inner = below[0].get_object() if isinstance(below, ArrayObject) and below else font
    return str(_base(inner)).lstrip("/").split("+")[-1]


def _base(font: object) -> object:
    return font.get("/BaseFont", "") if isinstance(font, DictionaryObject) else ""
