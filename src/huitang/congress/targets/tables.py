"""Promise and outcome as one spreadsheet."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from huitang.adapters.spreadsheets.writing import CellValue
from huitang.congress.targets.queries import ActualFigure, ProgressRow, TargetReport, TaskRow
from huitang.rules.target import TargetState
from huitang.rules.task import TaskStanding


def state_word(state: TargetState) -> str:
    return {
        TargetState.MET: _("完成"),
        TargetState.ABOVE: _("超出"),
        TargetState.NOT_MET: _("没有完成"),
        TargetState.NO_ACTUAL: _("还没有实际数"),
        TargetState.ASK: _("口径待定"),
    }[state]


def standing_word(standing: TaskStanding) -> str:
    return {
        TaskStanding.OPEN: _("在办"),
        TaskStanding.OVERDUE: _("逾期"),
        TaskStanding.DONE: _("办结"),
        TaskStanding.DONE_LATE: _("逾期办结"),
        TaskStanding.DROPPED: _("不再办"),
    }[standing]


def sheet_of(report: TargetReport, shown: Sequence[TaskRow]) -> tuple[list[str], list[list[CellValue]]]:
    """The targets of a year, then the tasks that are shown."""
    headings = [
        _("指标或任务"),
        _("承诺"),
        _("责任单位"),
        _("完成时限"),
        _("上半年"),
        _("全年"),
        _("结果"),
        _("来源或说明"),
    ]
    targets: list[list[CellValue]] = [
        [
            row.name,
            f"{row.measure} {row.promised}".strip(),
            "",
            None,
            _told(row.half_year),
            _told(row.year),
            state_word(row.state),
            row.year.source if row.year else "",
        ]
        for row in report.targets
    ]
    tasks: list[list[CellValue]] = [
        [
            task.title,
            task.measure,
            task.owner,
            task.due_on,
            _percent(task.half_year),
            _percent(task.latest),
            standing_word(task.standing),
            task.outcome or (task.latest.note if task.latest else ""),
        ]
        for task in shown
    ]
    return headings, targets + tasks


def _told(actual: ActualFigure | None) -> str:
    return actual.told if actual else ""


def _percent(progress: ProgressRow | None) -> str:
    return f"{progress.percent}%" if progress else ""
