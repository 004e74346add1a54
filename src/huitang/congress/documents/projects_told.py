"""How the livelihood projects stand, as a report tells them: paragraphs, and a row for each project."""

from dataclasses import dataclass
from datetime import date

from huitang.congress.projects import report


@dataclass(frozen=True)
class ProjectTold:
    """`state` in the words of the report: 已完成, 完成70%, 已开工 …"""

    name: str
    scale: str
    unit: str
    state: str


@dataclass(frozen=True)
class ProjectsTold:
    """Frozen facts: what is printed is what was true on the day."""

    paragraphs: tuple[str, ...]
    rows: tuple[ProjectTold, ...]

    def as_names(self) -> dict[str, object]:
        """For templates."""
        return {
            "段": "\n".join(self.paragraphs),
            "项目": [
                {"名称": row.name, "规模": row.scale, "责任单位": row.unit, "情况": row.state} for row in self.rows
            ],
        }


def find_told(town_id: int, *, on: date) -> ProjectsTold | None:
    """What the session's report tells: this year's projects once some are built, else those of the year before.

    In the middle of the year it is progress; the session that opens the year hears what came of the last one.
    """
    found = report.progress_for_report(town_id, year=on.year, on=on)
    if found is None or not found.figures.under_way:
        found = report.completion_for_report(town_id, year=on.year - 1, on=on)
    if found is None:
        return None
    rows = tuple(ProjectTold(row.name, row.scale, row.unit, report.standing_of(row)) for row in found.figures.rows)
    return ProjectsTold(found.paragraphs, rows)
