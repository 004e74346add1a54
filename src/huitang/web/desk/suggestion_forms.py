"""The forms of the suggestions' pages: what is tabled, and one for each deed."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from huitang.congress.suggestions.one_page import DeskChoices, OnePage
from huitang.congress.suggestions.queries import NewPage
from huitang.rules.legal_text import Text
from huitang.web.desk.roll_forms import day_field, text_field
from huitang.web.frame.templatetags.wording import told

KINDS = [("SUGGESTION", _("建议、批评和意见")), ("MOTION", _("议案"))]
VERDICTS = [("SATISFIED", _("满意")), ("BASICALLY", _("基本满意")), ("NOT_SATISFIED", _("不满意"))]
CONTACTS = [("VISIT", _("当面")), ("PHONE", _("电话")), ("MEETING", _("座谈")), ("LETTER", _("书面"))]
REQUIRED = {"required": _("请填写这一项。"), "invalid_choice": _("请从列出的里面选一个。")}


def _long_field(label: Any, *, required: bool = False, help_text: Any = "") -> forms.CharField:
    area = forms.Textarea(attrs={"rows": 5})
    return forms.CharField(
        label=label, required=required, help_text=help_text, max_length=5000, widget=area, error_messages=REQUIRED
    )


def _reason_field() -> forms.CharField:
    return text_field(_("原因"), longest=300, required=True, help_text=_("原因会告知提出建议的代表。"))


class NewForm(forms.Form):
    kind = forms.ChoiceField(label=_("种类"), choices=KINDS, widget=forms.RadioSelect, error_messages=REQUIRED)
    title = text_field(_("标题"), longest=100, required=True, help_text=_("例如“关于加快石门村断头路建设的建议”。"))
    lead = text_field(_("领衔代表"), longest=60, required=True, help_text=_("写姓名或编号；重名的写“王芳（31）”。"))
    co_signers = text_field(_("附议代表"), longest=600, help_text=_("可以不写；几位之间用顿号隔开。"))
    content = _long_field(_("内容"), help_text=_("建议写具体问题和要求；议案在这里写案据。"))
    plan = _long_field(_("方案"), help_text=_("只有议案要写。"))
    session_id = forms.TypedChoiceField(
        label=_("什么时候提的"), required=False, coerce=int, empty_value=None, error_messages=REQUIRED
    )
    tabled_on = day_field(_("提出日期"))
    number = text_field(_("编号"), longest=20, help_text=_("不填就用本年的下一个号。"))

    def __init__(self, *args: Any, page: NewPage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = [(row.id, told(Text(row.title.zh, row.title.en))) for row in page.sessions]
        self.fields["session_id"].choices = [("", _("闭会期间")), *held]  # type: ignore[attr-defined]


class DeedForm(forms.Form):
    """A form that knows the page it stands on; most need nothing of it."""

    def __init__(self, *args: Any, page: OnePage, choices: DeskChoices, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if isinstance(field, forms.DateField) and name == "on":
                field.initial = today
        self.offer(page, choices)

    def offer(self, page: OnePage, choices: DeskChoices) -> None:
        """Fill the choices that depend on the town."""

    def choose(self, name: str, offered: Any) -> None:
        self.fields[name].choices = offered  # type: ignore[attr-defined]


class NothingForm(DeedForm):
    pass


class SignForm(DeedForm):
    names = text_field(_("附议代表"), longest=600, required=True, help_text=_("写姓名或编号，几位之间用顿号隔开。"))


class UnsignForm(DeedForm):
    deputy_id = forms.TypedChoiceField(label=_("哪一位代表"), coerce=int, error_messages=REQUIRED)
    on = day_field(_("撤回日期"))

    def offer(self, page: OnePage, choices: DeskChoices) -> None:
        live = [(one.deputy_id, one.name) for one in page.signers if one.withdrawn_on is None]
        self.choose("deputy_id", live)


class RefuseForm(DeedForm):
    ground = forms.ChoiceField(label=_("不予立案的理由"), error_messages=REQUIRED)
    reason = text_field(_("补充说明"), longest=200, help_text=_("理由和说明会告知代表。"))

    def offer(self, page: OnePage, choices: DeskChoices) -> None:
        self.choose("ground", choices.grounds)


class ReasonForm(DeedForm):
    reason = _reason_field()


class MergeForm(DeedForm):
    into_id = forms.TypedChoiceField(
        label=_("并入哪一件"), coerce=int, error_messages=REQUIRED, help_text=_("一起交办，仍然逐件答复每位代表。")
    )

    def offer(self, page: OnePage, choices: DeskChoices) -> None:
        self.choose("into_id", choices.others)


class AssignForm(DeedForm):
    lead_id = forms.TypedChoiceField(label=_("主办单位"), coerce=int, error_messages=REQUIRED)
    assisting_ids = forms.TypedMultipleChoiceField(
        label=_("协办单位"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple, error_messages=REQUIRED
    )
    on = day_field(_("交办日期"), _("答复期限从这一天的次日起算。"))

    def offer(self, page: OnePage, choices: DeskChoices) -> None:
        units = [(unit.id, unit.name) for unit in choices.units]
        self.choose("lead_id", [("", _("请选择")), *units])
        self.choose("assisting_ids", units)


class HandBackForm(DeedForm):
    reason = _reason_field()
    on = day_field(_("退回日期"))


class ReassignForm(AssignForm):
    reason = _reason_field()


class ContactForm(DeedForm):
    on = day_field(_("沟通日期"))
    how = forms.ChoiceField(label=_("方式"), choices=CONTACTS, error_messages=REQUIRED)
    note = text_field(_("沟通内容"), longest=300, required=True)


class OpinionForm(DeedForm):
    unit_id = forms.TypedChoiceField(label=_("协办单位"), coerce=int, error_messages=REQUIRED)
    opinion = _long_field(_("协办意见"), required=True)
    on = day_field(_("收到日期"))

    def offer(self, page: OnePage, choices: DeskChoices) -> None:
        live = [(one.unit_id, one.unit) for one in page.assignments if not one.is_lead and one.ended_on is None]
        self.choose("unit_id", live)


class AnswerForm(DeedForm):
    mark = forms.ChoiceField(label=_("结果类别"), widget=forms.RadioSelect, error_messages=REQUIRED)
    text = _long_field(_("答复内容"), required=True, help_text=_("会发给每一位署名代表。"))
    signed_by = text_field(_("签发人"), longest=40)
    on = day_field(_("答复日期"))
    promise = text_field(_("承诺什么"), longest=300, help_text=_("只有承诺限期解决的类别要写。"))
    promised_for = day_field(_("承诺哪一天前办完"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["promised_for"].required = False

    def offer(self, page: OnePage, choices: DeskChoices) -> None:
        self.choose("mark", [(one.mark, f"{one.mark}　{one.meaning}") for one in choices.classes])


class EvaluateForm(DeedForm):
    deputy_id = forms.TypedChoiceField(
        label=_("哪一位代表"), coerce=int, error_messages=REQUIRED, help_text=_("收到纸质评价表时在这里代为登记。")
    )
    attitude = forms.ChoiceField(
        label=_("办理态度"), choices=VERDICTS, widget=forms.RadioSelect, error_messages=REQUIRED
    )
    result = forms.ChoiceField(label=_("办理结果"), choices=VERDICTS, widget=forms.RadioSelect, error_messages=REQUIRED)
    reason = text_field(_("意见"), longest=300, help_text=_("不满意的要写明原因。"))
    on = day_field(_("评价日期"))

    def offer(self, page: OnePage, choices: DeskChoices) -> None:
        self.choose("deputy_id", page.last_answer.unheard if page.last_answer else [])


class PromiseForm(DeedForm):
    text = text_field(_("承诺内容"), longest=300, required=True)
    due_on = day_field(_("哪一天前办完"))


class ProofForm(DeedForm):
    proof = text_field(_("兑现凭据"), longest=300, required=True, help_text=_("写明验收、照片或文号。"))
    on = day_field(_("兑现日期"))


class ConsentForm(DeedForm):
    deputy_id = forms.TypedChoiceField(label=_("哪一位代表"), coerce=int, error_messages=REQUIRED)

    def offer(self, page: OnePage, choices: DeskChoices) -> None:
        live = [one for one in page.signers if one.withdrawn_on is None and not one.consents]
        self.choose("deputy_id", [(one.deputy_id, one.name) for one in live])
