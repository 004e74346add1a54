"""The office's table of targets, read as it is."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from huitang.adapters.spreadsheets.reading import read_spreadsheet
from huitang.adapters.spreadsheets.refusal import SpreadsheetIsRefused
from huitang.adapters.spreadsheets.table import Heading, Table, TableRow, find_table
from huitang.congress.roster.file_refusal import refusal_of
from huitang.congress.targets import figure
from huitang.congress.targets.refusals import TargetFileIsWrong, YearsDiffer

HEADINGS = (
    Heading("name", ("指标", "指标名称", "主要指标", "项目"), required=True),
    Heading("target", ("目标增速", "目标", "目标值", "预期目标", "年度目标", "增长目标", "计划数"), required=True),
    Heading("qualifier", ("口径", "说明", "要求")),
    Heading("unit", ("单位", "计量单位")),
)
LENGTHS = {"name": 60, "unit": 20, "qualifier": 20}
MOST_PROBLEMS = 8
_UNIT_IN_TITLE = re.compile(r"\(([^()]{1,20})\)$")
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")


@dataclass(frozen=True)
class TargetLine:
    name: str
    measure: str
    unit: str
    thousandths: int
    qualifier: str

    @property
    def promised(self) -> str:
        return tell_promise(self.thousandths, self.unit, self.qualifier)


def tell_promise(thousandths: int, unit: str, qualifier: str) -> str:
    """The target as a report says it: 5.5%左右, 不低于 90 分."""
    told = f"{figure.tell(thousandths)}{unit}"
    return f"{qualifier}{told}" if qualifier in _BEFORE else f"{told}{qualifier}"


_BEFORE = (
    "不低于",
    "不少于",
    "不超过",
    "不高于",
    "达到",
    "超过",
    "突破",
    "高于",
    "低于",
    "控制在",
    "约",
    "至少",
    "至多",
    "完成",
    "实现",
)


def read_targets(content: bytes, filename: str, *, year: int) -> tuple[TargetLine, ...]:
    """Read every line or refuse the file with all that is wrong in it. :raises InputIsWrong:"""
    try:
        table = find_table(read_spreadsheet(content).sheets[0], HEADINGS)
    except SpreadsheetIsRefused as refused:
        raise refusal_of(refused, filename) from refused
    _refuse_other_year(table, filename, year)
    problems: list[str] = []
    lines = [_line(row, table, problems) for row in table.rows]
    problems += _repeated(table)
    if not lines:
        problems.append(_("第 {row} 行的表头下面没有指标").format(row=table.heading_row))
    if problems:
        raise TargetFileIsWrong(file=filename, problems=_("；").join(problems[:MOST_PROBLEMS]))
    return tuple(line for line in lines if line is not None)


def _refuse_other_year(table: Table, filename: str, year: int) -> None:
    told = [filename, *(line.text for line in table.lines_above), *table.titles.values()]
    for text in told:
        years = {int(found) for found in _YEAR.findall(text)}
        if years and year not in years:
            raise YearsDiffer(where=text, said=min(years), year=year)


def _line(row: TableRow, table: Table, problems: list[str]) -> TargetLine | None:
    said = {key: " ".join(text.split()) for key, text in row.values.items()}
    written, unit, qualifier = figure.split_words(said["target"])
    thousandths = figure.read_thousandths(written)
    line = {"name": said["name"], "unit": said.get("unit") or unit or _unit_of(table)}
    line["qualifier"] = said.get("qualifier") or qualifier
    told = _wrong(row, table, line, thousandths)
    problems += told
    if told or thousandths is None:
        return None
    return TargetLine(measure=_measure(table), thousandths=thousandths, **line)


def _wrong(row: TableRow, table: Table, line: dict[str, str], thousandths: int | None) -> list[str]:
    if not line["name"]:
        return [_("第 {row} 行没有写指标名称").format(row=row.number_in_file)]
    wrong = []
    if thousandths is None:
        sentence = _("第 {row} 行“{column}”一栏写的是“{said}”，不是一个数")
        facts = {"column": table.titles["target"], "said": row.values["target"]}
        wrong.append(sentence.format(row=row.number_in_file, **facts))
    for key, longest in LENGTHS.items():
        if len(line[key]) > longest:
            sentence = _("第 {row} 行“{said}……”太长，最多 {longest} 个字")
            wrong.append(sentence.format(row=row.number_in_file, said=line[key][:10], longest=longest))
    return wrong


def _repeated(table: Table) -> list[str]:
    seen: dict[str, int] = {}
    problems = []
    for row in table.rows:
        name = row.values["name"]
        if name and name in seen:
            sentence = _("第 {row} 行“{name}”与第 {first} 行重复")
            problems.append(sentence.format(row=row.number_in_file, name=name, first=seen[name]))
        seen.setdefault(name, row.number_in_file)
    return problems


def _unit_of(table: Table) -> str:
    """The unit in the brackets of the column's own title: 目标增速(%)."""
    found = _UNIT_IN_TITLE.search(figure.plain(table.titles["target"]))
    return found[1] if found else ""


def _measure(table: Table) -> str:
    return _UNIT_IN_TITLE.sub("", figure.plain(table.titles["target"]))[:40]
