"""What hangs below one project, as its page shows it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case
from django.utils.translation import gettext as _

from huitang.adapters.spreadsheets.amount import tell_amount
from huitang.congress.projects import words
from huitang.congress.projects.models import Project, ProjectChange
from huitang.congress.roster.called import called


@dataclass(frozen=True)
class MilestoneRow:
    id: int
    title: str
    share: int
    planned_on: date
    done_on: date | None
    is_late: bool


@dataclass(frozen=True)
class ReportRow:
    id: int
    on: date
    percent: int
    note: str
    by_deputies: bool


@dataclass(frozen=True)
class PaymentRow:
    id: int
    on: date
    yuan: int
    payee: str
    note: str
    beyond_because: str

    @property
    def money(self) -> str:
        return tell_amount(self.yuan)


@dataclass(frozen=True)
class PhotoRow:
    id: int
    sha256: str
    caption: str
    width: int
    height: int
    taken_on: date
    is_public: bool


@dataclass(frozen=True)
class AcceptanceRow:
    on: date
    by: str
    conclusion: str
    conclusion_name: str
    to_mend: str


@dataclass(frozen=True)
class ChangeRow:
    """`lines` are (what, before, after), as they are told."""

    on: date
    parts: tuple[str, ...]
    lines: tuple[tuple[str, str, str], ...]
    reason: str
    decision: str
    session_id: int | None


@dataclass(frozen=True)
class PersonRow:
    id: int
    name: str
    delegation: str


@dataclass(frozen=True)
class TimelineRow:
    """One thing that happened, or is still to come (`is_ahead`)."""

    on: date
    what: str
    detail: str
    is_ahead: bool


@dataclass(frozen=True)
class Below:
    """`facts` are the fields of a `ProjectPage`; `has_any` is whether anything was written below the project."""

    facts: dict[str, Any]
    has_any: bool


def read(project: Project, on: date) -> Below:
    """Everything below it, and the whole of it in the order of days."""
    facts = {
        "supervisors": _supervisors(project),
        "milestones": _milestones(project, on),
        "reports": tuple(ReportRow(*r) for r in _values(project.reports, "pk", "on", "percent", "note", "by_deputies")),
        "payments": _payments(project),
        "photos": _photos(project),
        "acceptances": _acceptances(project),
        "changes": tuple(_change(one) for one in project.changes.select_related("decision").order_by("on", "pk")),
    }
    has_any = any(facts[name] for name in ("milestones", "reports", "payments", "photos", "changes"))
    timeline = sorted(_timeline(project, facts), key=lambda row: row.on)
    return Below({**facts, "timeline": tuple(timeline)}, has_any)


def person(deputy: Any) -> PersonRow:
    return PersonRow(deputy.pk, deputy.called, deputy.delegation.name)


def _values(rows: Any, *names: str | Case) -> Any:
    return rows.values_list(*names)


def _supervisors(project: Project) -> tuple[PersonRow, ...]:
    return tuple(
        PersonRow(*row) for row in _values(project.supervisors.order_by("number"), "pk", called(), "delegation__name")
    )


def _milestones(project: Project, on: date) -> tuple[MilestoneRow, ...]:
    found = _values(project.milestones, "pk", "title", "share", "planned_on", "done_on")
    return tuple(
        MilestoneRow(pk, title, share, planned_on, done_on, is_late=done_on is None and planned_on < on)
        for pk, title, share, planned_on, done_on in found
    )


def _payments(project: Project) -> tuple[PaymentRow, ...]:
    return tuple(
        PaymentRow(*row) for row in _values(project.payments, "pk", "on", "yuan", "payee", "note", "beyond_because")
    )


def _photos(project: Project) -> tuple[PhotoRow, ...]:
    """Without the pictures themselves: the browser asks for each."""
    names = ("pk", "sha256", "caption", "width", "height", "taken_on", "is_public")
    return tuple(PhotoRow(*row) for row in _values(project.photos, *names))


def _acceptances(project: Project) -> tuple[AcceptanceRow, ...]:
    found = _values(project.acceptances, "on", "by", "conclusion", "to_mend")
    return tuple(
        AcceptanceRow(on, by, conclusion, words.conclusion_name(conclusion), to_mend)
        for on, by, conclusion, to_mend in found
    )


def _change(one: ProjectChange) -> ChangeRow:
    lines = tuple((_column(name), _told(name, one.before[name]), _told(name, one.after[name])) for name in one.before)
    return ChangeRow(
        on=one.on,
        parts=tuple(words.part_name(part) for part in one.parts),
        lines=lines,
        reason=one.reason,
        decision=one.decision.title if one.decision else "",
        session_id=one.decision.session_id if one.decision else None,
    )


def _column(name: str) -> str:
    return {
        "name": _("项目名称"),
        "scale": _("建设内容和规模"),
        "place": _("建设地点"),
        "total_yuan": _("总投资（万元）"),
        "year_yuan": _("本年投资（万元）"),
        "due_on": _("完成时限"),
    }[name]


def _told(name: str, value: Any) -> str:
    return tell_amount(int(value)) if name in ("total_yuan", "year_yuan") else str(value or _("没有填"))


def _timeline(project: Project, facts: dict[str, Any]) -> Iterator[TimelineRow]:
    yield from _own_days(project)
    for one in facts["milestones"]:
        detail = _("累计 {share}%").format(share=one.share)
        yield TimelineRow(one.done_on or one.planned_on, one.title, detail, is_ahead=one.done_on is None)
    for told in facts["reports"]:
        what = _("代表到现场查看") if told.by_deputies else _("进度报告")
        yield TimelineRow(told.on, what, f"{told.percent}% {told.note}".strip(), is_ahead=False)
    for seen in facts["acceptances"]:
        yield TimelineRow(seen.on, seen.conclusion_name, seen.by, is_ahead=False)
    changed = [change for change in facts["changes"] if change.lines]
    yield from (TimelineRow(change.on, _("调整"), change.reason, is_ahead=False) for change in changed)


def _own_days(project: Project) -> Iterator[TimelineRow]:
    adopted = _("票决通过") if project.votes else _("列入项目")
    days = (
        (project.adopted_on, adopted),
        (project.began_on, _("开工")),
        (project.finished_on, _("完工")),
        (project.dropped_on, _("停建")),
    )
    yield from (TimelineRow(day, what, "", is_ahead=False) for day, what in days if day is not None)
    if project.due_on and project.finished_on is None and project.dropped_on is None:
        yield TimelineRow(project.due_on, _("完成时限"), project.due_words, is_ahead=True)
