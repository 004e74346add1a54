"""Tables with fixed widths: borders, cell margins, exact or least heights of rows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from docx.oxml.xmlchemy import BaseOxmlElement as Element

from huitang.adapters.papers.docx.elements import make, switch

SIDES = ("top", "left", "bottom", "right")
INNER = ("insideH", "insideV")
THIN, THICK = 4, 8


def border(edge: str, eighths: int = THIN, colour: str = "000000", space: int = 0) -> Element:
    """One edge, `eighths` of a point thick; 0 draws none. `space` in points, for paragraphs."""
    line = {"val": "single", "sz": eighths, "space": space, "color": colour} if eighths else {"val": "nil"}
    return make(f"w:{edge}", **line)


def grid_borders(eighths: int = THIN, edges: Iterable[str] = (*SIDES, *INNER)) -> Element:
    """w:tblBorders, the same on all edges named."""
    return make("w:tblBorders", *(border(edge, eighths) for edge in edges))


def margins(tag: str, top: int = 0, left: int = 80, bottom: int = 0, right: int = 80) -> Element:
    """The room inside cells, in twips; `tag` is w:tblCellMar for a table or w:tcMar for one cell."""
    rooms = zip(SIDES, (top, left, bottom, right), strict=True)
    return make(tag, *(make(f"w:{edge}", w=room, type="dxa") for edge, room in rooms))


def table(widths: Sequence[int], rows: Iterable[Element], *properties: Element) -> Element:
    """A table of fixed columns in twips; `properties` are further children of w:tblPr, such as `grid_borders()`."""
    described = make(
        "w:tblPr",
        make("w:tblW", w=sum(widths), type="dxa"),
        make("w:tblLayout", type="fixed"),
        *properties,
    )
    columns = make("w:tblGrid", *(make("w:gridCol", w=width) for width in widths))
    return make("w:tbl", described, columns, *rows)


@dataclass(frozen=True)
class Height:
    """The height of a row in twips: exact for cards and ballots, otherwise the least."""

    twips: int
    is_exact: bool = False


def row(cells: Iterable[Element], height: Height | None = None, *, is_head: bool = False) -> Element:
    """A row that is never split over pages; a head row is repeated on every page."""
    rule = make("w:trHeight", val=height.twips, hRule="exact" if height.is_exact else "atLeast") if height else None
    head = make("w:tblHeader") if is_head else None
    return make("w:tr", make("w:trPr", switch("w:cantSplit", True), rule, head), *cells)


def cell(width: int, *content: Element, upright: str = "center", properties: Iterable[Element] = ()) -> Element:
    """A cell; `upright` places its content top, center or bottom; `properties` are further children of w:tcPr."""
    described = make("w:tcPr", make("w:tcW", w=width, type="dxa"), make("w:vAlign", val=upright), *properties)
    return make("w:tc", described, *content)
