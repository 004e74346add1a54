"""The candidate list as the office keeps it in a spreadsheet."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from huitang.adapters.spreadsheets.reading import read_spreadsheet
from huitang.adapters.spreadsheets.refusal import SpreadsheetIsRefused
from huitang.adapters.spreadsheets.table import Heading, Line, Table, TableRow, find_table
from huitang.congress.project_votes.refusals import FileRowIsWrong, TotalIsWrong
from huitang.congress.roster.file_refusal import refusal_of

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
_AMOUNT = re.compile(r"(\d+)(?:\.(\d{1,4}))?")
_YUAN_IN_WAN = 10_000


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


def read_projects(content: bytes, filename: str) -> tuple[ProjectLine, ...]:
    """Read the whole list or refuse it whole; a total at the foot must agree with the rows.

    :raises InputIsWrong: with the file, the row and the column
    """
    try:
        table = find_table(read_spreadsheet(content).sheets[0], HEADINGS)
    except SpreadsheetIsRefused as refused:
        raise refusal_of(refused, filename) from refused
    lines = tuple(_line(row, place, filename) for place, row in enumerate(table.rows, start=1))
    _refuse_repeated(table, filename)
    _check_total(table, lines, filename)
    return lines


def _line(row: TableRow, place: int, filename: str) -> ProjectLine:
    said = row.values
    if not said["name"]:
        raise FileRowIsWrong(file=filename, row=row.number_in_file, column=_("项目名称"), problem=_("没有填写"))
    return ProjectLine(
        number=int(said["number"]) if said.get("number", "").isdecimal() else place,
        name=said["name"],
        investment_yuan=_yuan(said.get("investment", ""), row.number_in_file, filename),
        **{key: said.get(key, "") for key in ("category", "scale", "funding", "leader", "unit", "starts", "due")},
    )


def _yuan(text: str, row: int, filename: str) -> int | None:
    """万元 as written, in whole yuan; exact, because a float would lose it."""
    if not text:
        return None
    found = _AMOUNT.fullmatch(text.replace(",", "").replace("，", ""))
    if found is None:
        raise FileRowIsWrong(
            file=filename, row=row, column=_("总投资"), problem=_("“{text}”不是金额").format(text=text)
        )
    return int(found[1]) * _YUAN_IN_WAN + int((found[2] or "").ljust(4, "0"))


def _refuse_repeated(table: Table, filename: str) -> None:
    seen: set[str] = set()
    for row in table.rows:
        name = row.values["name"]
        if name in seen:
            problem = _("“{name}”出现了两次").format(name=name)
            raise FileRowIsWrong(file=filename, row=row.number_in_file, column=_("项目名称"), problem=problem)
        seen.add(name)


def _check_total(table: Table, lines: tuple[ProjectLine, ...], filename: str) -> None:
    total = sum(line.investment_yuan or 0 for line in lines)
    for line in table.totals:
        said = _last_amount(line)
        if said is not None and said != total:
            raise TotalIsWrong(file=filename, row=line.number_in_file, said=in_wan(said), sum=in_wan(total))


def _last_amount(line: Line) -> int | None:
    amounts = [_AMOUNT.fullmatch(cell.replace(",", "")) for cell in line.cells]
    written = [found for found in amounts if found]
    return int(written[-1][1]) * _YUAN_IN_WAN + int((written[-1][2] or "").ljust(4, "0")) if written else None


def in_wan(yuan: int) -> str:
    """Whole yuan as 万元 without trailing zeros: 1425000 is 142.5."""
    whole, rest = divmod(yuan, _YUAN_IN_WAN)
    return f"{whole}.{rest:04d}".rstrip("0").rstrip(".")
