"""The page of one project: what is known, and the deeds that may follow from where it stands."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from huitang.congress.journal.refusal import InputIsWrong
from huitang.congress.project_votes.project_file import in_wan
from huitang.congress.projects import queries
from huitang.congress.projects.queries import ProjectPage
from huitang.congress.sittings.calendar import local_day
from huitang.web.desk import entry
from huitang.web.desk import project_forms as forms
from huitang.web.frame import clock, who


@dataclass(frozen=True)
class Offer:
    """One deed with its form; the first offered is the one to do now."""

    key: str
    title: str
    form: Any
    url: str
    is_next: bool
    is_open: bool
    is_danger: bool


# what may be done where; the first is what comes next
_OFFERED = {
    "ADOPTED": ("begin", "milestone", "supervisors", "describe", "pay", "change", "drop"),
    "BUILDING": ("report", "finish", "milestone", "pay", "supervisors", "describe", "change", "drop"),
    "FINISHED": ("accept", "pay", "supervisors", "describe", "finish-back"),
    "ACCEPTED": ("pay", "describe", "accept-back"),
    "DROPPED": ("pay", "describe"),
}
_DANGER = frozenset({"drop", "remove", "finish-back", "accept-back"})
_LATER = frozenset({"ACCEPTED", "DROPPED"})  # nothing there must be done now


def find(request: HttpRequest, project_id: int) -> ProjectPage:
    actor, today = who.actor_of(request), local_day(clock.now(request))
    return queries.get_project(project_id, town_id=actor.town_id, on=today, chain=actor.chain)


def attempt(request: HttpRequest, page: ProjectPage, key: str, form: Any, deed: Callable[[], object]) -> HttpResponse:
    """Do the deed, or show the page again with what was typed and the reason beside it."""
    if not form.is_valid():
        return show(request, page, {key: form}, status=422)
    try:
        deed()
    except InputIsWrong as wrong:
        form.add_error(None, str(wrong))
        return show(request, page, {key: form}, status=wrong.status)
    messages.success(request, _("“{name}”已保存。").format(name=page.row.name))
    return redirect("desk:project", page.row.id)


def show(
    request: HttpRequest, page: ProjectPage, bound: Mapping[str, Any] | None = None, *, status: int = 200
) -> HttpResponse:
    wrong = bound or {}
    keys = [*_OFFERED[page.row.state], *(["remove"] if page.may_be_removed else [])]
    keys += [key for key in wrong if key not in (*keys, "photo")]
    context = {
        "page": page,
        "offers": [_offer(page, key, place, wrong) for place, key in enumerate(keys)],
        "photo_form": wrong.get("photo") or forms.ProjectPhotoForm(initial={"taken_on": page.on}, auto_id="photo_%s"),
        "seen": request.POST.get("seen") or page.version,
        "today": page.on,
    }
    return entry.page(request, "desk/year_projects/project.html", context, status=status, here="projects")


def form_of(key: str, page: ProjectPage, told: Any = None) -> Any:
    """The form of a deed: filled in as sent, or with what is known."""
    makers = _MAKERS.get(key)
    form, facts = makers(page) if makers else (_PLAIN[key], {"initial": {"on": page.on}})
    return form(told, auto_id=f"{key}_%s", **facts) if told is not None else form(auto_id=f"{key}_%s", **facts)


def _offer(page: ProjectPage, key: str, place: int, wrong: Mapping[str, Any]) -> Offer:
    address = "desk:project_remove" if key == "remove" else "desk:project_deed"
    arguments: list[int | str] = [page.row.id] if key == "remove" else [page.row.id, key]
    return Offer(
        key=key,
        title=_titles()[key],
        form=wrong.get(key) or form_of(key, page),
        url=reverse(address, args=arguments),
        is_next=place == 0 and page.row.state not in _LATER,
        is_open=key in wrong,
        is_danger=key in _DANGER,
    )


_PLAIN: dict[str, Any] = {
    "begin": forms.DayForm,
    "report": forms.ReportForm,
    "milestone": forms.MilestoneForm,
    "pay": forms.PayForm,
    "finish": forms.DayForm,
    "finish-back": forms.ReasonForm,
    "accept": forms.AcceptForm,
    "accept-back": forms.ReasonForm,
    "remove": forms.ReasonForm,
}


def _describe(page: ProjectPage) -> tuple[Any, dict[str, Any]]:
    names = ("field", "place", "beneficiaries", "funding", "leader", "unit", "starts_on", "goal")
    known = {name: getattr(page.row, name) for name in names}
    return forms.DescribedForm, {"initial": {**known, "contact": page.contact, "basis": page.basis}}


def _change(page: ProjectPage) -> tuple[Any, dict[str, Any]]:
    known = {name: getattr(page.row, name) for name in ("name", "scale", "place", "due_on")}
    money = {"total": in_wan(page.row.total_yuan), "year_money": in_wan(page.row.year_yuan)}
    return forms.ChangeForm, {"initial": {**known, **money, "on": page.on}, "decisions": page.decisions}


def _drop(page: ProjectPage) -> tuple[Any, dict[str, Any]]:
    return forms.DecisionForm, {"initial": {"on": page.on}, "decisions": page.decisions}


def _supervisors(page: ProjectPage) -> tuple[Any, dict[str, Any]]:
    contact = page.presidium_contact
    people = [*page.supervisors, *([contact] if contact else [])]
    known = {"deputies": [one.id for one in page.supervisors], "contact_id": contact.id if contact else ""}
    kept = [(one.id, one.name) for one in people]
    return forms.SupervisorsForm, {"initial": known, "roll": page.roll, "kept": kept}


_MAKERS: dict[str, Callable[[ProjectPage], tuple[Any, dict[str, Any]]]] = {
    "describe": _describe,
    "change": _change,
    "drop": _drop,
    "supervisors": _supervisors,
}


def _titles() -> dict[str, str]:
    return {
        "begin": _("登记开工"),
        "report": _("登记进度"),
        "milestone": _("加一个计划节点"),
        "pay": _("登记付款"),
        "finish": _("登记完工"),
        "finish-back": _("退回完工"),
        "accept": _("登记验收"),
        "accept-back": _("退回验收"),
        "supervisors": _("定督办代表和联系人"),
        "describe": _("补充、更正资料"),
        "change": _("调整项目"),
        "drop": _("停建"),
        "remove": _("删去（登记错了）"),
    }
