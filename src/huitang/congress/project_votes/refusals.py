"""Why a deed of a project vote is refused."""

from django.utils.translation import gettext_lazy as _

from huitang.congress.journal.refusal import InputIsWrong, NotFound, Refusal


class ProjectVoteIsUnknown(NotFound):
    text = _("没有这项票决。")


class ProjectVoteExists(InputIsWrong):
    text = _("本次会议已经有一项民生实事项目票决。")


class MethodIsUnlawful(InputIsWrong):
    text = _("票决办法有问题：{problems}")


class ProjectsAreFixed(Refusal):
    text = _("票决已经开始，候选项目不能再改。")


class ProjectsAreMissing(Refusal):
    text = _("候选项目只有{found}个，应选{to_choose}个。请先导入候选项目，或改正应选数。")


class MethodIsNotAdopted(Refusal):
    text = _("票决办法还没有经大会通过，不能开始票决。请先在议程里表决通过票决办法。")


class ScrutineersAreNotAdopted(Refusal):
    text = _("监票人名单还没有经大会通过，不能开始票决。请先表决通过监票人名单。")


class VoteIsComplete(Refusal):
    text = _("应选项目已经选满，不用再投票。")


class RoundIsOpen(Refusal):
    text = _("已有一轮票决正在进行。请先宣布它的结果。")


class RoundIsNotOpen(Refusal):
    text = _("这一轮票决没有在进行，可能另一位同事已经宣布了结果。")


class CountIsNotFinished(Refusal):
    text = _("计票还没有结束，不能宣布结果。")


class MethodIsAdopted(Refusal):
    text = _("票决办法已经大会通过，不能再改。")
