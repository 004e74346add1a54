"""What an uploaded table of targets would change, row by row, before anything is written."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from django.utils.translation import gettext as _

from huitang.congress.roster import import_plan, wrong_cells
from huitang.congress.roster.import_plan import Fate, FieldChange, ReadFrom
from huitang.congress.roster.wrong_cells import WrongCell, WrongCells
from huitang.congress.targets.models import Target, TargetActual, TargetImport
from huitang.congress.targets.refusals import TargetHasActuals
from huitang.congress.targets.target_file import TargetLine, TargetRead, read_targets, tell_promise


@dataclass(frozen=True)
class PlannedTarget:
    """One row; without a `fate` where it has `errors`. `kept_id` is the target it is of, if there is one."""

    read: TargetRead
    fate: Fate | None
    kept_id: int | None = None
    changes: tuple[FieldChange, ...] = ()
    refusal: TargetHasActuals | None = None
    errors: tuple[WrongCell, ...] = ()

    @property
    def row(self) -> int:
        return self.read.row

    @property
    def line(self) -> TargetLine | None:
        return self.read.line


@dataclass(frozen=True)
class Plan:
    """`not_in_file` are the year's targets the file does not name: they stay as they are."""

    rows: tuple[PlannedTarget, ...]
    wrong: WrongCells
    not_in_file: tuple[str, ...]
    read_from: ReadFrom

    @property
    def counts(self) -> Mapping[Fate | None, int]:
        return Counter(row.fate for row in self.rows)

    @property
    def changes_nothing(self) -> bool:
        return all(row.fate is Fate.UNCHANGED for row in self.rows)

    @property
    def barred(self) -> tuple[TargetHasActuals, ...]:
        return tuple(row.refusal for row in self.rows if row.refusal)

    @property
    def seal(self) -> str:
        rows = [[row.row, row.fate, row.kept_id, _told(row), bool(row.refusal)] for row in self.rows]
        return import_plan.seal_of([rows, len(self.wrong.cells)])


def plan_of(found: TargetImport) -> Plan:
    """Read the kept bytes again and compare them with the year's targets as they are now."""
    file = read_targets(bytes(found.content), found.filename, year=found.year)
    own = Target.objects.filter(town_id=found.town_id, year=found.year)
    kept = {target.name: target for target in own}
    measured = set(TargetActual.objects.filter(target__in=own).values_list("target_id", flat=True))
    errors = import_plan.by_row(file.wrong)
    named = {read.said["name"] for read in file.rows}
    return Plan(
        rows=tuple(_plan(read, kept, measured, errors.get(read.row, ())) for read in file.rows),
        wrong=wrong_cells.shown(found.filename, file.table, file.wrong),
        not_in_file=tuple(name for name in kept if name not in named),
        read_from=import_plan.read_from(file.table),
    )


def _plan(
    read: TargetRead, kept: Mapping[str, Target], measured: set[int], errors: tuple[WrongCell, ...]
) -> PlannedTarget:
    if read.line is None or errors:
        return PlannedTarget(read, None, errors=errors)
    held = kept.get(read.line.name)
    if held is None:
        return PlannedTarget(read, Fate.NEW)
    if all(getattr(held, name) == value for name, value in asdict(read.line).items()):
        return PlannedTarget(read, Fate.UNCHANGED, held.pk)
    old = promise_of(held)
    refusal = TargetHasActuals(name=held.name, old=old, new=read.line.promised) if held.pk in measured else None
    return PlannedTarget(read, Fate.CHANGED, held.pk, _changes(read.line, held, old), refusal)


def _changes(line: TargetLine, held: Target, old: str) -> tuple[FieldChange, ...]:
    both = (
        FieldChange("measure", _("衡量什么"), held.measure, line.measure),
        FieldChange("promised", _("承诺"), old, line.promised),
    )
    return tuple(change for change in both if change.old != change.new)


def promise_of(held: Target) -> str:
    return tell_promise(held.thousandths, held.unit, held.qualifier)


def _told(row: PlannedTarget) -> object:
    return [asdict(row.line) if row.line else None, [[change.old, change.new] for change in row.changes]]
