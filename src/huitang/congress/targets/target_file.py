"""The office's table of targets, read as it is."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from huitang.adapters.spreadsheets.amount import AmountFault
from huitang.adapters.spreadsheets.table import Heading, Table, TableRow
from huitang.congress.roster import wrong_cells
from huitang.congress.roster.wrong_cells import WrongCell, no_number, wrong_in
from huitang.congress.targets import figure
from huitang.congress.targets.refusals import YearsDiffer

HEADINGS = (
    Heading("name", ("指标", "指标名称", "主要指标", "项目"), required=True),
    Heading("target", ("目标增速", "目标", "目标值", "预期目标", "年度目标", "增长目标", "计划数"), required=True),
    Heading("qualifier", ("口径", "说明", "要求")),
    Heading("unit", ("单位", "计量单位")),
)
LENGTHS = {"name": 60, "unit": 20, "qualifier": 20}
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


@dataclass(frozen=True)
class TargetRead:
    """One row of the file as it is written, and what it was understood as; None where it could not be."""

    row: int
    said: Mapping[str, str]
    line: TargetLine | None


@dataclass(frozen=True)
class TargetTable:
    table: Table
    rows: tuple[TargetRead, ...]
    wrong: tuple[WrongCell, ...]


def read_targets(content: bytes, filename: str, *, year: int) -> TargetTable:
    """Read every row, and tell every cell that is wrong.

    :raises RollFileIsRefused: no spreadsheet, a required column missing, no row at all
    :raises YearsDiffer: the file is of another year
    """
    table = wrong_cells.find_only_table(content, filename, HEADINGS)
    _refuse_other_year(table, filename, year)
    wrong: list[WrongCell] = []
    rows = tuple(TargetRead(row.number_in_file, row.values, _line(row, table, wrong)) for row in table.rows)
    return TargetTable(table, rows, tuple(wrong_cells.all_wrong(table, HEADINGS, [*wrong, *_repeated(table)])))


def _refuse_other_year(table: Table, filename: str, year: int) -> None:
    told = [filename, *(line.text for line in table.lines_above), *table.titles.values()]
    for text in told:
        years = {int(found) for found in _YEAR.findall(text)}
        if years and year not in years:
            raise YearsDiffer(where=text, said=min(years), year=year)


def _line(row: TableRow, table: Table, wrong: list[WrongCell]) -> TargetLine | None:
    said = {key: " ".join(text.split()) for key, text in row.values.items()}
    written, unit, qualifier = figure.split_words(said["target"])
    thousandths = figure.read_thousandths(written)
    line = {"name": said["name"], "unit": said.get("unit") or unit or _unit_of(table)}
    line["qualifier"] = said.get("qualifier") or qualifier
    told = _wrong(row, table, line, thousandths)
    wrong += told
    if told or thousandths is None:
        return None
    return TargetLine(measure=_measure(table), thousandths=thousandths, **line)


def _wrong(row: TableRow, table: Table, line: dict[str, str], thousandths: int | None) -> list[WrongCell]:
    wrong = []
    if not line["name"]:
        wrong.append(wrong_in(table, row, "name", _("没有写指标名称。请补上，或删去这一行。")))
    if thousandths is None:
        said = row.values["target"]
        told = no_number(AmountFault.NOT_A_NUMBER, said) if said else _("没有写数。")
        wrong.append(wrong_in(table, row, "target", told))
    for key, room in LENGTHS.items():
        if len(line[key]) > room:
            sentence = _("有 {length} 个字，最多 {room} 个。请检查这一行的各栏有没有错位。")
            wrong.append(wrong_in(table, row, key, sentence.format(length=len(line[key]), room=room)))
    return wrong


def _repeated(table: Table) -> list[WrongCell]:
    seen: dict[str, str] = {}
    wrong = []
    for row in table.rows:
        name, cell = row.values["name"], table.cell(row, "name")
        if name and seen.setdefault(name, cell) != cell:
            told = _("“{name}”在 {first} 已经写过了。").format(name=name, first=seen[name])
            wrong.append(wrong_in(table, row, "name", told))
    return wrong


def _unit_of(table: Table) -> str:
    """The unit in the brackets of the column's own title: 目标增速(%)."""
    found = _UNIT_IN_TITLE.search(figure.plain(table.titles["target"]))
    return found[1] if found else ""


def _measure(table: Table) -> str:
    return _UNIT_IN_TITLE.sub("", figure.plain(table.titles["target"]))[:40]
