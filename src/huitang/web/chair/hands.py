"""The four numbers of a vote by show of hands, as they are typed."""

from django import forms
from django.utils.translation import gettext_lazy as _

_ERRORS = {
    "required": _("要填一个整数，没有就填 0。"),
    "invalid": _("要填一个整数，没有就填 0。"),
    "min_value": _("不能小于 0。"),
    "max_value": _("这个数太大了。"),
}


class HandsForm(forms.Form):
    votes_for = forms.IntegerField(label=_("赞成"), min_value=0, max_value=9999, error_messages=_ERRORS)
    votes_against = forms.IntegerField(label=_("反对"), min_value=0, max_value=9999, error_messages=_ERRORS, initial=0)
    abstentions = forms.IntegerField(label=_("弃权"), min_value=0, max_value=9999, error_messages=_ERRORS, initial=0)
    not_voting = forms.IntegerField(label=_("未表决"), min_value=0, max_value=9999, error_messages=_ERRORS, initial=0)

    def sentence(self) -> str:
        """What is wrong, beside which field."""
        told = (f"{self.fields[name].label}：{' '.join(map(str, errors))}" for name, errors in self.errors.items())
        return " ".join(told)


def hands_of(form: HandsForm) -> dict[str, int]:
    return {name: int(form.cleaned_data[name]) for name in form.fields}
