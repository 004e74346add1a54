"""Certificates as a Word file: one page each, in a red frame of the page."""

from collections.abc import Iterator

from docx.oxml.xmlchemy import BaseOxmlElement as Element

from huitang.adapters.papers.certificate import Certificate, Certificates, lay_out, spaced
from huitang.adapters.papers.docx import styles
from huitang.adapters.papers.docx.elements import make
from huitang.adapters.papers.docx.geometry import twips
from huitang.adapters.papers.docx.laid_out import line, page_break, section, sheet_of, written
from huitang.adapters.papers.docx.package import Package
from huitang.adapters.papers.docx.paragraphs import add_properties
from huitang.adapters.papers.docx.tables import SIDES
from huitang.adapters.papers.docx.writing import docx_of
from huitang.adapters.papers.drawing import PaperSize
from huitang.adapters.papers.paper import Face

_RED = "B3141B"
_INSIDE = 400
_SIGNED = 1400  # the signature stands in the right part of the line


@docx_of.register
def certificates_docx(certificates: Certificates) -> bytes:
    """The Word file; refused where the pages themselves would be."""
    lay_out(certificates)
    sheet = sheet_of(*PaperSize.A4.landscape, x=_INSIDE, y=300)
    package = Package(certificates.name, styles.style_sheet(sheet))
    elements = [element for at, page in enumerate(certificates.pages) for element in _page(page, is_first=at == 0)]
    return written(package, elements, section(sheet, _frame()))


def _frame() -> Element:
    sides = [make(f"w:{edge}", val="thickThinMediumGap", sz=24, space=24, color=_RED) for edge in SIDES]
    return make("w:pgBorders", *sides, offsetFrom="page")


def _page(certificate: Certificate, *, is_first: bool) -> Iterator[Element]:
    heading = line(spaced(certificate.heading), 480, Face.TITLE, colour=_RED, before=60)
    yield heading if is_first else page_break(heading)
    if certificate.number:
        yield line(certificate.number, 160, before=20)
    yield line(certificate.addressee, 220, align="left", before=80)
    for told in certificate.body:
        yield line(f"　　{told}", 220, align="left", before=35)
    for at, told in enumerate((certificate.organ, certificate.day)):
        signed = line(told, 180, before=20 if at else 120)
        add_properties(signed, make("w:ind", left=twips(PaperSize.A4.landscape[0] - 2 * _INSIDE - _SIGNED)))
        yield signed
