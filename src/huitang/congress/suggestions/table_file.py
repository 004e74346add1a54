"""The table of suggestions as the office keeps it in a spreadsheet: one line each, every wrong cell named."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from huitang.adapters.spreadsheets import merged_cells
from huitang.adapters.spreadsheets.reading import read_spreadsheet
from huitang.adapters.spreadsheets.refusal import SpreadsheetIsRefused
from huitang.adapters.spreadsheets.table import Heading, Table, TableRow, find_table
from huitang.congress.roster.file_refusal import refusal_of
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


@dataclass(frozen=True)
class Line:
    """One row: what is written, what it was read as, and a sentence for each cell that is wrong."""

    row: int
    said: Mapping[str, str]
    days: Mapping[str, date | None]
    units: tuple[str, ...]
    errors: tuple[str, ...] = field(default=())

    @property
    def unit(self) -> str:
        return self.said.get("unit", "")

    @property
    def verdict(self) -> Satisfaction | None:
        return VERDICTS.get(self.said.get("result", ""))


def read_lines(content: bytes, filename: str) -> tuple[Line, ...]:
    """:raises RollFileIsRefused: no spreadsheet, a required column missing, no row at all"""
    try:
        sheet = read_spreadsheet(content).sheets[0]
        table = find_table(sheet, HEADINGS)
    except SpreadsheetIsRefused as refused:
        raise refusal_of(refused, filename) from refused
    counts = Counter(row.values["number"] for row in table.rows)
    merged = merged_cells.covered_rows(content)
    return tuple(_line(row, table, counts, merged) for row in table.rows)


def _line(row: TableRow, table: Table, counts: Mapping[str, int], merged: Mapping[int, str]) -> Line:
    said = {key: text.strip() for key, text in row.values.items()}
    days = {key: _day(said.get(key, "")) for key in DAYS}
    errors = [*_cell_errors(said, days, table), *_order_errors(said, days)]
    if counts[row.values["number"]] > 1 and said["number"]:
        errors.append(_("“建议编号”一栏：{number} 在文件里出现了两次。").format(number=said["number"]))
    if row.number_in_file in merged:
        sentence = _("单元格 {cells} 是合并的，看不出这一行该是什么。请取消合并，每行都写。")
        errors.append(sentence.format(cells=merged[row.number_in_file]))
    units = tuple(filter(None, [said.get("unit", ""), *BETWEEN.split(said.get("assisting", ""))]))
    return Line(row.number_in_file, said, days, units, tuple(errors))


def _cell_errors(said: Mapping[str, str], days: Mapping[str, date | None], table: Table) -> list[str]:
    titles = table.titles
    blank = _("“{column}”一栏没有填写。")
    required = ("number", "title", "lead", "tabled_on")
    wrong = [blank.format(column=titles[key]) for key in required if not said[key]]
    if said["number"] and not (said["number"].isascii() and said["number"].isdigit() and len(said["number"]) <= 20):
        sentence = _("“{column}”一栏：“{text}”不是编号，编号只能是数字。")
        wrong.append(sentence.format(column=titles["number"], text=said["number"]))
    for key in DAYS:
        if said.get(key) and days[key] is None:
            sentence = _("“{column}”一栏：“{text}”不是日期。请写成“2025-03-31”。")
            wrong.append(sentence.format(column=titles[key], text=said[key]))
    if said.get("result") and said["result"] not in VERDICTS:
        sentence = _("“{column}”一栏：“{text}”不是“满意”“基本满意”或“不满意”。")
        wrong.append(sentence.format(column=titles["result"], text=said["result"]))
    wrong += _too_long(said, titles)
    return wrong


def _too_long(said: Mapping[str, str], titles: Mapping[str, str]) -> list[str]:
    sentence = _("“{column}”一栏有 {length} 个字，最多 {room} 个。请检查这一行的各栏有没有错位。")
    rooms = {"title": 100, "unit": 60, "mark": 10}
    return [
        sentence.format(column=titles[key], length=len(said[key]), room=room)
        for key, room in rooms.items()
        if len(said.get(key, "")) > room
    ]


def _order_errors(said: Mapping[str, str], days: Mapping[str, date | None]) -> list[str]:
    wrong = []
    tabled, assigned, answered = (days[key] for key in DAYS)
    if tabled and assigned and assigned < tabled:
        wrong.append(_("交办日期早于提出日期。"))
    if assigned and answered and answered < assigned:
        wrong.append(_("答复日期早于交办日期。"))
    if said.get("assigned_on") and not said.get("unit"):
        wrong.append(_("有交办日期，没有主办单位。"))
    if said.get("unit") and not said.get("assigned_on"):
        wrong.append(_("有主办单位，没有交办日期。"))
    if said.get("answered_on") and not (said.get("assigned_on") and said.get("mark")):
        wrong.append(_("有答复日期，但没有交办日期或者办理结果类别。"))
    if said.get("result") and not said.get("answered_on"):
        wrong.append(_("有代表评价，没有答复日期。"))
    return wrong


def _day(text: str) -> date | None:
    found = DAY.fullmatch(text)
    if found is None:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None
