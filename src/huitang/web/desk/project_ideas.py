"""/desk/projects/ideas/: what was collected for a year, screened, handed to the vote of a session."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from huitang.congress.accounts.deeds import Role
from huitang.congress.journal.refusal import InputIsWrong
from huitang.congress.project_votes.project_file import in_wan
from huitang.congress.projects import idea_commands, idea_queries, words
from huitang.congress.projects.idea_queries import KINDS, STATES, IdeaPage
from huitang.congress.sittings.calendar import local_day
from huitang.web.desk import entry, years
from huitang.web.desk import project_forms as forms
from huitang.web.frame import asked, clock, who

_COMMANDS: dict[str, Callable[..., None]] = {
    "candidate": idea_commands.make_candidate,
    "decline": idea_commands.decline,
    "merge": idea_commands.merge,
}


@require_safe
@who.only(Role.OFFICE)
def show(request: HttpRequest) -> HttpResponse:
    town_id, today = who.actor_of(request).town_id, local_day(clock.now(request))
    state, kind = request.GET.get("state", ""), request.GET.get("kind", "")
    found = idea_queries.get_ideas(town_id, year=years.asked_year(request), on=today, state=state, kind=kind)
    context = {
        "found": found,
        "states": [(one, words.idea_state_name(one), found.count(one)) for one in STATES],
        "kinds": [(one, words.proposer_name(one)) for one in KINDS],
    }
    return entry.page(request, "desk/year_projects/ideas.html", context, here="projects")


@require_http_methods(["GET", "HEAD", "POST"])
@who.only(Role.OFFICE)
def new(request: HttpRequest) -> HttpResponse:
    today = local_day(clock.now(request))
    year = years.asked_year(request) or today.year + 1
    form = forms.IdeaForm(request.POST or None, initial={"received_on": today})
    if form.is_valid():
        with entry.refused_on(form):
            idea_commands.add_idea(year=year, idea=form.idea, actor=who.actor_of(request), now=clock.now(request))
            messages.success(request, _("已登记“{title}”。可以接着登记下一条。").format(title=form.idea.title))
            return redirect(f"{reverse('desk:project_idea_new')}?year={year}")
    status = 422 if form.is_bound else 200
    context = {"form": form, "year": year}
    return entry.page(request, "desk/year_projects/idea_new.html", context, here="projects", status=status)


@require_POST
@who.only(Role.OFFICE)
def hand_over(request: HttpRequest) -> HttpResponse:
    """Make the candidates of the year those of a session's vote."""
    session_id = asked.number(request.POST.get("session")) or 0
    year = years.asked_year(request) or 0
    actor, now = who.actor_of(request), clock.now(request)
    number = idea_commands.hand_to_vote(session_id=session_id, year=year, actor=actor, now=now)
    messages.success(request, _("已把 {n} 个候选项目交给这次会议票决，原来的名单已整体替换。").format(n=number))
    return redirect("desk:projects", session_id)


@require_safe
@who.only(Role.OFFICE)
def one(request: HttpRequest, idea_id: int) -> HttpResponse:
    return _page(request, _find(request, idea_id), {})


@require_POST
@who.only(Role.OFFICE)
def change(request: HttpRequest, idea_id: int) -> HttpResponse:
    page, form = _find(request, idea_id), forms.IdeaForm(request.POST, auto_id="change_%s")

    def command() -> None:
        actor, seen = who.actor_of(request), form.cleaned_data["seen"]
        idea_commands.change_idea(idea_id=idea_id, idea=form.idea, actor=actor, now=clock.now(request), seen=seen)

    return _attempt(request, page, "change", form, command)


@require_POST
@who.only(Role.OFFICE)
def screen(request: HttpRequest, idea_id: int, deed: str) -> HttpResponse:
    if deed not in _COMMANDS:
        raise Http404
    page = _find(request, idea_id)
    form = _forms(page, request.POST)[deed]

    def command() -> None:
        _COMMANDS[deed](idea_id=idea_id, actor=who.actor_of(request), now=clock.now(request), **form.told)

    return _attempt(request, page, deed, form, command)


@require_POST
@who.only(Role.OFFICE)
def back(request: HttpRequest, idea_id: int) -> HttpResponse:
    idea_commands.take_back(idea_id=idea_id, actor=who.actor_of(request), now=clock.now(request))
    messages.success(request, _("已退回，重新筛选。"))
    return redirect("desk:project_idea", idea_id)


def _find(request: HttpRequest, idea_id: int) -> IdeaPage:
    actor = who.actor_of(request)
    return idea_queries.get_idea(idea_id, town_id=actor.town_id, chain=actor.chain)


def _attempt(request: HttpRequest, page: IdeaPage, key: str, form: Any, command: Callable[[], None]) -> HttpResponse:
    if not form.is_valid():
        return _page(request, page, {key: form}, status=422)
    try:
        command()
    except InputIsWrong as wrong:
        form.add_error(None, str(wrong))
        return _page(request, page, {key: form}, status=wrong.status)
    messages.success(request, _("“{title}”已保存。").format(title=page.row.title))
    return redirect("desk:project_idea", page.row.id)


def _forms(page: IdeaPage, told: Any = None) -> dict[str, Any]:
    others = [(other.id, f"{other.number}　{other.title}") for other in page.others]
    row = page.row
    listed = {name: getattr(row, name) for name in ("scale", "funding", "leader", "unit", "starts", "due")}
    listed["investment"] = "" if row.investment_yuan is None else in_wan(row.investment_yuan)
    return {
        "candidate": forms.ListedForm(told, initial=listed, auto_id="candidate_%s"),
        "merge": forms.MergeForm(told, others=others, auto_id="merge_%s"),
        "decline": forms.ReasonForm(told, auto_id="decline_%s"),
    }


def _page(request: HttpRequest, page: IdeaPage, bound: dict[str, Any], *, status: int = 200) -> HttpResponse:
    names = ("title", "proposer_kind", "proposer", "received_on", "field", "place", "text", "basis")
    known = {name: getattr(page.row, name) for name in names}
    fresh = {**_forms(page), "change": forms.IdeaForm(initial=known, auto_id="change_%s")}
    context = {"page": page, "forms": {**fresh, **bound}, "wrong": tuple(bound), "seen": page.version}
    return entry.page(request, "desk/year_projects/idea.html", context, here="projects", status=status)
