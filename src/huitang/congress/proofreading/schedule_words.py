"""Tables of meetings: a column of days, one of weekdays, one of times."""

from dataclasses import dataclass

from huitang.congress.proofreading import date_words
from huitang.congress.proofreading.date_words import DateSaid
from huitang.congress.proofreading.passages import Line, Reading

_DAY, _WEEKDAY, _TIME = "日期", "星期", "时间"


@dataclass(frozen=True)
class ScheduleRow:
    """One row; `day` is None where the cell gives no day (the same as above), `cells` are all its words by their heads."""

    day: DateSaid | None
    weekday: Line | None
    time: str
    cells: dict[str, str]

    @property
    def sign(self) -> str:
        """一 of 星期一; empty where the cell says nothing of the kind."""
        words = self.weekday.text.strip() if self.weekday else ""
        return words[-1] if words[-1:] in tuple("一二三四五六日天") else ""


def list_schedule(text: Reading) -> tuple[ScheduleRow, ...]:
    """The rows of every table whose head has a day and a weekday or a time."""
    return tuple(row for rows in text.tables.values() for row in _rows_of(rows))


def _rows_of(rows: list[list[Line]]) -> list[ScheduleRow]:
    head = {line.source.cell.column: line.text.strip() for line in rows[0] if line.source.cell}
    if _DAY not in head.values() or not {_WEEKDAY, _TIME} & set(head.values()):
        return []
    return [_row(row, head) for row in rows[1:]]


def _row(row: list[Line], head: dict[int, str]) -> ScheduleRow:
    lines = {head.get(line.source.cell.column, ""): line for line in row if line.source.cell}
    day = date_words.list_dates(Reading((lines[_DAY],))) if _DAY in lines else ()
    return ScheduleRow(
        day=day[0] if day else None,
        weekday=lines.get(_WEEKDAY),
        time=lines[_TIME].text.strip() if _TIME in lines else "",
        cells={name: line.source.text for name, line in lines.items()},
    )
