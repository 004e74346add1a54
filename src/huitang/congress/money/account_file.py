"""An uploaded file read into accounts, before it is compared with what is kept."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from huitang.adapters.spreadsheets.excerpt import Excerpt
from huitang.adapters.spreadsheets.reading import read_spreadsheet
from huitang.adapters.spreadsheets.refusal import Fault, SpreadsheetIsRefused
from huitang.adapters.spreadsheets.sheet import Spreadsheet
from huitang.congress.money.account import Account, AccountKey, Line, Side, account_order, side_word
from huitang.congress.money.refusals import AccountFileIsRefused
from huitang.congress.money.sheet_columns import ROWS_SEARCHED, Headings, find_headings
from huitang.congress.money.sheet_rows import Percentage, SheetRow, read_rows
from huitang.congress.money.structure import find_parents
from huitang.congress.roster.file_refusal import refusal_of
from huitang.congress.roster.wrong_cells import WrongCell, WrongCells, excerpt_of

LONGEST_SHEET_NAME = 60


@dataclass(frozen=True)
class Claim:
    """A percentage the sheet states of one of its lines."""

    sheet: str
    side: str
    kind: str
    code: str
    name: str
    percentage: Percentage


@dataclass(frozen=True)
class AccountFile:
    """What a file says; with `problems` nothing of it may be kept. `notes` tell what was not taken over."""

    filename: str
    kind: str
    accounts: tuple[Account, ...]
    tables: tuple[Headings, ...]
    problems: tuple[WrongCell, ...]
    notes: tuple[str, ...]
    claims: tuple[Claim, ...]

    @property
    def wrong(self) -> WrongCells:
        return WrongCells(self.filename, self.problems, self.cut_out(self.problems))

    def cut_out(self, wrong: Sequence[WrongCell]) -> Excerpt | None:
        """The piece of the sheet where the first of these cells stands."""
        found = (one for one in self.tables if wrong and one.sheet.name == wrong[0].sheet)
        return next((excerpt_of(one.sheet, wrong, heading_row=one.row) for one in found), None)


@dataclass(frozen=True)
class _Part:
    """One side of one account as one sheet has it."""

    key: AccountKey
    side: str
    unit: int
    sheet: str
    rows: tuple[SheetRow, ...]
    parents: tuple[int | None, ...]


def read_account_file(content: bytes, filename: str) -> AccountFile:
    """:raises InputIsWrong: it is no spreadsheet, or no sheet of it holds accounts."""
    try:
        spreadsheet = read_spreadsheet(content)
    except SpreadsheetIsRefused as refused:
        raise refusal_of(refused, filename) from refused
    tables = _find_tables(spreadsheet, filename)
    parts: list[_Part] = []
    problems: list[WrongCell] = []
    notes: list[str] = []
    for headings in tables:
        read = read_rows(headings)
        parts += _parts(headings, read.rows)
        problems += read.problems
        notes += _notes(headings, read.notes)
    if not parts and not problems:
        sentence = _("文件“{file}”的“{sheet}”表，表头下面一个数也没有。请检查是不是选错了文件。")
        raise AccountFileIsRefused(sentence, file=filename, sheet=tables[0].sheet.name)
    chosen, doubled = _most_detailed(parts)
    accounts = _assemble(chosen)
    problems += doubled + [problem for account in accounts for problem in _one_sided(account)]
    claims = tuple(claim for part in chosen for claim in _claims(part))
    return AccountFile(filename, spreadsheet.kind, accounts, tuple(tables), tuple(problems), tuple(notes), claims)


def _claims(part: _Part) -> list[Claim]:
    return [
        Claim(part.sheet, row.side, row.kind, row.code, row.name, percentage)
        for row in part.rows
        for percentage in row.percentages
        if percentage.key == part.key
    ]


def _find_tables(spreadsheet: Spreadsheet, filename: str) -> list[Headings]:
    sheets = [sheet for sheet in spreadsheet.sheets if not sheet.is_blank]
    named = [replace(sheet, name=sheet.name or _("（没有表名）")) for sheet in sheets]
    found = [headings for headings in (find_headings(sheet, filename) for sheet in named) if headings]
    if found:
        return found
    searched = min(ROWS_SEARCHED, len(sheets[0].rows))
    wanted = (_("科目名称"),)
    refused = SpreadsheetIsRefused(Fault.NO_HEADINGS, sheet=sheets[0].name, wanted=wanted, rows_searched=searched)
    raise refusal_of(refused, filename)


def _parts(headings: Headings, rows: Sequence[SheetRow]) -> list[_Part]:
    parts = []
    for block in headings.blocks:
        for side in Side:
            keys = {column.key for column in block.amounts}
            own = tuple(row for row in rows if row.side == side and keys & row.amounts.keys())
            parents = tuple(find_parents(own))
            parts += [
                _Part(column.key, side, column.unit, headings.sheet.name, own, parents)
                for column in block.amounts
                if own
            ]
    return list({(part.key, part.side): part for part in parts}.values())


def _notes(headings: Headings, lines: Sequence[str]) -> list[str]:
    told = []
    if headings.unused:
        sentence = _("“{sheet}”表里没有采用的栏目：{columns}。")
        told.append(sentence.format(sheet=headings.sheet.name, columns=_("、").join(headings.unused)))
    if lines:
        sentence = _("“{sheet}”表里没有当作账目的行：{lines}。")
        told.append(sentence.format(sheet=headings.sheet.name, lines=_("；").join(lines)))
    return told


def _most_detailed(parts: Iterable[_Part]) -> tuple[list[_Part], list[WrongCell]]:
    """Where a summary and a detailed sheet hold the same side, the detailed one is kept; they must agree."""
    grouped: Mapping[tuple[AccountKey, str], list[_Part]] = defaultdict(list)
    for part in parts:
        grouped[part.key, part.side].append(part)
    chosen, problems = [], []
    for found in grouped.values():
        best = max(found, key=lambda part: len(part.rows))
        chosen.append(best)
        problems += [_disagreement(best, other) for other in found if _whole(other) != _whole(best)]
    return chosen, problems


def _whole(part: _Part) -> int:
    return _account((part,)).total_of(part.side)


def _disagreement(best: _Part, other: _Part) -> WrongCell:
    sentence = _("{account}的{side}合计是 {one}，“{sheet}”表里是 {two}，两张表对不上。请核对。")
    one, two = _account((best,)), _account((other,))
    facts = {"account": best.key.label, "side": side_word(best.side), "sheet": best.sheet}
    total = two.grand_total(other.side)
    cell = total.cell if total else two.lines[0].cell
    told = sentence.format(one=one.told(_whole(other)), two=one.told(_whole(best)), **facts)
    return WrongCell(other.sheet, cell, told)


def _assemble(parts: Sequence[_Part]) -> tuple[Account, ...]:
    grouped: dict[AccountKey, list[_Part]] = defaultdict(list)
    for part in parts:
        grouped[part.key].append(part)
    return tuple(
        _account(sorted(found, key=lambda part: part.side != Side.INCOME))
        for _key, found in sorted(grouped.items(), key=lambda pair: account_order(pair[0]))
    )


def _account(parts: Sequence[_Part]) -> Account:
    lines: list[Line] = []
    for part in parts:
        start = len(lines)
        lines += [_line(part, place, start) for place in range(len(part.rows))]
    return Account(parts[0].key, parts[0].unit, tuple(lines))


def _line(part: _Part, place: int, start: int) -> Line:
    row, parent = part.rows[place], part.parents[place]
    return Line(
        position=start + place,
        side=row.side,
        kind=row.kind,
        code=row.code,
        name=row.name,
        yuan=row.amounts[part.key],
        parent=None if parent is None else start + parent,
        sheet=part.sheet[:LONGEST_SHEET_NAME],
        cell=row.cells[part.key],
    )


def _one_sided(account: Account) -> list[WrongCell]:
    missing = [side for side in Side if not account.side(side)]
    if not missing:
        return []
    there = account.lines[0]
    sentence = _("{account}只有{there}，没有{missing}。文件里是不是少了一张表？")
    words = {"there": side_word(there.side), "missing": side_word(missing[0])}
    return [WrongCell(there.sheet, there.cell, sentence.format(account=account.key.label, **words))]
