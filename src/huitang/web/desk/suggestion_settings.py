"""/desk/suggestions/settings/ and units/: the office's own periods, result classes and responsible units."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from huitang.congress.accounts.deeds import Role
from huitang.congress.suggestions import office_commands, office_pages, queries
from huitang.congress.suggestions.office_pages import SettingsPage
from huitang.congress.suggestions.terms import AnswerClass
from huitang.web.desk import entry, suggestion_page
from huitang.web.desk.roll_forms import text_field
from huitang.web.frame import clock, who

UNITS = [
    ("WORKING_DAYS", gettext_lazy("个工作日")),
    ("DAYS", gettext_lazy("日")),
    ("MONTHS", gettext_lazy("个月")),
]
CLASS_LINES = 6
_WRONG = {
    "required": gettext_lazy("请填写这一项。"),
    "invalid": gettext_lazy("请填写整数。"),
    "min_value": gettext_lazy("请填写 0 或更大的整数。"),
    "max_value": gettext_lazy("太大了，最多 400。"),
}


class UnitForm(forms.Form):
    name = text_field(gettext_lazy("单位名称"), longest=60, required=True)


def _whole(label: Any, help_text: Any = "") -> forms.IntegerField:
    return forms.IntegerField(label=label, help_text=help_text, min_value=0, max_value=400, error_messages=_WRONG)


class SettingsForm(forms.Form):
    remind_days = _whole(gettext_lazy("到期前几天提醒"), gettext_lazy("按日历天数。"))
    most_signers = _whole(gettext_lazy("署名代表最多几人"), gettext_lazy("法律没有上限；0 表示不设。"))

    def __init__(self, *args: Any, page: SettingsPage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["remind_days"].initial = page.remind_days
        self.fields["most_signers"].initial = page.most_signers
        for span in page.spans:
            self.fields[f"{span.key}_number"] = _whole(span.name)
            self.fields[f"{span.key}_number"].initial = span.number
            self.fields[f"{span.key}_unit"] = forms.ChoiceField(label=_("单位"), choices=UNITS, initial=span.unit)
        held = [*page.classes, *[AnswerClass("", "", False)] * CLASS_LINES][:CLASS_LINES]
        for place, one in enumerate(held):
            self._add_class(place, one)

    def _add_class(self, place: int, one: AnswerClass) -> None:
        mark, meaning = text_field(_("类别"), longest=10), text_field(_("含义"), longest=60)
        promises = forms.BooleanField(label=_("承诺限期解决"), required=False)
        mark.initial, meaning.initial, promises.initial = one.mark, one.meaning, one.promises
        self.fields.update({f"mark_{place}": mark, f"meaning_{place}": meaning, f"promises_{place}": promises})

    def span_fields(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        names = [name.removesuffix("_number") for name in self.fields if name.endswith("_number")]
        return [(self[f"{name}_number"], self[f"{name}_unit"]) for name in names]

    def class_fields(self) -> list[tuple[forms.BoundField, ...]]:
        return [
            (self[f"mark_{place}"], self[f"meaning_{place}"], self[f"promises_{place}"]) for place in range(CLASS_LINES)
        ]

    def settings(self) -> dict[str, Any]:
        told = self.cleaned_data
        names = [name.removesuffix("_number") for name in told if name.endswith("_number")]
        classes = [
            AnswerClass(told[f"mark_{place}"].strip(), told[f"meaning_{place}"].strip(), told[f"promises_{place}"])
            for place in range(CLASS_LINES)
        ]
        return {
            "spans": {name: (told[f"{name}_number"], told[f"{name}_unit"]) for name in names},
            "remind_days": told["remind_days"],
            "most_signers": told["most_signers"],
            "classes": [one for one in classes if one.mark or one.meaning],
        }


@require_http_methods(["GET", "POST"])
@who.only(Role.OFFICE)
def settings(request: HttpRequest) -> HttpResponse:
    actor = who.actor_of(request)
    page = office_pages.settings_page(actor.town_id, now=clock.now(request))
    form = SettingsForm(request.POST or None, page=page)
    if form.is_valid():
        with entry.refused_on(form):
            office_commands.keep_settings(**form.settings(), actor=actor, now=clock.now(request))
            messages.success(request, _("设置已存，从现在起按它计算。"))
            return redirect("desk:suggestion_settings")
    status = 422 if form.is_bound else 200
    return suggestion_page.show(request, "desk/suggestions/settings.html", status=status, page=page, form=form)


@require_safe
@who.only(Role.OFFICE)
def units(request: HttpRequest) -> HttpResponse:
    return _units(request, UnitForm())


@require_POST
@who.only(Role.OFFICE)
def add_unit(request: HttpRequest) -> HttpResponse:
    form = UnitForm(request.POST)
    if form.is_valid():
        with entry.refused_on(form, "name"):
            name = form.cleaned_data["name"]
            office_commands.add_unit(name=name, actor=who.actor_of(request), now=clock.now(request))
            messages.success(request, _("已加上承办单位。"))
            return redirect("desk:suggestion_units")
    return _units(request, form, status=422)


@require_POST
@who.only(Role.OFFICE)
def change_unit(request: HttpRequest, unit_id: int) -> HttpResponse:
    office_commands.change_unit(
        unit_id=unit_id,
        name=request.POST.get("name", ""),
        is_active=request.POST.get("is_active") == "yes",
        actor=who.actor_of(request),
        now=clock.now(request),
    )
    messages.success(request, _("承办单位已改。"))
    return redirect("desk:suggestion_units")


def _units(request: HttpRequest, form: UnitForm, *, status: int = 200) -> HttpResponse:
    found = queries.list_units(who.actor_of(request).town_id)
    return suggestion_page.show(request, "desk/suggestions/units.html", status=status, units=found, form=form)
