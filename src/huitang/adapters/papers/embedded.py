"""The fonts really embedded in a PDF, read back from its bytes."""

from io import BytesIO

from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from huitang.adapters.papers.fonts import FontSet
from huitang.adapters.papers.refusal import Fault, PaperIsRefused


def fonts_embedded(pdf: bytes) -> frozenset[str]:
    """PostScript names of the fonts the pages draw with, without the six letters that mark a subset."""
    found: set[str] = set()
    for page in PdfReader(BytesIO(pdf)).pages:
        fonts = page["/Resources"].get_object().get("/Font", DictionaryObject()).get_object()
        found.update(_name(font.get_object()) for font in fonts.values())
    return frozenset(found)


def check_embedded(pdf: bytes, fonts: FontSet) -> None:
    """Refused when the PDF holds a font that is not of this set."""
    wanted = {font.postscript for font in fonts.all_fonts}
    strange = fonts_embedded(pdf) - wanted
    if strange:
        raise PaperIsRefused(Fault.FONT_SUBSTITUTED, found=tuple(sorted(strange)), wanted=tuple(sorted(wanted)))


def _name(font: DictionaryObject) -> str:
    name = str(
        font["/DescendantFonts"][0].get_object()["/BaseFont"] if "/DescendantFonts" in font else font["/BaseFont"]
    )
    return name.lstrip("/").split("+")[-1]
