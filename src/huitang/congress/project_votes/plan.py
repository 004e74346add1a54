"""What an uploaded list of candidates would change, row by row, before it replaces the one that is kept."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from django.utils.translation import gettext as _

from huitang.congress.project_votes.models import CandidateImport, LivelihoodProject
from huitang.congress.project_votes.project_file import ProjectLine, in_wan, read_projects
from huitang.congress.roster import import_plan, wrong_cells
from huitang.congress.roster.import_plan import Fate, FieldChange, ReadFrom
from huitang.congress.roster.wrong_cells import WrongCell, WrongCells


@dataclass(frozen=True)
class PlannedProject:
    """One row; without a `fate` where it has `errors`."""

    row: int
    line: ProjectLine
    fate: Fate | None
    changes: tuple[FieldChange, ...] = ()
    errors: tuple[WrongCell, ...] = ()

    @property
    def investment(self) -> str:
        return _wan(self.line.investment_yuan)


@dataclass(frozen=True)
class Plan:
    """`held` are the candidates there are now; `going` those of them that are not in the file."""

    rows: tuple[PlannedProject, ...]
    wrong: WrongCells
    held: tuple[ProjectLine, ...]
    read_from: ReadFrom

    @property
    def counts(self) -> Mapping[Fate | None, int]:
        return Counter(row.fate for row in self.rows)

    @property
    def going(self) -> tuple[ProjectLine, ...]:
        named = {row.line.name for row in self.rows}
        return tuple(line for line in self.held if line.name not in named)

    @property
    def changes_nothing(self) -> bool:
        return not self.going and all(row.fate is Fate.UNCHANGED for row in self.rows)

    @property
    def total_investment(self) -> str:
        return _wan(sum(row.line.investment_yuan or 0 for row in self.rows))

    @property
    def seal(self) -> str:
        rows = [[row.row, asdict(row.line)] for row in self.rows]
        return import_plan.seal_of([rows, [asdict(line) for line in self.held], len(self.wrong.cells)])


def plan_of(found: CandidateImport) -> Plan:
    """Read the kept bytes again and compare them with the candidates as they are now."""
    file = read_projects(bytes(found.content), found.filename)
    held = held_lines(found.vote_id)
    kept = {line.name: line for line in held}
    errors = import_plan.by_row(file.wrong)
    rows = zip((row.number_in_file for row in file.table.rows), file.lines, strict=True)
    return Plan(
        rows=tuple(_plan(row, line, kept.get(line.name), errors.get(row, ())) for row, line in rows),
        wrong=wrong_cells.shown(found.filename, file.table, file.wrong),
        held=held,
        read_from=import_plan.read_from(file.table),
    )


def held_lines(vote_id: int) -> tuple[ProjectLine, ...]:
    fields = tuple(ProjectLine.__dataclass_fields__)
    kept = LivelihoodProject.objects.filter(vote_id=vote_id).order_by("number").values(*fields)
    return tuple(ProjectLine(**one) for one in kept)


def _plan(row: int, line: ProjectLine, held: ProjectLine | None, errors: tuple[WrongCell, ...]) -> PlannedProject:
    if errors:
        return PlannedProject(row, line, None, errors=errors)
    if held is None:
        return PlannedProject(row, line, Fate.NEW)
    changes = _changes(line, held)
    return PlannedProject(row, line, Fate.CHANGED if changes else Fate.UNCHANGED, changes)


def _changes(line: ProjectLine, held: ProjectLine) -> tuple[FieldChange, ...]:
    told = ((key, label, _tell(held, key), _tell(line, key)) for key, label in _labels().items())
    return tuple(FieldChange(key, label, old, new) for key, label, old, new in told if old != new)


def _tell(line: ProjectLine, key: str) -> str:
    return _wan(line.investment_yuan) if key == "investment_yuan" else str(getattr(line, key))


def _wan(yuan: int | None) -> str:
    return "" if yuan is None else in_wan(yuan)


def _labels() -> Mapping[str, str]:
    return {
        "number": _("序号"),
        "category": _("类别"),
        "scale": _("建设内容和规模"),
        "investment_yuan": _("总投资（万元）"),
        "funding": _("资金来源"),
        "leader": _("责任领导"),
        "unit": _("责任单位"),
        "starts": _("开工时间"),
        "due": _("完成时限"),
    }
