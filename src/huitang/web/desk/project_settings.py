"""/desk/projects/settings/: the town's own colours, periods, and the part of the congress in changes."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.views.decorators.http import require_http_methods

from huitang.congress.accounts.deeds import Role
from huitang.congress.projects import setting_commands, terms, words
from huitang.congress.projects.terms import ProjectTerms
from huitang.rules import project_citation, project_progress
from huitang.rules.project_progress import Colour
from huitang.web.desk import entry
from huitang.web.frame import clock, who

ROWS = 6
NUMBER_ERRORS = {code: __("请填整数。") for code in ("required", "invalid", "min_value", "max_value")}


def _number(label: Any, most: int, help_text: Any = "") -> forms.IntegerField:
    return forms.IntegerField(
        label=label, min_value=0, max_value=most, help_text=help_text, error_messages=NUMBER_ERRORS
    )


class TermsForm(forms.Form):
    """Each band is three fields; a row without words is left out."""

    change_needs_congress = forms.BooleanField(
        label=__("调整、停建已票决的项目，要由代表大会决定"),
        required=False,
        help_text=__("法律没有明文；项目是代表大会票决的，本软件默认须由代表大会决定。"),
    )
    free_percent = _number(__("总投资增加不超过百分之几，可以不经代表大会"), 100)
    accept_within_days = _number(__("完工以后多少天内组织验收"), 365)
    remind_days = _number(__("提前多少天提醒"), 365)
    visits_each_quarter = forms.BooleanField(label=__("督办代表每季度到现场查看一次"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        colours = [(str(one), words.colour_name(one)) for one in Colour if one is not Colour.BLUE]
        for row in range(ROWS):
            least = forms.IntegerField(min_value=-100, max_value=100, required=False, error_messages=NUMBER_ERRORS)
            self.fields[f"least_{row}"] = least
            self.fields[f"colour_{row}"] = forms.ChoiceField(choices=colours, required=False)
            self.fields[f"words_{row}"] = forms.CharField(max_length=20, required=False)

    @classmethod
    def of(cls, own: ProjectTerms) -> "TermsForm":
        names = ("change_needs_congress", "free_percent", "accept_within_days", "remind_days", "visits_each_quarter")
        known: dict[str, Any] = {name: getattr(own, name) for name in names}
        for row, band in enumerate(own.bands[:ROWS]):
            known |= {f"least_{row}": band.at_least, f"colour_{row}": str(band.colour), f"words_{row}": band.words.zh}
        return cls(initial=known)

    @property
    def plain(self) -> list[Any]:
        return [self[name] for name in self.fields if not name.startswith(("least_", "colour_", "words_"))]

    @property
    def bands(self) -> list[dict[str, Any]]:
        return [{key: self[f"{key}_{row}"] for key in ("least", "colour", "words")} for row in range(ROWS)]

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        for row in range(ROWS):
            if bool(told.get(f"words_{row}")) != (told.get(f"least_{row}") is not None):
                raise ValidationError(_("每一档的起点和文字要一起填，不用的一起空着。"))
        return told

    @property
    def told(self) -> dict[str, Any]:
        told = self.cleaned_data
        used = [row for row in range(ROWS) if told[f"words_{row}"]]
        bands = [(told[f"least_{row}"], told[f"colour_{row}"], told[f"words_{row}"]) for row in used]
        plain = {name: told[name] for name in told if not name.startswith(("least_", "colour_", "words_"))}
        return {**plain, "bands": bands}


@require_http_methods(["GET", "HEAD", "POST"])
@who.only(Role.OFFICE)
def show(request: HttpRequest) -> HttpResponse:
    own = terms.terms_of(who.actor_of(request).town_id)
    form = TermsForm(request.POST) if request.method == "POST" else TermsForm.of(own)
    if form.is_valid():
        with entry.refused_on(form):
            setting_commands.set_terms(actor=who.actor_of(request), now=clock.now(request), **form.told)
            messages.success(request, _("已保存，从现在起按新的设置显示。"))
            return redirect("desk:project_settings")
    cited = (project_citation.COLOUR_BANDS, project_citation.CHANGE_BY_CONGRESS)
    context = {"form": form, "own": own, "defaults": project_progress.DEFAULT_BANDS, "cited": cited}
    status = 422 if form.is_bound else 200
    return entry.page(request, "desk/year_projects/settings.html", context, here="projects", status=status)
