"""How the livelihood projects stand, as a report tells them: paragraphs, and a row for each project."""

from dataclasses import dataclass


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
