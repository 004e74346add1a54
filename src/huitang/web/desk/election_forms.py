"""The forms of the elections page, each parameter with a plain explanation."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from huitang.congress.elections.desk import ElectionDesk

SCHEMES = [
    ("CIRCLE", _("赞成画○，反对画×，弃权不画")),
    ("BLANK", _("赞成不画，反对画×，弃权画○")),
    ("OVAL", _("在赞成、反对、弃权三个椭圆中涂一个")),
]
UNCLEAR = [("PART", _("只这一项不计，其余有效")), ("WHOLE", _("整张票作废"))]
POSTS = [
    ("CHAIR", _("镇人民代表大会主席")),
    ("VICE_CHAIR", _("镇人民代表大会副主席")),
    ("HEAD", _("镇人民政府镇长")),
    ("DEPUTY_HEAD", _("镇人民政府副镇长")),
]
KINDS = [("BY_ELECTION", _("补选")), ("FULL_TERM", _("换届选举"))]
VACANCIES = [
    ("NONE", _("不适用（换届）")),
    ("RESIGNATION_ACCEPTED", _("辞职已被接受")),
    ("RESIGNATION_PENDING", _("辞职尚未决定")),
    ("REMOVED", _("被罢免")),
    ("DIED", _("去世")),
    ("MANDATE_LOST", _("代表资格终止")),
    ("NEVER_FILLED", _("一直空缺")),
]


class MethodForm(forms.Form):
    scheme = forms.ChoiceField(label=_("写票符号"), choices=SCHEMES, widget=forms.RadioSelect)
    unclear = forms.ChoiceField(label=_("辨认不清的符号"), choices=UNCLEAR, widget=forms.RadioSelect)
    accepts_tick = forms.BooleanField(label=_("画√也算赞成"), required=False)
    writein_requires_against = forms.BooleanField(
        label=_("投反对票的才可以另选他人"), required=False, help_text=_("二〇二五年修订的代表法这样规定。")
    )
    seal_required = forms.BooleanField(label=_("没有盖主席团印章的票作废"), required=False)
    revote_majority_again = forms.BooleanField(
        label=_("票数相等再次投票时，仍须过半数"), required=False, help_text=_("法律没有写明；不选时得票多的当选。")
    )
    competitive_in_by_election = forms.BooleanField(
        label=_("补选后另行选举也实行差额"), required=False, help_text=_("补选可以等额，也可以差额，由大会决定。")
    )

    @classmethod
    def of(cls, desk: ElectionDesk) -> "MethodForm":
        method = desk.method
        return cls(
            initial={
                "scheme": str(method.scheme),
                "unclear": str(method.unclear),
                "accepts_tick": desk.accepts_tick,
                "writein_requires_against": method.writein_requires_against,
                "seal_required": method.seal_required,
                "revote_majority_again": method.revote_majority_again,
                "competitive_in_by_election": method.competitive_in_by_election,
            }
        )


class PostForm(forms.Form):
    post = forms.ChoiceField(label=_("职务"), choices=POSTS)
    kind = forms.ChoiceField(label=_("选举种类"), choices=KINDS, widget=forms.RadioSelect, initial="BY_ELECTION")
    seats = forms.IntegerField(label=_("应选名额"), min_value=1, max_value=20, initial=1)
    surplus = forms.IntegerField(
        label=_("差额数"),
        min_value=0,
        max_value=3,
        initial=0,
        required=False,
        help_text=_("换届选举副职应多一至三人；正职、补选可以填 0。"),
    )
    vacancy = forms.ChoiceField(
        label=_("空缺的原因"), choices=VACANCIES, initial="RESIGNATION_ACCEPTED", help_text=_("补选须先有空缺。")
    )

    def clean_surplus(self) -> int:
        return int(self.cleaned_data.get("surplus") or 0)


class NominationForm(forms.Form):
    name = forms.CharField(max_length=60, required=False)
    deputy_id = forms.IntegerField(required=False)
    by_presidium = forms.ChoiceField(choices=[("yes", ""), ("no", "")])
    signers = forms.CharField(max_length=600, required=False)
    about = forms.CharField(max_length=300, required=False)

    def told(self) -> dict[str, Any]:
        return {**self.cleaned_data, "by_presidium": self.cleaned_data["by_presidium"] == "yes"}
