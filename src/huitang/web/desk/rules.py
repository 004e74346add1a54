"""/desk/rules/: which statutes and which provincial rules hold for the current session, and what law leaves open."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from huitang.congress.accounts.deeds import Role
from huitang.congress.journal.refusal import InputIsWrong
from huitang.congress.roster import commands as roster
from huitang.congress.sittings import statutes
from huitang.congress.sittings.statutes import RulesPage
from huitang.web.desk.entry import Seen, page
from huitang.web.frame import clock, who
from huitang.web.frame.templatetags.wording import told


class ProvinceForm(Seen):
    province = forms.ChoiceField(
        label=gettext_lazy("本镇所在的省"),
        required=False,
        help_text=gettext_lazy("只列出核对过条文的省。没有列出的请选“不选”，由本单位依本省规定自己把握。"),
    )

    def __init__(self, *args: object, found: RulesPage, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        known = [(code, told(name)) for code, name in found.provinces]
        self.fields["province"].choices = [("", _("不选，只用国家法律")), *known]  # type: ignore[attr-defined]


@require_GET
@who.only(Role.OFFICE)
def show(request: HttpRequest) -> HttpResponse:
    found = _find(request)
    return _show(request, found, ProvinceForm(initial={"province": found.code}, found=found))


@require_POST
@who.only(Role.OFFICE)
def set_province(request: HttpRequest) -> HttpResponse:
    form = Seen(request.POST)
    try:
        roster.set_province(
            province=request.POST.get("province", ""),
            actor=who.actor_of(request),
            now=clock.now(request),
            seen=form.cleaned_data["seen"] if form.is_valid() else None,
        )
    except InputIsWrong as wrong:
        found = _find(request)
        again = ProvinceForm(request.POST, found=found)
        again.is_valid()
        again.errors["province"] = again.error_class([str(wrong)])
        return _show(request, found, again, status=wrong.status)
    messages.success(request, _("省级规定已经选好，以后的判断都照它。"))
    return redirect("desk:rules")


def _find(request: HttpRequest) -> RulesPage:
    actor = who.actor_of(request)
    return statutes.get_rules(town_id=actor.town_id, chain=actor.chain, now=clock.now(request))


def _show(request: HttpRequest, found: RulesPage, form: ProvinceForm, *, status: int = 200) -> HttpResponse:
    context = {"found": found, "form": form}
    return page(request, "desk/rules/show.html", context, here="rules", session=found.session, status=status)
