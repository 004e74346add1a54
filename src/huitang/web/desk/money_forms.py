"""The forms of the accounts: they only turn text into days, years and whole yuan."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from huitang.adapters.spreadsheets.amount import WAN, AmountIsUnreadable, read_yuan
from huitang.web.desk import import_page


class YearForm(forms.Form):
    """Which year to look at; anything else means the latest there is."""

    year = forms.IntegerField(min_value=2000, max_value=2999, required=False)


def day_field(label: Any) -> forms.DateField:
    return forms.DateField(
        label=label,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("请填写日期。"), "invalid": _("日期看不懂。请写成“2025-03-31”。")},
    )


class WanField(forms.CharField):
    """万元 as typed, in whole yuan."""

    def clean(self, value: Any) -> int:
        text = super().clean(value)
        try:
            return read_yuan(text, WAN) or 0
        except AmountIsUnreadable as wrong:
            raise forms.ValidationError(_("请填写 0 或者一个万元数，例如“340”或“12.5”。")) from wrong


class ApprovalForm(forms.Form):
    approved_on = day_field(_("大会批准的日期"))


class PublicationForm(forms.Form):
    published_on = day_field(_("向社会公开的日期"))


class WithdrawalForm(forms.Form):
    reason = forms.CharField(label=_("登记错在哪里"), max_length=200, error_messages={"required": _("请写明理由。")})


class AdjustmentForm(forms.Form):
    earmarked = WanField(
        label=_("其中：不需配套的上级专项转移支付（万元）"),
        required=False,
        help_text=_("这一部分不属于预算调整，但须报告大会。没有就填 0。"),
    )
    key_spending_cut = WanField(
        label=_("其中：调减预算安排的重点支出（万元）"),
        required=False,
        help_text=_("哪些是重点支出，以批准预算的决议为准。没有就填 0。"),
    )
    is_by_thrift = forms.BooleanField(label=_("支出减少是因为厉行节约"), required=False)


class CommitForm(import_page.CommitForm):
    reason = forms.CharField(
        label=_("照原样保存的理由"),
        required=False,
        max_length=200,
        help_text=_("合计对不上的账目会一直带着这条理由显示。能改正文件，最好改正以后重新上传。"),
    )
