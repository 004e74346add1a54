"""A cell of an uploaded file that is wrong: where it stands, what is wrong with it, and the refusal of its file."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huitang.adapters.spreadsheets.amount import AmountFault
from huitang.adapters.spreadsheets.cell_name import cells_of
from huitang.adapters.spreadsheets.excerpt import Excerpt, cut_out
from huitang.adapters.spreadsheets.reading import read_spreadsheet
from huitang.adapters.spreadsheets.refusal import Fault, SpreadsheetIsRefused
from huitang.adapters.spreadsheets.sheet import Sheet
from huitang.adapters.spreadsheets.spoilt_cells import Spoilt, SpoiltCell, find_spoilt
from huitang.adapters.spreadsheets.table import Heading, Table, TableRow, find_table
from huitang.congress.journal.refusal import InputIsWrong
from huitang.congress.roster.file_refusal import NO_ROWS, RollFileIsRefused, refusal_of

MOST_TOLD = 12
DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?: [\d:.]+)?")


@dataclass(frozen=True)
class WrongCell:
    """`sentence` says what is wrong and what to do; `title` is the heading over the cell, where there is one."""

    sheet: str
    cell: str
    sentence: str
    title: str = ""

    @property
    def place(self) -> str:
        """As a spreadsheet program names it: 预算执行与草案!E9; a text file has no sheet."""
        return f"{self.sheet}!{self.cell}" if self.sheet else self.cell

    def __str__(self) -> str:
        if self.title:
            return _("{place}（{title}）：{said}").format(place=self.place, title=self.title, said=self.sentence)
        return _("{place}：{said}").format(place=self.place, said=self.sentence)


class TableIsWrong(InputIsWrong):
    """Nothing of the file was taken over. `wrong` are all its wrong cells, `excerpt` shows the first of them."""

    text = gettext_lazy("文件“{file}”有 {count} 处错误，一行也没有导入：{told}请在文件里改正后重新上传。")

    def __init__(self, file: str, wrong: Sequence[WrongCell], excerpt: Excerpt | None) -> None:
        self.wrong, self.excerpt = tuple(wrong[:MOST_TOLD]), excerpt
        more = len(wrong) - len(self.wrong)
        self.more = _("另有 {count} 处。").format(count=more) if more else ""
        super().__init__(file=file, count=len(wrong), told="".join([*map(str, self.wrong), self.more]))


def excerpt_of(sheet: Sheet, wrong: Sequence[WrongCell], *, heading_row: int = 0) -> Excerpt | None:
    return cut_out(sheet, [one.cell for one in wrong if one.sheet == sheet.name], heading_row=heading_row)


@dataclass(frozen=True)
class WrongCells:
    """What a preview shows of a file that cannot be written as it is; nothing where `cells` is empty."""

    file: str
    cells: tuple[WrongCell, ...]
    excerpt: Excerpt | None

    def refuse(self) -> None:
        """:raises TableIsWrong: any cell is wrong"""
        if self.cells:
            raise TableIsWrong(self.file, self.cells, self.excerpt)


def shown(file: str, table: Table, wrong: Sequence[WrongCell]) -> WrongCells:
    return WrongCells(file, tuple(wrong), excerpt_of(table.sheet, wrong, heading_row=table.heading_row))


def find_only_table(content: bytes, filename: str, headings: Sequence[Heading]) -> Table:
    """The one table with these headings, on whatever sheet it stands; a hidden sheet counts only by itself.

    :raises RollFileIsRefused: no spreadsheet, no such table, a column missing, no row, or tables on two sheets
    """
    try:
        table = _only_table(read_spreadsheet(content).sheets, headings)
    except SpreadsheetIsRefused as refused:
        raise refusal_of(refused, filename) from refused
    if not table.rows:
        raise RollFileIsRefused(NO_ROWS, file=filename, sheet=table.sheet.name, row=table.heading_row)
    return table


def _only_table(sheets: Sequence[Sheet], headings: Sequence[Heading]) -> Table:
    found, refusals = find_tables(sheets, headings)
    shown = [table for table in found if not table.sheet.marks.is_hidden and table.rows] or found
    if not shown:
        raise refusals[0]
    if len(shown) > 1:
        raise SpreadsheetIsRefused(Fault.TWO_TABLES, sheets=tuple(table.sheet.name for table in shown))
    return shown[0]


def find_tables(sheets: Sequence[Sheet], headings: Sequence[Heading]) -> tuple[list[Table], list[SpreadsheetIsRefused]]:
    """Every sheet that holds such a table, and why the others do not, the one nearest to it first."""
    found, refusals = [], []
    for sheet in sheets:
        try:
            found.append(find_table(sheet, headings))
        except SpreadsheetIsRefused as refused:
            refusals.append((refused.code is Fault.NO_HEADINGS, sheet.is_blank, refused))
    return found, [refused for *_order, refused in sorted(refusals, key=lambda told: told[:2])]


def all_wrong(table: Table, headings: Sequence[Heading], others: Sequence[WrongCell]) -> list[WrongCell]:
    """`others`, and before them the cells of the table nobody can be sure of, the line of totals with them."""
    filled = {table.columns[one.key] for one in headings if one.written_once_per_block and one.key in table.columns}
    columns = set(table.columns.values())
    rows = {row.number_in_file for row in table.rows}
    totals = {line.number_in_file for line in table.totals}
    below = find_spoilt(table.sheet, rows=totals, columns=columns, filled_down=())
    spoilt = [
        *find_spoilt(table.sheet, rows=rows, columns=columns, filled_down=filled),
        *(one for one in below if one.why is not Spoilt.MERGED),
    ]
    return without_doubles([*(wrong_of(one, table.sheet.name) for one in spoilt), *others])


def without_doubles(wrong: Sequence[WrongCell]) -> list[WrongCell]:
    """Each cell once, by its first fault, in the order of the sheet; what is in a merged range is said of the range."""
    told: set[tuple[str, int, int]] = set()
    kept = []
    for one in wrong:
        places = {(one.sheet, *place) for place in cells_of(one.cell)}
        if not places <= told:
            kept.append(one)
        told |= places
    sheets = list(dict.fromkeys(one.sheet for one in wrong))
    return sorted(kept, key=lambda one: (sheets.index(one.sheet), next(cells_of(one.cell), (0, 0))))


def spoilt_on(sheet: Sheet, *, rows: Collection[int], columns: Collection[int]) -> list[WrongCell]:
    return [wrong_of(one, sheet.name) for one in find_spoilt(sheet, rows=rows, columns=columns)]


def wrong_of(spoilt: SpoiltCell, sheet: str) -> WrongCell:
    told = {
        Spoilt.UNRECKONED: _("是公式，文件里却没有存它算出的数。请用 Excel 或 WPS 打开，保存一次再上传。"),
        Spoilt.IN_ERROR: _("公式出错了，算不出数。请改正公式，或直接写数。"),
        Spoilt.MERGED: _("这几格是合并的，看不出每一行该是什么。请取消合并，每行都写。"),
        Spoilt.HIDDEN_ROW: _("这一行是隐藏的。请取消隐藏（或取消筛选），看过再上传；不要的行请删去。"),
        Spoilt.HIDDEN_COLUMN: _("这一栏是隐藏的。请取消隐藏，看过再上传；不要的栏请删去。"),
    }[spoilt.why]
    return WrongCell(sheet, spoilt.cell, told)


def wrong_in(table: Table, row: TableRow, key: str, sentence: str) -> WrongCell:
    return WrongCell(table.sheet.name, table.cell(row, key), sentence, table.titles.get(key, ""))


def no_number(fault: AmountFault, text: str) -> str:
    """Why a cell is no amount of money."""
    if DATE.fullmatch(text):
        return _("写的是日期“{text}”，不是一个数。请把单元格格式改为“常规”，再写一遍这个数。").format(text=text)
    told = {
        AmountFault.NOT_A_NUMBER: _("写的是“{text}”，不是一个数。"),
        AmountFault.NEGATIVE: _("写的是“{text}”，这里不能是负数。"),
        AmountFault.TOO_LARGE: _("写的是“{text}”，大得不像一个数。"),
        AmountFault.PART_OF_A_YUAN: _("写的是“{text}”，不足一元的部分请先取整到元，连同合计。"),
    }[fault]
    return told.format(text=text[:30])
