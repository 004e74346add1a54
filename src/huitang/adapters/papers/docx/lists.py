"""What stands in columns or rows of its own: tables of facts, names, lines to sign on, 附件说明."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from docx.oxml.xmlchemy import BaseOxmlElement as Element

from huitang.adapters.papers.column_shares import count_columns, shares_of
from huitang.adapters.papers.docx import paragraphs, styles
from huitang.adapters.papers.docx.elements import make
from huitang.adapters.papers.docx.geometry import Geometry, twips
from huitang.adapters.papers.docx.tables import Height, cell, grid_borders, margins, row, table
from huitang.adapters.papers.docx.widths import FULL, shared, width_of
from huitang.adapters.papers.names_in_columns import NameCell, rows_of
from huitang.adapters.papers.paper import Attachments, Names, SignLines, Table

ALIGN = {"l": "left", "c": "center", "r": "right"}
DENSE_FROM = 7
SIGNED_WIDTH = twips(600)


@dataclass(frozen=True)
class _Look:
    """How the cells of a table are set."""

    head: str
    body: str
    size: int


def table_of(content: Table, sheet: Geometry) -> Iterator[Element]:
    """The caption and the table; the head row returns on every page."""
    if content.caption:
        yield paragraphs.paragraph("表题", paragraphs.text(content.caption))
    columns = count_columns(content)
    is_dense = columns >= DENSE_FROM
    look = _Look("密表头", "密表格", styles.DENSE_SIZE) if is_dense else _Look("表头", "表格", sheet.small_size)
    room = 2 * sheet.characters * sheet.body_size // look.size
    widths = shared(sheet.line, content.widths or shares_of(content, room))
    align = content.align or "c" * columns
    height = Height(twips(10 * content.row_mm)) if content.row_mm else None
    head = [_row(look.head, content.head, widths, "c" * columns, is_head=True)] if any(content.head) else []
    rows = (_row(look.body, words, widths, align, height) for words in content.rows)
    inset = 0 if content.row_mm else 70
    yield table(widths, [*head, *rows], grid_borders(), margins("w:tblCellMar", inset, 70, inset, 70))


def _row(
    style: str,
    words: Sequence[str],
    widths: Sequence[int],
    align: str,
    height: Height | None = None,
    *,
    is_head: bool = False,
) -> Element:
    padded = (*words, *("" for _ in range(len(widths) - len(words))))
    parts = zip(padded, widths, align, strict=True)
    return row((cell(width, _words(style, said, letter)) for said, width, letter in parts), height, is_head=is_head)


def _words(style: str, said: str, letter: str) -> Element:
    content = [paragraphs.text(said)] if said else []
    aligned = None if letter == "c" else make("w:jc", val=ALIGN[letter])
    return paragraphs.paragraph(style, *content, jc=aligned)


def names_of(content: Names, sheet: Geometry) -> Iterator[Element]:
    """Rows of names at tab stops; a long name takes the room of as many columns as it needs."""
    for cells in rows_of(content, sheet.characters):
        named = [at for at in _places(cells) if at[1].name]
        stops = [sheet.line * before // content.columns for before, _ in named[1:]]
        tabs = make("w:tabs", *(make("w:tab", val="left", pos=stop) for stop in stops)) if stops else None
        yield paragraphs.paragraph("名单", paragraphs.text("\t".join(at.name for _, at in named)), tabs=tabs)


def _places(cells: Iterable[NameCell]) -> Iterator[tuple[int, NameCell]]:
    before = 0
    for found in cells:
        yield before, found
        before += found.span


def sign_lines_of(content: SignLines, sheet: Geometry) -> Iterator[Element]:
    """Each label with a line to sign on, four and more in two columns; all lines begin and end alike."""
    columns = 1 if len(content.labels) < 4 else 2
    start = sheet.spaces(max(map(width_of, content.labels)))
    column = sheet.line // columns
    end = start + SIGNED_WIDTH if columns == 1 else column - sheet.spaces(FULL)
    stops = [offset + place for offset in range(0, columns * column, column) for place in (start, end, column)]
    for first in range(0, len(content.labels), columns):
        labels = content.labels[first : first + columns]
        line = [part for label in labels for part in _signed(label)]
        tabs = make("w:tabs", *(make("w:tab", val="left", pos=stop) for stop in stops[:-1]))
        pitch = styles.exact_lines(sheet.pitch * 3 // 2)
        yield paragraphs.paragraph("签名", *line[: 4 * len(labels) - 1], tabs=tabs, pitch=pitch)


def _signed(label: str) -> Sequence[Element]:
    """The line is an underlined tab: it is solid, and one types onto it."""
    line = paragraphs.text("\t", "", make("w:u", val="single"))
    return paragraphs.text(label), paragraphs.text("\t"), line, paragraphs.text("\t")


def attachments_of(content: Attachments, sheet: Geometry) -> Iterator[Element]:
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
