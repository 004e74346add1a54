"""Cards as a Word file: ten cells of 90 × 54 mm a page, each with its band, its words and the code that signs in."""

from collections.abc import Iterator

from docx.oxml.xmlchemy import BaseOxmlElement as Element

from huitang.adapters.papers.cards import CARD_H, CARD_W, COLUMNS, ROWS, Card, CardSheet, pages_of
from huitang.adapters.papers.docx import styles
from huitang.adapters.papers.docx.elements import make
from huitang.adapters.papers.docx.geometry import twips
from huitang.adapters.papers.docx.laid_out import (
    code_picture,
    edges,
    exact,
    gap,
    line,
    section,
    shade,
    sheet_of,
    written,
)
from huitang.adapters.papers.docx.package import Package
from huitang.adapters.papers.docx.paragraphs import add_properties
from huitang.adapters.papers.docx.tables import cell, margins, row, table
from huitang.adapters.papers.docx.writing import docx_of
from huitang.adapters.papers.drawing import PaperSize
from huitang.adapters.papers.names_in_columns import widened
from huitang.adapters.papers.paper import Face

_INSIDE = 30
_CODE = 270
_CUT = "BFBFBF"
_LONG_NAME = 4
_NAMES = (240, 160)


@docx_of.register
def cards_docx(sheet: CardSheet) -> bytes:
    """The Word file of the cards; behind each page of fronts, where there is a back, a page of backs."""
    width, height = PaperSize.A4.portrait
    page = sheet_of(width, height, x=(width - COLUMNS * CARD_W) // 2, y=(height - ROWS * CARD_H) // 2 - 5)
    package = Package(sheet.name, styles.style_sheet(page))
    cards = table([twips(CARD_W)] * COLUMNS, _rows(sheet, package), margins("w:tblCellMar", left=0, right=0))
    return written(package, [cards, gap()], section(page))


def _rows(sheet: CardSheet, package: Package) -> Iterator[Element]:
    numbered = 0
    for cards in pages_of(sheet):
        faces = []
        for card in cards:
            numbered += 1
            faces.append(_front(sheet, card, package, numbered))
        yield from _page(faces)
        if sheet.back:
            yield from _page([_back(sheet) for _ in cards])


def _page(cards: list[Element]) -> Iterator[Element]:
    """Five rows, so that the next page begins on a new sheet."""
    while len(cards) < COLUMNS * ROWS:
        cards.append(cell(twips(CARD_W), line("", 100)))
    for start in range(0, len(cards), COLUMNS):
        yield row(cards[start : start + COLUMNS], exact(CARD_H))


def _framed(*content: Element) -> Element:
    return cell(twips(CARD_W), *content, upright="top", properties=[edges(2, _CUT)])


def _front(sheet: CardSheet, card: Card, package: Package, number: int) -> Element:
    band = line(f"{card.kind}　　{card.kind.part_taken}", 200, Face.HEI, colour="FFFFFF")
    add_properties(band, shade(card.kind.colour.removeprefix("#").upper()))
    session = [line(words, 105, Face.KAI, before=4) for words in (sheet.organ, sheet.session)]
    return _framed(band, *session, *_holder(card, package, number), gap())


def _holder(card: Card, package: Package, number: int) -> list[Element]:
    size = _NAMES[len(card.name) > _LONG_NAME]
    told = [line(widened(card.name), size, Face.TITLE, align="left", before=15)]
    told += [line(detail, 105, align="left", before=4) for detail in card.details]
    room = CARD_W - _INSIDE - (_CODE if card.code else 0)
    cells = [cell(twips(room), *told, upright="top")]
    widths = [twips(room)]
    if card.code:
        cells.append(cell(twips(_CODE), code_picture(package, card.code, number=number, side=_CODE)))
        widths.append(twips(_CODE))
    indent = make("w:tblInd", w=twips(_INSIDE), type="dxa")
    return [table(widths, [row(cells)], indent, margins("w:tblCellMar", left=0, right=0))]


def _back(sheet: CardSheet) -> Element:
    title = line(sheet.back_title, 140, Face.HEI, before=30)
    rules = [line(told, 100, align="left", before=10) for told in sheet.back]
    for rule in rules:
        add_properties(rule, make("w:ind", left=twips(_INSIDE), right=twips(_INSIDE)))
    return _framed(title, *rules)
