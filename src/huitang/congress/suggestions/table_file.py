"""The table of suggestions as the office keeps it in a spreadsheet: one line each, every wrong cell named."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from huitang.adapters.spreadsheets.table import Heading, Table, TableRow
from huitang.congress.roster import wrong_cells
from huitang.congress.roster.wrong_cells import WrongCell, wrong_in
from huitang.rules.suggestion_course import Satisfaction

HEADINGS = (
    Heading("number", ("建议编号", "编号", "序号"), required=True),
    Heading("title", ("标题", "建议标题", "案由", "建议名称"), required=True),
    Heading("lead", ("领衔代表", "领衔人", "提出代表", "建议人"), required=True),
    Heading("co_signers", ("附议代表", "附议人", "联名代表")),
    Heading("tabled_on", ("提出日期", "提出时间"), required=True),
    Heading("assigned_on", ("交办日期", "交办时间")),
    Heading("unit", ("主办单位", "承办单位")),
    Heading("assisting", ("协办单位", "会办单位")),
    Heading("answered_on", ("答复日期", "答复时间")),
    Heading("mark", ("办理结果类别", "结果类别", "办理结果", "类别")),
    Heading("result", ("代表评价", "满意度", "代表意见")),
)
DAYS = ("tabled_on", "assigned_on", "answered_on")
VERDICTS = {
    "满意": Satisfaction.SATISFIED,
    "基本满意": Satisfaction.BASICALLY,
    "不满意": Satisfaction.NOT_SATISFIED,
}
BETWEEN = re.compile(r"[、，,；;\n]+")
DAY = re.compile(r"(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?")


COUNT = re.compile(r"(?:共|合计|总计|共计)?(\d+)件?")
ROOMS = {"number": 20, "title": 100, "unit": 60, "mark": 10}


@dataclass(frozen=True)
class Line:
    """One row: what is written, what it was read as, and each of its cells that is wrong."""

    row: int
    said: Mapping[str, str]
    days: Mapping[str, date | None]
    units: tuple[str, ...]
    errors: tuple[WrongCell, ...] = field(default=())

    @property
    def unit(self) -> str:
        return self.said.get("unit", "")

    @property
    def verdict(self) -> Satisfaction | None:
        return VERDICTS.get(self.said.get("result", ""))


@dataclass(frozen=True)
class SuggestionTable:
    """The rows, and where each of their cells stands. `wrong` are cells that spoil the table as a whole."""

    table: Table
    lines: tuple[Line, ...]
    wrong: tuple[WrongCell, ...]

    def at(self, line: Line, key: str, sentence: str) -> WrongCell:
        return wrong_in(self.table, TableRow(line.row, line.said), key, sentence)


def read_table(content: bytes, filename: str) -> SuggestionTable:
    """:raises RollFileIsRefused: no spreadsheet, a required column missing, no row at all"""
    table = wrong_cells.find_only_table(content, filename, HEADINGS)
    seen: dict[str, str] = {}
    lines = tuple(_line(row, table, seen) for row in table.rows)
    return SuggestionTable(table, lines, tuple(wrong_cells.all_wrong(table, HEADINGS, _totals(table))))


def _totals(table: Table) -> list[WrongCell]:
    """A line of totals that says another number of suggestions than there are."""
    wrong = []
    for line in table.totals:
        for text, cell in zip(line.cells, line.places, strict=True):
            found = COUNT.fullmatch("".join(text.split()))
            if found and int(found[1]) != len(table.rows):
                sentence = _("合计写的是 {said} 件，表里有 {counted} 件。请核对。")
                told = sentence.format(said=found[1], counted=len(table.rows))
                wrong.append(WrongCell(table.sheet.name, cell, told))
    return wrong


def _line(row: TableRow, table: Table, seen: dict[str, str]) -> Line:
    said = {key: text.strip() for key, text in row.values.items()}
    said["number"] = unicodedata.normalize("NFKC", said["number"])
    days = {key: _day(said.get(key, "")) for key in DAYS}
    told = {**_order_errors(said, days), **_cell_errors(said, days)}
    first = seen.setdefault(said["number"], table.cell(row, "number"))
    if said["number"] and first != table.cell(row, "number"):
        told["number"] = _("编号 {number} 在 {first} 已经写过了。").format(number=said["number"], first=first)
    units = tuple(filter(None, [said.get("unit", ""), *BETWEEN.split(said.get("assisting", ""))]))
    errors = tuple(wrong_in(table, row, key, sentence) for key, sentence in told.items())
    return Line(row.number_in_file, said, days, units, errors)


def _cell_errors(said: Mapping[str, str], days: Mapping[str, date | None]) -> dict[str, str]:
    """By the heading's key, why its cell cannot be read."""
    wrong = {}
    number = said["number"]
    if not (number.isascii() and number.isdigit()):
        wrong["number"] = _("“{text}”不是编号，编号只能是数字。").format(text=number)
    for key in DAYS:
        if said.get(key) and days[key] is None:
            wrong[key] = _("“{text}”不是日期。请写成“2025-03-31”。").format(text=said[key])
    if said.get("result") and said["result"] not in VERDICTS:
        wrong["result"] = _("“{text}”不是“满意”“基本满意”或“不满意”。").format(text=said["result"])
    for key, room in ROOMS.items():
        if len(said.get(key, "")) > room:
            sentence = _("有 {length} 个字，最多 {room} 个。请检查这一行的各栏有没有错位。")
            wrong[key] = sentence.format(length=len(said[key]), room=room)
    return wrong | {key: _("没有填写。") for key in ("number", "title", "lead", "tabled_on") if not said[key]}


def _order_errors(said: Mapping[str, str], days: Mapping[str, date | None]) -> dict[str, str]:
    """By the heading's key, what does not fit the cells beside it."""
    wrong = {}
    tabled, assigned, answered = (days[key] for key in DAYS)
    if tabled and assigned and assigned < tabled:
        wrong["assigned_on"] = _("交办日期早于提出日期。")
    if assigned and answered and answered < assigned:
        wrong["answered_on"] = _("答复日期早于交办日期。")
    if said.get("assigned_on") and not said.get("unit"):
        wrong["unit"] = _("有交办日期，没有主办单位。")
    if said.get("unit") and not said.get("assigned_on"):
        wrong["assigned_on"] = _("有主办单位，没有交办日期。")
    if said.get("answered_on") and not (said.get("assigned_on") and said.get("mark")):
        wrong["answered_on"] = _("有答复日期，但没有交办日期或者办理结果类别。")
    if said.get("result") and not said.get("answered_on"):
        wrong["result"] = _("有代表评价，没有答复日期。")
    return wrong


def _day(text: str) -> date | None:
    found = DAY.fullmatch("".join(unicodedata.normalize("NFKC", text).split()))
    if found is None:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None
