"""Why a deed of a project vote is refused."""

from django.utils.translation import gettext_lazy as _

from huitang.congress.journal.refusal import InputIsWrong, NotFound, Refusal
from huitang.congress.roster.file_import import ChangedMeanwhile


class ProjectVoteIsUnknown(NotFound):
    text = _("没有这项票决。")


class ProjectVoteExists(InputIsWrong):
    text = _("本次会议已经有一项民生实事项目票决。")


class MethodIsUnlawful(InputIsWrong):
    text = _("票决办法有问题：{problems}")


class ProjectsAreFixed(Refusal):
    text = _("票决已经开始，候选项目不能再改。")


class CandidatesChangedMeanwhile(ChangedMeanwhile):
    text = _("预览之后候选项目有了变动，写入的结果会和您看到的不一样，所以没有写入。请核对下面新的预览，再决定写入。")


class ProjectsAreMissing(Refusal):
    text = _("候选项目只有{found}个，应选{to_choose}个。请先导入候选项目，或改正应选数。")


class MethodIsNotAdopted(Refusal):
    text = _("票决办法还没有经大会通过，不能开始票决。请先在议程里表决通过票决办法。")


class VoteIsComplete(Refusal):
    text = _("应选项目已经选满，不用再投票。")


class MethodIsAdopted(Refusal):
    text = _("票决办法已经大会通过，不能再改。")
