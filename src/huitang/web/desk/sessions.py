"""/desk/sessions/: preparing a session, its overview, its dates and its record."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from huitang.congress.accounts.deeds import Role
from huitang.congress.journal.refusal import InputIsWrong
from huitang.congress.record import facts
from huitang.congress.record import queries as record
from huitang.congress.runsheet import desk, layout, refusals
from huitang.congress.runsheet.desk import NewSession
from huitang.congress.sittings import commands as sittings
from huitang.rules.by_election import Vacancy
from huitang.web.desk import preparations
from huitang.web.desk.entry import Seen, page
from huitang.web.frame import clock, who

_POSTS = (
    ("CHAIR", gettext_lazy("镇人大主席")),
    ("VICE_CHAIR", gettext_lazy("镇人大副主席")),
    ("HEAD", gettext_lazy("镇长")),
    ("DEPUTY_HEAD", gettext_lazy("副镇长")),
)
_VACANCIES = (
    (Vacancy.RESIGNATION_ACCEPTED, gettext_lazy("辞职已被接受")),
    (Vacancy.REMOVED, gettext_lazy("被罢免")),
    (Vacancy.DIED, gettext_lazy("去世")),
    (Vacancy.MANDATE_LOST, gettext_lazy("代表资格终止（主席、副主席）")),
    (Vacancy.NEVER_FILLED, gettext_lazy("没有选足")),
)
_KINDS = (("BY_ELECTION", gettext_lazy("补选")), ("FULL_TERM", gettext_lazy("换届选举")))
_CALLED_BY = (
    ("", gettext_lazy("例会")),
    ("PRESIDIUM", gettext_lazy("临时召集：主席团认为必要")),
    ("DEPUTIES", gettext_lazy("临时召集：五分之一以上代表提议")),
)


# beside which field the sentence of a refusal stands
_FIELD_OF: dict[type[InputIsWrong], str] = {
    sittings.SessionNumberIsTaken: "number",
    sittings.DatesAreReversed: "closes_on",
    sittings.SessionIsOutsideTerm: "opens_on",
    refusals.ProjectsAreNotPlanned: "projects_to_choose",
}


class DayField(forms.DateField):
    widget = forms.DateInput({"type": "date"}, "%Y-%m-%d")
    default_error_messages = {"invalid": gettext_lazy("日期要写成 2025-03-31 这样，而且真有那一天。")}


class CalledByField(forms.ChoiceField):
    """Ordinary or extra (ZZF 14(3)); the clock of the notice depends on it."""

    def __init__(self) -> None:
        super().__init__(label=gettext_lazy("召集"), choices=_CALLED_BY, required=False)


class DatesForm(Seen):
    opens_on = DayField(label=gettext_lazy("开幕日期"))
    closes_on = DayField(label=gettext_lazy("闭幕日期"))
    place = forms.CharField(label=gettext_lazy("会议地点"), max_length=80)
    called_by = CalledByField()


class NewSessionForm(forms.Form):
    """The three playbooks are drawn by the template; everything else field by field."""

    playbook = forms.CharField()
    number = forms.IntegerField(label=gettext_lazy("第几次会议"), min_value=1, max_value=99)
    opens_on = DayField(label=gettext_lazy("开幕日期"))
    closes_on = DayField(label=gettext_lazy("闭幕日期"))
    place = forms.CharField(label=gettext_lazy("会议地点"), max_length=80)
    called_by = CalledByField()
    term_id = forms.TypedChoiceField(label=gettext_lazy("届次"), coerce=int)
    from_session = forms.TypedChoiceField(
        label=gettext_lazy("沿用哪次会议的报告人、列席人员和主持词"), coerce=int, empty_value=None, required=False
    )
    kind = forms.ChoiceField(label=gettext_lazy("选举种类"), choices=_KINDS, initial="BY_ELECTION", required=False)
    vacancy = forms.ChoiceField(
        label=gettext_lazy("出缺的原因"), choices=_VACANCIES, initial=Vacancy.RESIGNATION_ACCEPTED, required=False
    )
    surplus = forms.IntegerField(
        label=gettext_lazy("差额数"),
        help_text=gettext_lazy("候选人比应选名额多几名；等额就填 0。"),
        min_value=0,
        max_value=9,
        initial=0,
        required=False,
    )
    projects_to_choose = forms.IntegerField(
        label=gettext_lazy("民生实事项目应选几项"),
        help_text=gettext_lazy("不票决就空着。"),
        min_value=0,
        max_value=99,
        required=False,
    )

    def __init__(self, *args: object, plan: NewSession, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["term_id"].choices = [(term.id, term.name) for term in plan.terms]  # type: ignore[attr-defined]
        for post, name in _POSTS:
            self.fields[f"seats_{post}"] = forms.IntegerField(label=name, min_value=0, max_value=9, required=False)
        earlier = [(row.id, row.title.short_zh) for row in plan.earlier]
        self.fields["from_session"].choices = [("", _("不沿用")), *earlier]  # type: ignore[attr-defined]

    def posts(self) -> list[layout.PostToFill]:
        told = self.cleaned_data
        seats = {post: told.get(f"seats_{post}") or 0 for post, _name in _POSTS}
        kind = told["kind"] or "BY_ELECTION"
        vacancy = (told["vacancy"] or Vacancy.RESIGNATION_ACCEPTED) if kind == "BY_ELECTION" else Vacancy.NONE
        return [
            layout.PostToFill(post, number, kind, vacancy, told["surplus"] or 0)
            for post, number in seats.items()
            if number
        ]

    @property
    def seat_fields(self) -> list[forms.BoundField]:
        return [self[f"seats_{post}"] for post, _name in _POSTS]


@require_http_methods(["GET", "POST"])
@who.only(Role.OFFICE)
def new(request: HttpRequest) -> HttpResponse:
    actor, now = who.actor_of(request), clock.now(request)
    plan = desk.plan_new_session(actor.town_id, today=timezone.localdate(now))
    if plan.term is None:
        return page(request, "desk/sessions/no_term.html", here="session")
    form = NewSessionForm(request.POST or None, initial=_initial(plan), plan=plan)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            session_id = layout.convene(
                term_id=told["term_id"],
                number=told["number"],
                playbook=told["playbook"],
                opens_on=told["opens_on"],
                closes_on=told["closes_on"],
                place=told["place"],
                posts=form.posts(),
                projects_to_choose=told["projects_to_choose"],
                from_session_id=told["from_session"],
                called_by=told["called_by"],
                actor=actor,
                now=now,
            )
        except InputIsWrong as wrong:
            form.add_error(_FIELD_OF.get(type(wrong)), str(wrong))
        else:
            messages.success(request, _("会议已经建好，议程、日程和运行单都排好了。请接着办下面的准备。"))
            return redirect("desk:session", session_id)
    status = 422 if form.errors else 200
    return page(request, "desk/sessions/new.html", {"form": form, "plan": plan}, here="session", status=status)


@require_GET
@who.only(Role.OFFICE)
def show(request: HttpRequest, session_id: int) -> HttpResponse:
    actor = who.actor_of(request)
    overview = desk.get_overview(session_id, town_id=actor.town_id, chain=actor.chain)
    context = {"overview": overview, "preparations": preparations.with_links(overview), "town_code": actor.chain}
    return page(request, "desk/sessions/show.html", context, here="session", session=overview.session)


@require_GET
@who.only(Role.OFFICE)
def now(request: HttpRequest, session_id: int) -> HttpResponse:
    """What is happening in the hall, as a fragment; 204 when nothing has changed."""
    actor = who.actor_of(request)
    view = desk.get_run_sheet(session_id, town_id=actor.town_id, chain=actor.chain)
    if request.GET.get("seen") == str(view.version):
        return HttpResponse(status=204)
    return render(request, "desk/sessions/_now.html", {"now": view})


@require_http_methods(["GET", "POST"])
@who.only(Role.OFFICE)
def dates(request: HttpRequest, session_id: int) -> HttpResponse:
    actor = who.actor_of(request)
    found = desk.get_schedule(session_id, town_id=actor.town_id, chain=actor.chain)
    session = found.session
    initial = {
        "opens_on": session.opens_on,
        "closes_on": session.closes_on,
        "place": session.place,
        "called_by": session.called_by,
        "seen": found.version,
    }
    form = DatesForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            sittings.change_session(session_id=session_id, actor=actor, now=clock.now(request), **form.cleaned_data)
        except InputIsWrong as wrong:
            form.add_error(_FIELD_OF.get(type(wrong)), str(wrong))
        else:
            messages.success(request, _("会议日期和地点已经改好。"))
            return redirect("desk:session", session_id)
    status = 422 if form.errors else 200
    return page(request, "desk/sessions/dates.html", {"form": form}, here="session", session=session, status=status)


@require_GET
@who.only(Role.OFFICE)
def record_json(request: HttpRequest, session_id: int) -> HttpResponse:
    kept = record.get_record(session_id, town_id=who.actor_of(request).town_id)
    return JsonResponse(facts.facts_of(kept), json_dumps_params={"ensure_ascii": False, "indent": 1})


def _initial(plan: NewSession) -> dict[str, object]:
    return {
        "term_id": plan.term.id if plan.term else None,
        "number": plan.number,
        "playbook": plan.playbook,
        "opens_on": plan.opens_on,
        "closes_on": plan.closes_on,
        "place": plan.place,
    }
