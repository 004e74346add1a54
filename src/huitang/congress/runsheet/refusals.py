"""Why a deed of the run sheet is refused."""

from django.utils.translation import gettext_lazy as _

from huitang.congress.journal.refusal import InputIsWrong, NotFound, Refusal


class StepIsUnknown(NotFound):
    text = _("运行单里没有这一步。")


class StepIsNotCurrent(Refusal):
    text = _("“{title}”已经办过，或者还没有轮到。另一位同事可能刚刚办了，请看当前步骤。")


class PhaseHasChanged(Refusal):
    text = _("“{title}”的状态刚刚变了，请看清当前状态再按。")


class NothingToDoHere(Refusal):
    text = _("这一步现在由计票人办理：{what}。办完后这里会自动出现下一步。")


class ReasonIsMissing(InputIsWrong):
    text = _("退回或略过一步都要写明理由。")


class NothingToStepBackTo(Refusal):
    text = _("已经是第一步，不能再退。")


class ResultStands(Refusal):
    text = _("“{title}”的结果已经宣布，不能退回。如有问题，请由主席团提请大会另作决定。")


class BallotIsUnderWay(Refusal):
    text = _("“{title}”的投票已经开始，不能退回。收回票数有误可以在计票页面更正。")


class StepIsBegun(Refusal):
    text = _("“{title}”已经开始或办完，不能改动。")


class SessionIsLaidOut(Refusal):
    text = _("这次会议已经排好议程和运行单。")


class PlaybookIsUnknown(InputIsWrong):
    text = _("没有“{name}”这种会议样式。")


class PostsAreMissing(InputIsWrong):
    text = _("补选会议至少要有一个要选的职务。请填写名额。")


class ProjectsAreNotPlanned(InputIsWrong):
    text = _("“{playbook}”没有票决民生实事项目这一项。请清空“应选项目数”，或改用年初例会。")


class MeetingIsOpen(Refusal):
    text = _("“{title}”不能略过：这场会议正在开，要由执行主席宣布散会或闭幕。")


class PresidiumIsElected(Refusal):
    text = _("主席团已经大会选举产生，名单不能再改。如需更换，请退回该项表决并写明理由。")


class MemberIsNotInOffice(InputIsWrong):
    text = _("名单里有 {number} 人在开幕那天不是本届在任代表，没有写入。请重新勾选。")


class ItemIsBeingVoted(Refusal):
    text = _("“{title}”在运行单里有选举或票决，不能从议程删去。不需要时，请在运行单里略过那一步。")


class ItemWasDealtWith(Refusal):
    text = _("“{title}”已经办过其中的步骤，不能从议程删去。")


class PlaceholderIsUnknown(InputIsWrong):
    text = _("“{names}”不是可以自动填写的词，开会时会空着。请从下面的表里选，或直接写字。")


class ListIsUnknown(NotFound):
    text = _("没有这份名单。")


class ListIsFixed(Refusal):
    text = _("这份名单已经定了，顺序不能再改。候选人的顺序在确定候选人时定下，以后的选票都照它印。")
