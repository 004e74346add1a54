"""The forms of the roll: they only turn text into days, numbers and choices."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from huitang.adapters.names import apart
from huitang.congress.roster.queries import DelegationRow, RollRow, TermRow
from huitang.rules.mandate import EndCause
from huitang.web.desk import import_page

HIGHEST_NUMBER = 9999


def day_field(label: Any, help_text: Any = "") -> forms.DateField:
    return forms.DateField(
        label=label,
        help_text=help_text,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": _("请填写日期。"),
            "invalid": _("日期看不懂。请写成“2025-03-31”。"),
        },
    )


def _number_field(label: Any, *, highest: int, required: bool = True, help_text: Any = "") -> forms.IntegerField:
    wrong = _("请填写 1 到 {highest} 的整数。")
    return forms.IntegerField(
        label=label,
        required=required,
        help_text=help_text,
        min_value=1,
        max_value=highest,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        error_messages={code: str(wrong).format(highest=highest) for code in ("invalid", "min_value", "max_value")}
        | {"required": _("请填写这一项。")},
    )


def text_field(label: Any, *, longest: int, required: bool = False, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        required=required,
        help_text=help_text,
        max_length=longest,
        error_messages={
            "required": _("请填写这一项。"),
            "max_length": _("太长了，最多 %(limit_value)d 个字，现在有 %(show_value)d 个。"),
        },
    )


def _reason_field(help_text: Any) -> forms.CharField:
    return text_field(_("事由和依据"), longest=200, required=True, help_text=help_text)


class AsOf(forms.Form):
    """What part of the roll to look at."""

    q = text_field(_("编号、姓名或拼音首字母"), longest=60)
    on = day_field(_("看哪一天的名册"))
    delegation = forms.IntegerField(required=False, widget=forms.HiddenInput())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].required = False


class TermForm(forms.Form):
    number = _number_field(_("第几届"), highest=200)
    quota = _number_field(_("代表名额"), highest=500, help_text=_("由县级人大常委会确定的名额，不是现有人数。"))
    began_on = day_field(_("本届开始的日期"), _("本届第一次会议召开的日期。"))


class QuotaForm(forms.Form):
    quota = _number_field(_("代表名额"), highest=500)
    reason = _reason_field(_("写明县级人大常委会决定的文号。"))


class CloseTermForm(forms.Form):
    ended_on = day_field(_("本届结束的日期"), _("下一届第一次会议召开的日期。这一天起，本届代表的资格全部终止。"))


class ReopenTermForm(forms.Form):
    reason = _reason_field(_("写明为什么登记错了。原来的登记仍留在日志里。"))


class DelegationForm(forms.Form):
    name = text_field(_("代表团名称"), longest=40, required=True)


class HeadForm(forms.Form):
    head = forms.TypedChoiceField(label=_("团长"), required=False, coerce=int, empty_value=None)

    def __init__(self, *args: Any, members: Iterable[RollRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("未定")), *((row.id, f"{row.number} {row.name}") for row in members)]
        self.fields["head"].choices = choices  # type: ignore[attr-defined]


class DeputyForm(forms.Form):
    """Everything known of a deputy; a blank here does erase."""

    number = _number_field(_("编号"), highest=HIGHEST_NUMBER)
    name = text_field(_("姓名"), longest=60, required=True)
    delegation = forms.TypedChoiceField(label=_("代表团"), coerce=int, error_messages={"required": _("请选择代表团。")})
    sex = forms.ChoiceField(
        label=_("性别"), required=False, choices=[("", _("未填写")), ("男", _("男")), ("女", _("女"))]
    )
    ethnicity = text_field(_("民族"), longest=20)
    born = forms.RegexField(
        label=_("出生年月"),
        required=False,
        regex=r"^(19|20)\d\d-(0[1-9]|1[0-2])$",
        help_text=_("写成“1970-06”。"),
        error_messages={"invalid": _("出生年月看不懂。请写成“1970-06”。")},
    )
    education = text_field(_("文化程度"), longest=20)
    party = text_field(_("政治面貌"), longest=20)
    district = text_field(_("选区"), longest=40)
    post = text_field(_("工作单位及职务"), longest=80)
    phone = forms.RegexField(
        label=_("联系电话"),
        required=False,
        regex=r"^\+?\d{5,19}$",
        error_messages={"invalid": _("联系电话只能写 5 到 19 位数字。")},
    )
    note = text_field(
        _("同名加注"),
        longest=apart.LONGEST_NOTE,
        help_text=_(
            "本届有同名的代表才用得上，例如“女”“北村”“1968年”，名单、选票上写成“王芳（北村）”。不填就用代表团等加以区别。"
        ),
    )

    def __init__(self, *args: Any, delegations: Iterable[DelegationRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(row.id, row.name) for row in delegations]
        self.fields["delegation"].choices = choices  # type: ignore[attr-defined]

    @property
    def details(self) -> dict[str, str]:
        return {key: value for key, value in self.cleaned_data.items() if isinstance(value, str) and key != "name"}


class ByElectedForm(DeputyForm):
    on = day_field(_("补选当选的日期"))
    reason = _reason_field(_("写明哪个选区补选、代表资格何时经审查确认。"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["number"].required = False
        self.fields["number"].help_text = _("不填就用下一个空号；离任代表的编号不再使用。")

    @property
    def details(self) -> dict[str, str]:
        return {key: value for key, value in super().details.items() if key != "reason"}


class ChangeForm(forms.Form):
    on = day_field(_("从哪一天起"))
    reason = _reason_field(_("写明文号或会议，例如“镇六届人大七次会议接受辞职”。"))


class EndForm(ChangeForm):
    cause = forms.TypedChoiceField(
        label=_("法定原因"), coerce=EndCause, error_messages={"required": _("请选择法定原因。")}
    )
    field_order = ["cause", "on", "reason"]

    def __init__(self, *args: Any, causes: Iterable[tuple[EndCause, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["cause"].choices = [("", _("请选择")), *causes]  # type: ignore[attr-defined]


class WithdrawForm(forms.Form):
    reason = _reason_field(_("写明登记错在哪里。原来的登记仍留在日志里。"))


class CommitForm(import_page.CommitForm):
    in_office_from = day_field(_("新代表从哪一天起任职"), _("换届的填本届开始的日期；补选的填当选日期。"))


def first_day(term: TermRow, *, roll_is_empty: bool, today: date) -> date:
    """The day offered for new deputies: the term's own first day for its first roll, today for later ones."""
    return term.began_on if roll_is_empty else today
