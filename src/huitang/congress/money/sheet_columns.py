"""Which columns of a sheet hold which year and stage, and in what unit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from huitang.adapters.spreadsheets.amount import find_strange_unit, find_unit
from huitang.adapters.spreadsheets.cell_name import cell_name
from huitang.adapters.spreadsheets.sheet import Row, Sheet
from huitang.adapters.spreadsheets.table import IN_BRACKETS
from huitang.congress.money import sheet_words
from huitang.congress.money.account import AccountKey, Stage
from huitang.congress.money.refusals import AccountFileIsRefused
from huitang.congress.money.sheet_words import Comparison

ROWS_SEARCHED = 40
LAST_YEAR, THIS_YEAR = "上年", "本年"


@dataclass(frozen=True)
class AmountColumn:
    index: int
    title: str
    key: AccountKey
    unit: int


@dataclass(frozen=True)
class PercentColumn:
    """A column of percentages and the account it speaks of: that of the amounts before it."""

    index: int
    comparison: Comparison
    key: AccountKey


@dataclass(frozen=True)
class Block:
    """A column of names with its amounts; income and expense may stand side by side."""

    name_column: int
    code_column: int | None
    side: str | None
    amounts: tuple[AmountColumn, ...]
    percents: tuple[PercentColumn, ...]


@dataclass(frozen=True)
class Headings:
    """What stands over the figures of one sheet. `rest` holds the rows below."""

    sheet: Sheet
    row: int
    side: str | None
    blocks: tuple[Block, ...]
    unused: tuple[str, ...]
    rest: tuple[Row, ...]


@dataclass(frozen=True)
class _Context:
    """What the sheet says of itself above its headings; `told` is only the sheet's own name and title."""

    filename: str
    sheet: str
    told: str
    row: Row
    titles: Sequence[str]

    def refuse(self, sentence: str, **facts: object) -> AccountFileIsRefused:
        return AccountFileIsRefused(sentence, file=self.filename, sheet=self.sheet, **facts)


def find_headings(sheet: Sheet, filename: str) -> Headings | None:
    """None where the sheet has no column of names. :raises AccountFileIsRefused: a heading says too little"""
    found = next((row for row in sheet.rows[:ROWS_SEARCHED] if _name_columns(row)), None)
    if found is None:
        return None
    place = sheet.rows.index(found)
    titles, last = _titles(sheet.rows, place)
    above = [sheet.name, *(cell for row in sheet.rows[:place] for cell in row.cells)]
    context = _Context(filename, sheet.name, " ".join(sheet_words.plain(cell) for cell in above), found, titles)
    blocks = tuple(_block(start, end, context) for start, end in _spans(found))
    if not any(block.amounts for block in blocks):
        raise context.refuse(
            _(
                "文件“{file}”的“{sheet}”表第 {row} 行是表头，但没有一栏写明是预算数、执行数还是决算数。请补上后重新上传。"
            ),
            row=found.number_in_file,
        )
    used = {column.index for block in blocks for column in block.amounts}
    used |= {column.index for block in blocks for column in block.percents}
    used |= {block.name_column for block in blocks} | {block.code_column or 0 for block in blocks if block.code_column}
    return Headings(
        sheet=sheet,
        row=found.number_in_file,
        side=sheet_words.side_of(context.told),
        blocks=blocks,
        unused=tuple(title for index, title in enumerate(titles) if title and index not in used | _codes(found)),
        rest=sheet.rows[last + 1 :],
    )


def _plain_title(cell: str) -> str:
    return IN_BRACKETS.sub("", sheet_words.plain(cell))


def _name_columns(row: Row) -> list[int]:
    """A title alone in its row is no heading."""
    if sum(bool(cell) for cell in row.cells) < 2:
        return []
    return [index for index, cell in enumerate(row.cells) if _plain_title(cell) in sheet_words.NAME_TITLES]


def _codes(row: Row) -> set[int]:
    return {index for index, cell in enumerate(row.cells) if _plain_title(cell) in sheet_words.CODE_TITLES}


def _titles(rows: Sequence[Row], place: int) -> tuple[list[str], int]:
    """The full title of every column, of up to three rows whose merged cells are filled to the right."""
    row = rows[place]
    first_name = _name_columns(row)[0]
    titles = [sheet_words.plain(cell) for cell in row.cells]
    last = place
    below = rows[place + 1] if place + 1 < len(rows) else None
    if below is not None and _continues(below, first_name):
        titles = [one + two for one, two in _side_by_side(_filled(titles), below)]
        last = place + 1
    above = rows[place - 1] if place else None
    if above is not None and _continues(above, first_name):
        upper = _filled([sheet_words.plain(cell) for cell in above.cells])
        upper += [""] * (len(titles) - len(upper))
        titles = [
            one if index <= first_name else two + one
            for index, (one, two) in enumerate(zip(titles, upper, strict=False))
        ]
    return titles, last


def _side_by_side(titles: list[str], below: Row) -> list[tuple[str, str]]:
    cells = [sheet_words.plain(cell) for cell in below.cells]
    width = max(len(titles), len(cells))
    both = zip(titles + [""] * (width - len(titles)), cells + [""] * (width - len(cells)), strict=True)
    return [(one, "" if two == one else two) for one, two in both]


def _filled(titles: list[str]) -> list[str]:
    """A merged cell holds its words in its first column only."""
    filled: list[str] = []
    for title in titles:
        filled.append(title or (filled[-1] if filled else ""))
    return filled


def _continues(row: Row, name_column: int) -> bool:
    """Whether a row beside the heading row is a second row of headings: words of year or stage and no names."""
    cells = [sheet_words.plain(cell) for cell in row.cells[name_column:]]
    if not cells or cells[0] or any(cell.replace(".", "").isdigit() and len(cell) != 4 for cell in cells):
        return False
    return any(sheet_words.read_stage(cell) or sheet_words.read_years(cell) for cell in cells)


def _spans(row: Row) -> list[tuple[int, int]]:
    names = _name_columns(row)
    starts = [max(0, index - 1) if index - 1 in _codes(row) else index for index in names]
    return list(zip(starts, [*starts[1:], 10_000], strict=True))


def _block(start: int, end: int, context: _Context) -> Block:
    row = context.row
    code = start if start in _codes(row) else next((i for i in _codes(row) if start <= i < end), None)
    name = next(index for index in _name_columns(row) if start <= index < end)
    amounts = [
        _amount(index, title, context)
        for index, title in enumerate(context.titles)
        if start <= index < end and index not in (name, code) and _is_amount(title)
    ]
    _refuse_twice(amounts, context)
    percents = tuple(_percents(start, end, amounts, context))
    return Block(name, code, sheet_words.side_of(_plain_title(row.cells[name])), tuple(amounts), percents)


def _percents(start: int, end: int, amounts: Sequence[AmountColumn], context: _Context) -> Iterator[PercentColumn]:
    for index, title in enumerate(context.titles):
        comparison = sheet_words.read_comparison(title) if start <= index < end else None
        before = [column for column in amounts if column.index < index]
        if comparison is Comparison.SHARE_OF_PLAN:
            before = [column for column in before if column.key.stage not in (Stage.BUDGET, Stage.ADJUSTED)]
        if comparison and before:
            yield PercentColumn(index, comparison, before[-1].key)


def _is_amount(title: str) -> bool:
    if not title or sheet_words.COMPARISON.search(title):
        return False
    return sheet_words.read_stage(title) is not None or _plain_title(title) in ("金额", "数额", "合计")


def _amount(index: int, title: str, context: _Context) -> AmountColumn:
    stage = sheet_words.read_stage(title) or _only_stage(index, title, context)
    return AmountColumn(
        index=index,
        title=title,
        key=AccountKey(_year(index, title, context), stage, sheet_words.read_fund(context.told)),
        unit=_unit(title, context),
    )


def _only_stage(index: int, title: str, context: _Context) -> str:
    stage = sheet_words.read_stage(context.told)
    if stage is None:
        raise context.refuse(
            _("文件“{file}”的“{sheet}”表 {cell} 写的是“{title}”，看不出是预算数、执行数还是决算数。请写明后重新上传。"),
            cell=cell_name(context.row.number_in_file, index),
            title=title,
        )
    return stage


def _year(index: int, title: str, context: _Context) -> int:
    own = sheet_words.read_years(title)
    around = sheet_words.read_years(context.sheet) or sheet_words.read_years(context.told)
    if own:
        return own[0]
    if len(around) != 1:
        raise context.refuse(
            _("文件“{file}”的“{sheet}”表 {cell} 写的是“{title}”，看不出是哪一年。请写成“2025年预算数”这样。"),
            cell=cell_name(context.row.number_in_file, index),
            title=title,
        )
    return around[0] - 1 if LAST_YEAR in title else around[0]


def _unit(title: str, context: _Context) -> int:
    unit = find_unit(title) or find_unit(context.told)
    if unit is not None:
        return unit
    strange = find_strange_unit(context.told)
    if strange:
        raise context.refuse(
            _("文件“{file}”的“{sheet}”表写的单位是“{unit}”，不是元、千元、万元或亿元。请改正后重新上传。"), unit=strange
        )
    raise context.refuse(
        _("文件“{file}”的“{sheet}”表没有写金额单位，分不清是元还是万元。请在表头上方写明“单位：万元”后重新上传。")
    )


def _refuse_twice(amounts: Sequence[AmountColumn], context: _Context) -> None:
    seen: dict[AccountKey, AmountColumn] = {}
    for column in amounts:
        if column.key in seen:
            raise context.refuse(
                _("文件“{file}”的“{sheet}”表里，{one} 和 {two} 两栏都是{account}数。请只留一栏。"),
                one=cell_name(context.row.number_in_file, seen[column.key].index),
                two=cell_name(context.row.number_in_file, column.index),
                account=column.key.label,
            )
        seen[column.key] = column
