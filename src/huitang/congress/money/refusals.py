"""Refusals that several modules of the accounts raise."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from huitang.congress.journal.refusal import InputIsWrong, NotFound, Refusal
from huitang.congress.roster.file_import import ChangedMeanwhile


class AccountFileIsRefused(InputIsWrong):
    """The file could not be read as accounts; nothing was kept of it."""

    def __init__(self, text: "str | Promise", **facts: Any) -> None:
        super().__init__(**facts)
        self.text = text


class ReasonIsMissing(InputIsWrong):
    text = _(
        "文件“{file}”里有 {count} 处合计对不上（{cells}），一个数也没有写入。请改正文件重新上传；一定要照原样保存的，请写明理由。"
    )


class FiguresChangedMeanwhile(ChangedMeanwhile):
    text = _("预览之后账目有了变动，写入的结果会和您看到的不一样，所以没有写入。请核对下面新的预览，再决定写入。")


class ApprovedFiguresDiffer(Refusal):
    text = _(
        "{account}已于 {day} 批准，文件里的数和批准的不一样，一个数也没有写入。批准了的数只能依法调整；登记批准登记错了的，先撤回那次登记。"
    )


class AccountIsUnknown(NotFound):
    text = _("没有这份账目。请从“财政”页重新进入。")


class AccountIsApproved(Refusal):
    text = _("{account}已经登记过批准了。要改日期，请先撤回那次登记。")


class AccountIsNotApproved(Refusal):
    text = _("{account}还没有登记批准，不能登记公开。请先登记批准的日期。")


class AccountIsNotAdjusted(Refusal):
    text = _("{account}不是调整预算，没有调整的情况可写。")


class DayIsWrong(InputIsWrong):
    text = _("日期 {day} 不对：{problem}")


class WhyIsMissing(InputIsWrong):
    text = _("没有写理由。请写明原来登记错在哪里。")
