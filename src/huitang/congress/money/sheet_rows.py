"""The rows under the headings: which are lines of the accounts, on which side, with which amounts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from huitang.adapters.spreadsheets.amount import AmountIsUnreadable, read_yuan
from huitang.adapters.spreadsheets.cell_name import cell_name
from huitang.adapters.spreadsheets.sheet import Row
from huitang.congress.money import sheet_words
from huitang.congress.money.account import AccountKey, Kind, Side
from huitang.congress.money.sheet_columns import AmountColumn, Block, Headings
from huitang.congress.money.sheet_words import Comparison
from huitang.congress.roster.wrong_cells import WrongCell, no_number, spoilt_on, without_doubles

LONGEST_NAME, LONGEST_CODE = 100, 20


@dataclass(frozen=True)
class Percentage:
    """What a sheet itself says of a figure in per cent; `said` as written."""

    key: AccountKey
    comparison: Comparison
    said: str
    cell: str


@dataclass(frozen=True)
class SheetRow:
    """One line with an amount for each account the sheet has, and the cells they stand in."""

    side: str
    kind: str
    code: str
    name: str
    amounts: Mapping[AccountKey, int | None]
    cells: Mapping[AccountKey, str]
    percentages: tuple[Percentage, ...] = ()


@dataclass(frozen=True)
class SheetRows:
    rows: tuple[SheetRow, ...]
    problems: tuple[WrongCell, ...]
    notes: tuple[str, ...]


class _Reader:
    """Walks down one block; a heading without amounts sets the side for what follows."""

    def __init__(self, headings: Headings, block: Block) -> None:
        self.headings, self.block = headings, block
        self.side = block.side or headings.side
        self.rows: list[SheetRow] = []
        self.problems: list[WrongCell] = []
        self.notes: list[str] = []
        self.touched: set[int] = set()

    def read(self, row: Row) -> None:
        name = sheet_words.plain(_cell(row, self.block.name_column))
        written = any(_cell(row, column.index) for column in self.block.amounts)
        if not name and not written:
            return
        if sheet_words.is_note(name) or (name and not written):
            self._pass_over(row, name)
        elif not name:
            self._refuse(row, self.block.name_column, _("这一行有数，没有写科目名称。"))
        elif len(name) > LONGEST_NAME:
            self._refuse(row, self.block.name_column, _("科目名称太长，最多 100 个字。"))
        else:
            self._take(row, name)

    def _pass_over(self, row: Row, name: str) -> None:
        self.side = sheet_words.side_of(name) or self.side
        self.notes.append(_("第 {row} 行“{name}”").format(row=row.number_in_file, name=name[:30]))

    def _take(self, row: Row, name: str) -> None:
        code = "" if self.block.code_column is None else sheet_words.plain(_cell(row, self.block.code_column))
        side = self._side(name, code)
        if side is None:
            self._refuse(
                row,
                self.block.name_column,
                _("看不出“{name}”是收入还是支出。请在合计行或编码里写明。").format(name=name),
            )
            return
        self.side = side
        self.touched.add(row.number_in_file)
        amounts = {column.key: self._amount(row, column) for column in self.block.amounts}
        cells = {column.key: cell_name(row.number_in_file, column.index) for column in self.block.amounts}
        percentages = tuple(self._percentages(row))
        self.rows.append(SheetRow(side, _kind(name), code[:LONGEST_CODE], name, amounts, cells, percentages))

    def _percentages(self, row: Row) -> Iterator[Percentage]:
        for column in self.block.percents:
            said = _cell(row, column.index)
            if said:
                place = cell_name(row.number_in_file, column.index)
                yield Percentage(column.key, column.comparison, said, place)

    def _side(self, name: str, code: str) -> str | None:
        """A block's own heading first, then a total's name, the code, the line before, the name."""
        if self.block.side:
            return self.block.side
        named = sheet_words.side_of(name)
        if named and sheet_words.is_total(name):
            return named
        by_code = {"1": Side.INCOME, "2": Side.EXPENSE}.get(code[:1]) if code.isdigit() else None
        return by_code or named or self.side

    def _amount(self, row: Row, column: AmountColumn) -> int | None:
        text = _cell(row, column.index)
        try:
            return read_yuan(text, column.unit)
        except AmountIsUnreadable as wrong:
            self._refuse(row, column.index, no_number(wrong.fault, text))
            return None

    def all_problems(self) -> list[WrongCell]:
        """A formula without its result leaves its row looking as if nothing were written there."""
        sheet, block = self.headings.sheet, self.block
        columns = {block.name_column, *(column.index for column in block.amounts)}
        columns |= set() if block.code_column is None else {block.code_column}
        below = {row.number_in_file for row in self.headings.rest}
        empty = sheet.marks.unreckoned | sheet.marks.in_error
        unseen = {row for row, column in empty if row in below and column in columns}
        return [*spoilt_on(sheet, rows=self.touched | unseen, columns=columns), *self.problems]

    def _refuse(self, row: Row, index: int, sentence: str) -> None:
        cell = cell_name(row.number_in_file, index)
        self.touched.add(row.number_in_file)
        self.problems.append(WrongCell(self.headings.sheet.name, cell, sentence))


def read_rows(headings: Headings) -> SheetRows:
    """Every line of every block, income before what stands beside it."""
    readers = []
    for block in headings.blocks:
        reader = _Reader(headings, block)
        for row in headings.rest:
            reader.read(row)
        readers.append(reader)
    return SheetRows(
        rows=tuple(row for reader in readers for row in reader.rows),
        problems=tuple(without_doubles([problem for reader in readers for problem in reader.all_problems()])),
        notes=tuple(dict.fromkeys(note for reader in readers for note in reader.notes)),
    )


def _cell(row: Row, index: int) -> str:
    return row.cells[index] if index < len(row.cells) else ""


def _kind(name: str) -> str:
    if sheet_words.is_total(name):
        return Kind.TOTAL
    return Kind.PART if sheet_words.is_part(name) else Kind.ITEM
