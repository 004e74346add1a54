"""What stands in columns or rows of its own: tables of facts, names, lines to sign on, 附件说明."""

from collections.abc import Iterable, Sequence

from docx.oxml.xmlchemy import BaseOxmlElement as Element

from huitang.adapters.papers.docx import paragraphs
from huitang.adapters.papers.docx.elements import make
from huitang.adapters.papers.docx.geometry import Geometry, twips
from huitang.adapters.papers.docx.tables import Height, cell, grid_borders, margins, row, table
from huitang.adapters.papers.docx.widths import FULL, shared, width_of
from huitang.adapters.papers.paper import Attachments, Names, SignLines, Table

ALIGN = {"l": "left", "c": "center", "r": "right"}
WIDE_SPACE = "\u3000"
NARROWEST, WIDEST = 3 * FULL, 16 * FULL
SIGNED_WIDTH = 12 * FULL


def table_of(content: Table, sheet: Geometry) -> Iterable[Element]:
    """The caption and the table; the head row returns on every page."""
    if content.caption:
        yield paragraphs.paragraph("表题", paragraphs.text(content.caption))
    widths = shared(sheet.line, content.widths or _natural_shares(content))
    height = Height(twips(content.row_mm)) if content.row_mm else None
    rows = [_row(words, widths, content.align, height) for words in content.rows]
    head = [_head(content.head, widths)] if any(content.head) else []
    yield table(widths, [*head, *rows], grid_borders(), margins("w:tblCellMar", 40, 80, 40, 80))


def _natural_shares(content: Table) -> tuple[int, ...]:
    columns = zip(content.head, *content.rows, strict=True) if any(content.head) else zip(*content.rows, strict=True)
    widest = (max(map(width_of, column)) for column in columns)
    return tuple(min(max(width, NARROWEST), WIDEST) + FULL for width in widest)


def _head(words: Sequence[str], widths: Sequence[int]) -> Element:
    cells = (cell(width, _words("表头", said)) for said, width in zip(words, widths, strict=True))
    return row(cells, is_head=True)


def _row(words: Sequence[str], widths: Sequence[int], align: str, height: Height | None) -> Element:
    aligned = align or "c" * len(widths)
    parts = zip(words, widths, aligned, strict=True)
    return row((cell(width, _words("表格", said, letter)) for said, width, letter in parts), height)


def _words(style: str, said: str, letter: str = "c") -> Element:
    content = [paragraphs.text(said)] if said else []
    aligned = {} if letter == "c" else {"jc": make("w:jc", val=ALIGN[letter])}
    return paragraphs.paragraph(style, *content, **aligned)


def widened(name: str) -> str:
    """A two-character name as wide as one of three, for the eye only."""
    return WIDE_SPACE.join(name) if len(name) == 2 else name


def names_of(content: Names, sheet: Geometry) -> Iterable[Element]:
    """Rows of names at tab stops; a long name takes the room of as many columns as it needs."""
    column = sheet.characters * FULL // content.columns
    stops = [sheet.spaces(column * number) for number in range(1, content.columns)]
    for line in _filled(tuple(map(widened, content.names)), content.columns, column):
        yield paragraphs.paragraph(
            "名单", paragraphs.text(line), tabs=make("w:tabs", *(make("w:tab", val="left", pos=stop) for stop in stops))
        )


def _filled(names: Sequence[str], columns: int, column: int) -> Iterable[str]:
    line, taken = "", 0
    for name in names:
        needed = min(-(-(width_of(name) + FULL // 2) // column), columns)
        if taken + needed > columns:
            yield line
            line, taken = "", 0
        line, taken = f"{line}\t{name}" if line else name, taken + needed
    if line:
        yield line


def sign_lines_of(content: SignLines, sheet: Geometry) -> Iterable[Element]:
    """Each label with a line to sign on; all lines begin and end alike."""
    labels = [f"{label.removesuffix('：')}：" for label in content.labels]
    start = 2 * FULL + max(map(width_of, labels))
    for label in labels:
        yield paragraphs.paragraph(
            "签名",
            paragraphs.text(f"{label}\t\t"),
            tabs=make("w:tabs", _stop(start, sheet), _stop(start + SIGNED_WIDTH, sheet, leader="underscore")),
            ind=make("w:ind", leftChars=200, left=sheet.spaces(200)),
            spacing=make("w:spacing", before=0, after=0, line=sheet.pitch * 3 // 2, lineRule="exact"),
        )


def _stop(hundredths: int, sheet: Geometry, **more: str) -> Element:
    return make("w:tab", val="left", pos=sheet.spaces(hundredths), **more)


def attachments_of(content: Attachments, sheet: Geometry) -> Iterable[Element]:
    """附件：1.… one below the other; a name's second line begins under its first character."""
    if len(content.names) == 1:
        yield _attachment(f"附件：{content.names[0]}", 5, 3, sheet)
        return
    for number, name in enumerate(content.names, start=1):
        first = number == 1
        yield _attachment(f"{'附件：' if first else ''}{number}.{name}", 6, 4 if first else 1, sheet)


def _attachment(words: str, left: int, hanging: int, sheet: Geometry) -> Element:
    inward = {"leftChars": left * FULL, "left": sheet.spaces(left * FULL)}
    outward = {"hangingChars": hanging * FULL, "hanging": sheet.spaces(hanging * FULL)}
    return paragraphs.paragraph("附件说明", paragraphs.text(words), ind=make("w:ind", **inward, **outward))
