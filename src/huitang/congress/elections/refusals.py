"""Why a deed of an election is refused; each sentence says what to do."""

from django.utils.translation import gettext_lazy as _

from huitang.congress.journal.refusal import InputIsWrong, NotFound, Refusal


class ElectionIsUnknown(NotFound):
    text = _("没有这项选举。")


class PostIsTaken(InputIsWrong):
    text = _("本次会议已经有这个职务的选举了。")


class NominationsAreClosed(Refusal):
    text = _("提名已经截止，不能再改提名。")


class NomineeIsListed(InputIsWrong):
    text = _("{name}已经在提名名单里。另有其人的，请在姓名后加括号注明，例如“{bare}（单位）”。")


class MethodIsUnlawful(InputIsWrong):
    text = _("选举办法有不合法之处：{problems}")


class NominationIsNotLawful(Refusal):
    text = _("提名不能成立：{reasons}")


class CandidatesAreWrong(Refusal):
    text = _("候选人数不合规定：{reasons}")


class MethodIsNotAdopted(Refusal):
    text = _("选举办法还没有经大会通过，不能开始选举。请先在议程里表决通过选举办法。")


class ScrutineerCollides(Refusal):
    text = _("监票人不合规定：{reasons}")


class CongressMustDecide(Refusal):
    text = _("尚缺{seats}名。是否现在另行选举，由大会决定（地方组织法第二十九条）：请先把“另行选举”交付表决。")


class ElectionIsComplete(Refusal):
    text = _("应选名额已经选满，不用再投票。")


class MethodIsAdopted(Refusal):
    text = _("选举办法已经大会通过，不能再改。")


class SeatsAreWrong(InputIsWrong):
    text = _("应选名额要填大于0的整数；主席、镇长只选1名。")


class NomineeIsMissing(InputIsWrong):
    text = _("请写被提名人的姓名，或从名册里选一位代表。")


class NomineeIsNoDeputy(InputIsWrong):
    text = _("所选的被提名人不在本届名册里，请重新选择。")


class SignersAreUnreadable(InputIsWrong):
    text = _("联名代表的编号“{part}”看不懂。请写编号，用空格隔开，连号写成20-29。")


class SignerIsUnknown(InputIsWrong):
    text = _("名册里没有{number}号代表，请核对联名人的编号。")


class ReasonIsMissing(InputIsWrong):
    text = _("请写明重新开放提名的理由。")
