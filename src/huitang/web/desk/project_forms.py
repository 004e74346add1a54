"""The forms of ideas and projects: they only turn text into days, whole yuan and choices."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from huitang.congress.projects import words
from huitang.congress.projects.building_commands import Milestone
from huitang.congress.projects.commands import Described, Promised
from huitang.congress.projects.idea_commands import Idea, Listed
from huitang.congress.projects.idea_queries import KINDS
from huitang.congress.resolutions.queries import HandVoteRow
from huitang.congress.roster.queries import RollRow
from huitang.web.desk.activity_forms import text_field
from huitang.web.desk.entry import Seen
from huitang.web.desk.money_forms import WanField

CONCLUSIONS = ("ACCEPTED", "WITH_DEFECTS", "REFUSED")
PERCENT_ERRORS = {code: __("请填 0 到 100 的整数。") for code in ("required", "invalid", "min_value", "max_value")}


def day(label: Any, *, required: bool = True, help_text: Any = "") -> forms.DateField:
    return forms.DateField(
        label=label,
        required=required,
        help_text=help_text,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": __("请填写日期。"), "invalid": __("日期看不懂。请写成“2025-03-31”。")},
    )


def optional(label: Any, longest: int, help_text: Any = "", rows: int = 0) -> forms.CharField:
    return text_field(label, longest=longest, required=False, help_text=help_text, rows=rows)


class IdeaForm(Seen):
    title = text_field(__("项目名称"), longest=100)
    proposer_kind = forms.ChoiceField(label=__("谁提出的"), error_messages={"required": __("请选一种。")})
    proposer = optional(__("提出人"), 60, __("姓名或者村名，只供办公室联系用，不公开。"))
    received_on = day(__("收到日期"))
    field = optional(__("类别"), 20, __("例如交通、教育、养老。"))
    place = optional(__("地点"), 120)
    text = optional(__("建议内容"), 2000, rows=4)
    basis = optional(__("依据"), 200, __("例如哪一件代表建议。没有就空着。"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["proposer_kind"].choices = [(kind, words.proposer_name(kind)) for kind in KINDS]  # type: ignore[attr-defined]

    @property
    def idea(self) -> Idea:
        return Idea(**{name: value for name, value in self.cleaned_data.items() if name != "seen"})


class ListedForm(forms.Form):
    """What stands beside the name on the list put to the vote."""

    scale = optional(__("建设内容和规模"), 200, rows=2)
    investment = WanField(label=__("总投资（万元）"), required=False)
    funding = optional(__("资金来源"), 60)
    leader = optional(__("责任领导"), 40)
    unit = optional(__("责任单位"), 60)
    starts = optional(__("开工时间"), 40, __("照候选项目表的写法，例如“2026年4月”。"))
    due = optional(__("完成时限"), 40, __("例如“2026年11月底前”。"))

    @property
    def told(self) -> dict[str, Any]:
        texts = {name: value for name, value in self.cleaned_data.items() if name != "investment"}
        return {"listed": Listed(**texts, investment_yuan=self.cleaned_data["investment"] or None)}


class ReasonForm(forms.Form):
    reason = text_field(__("原因"), longest=300)

    @property
    def told(self) -> dict[str, Any]:
        return self.cleaned_data


class MergeForm(ReasonForm):
    into_id = forms.TypedChoiceField(label=__("并入哪一条"), coerce=int, error_messages={"required": __("请选一条。")})
    field_order = ("into_id", "reason")

    def __init__(self, *args: Any, others: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["into_id"].choices = [("", _("请选一条")), *others]  # type: ignore[attr-defined]


class DescribedForm(Seen):
    """What may be put right without the congress."""

    field = optional(__("类别"), 20)
    place = optional(__("建设地点"), 200, __("只改写法；换地方建的，请办“调整项目”。"))
    beneficiaries = optional(__("受益群众"), 100, __("例如“3 个村 1860 户”。"))
    funding = optional(__("资金来源"), 60)
    leader = optional(__("责任领导"), 40)
    unit = optional(__("责任单位"), 60)
    contact = optional(__("联系人和电话"), 60, __("只供办公室用，不公开。"))
    starts_on = day(__("计划开工日期"), required=False)
    goal = optional(__("年度目标"), 300, rows=2)
    basis = optional(__("依据"), 200)

    @property
    def described(self) -> Described:
        return Described(**{name: self.cleaned_data[name] for name in Described.__slots__})

    @property
    def told(self) -> dict[str, Any]:
        return {"described": self.described, "seen": self.cleaned_data["seen"]}


class NewProjectForm(DescribedForm):
    name = text_field(__("项目名称"), longest=100)
    scale = optional(__("建设内容和规模"), 300, __("写上数量，例如“硬化 3.2 公里”。"), rows=2)
    total = WanField(label=__("总投资（万元）"), required=False)
    year_money = WanField(label=__("本年投资（万元）"), required=False)
    due_on = day(__("完成时限"), required=False)
    adopted_on = day(__("票决通过的日期"))
    field_order = ("seen", "name", "adopted_on", "scale", "place", "field", "total", "year_money", "funding", "due_on")

    @property
    def told(self) -> dict[str, Any]:
        return {
            "promised": promised_of(self.cleaned_data),
            "described": self.described,
            "adopted_on": self.cleaned_data["adopted_on"],
        }


def promised_of(told: dict[str, Any]) -> Promised:
    return Promised(told["name"], told["scale"], told["total"], told["year_money"], told["due_on"])


class DecisionForm(forms.Form):
    """A deed that may need the congress: the decision it rests on."""

    on = day(__("日期"))
    reason = text_field(__("原因"), longest=300, rows=2)
    decision_id = forms.TypedChoiceField(
        label=__("代表大会的决定"),
        required=False,
        coerce=int,
        empty_value=None,
        help_text=__("名称、规模、地点、停建，以及总投资增加较多，要有票决以后代表大会通过的决定。"),
    )

    def __init__(self, *args: Any, decisions: Iterable[HandVoteRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = [(vote.id, vote.title) for vote in decisions]
        self.fields["decision_id"].choices = [("", _("没有")), *found]  # type: ignore[attr-defined]

    @property
    def told(self) -> dict[str, Any]:
        return self.cleaned_data


class ChangeForm(DecisionForm, Seen):
    name = text_field(__("项目名称"), longest=100)
    scale = optional(__("建设内容和规模"), 300, rows=2)
    place = optional(__("建设地点"), 200)
    total = WanField(label=__("总投资（万元）"), required=False)
    year_money = WanField(label=__("本年投资（万元）"), required=False)
    due_on = day(__("完成时限"), required=False)
    field_order = ("seen", "name", "scale", "place", "total", "year_money", "due_on", "on", "reason", "decision_id")

    @property
    def told(self) -> dict[str, Any]:
        kept = {name: self.cleaned_data[name] for name in ("place", "on", "reason", "decision_id", "seen")}
        return {"promised": promised_of(self.cleaned_data), **kept}


class DayForm(forms.Form):
    on = day(__("日期"))

    @property
    def told(self) -> dict[str, Any]:
        return self.cleaned_data


class ReportForm(DayForm):
    percent = forms.IntegerField(label=__("完成进度（%）"), min_value=0, max_value=100, error_messages=PERCENT_ERRORS)
    note = optional(__("情况"), 500, rows=3)
    by_deputies = forms.BooleanField(label=__("督办代表到现场看过"), required=False)


class MilestoneForm(forms.Form):
    title = text_field(__("节点"), longest=60)
    share = forms.IntegerField(
        label=__("到这时累计完成（%）"), min_value=1, max_value=100, error_messages=PERCENT_ERRORS
    )
    planned_on = day(__("计划日期"))

    @property
    def told(self) -> dict[str, Any]:
        return {"milestone": Milestone(**self.cleaned_data)}


class PayForm(DayForm):
    money = WanField(label=__("金额（万元）"))
    payee = optional(__("收款单位"), 80, __("不公开。"))
    note = optional(__("用途"), 200)
    beyond_because = optional(__("超过总投资的原因"), 200, __("累计没有超过总投资的不用填。"))

    @property
    def told(self) -> dict[str, Any]:
        kept = {name: value for name, value in self.cleaned_data.items() if name != "money"}
        return {**kept, "yuan": self.cleaned_data["money"]}


class AcceptForm(DayForm):
    by = text_field(__("由谁验收"), longest=100)
    conclusion = forms.ChoiceField(label=__("结论"), error_messages={"required": __("请选一种。")})
    to_mend = optional(__("要整改什么"), 500, __("验收合格、没有问题的不用填。"), rows=3)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["conclusion"].choices = [(one, words.conclusion_name(one)) for one in CONCLUSIONS]  # type: ignore[attr-defined]


class SupervisorsForm(forms.Form):
    contact_id = forms.TypedChoiceField(label=__("主席团联系人"), required=False, coerce=int, empty_value=None)
    deputies = forms.TypedMultipleChoiceField(
        label=__("督办代表"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(
        self, *args: Any, roll: Iterable[RollRow], kept: Iterable[tuple[int, str]] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        people = dict([*kept, *((row.id, row.name) for row in roll)])
        self.fields["deputies"].choices = list(people.items())  # type: ignore[attr-defined]
        self.fields["contact_id"].choices = [("", _("没有")), *people.items()]  # type: ignore[attr-defined]

    @property
    def told(self) -> dict[str, Any]:
        return {"deputy_ids": self.cleaned_data["deputies"], "contact_id": self.cleaned_data["contact_id"]}


class ProjectPhotoForm(forms.Form):
    photo = forms.FileField(
        label=__("照片"),
        help_text=__("JPEG 或 PNG，不超过 5 MB。照片里的拍摄地点和时间会自动去掉。"),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png"}),
        error_messages={"required": __("请先选一张照片。"), "empty": __("这个文件是空的。请重新选一张照片。")},
    )
    caption = optional(__("照片说明"), 100)
    taken_on = day(__("拍摄日期"))
    is_public = forms.BooleanField(
        label=__("可以向社会公开"), required=False, initial=True, help_text=__("拍到人脸、证件的不要公开。")
    )
