"""The candidate list as the office keeps it in a spreadsheet."""

import unicodedata
from dataclasses import dataclass

from django.utils.translation import gettext as _

from huitang.adapters.spreadsheets.amount import WAN, AmountIsUnreadable, find_unit, read_yuan
from huitang.adapters.spreadsheets.cell_name import column_letters
from huitang.adapters.spreadsheets.table import Heading, Line, Table, TableRow
from huitang.congress.roster import wrong_cells
from huitang.congress.roster.wrong_cells import WrongCell, no_number, wrong_in

HEADINGS = (
    Heading("number", ("序号", "编号")),
    Heading("name", ("项目名称", "名称", "项目"), required=True),
    Heading("category", ("类别", "项目类别"), written_once_per_block=True),
    Heading("scale", ("建设内容和规模", "建设内容", "建设规模")),
    Heading("investment", ("总投资（万元）", "总投资", "投资（万元）", "投资额（万元）")),
    Heading("funding", ("资金来源",)),
    Heading("leader", ("责任领导", "分管领导")),
    Heading("unit", ("责任单位", "承办单位", "实施单位")),
    Heading("starts", ("开工时间", "计划开工时间")),
    Heading("due", ("完成时限", "完成时间", "计划完成时间")),
)
LENGTHS = {
    "name": 100, "category": 20, "scale": 200, "funding": 60, "leader": 40, "unit": 60, "starts": 40, "due": 40,
}  # fmt: skip
HIGHEST_NUMBER = 999


@dataclass(frozen=True)
class ProjectLine:
    number: int
    name: str
    category: str
    scale: str
    investment_yuan: int | None
    funding: str
    leader: str
    unit: str
    starts: str
    due: str


@dataclass(frozen=True)
class ProjectTable:
    """The list as it was understood, row by row; what `wrong` names was not."""

    table: Table
    lines: tuple[ProjectLine, ...]
    wrong: tuple[WrongCell, ...]


def read_projects(content: bytes, filename: str) -> ProjectTable:
    """Read the whole list, and tell every cell that is wrong; a total at the foot must agree with the rows.

    :raises RollFileIsRefused: no spreadsheet, a required column missing, no row at all
    """
    table = wrong_cells.find_only_table(content, filename, HEADINGS)
    reader = _Reader(table)
    lines = tuple(reader.line(row, place) for place, row in enumerate(table.rows, start=1))
    reader.find_repeated(lines)
    reader.check_totals(lines)
    return ProjectTable(table, lines, tuple(wrong_cells.all_wrong(table, HEADINGS, reader.wrong)))


class _Reader:
    """Reads the rows of one table and keeps every cell that is wrong."""

    def __init__(self, table: Table) -> None:
        self.table = table
        above = " ".join(line.text for line in table.lines_above)
        self.unit = find_unit(table.titles.get("investment", "")) or find_unit(above) or WAN
        self.wrong: list[WrongCell] = []

    def line(self, row: TableRow, place: int) -> ProjectLine:
        said = row.values
        if not said["name"]:
            self._refuse(row, "name", _("没有写项目名称。请补上，或删去这一行。"))
        for key, room in LENGTHS.items():
            if len(said.get(key, "")) > room:
                sentence = _("有 {length} 个字，最多 {room} 个。请检查这一行的各栏有没有错位。")
                self._refuse(row, key, sentence.format(length=len(said[key]), room=room))
        return ProjectLine(
            number=self._number(row, place),
            name=said["name"],
            investment_yuan=self._yuan(row),
            **{key: said.get(key, "") for key in LENGTHS if key != "name"},
        )

    def _number(self, row: TableRow, place: int) -> int:
        text = unicodedata.normalize("NFKC", row.values.get("number", ""))
        if not text:
            return place
        if text.isdecimal() and 0 < int(text) <= HIGHEST_NUMBER:
            return int(text)
        sentence = _("序号“{text}”不是 1 到 {highest} 的整数。请改正，或空着。")
        self._refuse(row, "number", sentence.format(text=text[:20], highest=HIGHEST_NUMBER))
        return place

    def _yuan(self, row: TableRow) -> int | None:
        """In whole yuan; exact, because a float would lose it."""
        text = row.values.get("investment", "")
        try:
            return read_yuan(text, self.unit)
        except AmountIsUnreadable as wrong:
            self._refuse(row, "investment", no_number(wrong.fault, text))
            return None

    def find_repeated(self, lines: tuple[ProjectLine, ...]) -> None:
        numbers: dict[int, str] = {}
        names: dict[str, str] = {}
        for row, line in zip(self.table.rows, lines, strict=True):
            first = names.setdefault(line.name, self.table.cell(row, "name"))
            if line.name and first != self.table.cell(row, "name"):
                self._refuse(row, "name", _("“{name}”在 {first} 已经写过了。").format(name=line.name, first=first))
            first = numbers.setdefault(line.number, self.table.cell(row, "number"))
            if first != self.table.cell(row, "number"):
                sentence = _("序号 {number} 在 {first} 已经用过了。").format(number=line.number, first=first)
                self._refuse(row, "number", sentence)

    def check_totals(self, lines: tuple[ProjectLine, ...]) -> None:
        if any(one.title == self.table.titles.get("investment") for one in self.wrong):
            return  # a total cannot be judged while one of its items cannot be read
        counted = sum(line.investment_yuan or 0 for line in lines)
        for line in self.table.totals:
            for said, cell in self._totals(line):
                if said != counted:
                    sentence = _("合计写的是 {said} 万元，各项相加是 {counted} 万元。请核对。")
                    told = sentence.format(said=in_wan(said), counted=in_wan(counted))
                    self.wrong.append(WrongCell(self.table.sheet.name, cell, told))

    def _totals(self, line: Line) -> list[tuple[int, str]]:
        """What a line of totals says in the column of the investment."""
        found = []
        for text, cell in zip(line.cells, line.places, strict=True):
            if cell.rstrip("0123456789") != self._letters:
                continue
            try:
                said = read_yuan(text, self.unit)
            except AmountIsUnreadable as wrong:
                self.wrong.append(WrongCell(self.table.sheet.name, cell, no_number(wrong.fault, text)))
            else:
                found += [(said, cell)] if said is not None else []
        return found

    @property
    def _letters(self) -> str:
        index = self.table.columns.get("investment")
        return "" if index is None else column_letters(index)

    def _refuse(self, row: TableRow, key: str, sentence: str) -> None:
        self.wrong.append(wrong_in(self.table, row, key, sentence))


def in_wan(yuan: int) -> str:
    """Whole yuan as 万元 without trailing zeros: 1425000 is 142.5."""
    whole, rest = divmod(yuan, WAN)
    return f"{whole}.{rest:04d}".rstrip("0").rstrip(".")
