"""Tables of a count: 候选人 赞成 反对 弃权 结果, and 序号 项目 得票 结果."""

from dataclasses import dataclass

from huitang.congress.proofreading.attendance_words import Figure
from huitang.congress.proofreading.passages import Line, Reading

_NAMES = ("候选人", "姓名", "项目", "项目名称", "候选项目")
_FOR, _AGAINST, _SILENT = ("赞成", "赞成票"), ("反对", "反对票"), ("弃权", "弃权票")
_GOT = ("得票", "得票数", *_FOR)
_WRITTEN_IN = "另选："


@dataclass(frozen=True)
class TallyRow:
    """One row; the sides a table does not give are None. `paragraph` is that of the votes for."""

    paragraph: int
    name: str
    votes_for: Figure
    votes_against: int | None
    abstentions: int | None
    result: str

    @property
    def is_written_in(self) -> bool:
        return self.name.startswith(_WRITTEN_IN)

    @property
    def total(self) -> int:
        return self.votes_for.number + (self.votes_against or 0) + (self.abstentions or 0)


def list_tally_rows(text: Reading) -> tuple[TallyRow, ...]:
    """The rows of every table that gives names and votes."""
    return tuple(row for rows in text.tables.values() for row in _rows_of(rows))


def _rows_of(rows: list[list[Line]]) -> list[TallyRow]:
    head = {line.source.cell.column: line.text.strip() for line in rows[0] if line.source.cell}
    name, votes = _column(head, _NAMES), _column(head, _GOT)
    if name is None or votes is None:
        return []
    said = (
        _row({line.source.cell.column: line for line in row if line.source.cell}, head, name, votes) for row in rows[1:]
    )
    return [row for row in said if row is not None]


def _row(cells: dict[int, Line], head: dict[int, str], name: int, votes: int) -> TallyRow | None:
    if name not in cells or votes not in cells or not cells[votes].text.isdigit():
        return None
    result = _column(head, ("结果",))
    return TallyRow(
        paragraph=cells[votes].number,
        name=cells[name].source.text,
        votes_for=Figure(int(cells[votes].text), 0, len(cells[votes].text)),
        votes_against=_number(cells, _column(head, _AGAINST)),
        abstentions=_number(cells, _column(head, _SILENT)),
        result=cells[result].text if result is not None and result in cells else "",
    )


def _column(head: dict[int, str], words: tuple[str, ...]) -> int | None:
    return next((column for column, said in head.items() if said in words), None)


def _number(cells: dict[int, Line], column: int | None) -> int | None:
    words = cells[column].text if column is not None and column in cells else ""
    return int(words) if words.isdigit() else None
