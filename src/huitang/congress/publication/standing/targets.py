"""目标任务完成情况: what the year's government report promised, and what came of it."""

from collections.abc import Sequence
from datetime import date

from huitang.congress.documents.texts import Draft
from huitang.congress.publication.standing import blocks
from huitang.congress.publication.standing.blocks import Block, Facts
from huitang.congress.roster import queries as roster
from huitang.congress.targets import queries as targets
from huitang.congress.targets.queries import TargetReport, TargetRow, TaskRow
from huitang.rules.target import TargetState
from huitang.rules.task import TaskStanding

_STATES = {
    TargetState.MET: "完成",
    TargetState.ABOVE: "超出",
    TargetState.NOT_MET: "没有完成",
    TargetState.NO_ACTUAL: "还没有实际数",
    TargetState.ASK: "口径待定",
}
_STANDINGS = {
    TaskStanding.DONE: "办结",
    TaskStanding.DONE_LATE: "办结，超过期限",
    TaskStanding.OPEN: "在办",
    TaskStanding.OVERDUE: "逾期",
    TaskStanding.DROPPED: "不再办",
}


def draft(town_id: int, *, year: int, on: date) -> Draft | None:
    """None while nothing was promised for the year."""
    report = targets.targets_for_report(town_id, year=year, today=on)
    if not report.targets and not report.tasks:
        return None
    title = f"{roster.find_town(town_id)}{year}年目标任务完成情况"
    facts = {
        "on": on.isoformat(),
        "year": year,
        "targets": [_target(row) for row in report.targets],
        "tasks": [_task(row) for row in report.tasks],
        "counts": _counts(report),
    }
    return Draft("TARGETS", f"year:{year}", title, tuple(_blocks(report, on)), facts)


def _target(row: TargetRow) -> Facts:
    return {
        "name": row.name,
        "promised": row.promised,
        "half_year": row.half_year.told if row.half_year else "",
        "actual": row.year.told if row.year else "",
        "difference": row.year.difference if row.year else "",
        "state": row.state.value,
        "state_words": _STATES[row.state],
    }


def _task(row: TaskRow) -> Facts:
    """Its progress in per cent; notes on progress are the office's own."""
    done = row.standing in (TaskStanding.DONE, TaskStanding.DONE_LATE)
    return {
        "title": row.title,
        "owner": row.owner,
        "measure": row.measure,
        "due_on": blocks.iso(row.due_on),
        "done_on": blocks.iso(row.done_on),
        "percent": 100 if done else row.latest.percent if row.latest else 0,
        "standing": row.standing.value,
        "standing_words": _STANDINGS[row.standing],
    }


def _counts(report: TargetReport) -> list[Facts]:
    counted = {words: report.count_tasks(standing) for standing, words in _STANDINGS.items()}
    return [{"standing": words, "count": count} for words, count in counted.items() if count]


def _blocks(report: TargetReport, on: date) -> list[Block]:
    told = [blocks.as_of(on)]
    if report.targets:
        told += _of_targets(report)
    if report.tasks:
        told += _of_tasks(report)
    return told


def _of_targets(report: TargetReport) -> list[Block]:
    rows = [_target(row) for row in report.targets]
    names = ("name", "promised", "half_year", "actual", "difference", "state_words")
    head = ["指标", "目标", "上半年", "全年", "与目标相差", "结果"]
    return [
        blocks.heading("主要指标"),
        blocks.paragraph(_sentence(report)),
        blocks.table("主要指标", head, ([row[name] for name in names] for row in rows)),
    ]


def _sentence(report: TargetReport) -> str:
    if not report.met and not report.not_met:
        return f"提出指标{len(report.targets)}项，还没有全年实际数。"
    return f"提出指标{len(report.targets)}项，完成{report.met}项，没有完成{report.not_met}项。"


def _of_tasks(report: TargetReport) -> list[Block]:
    tasks, counts = [_task(row) for row in report.tasks], _counts(report)
    standing = [blocks.row(one["standing"], [one["count"]], [f"{one['count']}项"]) for one in counts]
    sentence = "，".join(f"{one['standing']}{one['count']}项" for one in counts)
    progress = [blocks.row(row["title"], [100, row["percent"]], ["100%", f"{row['percent']}%"]) for row in tasks]
    return [
        blocks.heading("重点任务"),
        blocks.paragraph(f"重点任务{len(tasks)}项：{sentence}。"),
        blocks.chart("bars", "重点任务进展", series=["项数"], rows=standing, sentence=f"{sentence}。", unit="项"),
        blocks.table("重点任务进展", ["进展", "项数"], ([one["standing"], one["count"]] for one in counts)),
        blocks.chart("against", "完成了多少", series=["全部", "完成"], rows=progress, unit="%"),
        blocks.table("各项任务", ["任务", "责任单位", "期限", "完成", "进展"], _rows(tasks)),
    ]


def _rows(tasks: Sequence[Facts]) -> list[list[object]]:
    return [[one["title"], one["owner"], one["due_on"], f"{one['percent']}%", one["standing_words"]] for one in tasks]
