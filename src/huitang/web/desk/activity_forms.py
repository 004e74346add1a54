"""The forms of one activity of supervision: they only turn text into days, numbers and choices."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from huitang.congress.roster.queries import RollRow
from huitang.congress.supervision import words
from huitang.congress.supervision.commands import Plan
from huitang.congress.supervision.queries import KINDS
from huitang.web.desk.entry import Seen

_RANGE = re.compile(r"(\d{1,4})(?:\s*[-－—–~～至到]\s*(\d{1,4}))?$")
_BETWEEN = re.compile(r"[、，,；;\s]+")


def day_field(label: Any, help_text: Any = "") -> forms.DateField:
    return forms.DateField(
        label=label,
        help_text=help_text,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": __("请填写日期。"), "invalid": __("日期看不懂。请写成“2025-03-31”。")},
    )


def text_field(
    label: Any, *, longest: int, required: bool = True, help_text: Any = "", rows: int = 0
) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=required,
        max_length=longest,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows}) if rows else None,
        error_messages={
            "required": __("请填写这一项。"),
            "max_length": __("太长了，最多 %(limit_value)d 个字，现在有 %(show_value)d 个。"),
        },
    )


def day_of(text: str) -> date | None:
    """A day as a date field sends it; None for anything else."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


class PlanForm(Seen):
    kind = forms.ChoiceField(label=__("活动种类"), error_messages={"required": __("请选一种。")})
    topic = text_field(__("题目"), longest=120)
    planned_month = forms.TypedChoiceField(label=__("计划月份"), coerce=int, empty_value=None, required=False)
    basis = text_field(__("检查哪部法律、哪项决定"), longest=200, required=False)
    place = text_field(__("地点"), longest=120, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        months = [(month, _("{month} 月").format(month=month)) for month in range(1, 13)]
        self.fields["kind"].choices = [(kind, words.kind_name(kind)) for kind in KINDS]  # type: ignore[attr-defined]
        self.fields["planned_month"].choices = [("", _("不在年度计划里")), *months]  # type: ignore[attr-defined]

    @property
    def plan(self) -> Plan:
        return Plan(**{key: value for key, value in self.cleaned_data.items() if key != "seen"})


class HoldForm(Seen):
    """Deputies are ticked, or typed by number; both count."""

    held_on = day_field(__("举行日期"))
    place = text_field(__("地点"), longest=120, required=False)
    people_met = forms.IntegerField(
        label=__("接待、走访到的选民人数"),
        min_value=0,
        max_value=100_000,
        required=False,
        help_text=__("只有接待、走访选民的活动才填。"),
        error_messages={code: __("请填写 0 到 100000 的整数。") for code in ("invalid", "min_value", "max_value")},
    )
    numbers = text_field(
        __("参加代表的编号"),
        longest=400,
        required=False,
        help_text=__("用顿号或空格分开，连号写成“3-8”。也可以在下面勾选，两处合在一起算。"),
    )
    deputies = forms.TypedMultipleChoiceField(coerce=int, required=False)

    def __init__(self, *args: Any, roll: Iterable[RollRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.roll = tuple(roll)
        self.fields["deputies"].choices = [(row.id, row.name) for row in self.roll]  # type: ignore[attr-defined]

    def clean_numbers(self) -> list[int]:
        by_number = {row.number: row.id for row in self.roll}
        typed = [number for part in _BETWEEN.split(self.cleaned_data["numbers"]) if part for number in _numbers(part)]
        unknown = [str(number) for number in typed if number not in by_number]
        if unknown:
            raise ValidationError(_("编号 {numbers} 那天没有在任代表。").format(numbers="、".join(unknown[:10])))
        return [by_number[number] for number in typed]

    @property
    def ticked(self) -> set[int]:
        """Who is shown ticked: as sent, or as known."""
        chosen = self["deputies"].value() or ()
        return {int(one) for one in chosen if str(one).isdecimal() and len(str(one)) < 10}

    @property
    def holding(self) -> dict[str, Any]:
        told = self.cleaned_data
        return {
            "held_on": told["held_on"],
            "place": told["place"],
            "people_met": told["people_met"] or 0,
            "deputy_ids": [*told["deputies"], *told["numbers"]],
        }


def _numbers(part: str) -> range:
    found = _RANGE.match(part)
    if found is None:
        raise ValidationError(_("“{part}”看不懂。请写编号，例如“1、5、12-20”。").format(part=part[:20]))
    first, last = int(found[1]), int(found[2] or found[1])
    return range(first, last + 1)


class ProblemsForm(Seen):
    problems = text_field(__("发现的问题"), longest=4000, required=False, rows=6)


class OpinionForm(forms.Form):
    opinion = text_field(__("审议意见"), longest=4000, rows=6)
    unit = text_field(__("由哪个单位答复"), longest=80)
    sent_on = day_field(__("送达日期"))
    reply_due = day_field(__("答复期限"), __("法律没有规定天数，照审议意见上写的填。"))


class ReplyForm(forms.Form):
    reply = text_field(__("答复内容"), longest=4000, rows=6)
    replied_on = day_field(__("答复日期"))


class FollowUpForm(forms.Form):
    on = day_field(__("日期"))
    note = text_field(__("落实情况"), longest=500, rows=3)


class ReasonForm(forms.Form):
    reason = text_field(__("原因"), longest=200)


class PhotoForm(forms.Form):
    photo = forms.FileField(
        label=__("照片"),
        help_text=__("JPEG 或 PNG，不超过 5 MB。照片里的拍摄地点和时间会自动去掉。"),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png"}),
        error_messages={"required": __("请先选一张照片。"), "empty": __("这个文件是空的。请重新选一张照片。")},
    )
    caption = text_field(__("照片说明"), longest=100, required=False)
