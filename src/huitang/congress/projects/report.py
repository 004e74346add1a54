"""What a report says of the projects: counted facts, and paragraphs written from them and from nothing else.

Reports are papers, and papers are Chinese: the paragraphs are not translated.
"""

from dataclasses import dataclass
from datetime import date

from huitang.adapters.spreadsheets.amount import tell_amount
from huitang.congress.projects import queries, standing, words
from huitang.congress.projects.models import Acceptance, Project, ProjectChange
from huitang.congress.projects.standing import ProjectRow
from huitang.rules.project_progress import Part

State = Project.State


@dataclass(frozen=True)
class ProjectFigures:
    """The numbers of a year on a day; money in whole yuan, without what was dropped."""

    year: int
    on: date
    adopted: int
    not_begun: int
    building: int
    finished: int
    accepted: int
    dropped: int
    overdue: int
    behind: int
    changed: int
    total_yuan: int
    paid_yuan: int
    rows: tuple[ProjectRow, ...]

    @property
    def completed(self) -> int:
        """Finished, accepted or not yet."""
        return self.finished + self.accepted

    @property
    def under_way(self) -> int:
        """Begun at some time and not dropped."""
        return self.building + self.completed


@dataclass(frozen=True)
class ProjectReportText:
    """Facts with the paragraphs they make."""

    figures: ProjectFigures
    paragraphs: tuple[str, ...]


def progress_for_report(town_id: int, *, year: int, on: date) -> ProjectReportText | None:
    """The progress report in the middle of the year; None where the town has no projects in it."""
    figures = figures_of(town_id, year=year, on=on)
    if figures is None:
        return None
    paragraphs = [_overview(figures), _money(figures), *_each(figures), *_behind(figures), *_changes(town_id, figures)]
    return ProjectReportText(figures, tuple(told for told in paragraphs if told))


def completion_for_report(town_id: int, *, year: int, on: date | None = None) -> ProjectReportText | None:
    """The completion report of a year, as on its last day or on `on`; None where there are no projects."""
    figures = figures_of(town_id, year=year, on=on or date(year, 12, 31))
    if figures is None:
        return None
    paragraphs = [_completion(figures), _money(figures), *_each(figures), *_unfinished(figures)]
    paragraphs += [*_to_mend(figures), *_changes(town_id, figures), _ratings(figures)]
    return ProjectReportText(figures, tuple(told for told in paragraphs if told))


def figures_of(town_id: int, *, year: int, on: date) -> ProjectFigures | None:
    """The year counted, as it stood at the end of a day."""
    page = queries.get_year(town_id, year=year, on=on)
    if not page.everything:
        return None
    return ProjectFigures(
        year=year,
        on=on,
        adopted=len(page.everything),
        not_begun=page.count(State.ADOPTED),
        building=page.count(State.BUILDING),
        finished=page.count(State.FINISHED),
        accepted=page.accepted,
        dropped=page.count(State.DROPPED),
        overdue=page.overdue,
        behind=page.behind,
        changed=sum(row.changes > 0 and not row.is_dropped for row in page.everything),
        total_yuan=standing.sum_of(page.kept, "total_yuan"),
        paid_yuan=standing.sum_of(page.kept, "paid_yuan"),
        rows=page.everything,
    )


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _overview(it: ProjectFigures) -> str:
    parts = [f"已开工{it.under_way}项"]
    parts += [f"完工{it.completed}项"] if it.completed else []
    parts += [f"其中通过验收{it.accepted}项"] if it.accepted else []
    parts += [f"尚未开工{it.not_begun}项"] if it.not_begun else []
    parts += [f"停止{it.dropped}项"] if it.dropped else []
    return f"{it.year}年民生实事项目共{it.adopted}项。截至{_day(it.on)}，{'，'.join(parts)}。"


def _completion(it: ProjectFigures) -> str:
    done = "全部完工" if it.completed == it.adopted else f"完工{it.completed}项"
    accepted = f"，通过验收{it.accepted}项" if it.accepted else ""
    dropped = f"，停止{it.dropped}项" if it.dropped else ""
    return f"{it.year}年民生实事项目共{it.adopted}项。截至{_day(it.on)}，{done}{accepted}{dropped}。"


def _money(it: ProjectFigures) -> str:
    if not it.total_yuan:
        return ""
    share = words.tell_tenths((2000 * it.paid_yuan + it.total_yuan) // (2 * it.total_yuan))
    return f"项目总投资{tell_amount(it.total_yuan)}万元，累计拨付{tell_amount(it.paid_yuan)}万元，占{share}。"


def _each(it: ProjectFigures) -> list[str]:
    return [f"{place}．{_line(row)}" for place, row in enumerate(it.rows, start=1)]


def _line(row: ProjectRow) -> str:
    scale = f"{row.scale.rstrip('。')}。" if row.scale else ""
    unit = f"责任单位为{row.unit}。" if row.unit else ""
    return f"{row.name}。{scale}{unit}{standing_of(row)}。"


def standing_of(row: ProjectRow) -> str:
    """How one project stands, in the report's words, without the full stop."""
    if row.dropped_on and row.is_dropped:
        return f"{_day(row.dropped_on)}起停止建设"
    if row.accepted_on and row.state == State.ACCEPTED:
        return f"{_day(row.accepted_on)}通过验收"
    if row.finished_on and row.state == State.FINISHED:
        return f"{_day(row.finished_on)}完工，尚未验收"
    if row.state == State.ADOPTED:
        return "尚未开工"
    planned = "" if row.planned is None else f"，计划进度为{row.planned}%"
    return f"已完成{row.actual}%{planned}"


def _behind(it: ProjectFigures) -> list[str]:
    overdue = [row.name for row in it.rows if row.is_overdue]
    slow = [row.name for row in it.rows if queries.is_behind(row) and not row.is_overdue]
    told = [f"进度慢于计划的有{len(slow)}项：{'、'.join(slow)}。"] if slow else []
    return told + ([f"超过完成时限尚未完工的有{len(overdue)}项：{'、'.join(overdue)}。"] if overdue else [])


def _unfinished(it: ProjectFigures) -> list[str]:
    rows = [row for row in it.rows if row.state in (State.ADOPTED, State.BUILDING)]
    if not rows:
        return []
    told = "、".join(f"{row.name}（{row.actual}%）" for row in rows)
    return [f"尚未完工的有{len(rows)}项：{told}。"]


def _to_mend(it: ProjectFigures) -> list[str]:
    """What the last inspection of an accepted project asked to be mended."""
    accepted = [row.id for row in it.rows if row.state == State.ACCEPTED]
    kept = Acceptance.objects.filter(project__in=accepted, conclusion=Acceptance.Conclusion.WITH_DEFECTS, on__lte=it.on)
    found = kept.order_by("project__number", "on").values_list("project__name", "to_mend")
    return [f"{name}验收时要求整改：{to_mend.rstrip('。')}。" for name, to_mend in found]


def _changes(town_id: int, it: ProjectFigures) -> list[str]:
    kept = ProjectChange.objects.filter(project__town_id=town_id, project__year=it.year, on__lte=it.on)
    return [_change(one) for one in kept.select_related("project", "decision").order_by("on", "pk") if one.parts]


def _change(one: ProjectChange) -> str:
    rests = f"依据《{one.decision.title.strip('《》')}》" if one.decision else ""
    what = "停止建设" if Part.STOP in one.parts else f"调整{'、'.join(_PART_WORDS[Part(part)] for part in one.parts)}"
    name = one.before.get("name", one.project.name)
    return f"{_day(one.on)}，{name}{rests}{what}，原因是{one.reason.rstrip('。')}。"


_PART_WORDS = {
    Part.NAME: "项目名称",
    Part.SCALE: "建设内容和规模",
    Part.PLACE: "建设地点",
    Part.MONEY: "总投资",
    Part.DUE: "完成时限",
}


def _ratings(it: ProjectFigures) -> str:
    rated = [(row.name, row.rating) for row in it.rows if row.rating is not None]
    if not rated:
        return ""
    told = "；".join(
        f"{name}{one.grade_name.zh}（满意{one.satisfied}票，基本满意{one.basically}票，不满意{one.dissatisfied}票）"
        for name, one in rated
    )
    return f"代表对{len(rated)}个项目进行了满意度测评：{told}。"
