"""A deputy's own suggestions: where each stands, what is new, the verdict on an answer."""

from datetime import date

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from huitang.congress.accounts.deeds import Role
from huitang.congress.journal.refusal import InputIsWrong, Refusal
from huitang.congress.suggestions import answer_commands, commands, deputy_pages, office_commands
from huitang.web.deputy import links
from huitang.web.frame import asked, clock, who
from huitang.web.frame.see_other import see_other

VERDICTS = [
    ("SATISFIED", gettext_lazy("满意")),
    ("BASICALLY", gettext_lazy("基本满意")),
    ("NOT_SATISFIED", gettext_lazy("不满意")),
]
CHOOSE = {"required": gettext_lazy("请选一个。"), "invalid_choice": gettext_lazy("请选一个。")}


class VerdictForm(forms.Form):
    attitude = forms.ChoiceField(
        label=gettext_lazy("对办理的态度"), choices=VERDICTS, widget=forms.RadioSelect, error_messages=CHOOSE
    )
    result = forms.ChoiceField(
        label=gettext_lazy("对办理的结果"), choices=VERDICTS, widget=forms.RadioSelect, error_messages=CHOOSE
    )
    reason = forms.CharField(
        label=gettext_lazy("您的意见"),
        required=False,
        max_length=300,
        help_text=gettext_lazy("不满意的请写明哪里不满意，承办单位会重新办理。"),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": gettext_lazy("意见请写在 300 字以内。")},
    )


@who.only(Role.DEPUTY)
@require_GET
def page(request: HttpRequest) -> HttpResponse:
    view = deputy_pages.get_deputy_page(who.actor_of(request), on=_today(request))
    return render(request, "deputy/suggestions.html", {"view": view, "room_links": links.room_links(request)})


@who.only(Role.DEPUTY)
@require_GET
def one(request: HttpRequest, suggestion_id: int) -> HttpResponse:
    return _one(request, suggestion_id, VerdictForm())


@who.only(Role.DEPUTY)
@require_POST
def evaluate(request: HttpRequest, suggestion_id: int) -> HttpResponse:
    actor, form = who.actor_of(request), VerdictForm(request.POST)
    if not form.is_valid():
        return _one(request, suggestion_id, form, status=422)
    try:
        answer_commands.evaluate(
            suggestion_id=suggestion_id,
            deputy_id=actor.deputy_id or 0,
            on=_today(request),
            actor=actor,
            now=clock.now(request),
            **form.cleaned_data,
        )
    except InputIsWrong as refused:
        form.add_error("reason", str(refused))
        return _one(request, suggestion_id, form, status=refused.status)
    except Refusal as refused:
        return _one(request, suggestion_id, form, status=refused.status, sentence=str(refused))
    messages.success(request, _("您的评价已经收到，谢谢。"))
    return see_other("deputy:suggestion", suggestion_id)


@who.only(Role.DEPUTY)
@require_POST
def consent(request: HttpRequest, suggestion_id: int) -> HttpResponse:
    actor, agrees = who.actor_of(request), request.POST.get("consents") == "yes"
    commands.consent(
        suggestion_id=suggestion_id,
        deputy_id=actor.deputy_id or 0,
        consents=agrees,
        actor=actor,
        now=clock.now(request),
    )
    messages.success(request, _("已记下：同意公开。") if agrees else _("已记下：不同意公开。"))
    return see_other("deputy:suggestion", suggestion_id)


@who.only(Role.DEPUTY)
@require_POST
def read(request: HttpRequest) -> HttpResponse:
    up_to = asked.number(request.POST.get("up_to")) or 0
    office_commands.read_notices(up_to=up_to, actor=who.actor_of(request), now=clock.now(request))
    return see_other("deputy:suggestions")


def _one(
    request: HttpRequest, suggestion_id: int, form: VerdictForm, *, status: int = 200, sentence: str = ""
) -> HttpResponse:
    view = deputy_pages.get_own(suggestion_id, actor=who.actor_of(request), on=_today(request))
    context = {"view": view, "form": form, "sentence": sentence, "room_links": links.room_links(request)}
    return render(request, "deputy/suggestion.html", context, status=status)


def _today(request: HttpRequest) -> date:
    return timezone.localdate(clock.now(request))
