"""What an uploaded roll would change, row by row, before anything is written."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from django.utils.translation import gettext as _

from huitang.congress.roster import wrong_cells
from huitang.congress.roster.import_plan import FieldChange, seal_of
from huitang.congress.roster.matching import KnownDeputy, Match, match_lines
from huitang.congress.roster.roll_file import RollFile, RollLine
from huitang.congress.roster.row_sentences import number_is_shared, row_errors, row_warnings
from huitang.congress.roster.wrong_cells import WrongCell, WrongCells

UNASSIGNED = "未分团"


class RowState(StrEnum):
    NEW = "NEW"
    CHANGED = "CHANGED"
    UNCHANGED = "UNCHANGED"
    WARNING = "WARNING"
    ERROR = "ERROR"


@dataclass(frozen=True)
class PreviewRow:
    """`state` is what the row is shown as; `action` is what committing it would do (NEW, CHANGED, UNCHANGED)."""

    row: int
    action: RowState
    number: int | None
    name: str
    delegation: str
    details: Mapping[str, str]
    remark: str
    deputy_id: int | None
    changes: tuple[FieldChange, ...]
    errors: tuple[WrongCell, ...]
    warnings: tuple[str, ...]

    @property
    def state(self) -> RowState:
        if self.errors:
            return RowState.ERROR
        return RowState.WARNING if self.warnings else self.action

    @property
    def counted_as(self) -> tuple[RowState, ...]:
        if self.errors:
            return (RowState.ERROR,)
        return (self.action, RowState.WARNING) if self.warnings else (self.action,)


@dataclass(frozen=True)
class Plan:
    """Every row of the file with its fate, and the known deputies the file does not name."""

    rows: tuple[PreviewRow, ...]
    wrong: WrongCells
    not_in_file: tuple[KnownDeputy, ...]

    @property
    def counts(self) -> Mapping[RowState, int]:
        """How many rows would be new, changed, unchanged; how many have errors, how many warnings."""
        return Counter(state for row in self.rows for state in row.counted_as)

    @property
    def changes_nothing(self) -> bool:
        return all(row.action is RowState.UNCHANGED for row in self.rows)

    @property
    def seal(self) -> str:
        told = [
            [row.row, row.action, row.deputy_id, row.number, row.name, row.delegation, dict(row.details),
             [[change.key, change.old, change.new] for change in row.changes], bool(row.errors)]
            for row in self.rows
        ]  # fmt: skip
        return seal_of(told)


def make_plan(roll: RollFile, known: Sequence[KnownDeputy]) -> Plan:
    matches = match_lines(roll.lines, known)
    numbers = _free_numbers(roll.lines, known)
    rows = _refuse_shared_numbers(
        [_plan_row(line, matches.get(line.row, Match()), roll, numbers) for line in roll.lines], roll
    )
    named = {row.deputy_id for row in rows} | {match.other.id for match in matches.values() if match.other is not None}
    # an unresolved name is in the file, only nobody knows yet as whom
    names = {row.name for row in rows if row.errors}
    left = [d for d in known if d.id not in named and d.name not in names and not d.mandate_ended]
    wrong = wrong_cells.without_doubles([*roll.wrong, *(error for row in rows for error in row.errors)])
    return Plan(rows, wrong_cells.shown(roll.filename, roll.table, wrong), tuple(left))


def _refuse_shared_numbers(rows: Sequence[PreviewRow], roll: RollFile) -> tuple[PreviewRow, ...]:
    """A deputy whose line has no number keeps the known one; another line may claim it."""
    uses = Counter(row.number for row in rows)
    return tuple(
        row
        if row.errors or uses[row.number] == 1
        else replace(row, errors=(roll.at(row.row, "number", number_is_shared(row.number)),))
        for row in rows
    )


def _free_numbers(lines: Sequence[RollLine], known: Sequence[KnownDeputy]) -> "dict[int, int]":
    """A number for every line that has none and may need one: those after the highest, in file order."""
    highest = max([0, *(line.number or 0 for line in lines), *(deputy.number for deputy in known)])
    without = [line for line in lines if line.number is None]
    return {line.row: highest + index for index, line in enumerate(without, start=1)}


def _plan_row(line: RollLine, match: Match, roll: RollFile, numbers: Mapping[int, int]) -> PreviewRow:
    deputy = match.deputy
    errors = row_errors(line, match, roll)
    changes = _changes(line, deputy) if deputy else ()
    action = RowState.NEW if deputy is None else RowState.CHANGED if changes else RowState.UNCHANGED
    return PreviewRow(
        row=line.row,
        action=RowState.UNCHANGED if errors else action,
        number=line.number or (deputy.number if deputy else numbers[line.row]),
        name=line.name,
        delegation=line.delegation or (deputy.delegation if deputy else UNASSIGNED),
        details=line.details,
        remark=line.remark,
        deputy_id=deputy.id if deputy else None,
        changes=() if errors else changes,
        errors=errors,
        warnings=row_warnings(line, match, is_touched=action is not RowState.UNCHANGED),
    )


def _changes(line: RollLine, deputy: KnownDeputy) -> tuple[FieldChange, ...]:
    """What the file says otherwise; what it leaves blank stays as it is."""
    known = {
        "number": str(deputy.number),
        "name": deputy.name,
        "delegation": deputy.delegation,
        **deputy.details,
    }
    said = {
        "number": str(line.number or ""),
        "name": line.name,
        "delegation": line.delegation,
        **line.details,
    }
    labels = field_labels()
    return tuple(
        FieldChange(key, labels[key], known.get(key, ""), new)
        for key, new in said.items()
        if new and new != known.get(key, "")
    )


def field_labels() -> Mapping[str, str]:
    return {
        "number": _("编号"),
        "name": _("姓名"),
        "delegation": _("代表团"),
        "sex": _("性别"),
        "ethnicity": _("民族"),
        "born": _("出生年月"),
        "education": _("文化程度"),
        "party": _("政治面貌"),
        "district": _("选区"),
        "post": _("工作单位及职务"),
        "phone": _("联系电话"),
        "note": _("同名加注"),
    }
