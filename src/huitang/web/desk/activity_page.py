"""The page of one activity: what is known, and the deeds that may follow from where it stands."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from huitang.congress.journal.refusal import InputIsWrong
from huitang.congress.supervision import queries
from huitang.congress.supervision.queries import ActivityPage
from huitang.web.desk import activity_forms as forms
from huitang.web.desk import entry
from huitang.web.frame import clock, who


@dataclass(frozen=True)
class Offer:
    """One deed with its form; the first offered is the one to do now."""

    key: str
    title: str
    form: Form
    url: str
    is_next: bool
    is_open: bool
    is_danger: bool


# what may be done where; the first is what comes next
_OFFERED = {
    "PLANNED": ("hold", "plan", "drop"),
    "HELD": ("problems", "opinion", "follow_up", "correct", "plan"),
    "AWAITING": ("reply", "follow_up", "problems", "correct", "plan", "opinion_back"),
    "REPLIED": ("follow_up", "problems", "correct", "plan", "reply_back"),
    "CLOSED": ("follow_up", "reopen"),
    "DROPPED": (),
}
_DANGER = frozenset({"drop", "opinion_back", "reply_back", "reopen"})


def find(request: HttpRequest, activity_id: int, *, on: date | None = None) -> ActivityPage:
    actor = who.actor_of(request)
    return queries.get_activity(activity_id, town_id=actor.town_id, chain=actor.chain, now=clock.now(request), on=on)


def attempt(request: HttpRequest, page: ActivityPage, key: str, form: Form, deed: Callable[[], object]) -> HttpResponse:
    """Do the deed, or show the page again with what was typed and the reason beside it."""
    if not form.is_valid():
        return show(request, page, {key: form}, status=422)
    try:
        deed()
    except InputIsWrong as wrong:
        form.add_error(None, str(wrong))
        return show(request, page, {key: form}, status=wrong.status)
    messages.success(request, _("“{topic}”的登记已保存。").format(topic=page.row.topic))
    return redirect("desk:activity", page.row.id)


def show(
    request: HttpRequest, page: ActivityPage, bound: Mapping[str, Form] | None = None, *, status: int = 200
) -> HttpResponse:
    wrong = bound or {}
    fresh = {**_fresh_forms(page), **wrong}
    keys = [*_OFFERED[page.row.state], *(key for key in wrong if key not in (*_OFFERED[page.row.state], "photo"))]
    context = {
        "page": page,
        "offers": [_offer(page, key, place, fresh[key], is_wrong=key in wrong) for place, key in enumerate(keys)],
        "photo_form": fresh["photo"],
        "seen": request.POST.get("seen") or page.version,
    }
    return entry.page(request, "desk/supervision/activity.html", context, status=status, here="supervision")


def _offer(page: ActivityPage, key: str, place: int, form: Form, *, is_wrong: bool) -> Offer:
    return Offer(
        key=key,
        title=_titles()[key],
        form=form,
        url=reverse(f"desk:activity_{key}", args=[page.row.id]),
        is_next=place == 0 and page.row.state in ("PLANNED", "HELD", "AWAITING"),
        is_open=is_wrong,
        is_danger=key in _DANGER,
    )


def _titles() -> dict[str, str]:
    return {
        "plan": _("更正题目、种类、月份"),
        "hold": _("登记已经开展"),
        "correct": _("更正日期、地点、参加代表"),
        "drop": _("取消这项计划"),
        "problems": _("写发现的问题"),
        "opinion": _("登记送达的审议意见"),
        "opinion_back": _("撤回审议意见"),
        "reply": _("登记答复"),
        "reply_back": _("退回答复，重新办理"),
        "follow_up": _("登记跟踪情况"),
        "reopen": _("退回办结"),
    }


def _fresh_forms(page: ActivityPage) -> dict[str, Form]:
    row = page.row
    planned = {name: getattr(row, name) for name in ("kind", "topic", "planned_month", "basis", "place")}
    held = {"held_on": row.held_on, "place": row.place, "people_met": row.people_met or None}
    there = [one.deputy_id for one in page.participants]
    return {
        "plan": forms.PlanForm(initial=planned),
        "hold": forms.HoldForm(initial={"place": row.place}, roll=page.roll),
        "correct": forms.HoldForm(initial={**held, "deputies": there}, roll=page.roll, auto_id="correct_%s"),
        "drop": forms.ReasonForm(auto_id="drop_%s"),
        "problems": forms.ProblemsForm(initial={"problems": page.problems}),
        "opinion": forms.OpinionForm(),
        "opinion_back": forms.ReasonForm(auto_id="opinion_back_%s"),
        "reply": forms.ReplyForm(),
        "reply_back": forms.ReasonForm(auto_id="reply_back_%s"),
        "follow_up": forms.FollowUpForm(auto_id="follow_%s"),
        "reopen": forms.ReasonForm(auto_id="reopen_%s"),
        "photo": forms.PhotoForm(auto_id="photo_%s"),
    }
