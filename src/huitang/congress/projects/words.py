"""The names of states, kinds and parts, in the reader's language."""

from django.utils.translation import gettext as _

from huitang.congress.projects.models import Acceptance, Project, ProjectIdea
from huitang.rules.project_progress import Colour, Part

IdeaKind, IdeaState, State, Conclusion = ProjectIdea.Kind, ProjectIdea.State, Project.State, Acceptance.Conclusion


def state_name(state: str) -> str:
    return {
        State.ADOPTED: _("已票决，未开工"),
        State.BUILDING: _("建设中"),
        State.FINISHED: _("已完工，待验收"),
        State.ACCEPTED: _("已验收"),
        State.DROPPED: _("已停止"),
    }[State(state)]


def idea_state_name(state: str) -> str:
    return {
        IdeaState.RECEIVED: _("待筛选"),
        IdeaState.CANDIDATE: _("列为候选"),
        IdeaState.DECLINED: _("不采纳"),
        IdeaState.MERGED: _("已合并"),
    }[IdeaState(state)]


def proposer_name(kind: str) -> str:
    return {
        IdeaKind.DEPUTY: _("代表"),
        IdeaKind.VILLAGE: _("村（社区）"),
        IdeaKind.PUBLIC: _("群众"),
        IdeaKind.DEPARTMENT: _("部门"),
    }[IdeaKind(kind)]


def conclusion_name(conclusion: str) -> str:
    return {
        Conclusion.ACCEPTED: _("验收合格"),
        Conclusion.WITH_DEFECTS: _("合格，有问题待整改"),
        Conclusion.REFUSED: _("不合格，返工"),
    }[Conclusion(conclusion)]


def part_name(part: str) -> str:
    return {
        Part.NAME: _("项目名称"),
        Part.SCALE: _("建设内容和规模"),
        Part.PLACE: _("建设地点"),
        Part.MONEY: _("总投资"),
        Part.DUE: _("完成时限"),
        Part.STOP: _("停建"),
    }[Part(part)]


def colour_name(colour: str) -> str:
    return {
        Colour.GREEN: _("绿"),
        Colour.YELLOW: _("黄"),
        Colour.ORANGE: _("橙"),
        Colour.RED: _("红"),
        Colour.BLUE: _("蓝"),
    }[Colour(colour)]


def tell_tenths(tenths: int | None) -> str:
    """333 is 33.3%; nothing where there is no share."""
    return "" if tenths is None else f"{tenths // 10}.{tenths % 10}%"
