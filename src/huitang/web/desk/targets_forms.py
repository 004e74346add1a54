"""The forms of targets and tasks: they only turn text into years, days, numbers and choices."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from huitang.congress.targets.task_commands import TaskWords
from huitang.web.desk.money_forms import day_field

REQUIRED = {"required": _("请填写这一项。")}


def _text(label: Any, *, longest: int, required: bool = True, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label, max_length=longest, required=required, help_text=help_text, error_messages=REQUIRED
    )


class ImportForm(forms.Form):
    auto_id = "id_import_%s"  # the page has a form of a task with a year beside it
    year = forms.IntegerField(
        label=_("哪一年的指标"),
        min_value=2000,
        max_value=2999,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )


class ToleranceForm(forms.Form):
    value = _text(
        _("“左右”的幅度"),
        longest=10,
        help_text=_("例如 0.5：目标 5.5% 左右，实际 5.0% 以上就算完成。没有哪部法律规定这个幅度，由本单位选定。"),
    )


class ActualForm(forms.Form):
    period = forms.ChoiceField(
        label=_("期间"),
        choices=[("HALF_YEAR", _("上半年")), ("YEAR", _("全年"))],
        widget=forms.RadioSelect,
        error_messages=REQUIRED,
    )
    value = _text(_("实际数"), longest=20)
    source = _text(_("数据来源"), longest=100, help_text=_("例如“县统计局 7 月月报”。"))


class CorrectionForm(forms.Form):
    value = _text(_("目标"), longest=20)
    qualifier = _text(_("口径"), longest=20, required=False, help_text=_("左右、以上、以内、达到……；不填就是达到。"))
    reason = _text(_("更正的理由"), longest=200)


class TaskForm(forms.Form):
    year = forms.IntegerField(min_value=2000, max_value=2999, widget=forms.HiddenInput())
    title = _text(_("任务"), longest=100)
    owner = _text(_("责任单位"), longest=60)
    measure = _text(_("措施"), longest=300, required=False)
    due_on = day_field(_("完成时限"))

    @property
    def words(self) -> TaskWords:
        return TaskWords(**{name: self.cleaned_data[name] for name in ("title", "owner", "measure", "due_on")})


class ProgressForm(forms.Form):
    on = day_field(_("哪一天的进度"))
    percent = forms.IntegerField(
        label=_("进度（%）"),
        min_value=0,
        max_value=100,
        error_messages={
            code: _("请填写 0 到 100 的整数。") for code in ("required", "invalid", "min_value", "max_value")
        },
    )
    note = _text(_("做到哪一步"), longest=300, required=False)


class FinishForm(forms.Form):
    on = day_field(_("办结的日期"))
    outcome = _text(_("结果"), longest=300, required=False)


class DropForm(forms.Form):
    reason = _text(_("为什么不再办"), longest=300)
