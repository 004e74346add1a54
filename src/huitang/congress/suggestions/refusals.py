"""Why a deed about a motion or suggestion is refused."""

from django.utils.translation import gettext_lazy as _

from huitang.congress.journal.refusal import InputIsWrong, NotAllowed, NotFound, Refusal
from huitang.congress.roster.file_import import ChangedMeanwhile


class SuggestionIsUnknown(NotFound):
    text = _("本镇没有这一件议案或建议。")


class UnitIsUnknown(NotFound):
    text = _("本镇没有这个承办单位。")


class NamesakeIsOpen(InputIsWrong):
    text = _("第 {row} 行的“{name}”名册里不止一位，还没有选是哪一位，一行也没有写入。请选好再写入。")


class SuggestionsChangedMeanwhile(ChangedMeanwhile):
    text = _("核对之后，名册或建议清单有了变动，没有写入。请按现在的核对结果再看一遍，再按写入。")


class SuggestionHasMovedOn(Refusal):
    text = _("{number} 号现在是“{state}”，不能这样办。可能别人刚刚办过，请刷新后再看。")


class MotionComesFirst(Refusal):
    text = _("{number} 号是议案，由主席团决定是否列入议程；不列入的先转为建议，再交办。")


class IsNoMotion(Refusal):
    text = _("{number} 号是建议，不是议案，不需要列入议程。")


class MotionLacks(Refusal):
    text = _("{number} 号还不能列入议程：{problem}请补齐后再提交，或者转为建议办理。")


class ProposerIsWrong(InputIsWrong):
    text = _("{problem}")


class SignersAreWrong(InputIsWrong):
    text = _("{problem}")


class HasNotSigned(InputIsWrong):
    text = _("{name} 没有在 {number} 号上署名，或者已经撤回署名。")


class LastSignerStays(Refusal):
    text = _("{number} 号只剩这一位署名代表，不能只撤署名。要撤就撤回整件建议。")


class NumberIsTaken(InputIsWrong):
    text = _("编号 {number} 已经有一件，请换一个编号。")


class ReasonIsMissing(InputIsWrong):
    text = _("请写明原因，原因会告知提出建议的代表。")


class TextIsMissing(InputIsWrong):
    text = _("“{field}”没有填写。")


class DayIsWrong(InputIsWrong):
    text = _("日期 {day} 不对：{problem}")


class MergeIsWrong(InputIsWrong):
    text = _("{number} 号不能并案：{problem}")


class IsMerged(Refusal):
    text = _("{number} 号已经并入 {into} 号，请在 {into} 号上交办、退回或者改派；答复仍然逐件办理。")


class UnitsAreWrong(InputIsWrong):
    text = _("{problem}")


class HandBackIsLate(Refusal):
    text = _("{number} 号的退回期限是 {last_day}，已经过了，不能退回。确需换单位的，请用“改派”。")


class AlreadyDifficult(Refusal):
    text = _("{number} 号已经按办理难度大的期限计算。")


class ClassIsUnknown(InputIsWrong):
    text = _("结果类别“{mark}”不在本单位的类别表里。现有类别：{known}。请改用表里的类别，或先在设置里加上。")


class PromiseIsMissing(InputIsWrong):
    text = _("类别 {mark} 是承诺限期解决的，要写明承诺什么、哪一天前办完。")


class EvaluationIsMade(Refusal):
    text = _("{name} 对这次答复已经评价过，不能再改。对重新答复可以再评价。")


class EvaluationIsNotYours(NotAllowed):
    text = _("只有提出这件建议的代表可以评价。")


class FeedbackIsStillOpen(Refusal):
    text = _("代表评价的期限是 {last_day}，还没有到，不能按“未反馈”结束。请先提醒代表。")


class PublicationNeedsConsent(Refusal):
    text = _("还有 {names} 没有同意公开，不能公开。请先征得全部署名代表同意。")


class UnitNameIsTaken(InputIsWrong):
    text = _("已经有“{name}”这个承办单位。")


class ClassesAreWrong(InputIsWrong):
    text = _("结果类别有问题：{problem}")


class SpansAreWrong(InputIsWrong):
    text = _("办理期限有问题：{problem}")
