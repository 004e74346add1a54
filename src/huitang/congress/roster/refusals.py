"""Refusals that several modules of the roll raise."""

from django.utils.translation import gettext_lazy as _

from huitang.congress.journal.refusal import InputIsWrong, NotFound, Refusal
from huitang.congress.roster.file_import import ChangedMeanwhile


class TermIsUnknown(NotFound):
    text = _("没有这一届。请从“届次”页重新进入。")


class TermIsClosed(Refusal):
    text = _("第 {number} 届已于 {ended} 结束，不能再改。")


class DeputyIsUnknown(NotFound):
    text = _("名册里没有这位代表。请从名册页重新查找。")


class DelegationIsUnknown(NotFound):
    text = _("没有这个代表团。请从代表团页重新进入。")


class RollChangedMeanwhile(ChangedMeanwhile):
    text = _("预览之后名册有了变动，导入的结果会和您看到的不一样，所以没有写入。请核对下面新的预览，再决定写入。")


class NumberIsTaken(InputIsWrong):
    text = _("编号 {number} 已经是“{name}”的。请换一个编号。")


class DayIsWrong(InputIsWrong):
    text = _("日期 {day} 不对：{reason}")


class MandateDoesNotAllow(Refusal):
    text = _("“{name}”在 {day} 的代表资格是“{standing}”，不能{deed}。请先核对资格记录。")


class CauseIsMissing(InputIsWrong):
    text = _("没有选择终止代表资格的原因。请从法定原因中选一项。")


class ReasonIsMissing(InputIsWrong):
    text = _("没有写事由。请写明依据和经过，例如文号或会议。")
