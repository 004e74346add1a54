"""Refusals that several modules of the targets raise."""

from django.utils.translation import gettext_lazy as _

from huitang.congress.journal.refusal import InputIsWrong, NotFound, Refusal
from huitang.congress.roster.file_import import ChangedMeanwhile


class TargetIsUnknown(NotFound):
    text = _("没有这项指标。请从“指标任务”页重新进入。")


class TaskIsUnknown(NotFound):
    text = _("没有这项任务。请从“指标任务”页重新进入。")


class YearsDiffer(InputIsWrong):
    text = _("“{where}”写的是 {said} 年，这里要导入的是 {year} 年，没有导入。请核对年份，或换一个文件。")


class TargetHasActuals(Refusal):
    text = _(
        "“{name}”已经有实际数，目标不能再由文件改动（原来 {old}，文件里 {new}），一项也没有写入。确实登记错了的，请在“指标任务”页点开这一项更正，写明理由。"
    )


class TargetsChangedMeanwhile(ChangedMeanwhile):
    text = _("预览之后指标有了变动，写入的结果会和您看到的不一样，所以没有写入。请核对下面新的预览，再决定写入。")


class FigureIsWrong(InputIsWrong):
    text = _("“{said}”不是一个数，最多可以有三位小数。请写成“5.5”这样。")


class FieldIsMissing(InputIsWrong):
    text = _("没有填写{field}，没有保存。")


class TaskIsThere(InputIsWrong):
    text = _("{year} 年已经有一项任务叫“{title}”。请换一个名称，或去改原来那一项。")


class TaskIsSettled(Refusal):
    text = _("“{title}”已经办结或者不再办了，不能再登记。要改请先退回。")


class TaskIsOpen(Refusal):
    text = _("“{title}”还在办，没有什么可以退回。")


class DayIsWrong(InputIsWrong):
    text = _("日期 {day} 还没有到。请在发生以后登记。")


class PercentIsWrong(InputIsWrong):
    text = _("进度 {percent}% 不对：只能是 0 到 100。")


class ToleranceIsWrong(InputIsWrong):
    text = _("“左右”的幅度“{said}”不对。请写 0 到 10 之间的数，例如“0.5”。")
