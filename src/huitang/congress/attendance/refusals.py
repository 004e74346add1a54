"""Why a deed of leave, sign-in or opening is refused; each sentence says what to do."""

from django.utils.translation import gettext_lazy as _

from huitang.congress.journal.refusal import InputIsWrong, NotFound, Refusal
from huitang.congress.sittings.commands import SittingIsNotOpen


class LeaveIsAlreadyAsked(Refusal):
    text = _("这位代表已经请过假，请在请假名单里处理。")


class LeaveIsDecided(Refusal):
    text = _("这张假条已经处理过了，请刷新名单查看。")


class ReasonIsMissing(InputIsWrong):
    text = _("请写明原因（代表法第十三条：因健康等特殊原因）。")


class SittingIsClosed(Refusal):
    text = _("这场会议已经散会，签到不能再改。请选正在进行或将要进行的会议。")


class AlreadySignedIn(Refusal):
    text = _("{number}号{name}已经签到，不用再签。")


class NobodyMatches(InputIsWrong):
    text = _("名册里没有“{text}”。请核对编号，或输入姓名、拼音首字母。")


class NothingIsTyped(InputIsWrong):
    text = _("先输入编号、姓名或拼音首字母，再按回车。")


class CardIsNotValid(InputIsWrong):
    text = _("这张代表证的二维码已经失效，或者不是本镇的。请按编号或姓名签到，并换发新证。")


class DeputyIsNotInOffice(Refusal):
    text = _("{number}号{name}当天不在任，不能签到。请先核对名册。")


class DeputyIsUnknown(NotFound):
    text = _("名册里没有这位代表。")


class AttendeeIsIncomplete(InputIsWrong):
    text = _("请写列席人员的姓名，并选列席身份。")


class AttendeeIsUnknown(NotFound):
    text = _("列席名单里没有这个人。")


class SignInIsUnknown(NotFound):
    text = _("没有这条签到，可能已经撤销。")


class QuorumIsNotMet(Refusal):
    text = _(
        "实到{present}人，不足应到{due}人的三分之二（{required}人），还差{missing}人，依法不能开会、不能表决（地方组织法第十四条）。"
    )


class SittingIsNotPlanned(Refusal):
    text = _("这场会议已经开了，或者另有一场会议正在开。请先看当前步骤。")


class SittingIsNotOpenToVote(SittingIsNotOpen):
    text = _("这场会议还没有宣布开会，不能表决。请先宣布开会。")
