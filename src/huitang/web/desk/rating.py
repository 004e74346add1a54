"""/desk/sessions/<id>/rating/: what the session rates and how; the result once it is declared."""

from collections.abc import Callable
from decimal import Decimal

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from huitang.congress.accounts.deeds import Role
from huitang.congress.journal.refusal import Refusal
from huitang.congress.ratings import commands as ratings
from huitang.congress.ratings.queries import RatingDesk
from huitang.congress.runsheet import rating, rating_results
from huitang.web.desk import floor_page
from huitang.web.frame import asked, clock, who

BASES = [
    ("ALL", gettext_lazy("全体代表的过半数")),
    ("PRESENT", gettext_lazy("实到代表的过半数")),
]


class SettingsForm(forms.Form):
    title = forms.CharField(label=gettext_lazy("名称"), max_length=100, required=False)
    base = forms.ChoiceField(label=gettext_lazy("以谁为准"), choices=BASES, widget=forms.RadioSelect, initial="ALL")
    threshold = forms.DecimalField(
        label=gettext_lazy("满意率标准（%，没有就空着）"),
        required=False,
        min_value=Decimal("0.1"),
        max_value=100,
        max_digits=4,
        decimal_places=1,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
        help_text=gettext_lazy("满意率＝满意和基本满意占有效评价的比例。"),
    )
    has_middle_grade = forms.BooleanField(label=gettext_lazy("设“基本满意”一等"), required=False, initial=True)

    @classmethod
    def of(cls, desk: RatingDesk) -> "SettingsForm":
        kept = desk.rating
        if kept is None:
            return cls(initial={"title": desk.usual_title})
        threshold = None if kept.threshold_tenths is None else Decimal(kept.threshold_tenths).scaleb(-1)
        told = {"title": kept.title, "base": kept.base, "has_middle_grade": kept.has_middle_grade}
        return cls(initial={**told, "threshold": threshold})

    def tenths(self) -> int | None:
        threshold = self.cleaned_data["threshold"]
        return None if threshold is None else int(threshold.scaleb(1))


@require_GET
@who.only(Role.OFFICE)
def show(request: HttpRequest, session_id: int) -> HttpResponse:
    return _page(request, session_id)


@require_POST
@who.only(Role.OFFICE)
def set_settings(request: HttpRequest, session_id: int) -> HttpResponse:
    form = SettingsForm(request.POST)
    if not form.is_valid():
        return _page(request, session_id, form=form, status=422)
    try:
        rating.keep_settings(
            session_id=session_id,
            title=form.cleaned_data["title"],
            base=form.cleaned_data["base"],
            threshold_tenths=form.tenths(),
            has_middle_grade=form.cleaned_data["has_middle_grade"],
            actor=who.actor_of(request),
            now=clock.now(request),
        )
    except Refusal as refused:
        if refused.status == 404:
            raise
        form.add_error(None, str(refused))
        return _page(request, session_id, form=form, status=refused.status)
    messages.success(request, _("测评办法已存。"))
    return redirect("desk:rating", session_id)


@require_POST
@who.only(Role.OFFICE)
def add(request: HttpRequest, session_id: int) -> HttpResponse:
    name = request.POST.get("name", "")

    def deed() -> str:
        rating.add_item(session_id=session_id, name=name, actor=who.actor_of(request), now=clock.now(request))
        return _("已加上“{name}”。").format(name=name.strip())

    return _done(request, session_id, deed, typed=name)


@require_POST
@who.only(Role.OFFICE)
def add_last_projects(request: HttpRequest, session_id: int) -> HttpResponse:
    def deed() -> str:
        found = rating.add_last_projects(session_id=session_id, actor=who.actor_of(request), now=clock.now(request))
        return _("已加上 {n} 个上次票决的项目。").format(n=found)

    return _done(request, session_id, deed)


@require_POST
@who.only(Role.OFFICE)
def move(request: HttpRequest, session_id: int) -> HttpResponse:
    def deed() -> str:
        ratings.move_item(
            session_id=session_id,
            number=asked.number(request.POST.get("number")) or 0,
            name=request.POST.get("name", ""),
            up=request.POST.get("up") == "yes",
            actor=who.actor_of(request),
            now=clock.now(request),
        )
        return ""

    return _done(request, session_id, deed)


@require_POST
@who.only(Role.OFFICE)
def remove(request: HttpRequest, session_id: int) -> HttpResponse:
    name = request.POST.get("name", "")

    def deed() -> str:
        rating.remove_item(
            session_id=session_id,
            number=asked.number(request.POST.get("number")) or 0,
            name=name,
            actor=who.actor_of(request),
            now=clock.now(request),
        )
        return _("已删去“{name}”。").format(name=name)

    return _done(request, session_id, deed)


def _done(request: HttpRequest, session_id: int, deed: Callable[[], str], *, typed: str = "") -> HttpResponse:
    """Do it and go back to the page; what is refused stands on the page with what was typed."""
    try:
        told = deed()
    except Refusal as refused:
        if refused.status == 404:
            raise
        return _page(request, session_id, sentence=str(refused), typed=typed, status=refused.status)
    if told:
        messages.success(request, told)
    return redirect("desk:rating", session_id)


def _page(
    request: HttpRequest,
    session_id: int,
    *,
    form: SettingsForm | None = None,
    sentence: str = "",
    typed: str = "",
    status: int = 200,
) -> HttpResponse:
    page = rating.get_page(session_id, town_id=who.actor_of(request).town_id)
    kept = page.desk.rating
    return floor_page.show(
        request,
        "desk/rating/show.html",
        session=page.desk.session,
        here="votes",
        status=status,
        desk=page.desk,
        coming=page.coming,
        form=form or SettingsForm.of(page.desk),
        is_form_wrong=form is not None,
        sentence=sentence,
        typed=typed,
        declared=[
            (held, rating_results.of_rating_round(held)) for held in (kept.rounds if kept else ()) if held.outcome
        ],
    )
