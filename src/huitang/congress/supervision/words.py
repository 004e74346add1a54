"""The names of kinds and states, in the reader's language."""

from django.utils.translation import gettext_lazy as _

from huitang.congress.supervision.models import Activity

Kind, State = Activity.Kind, Activity.State

_KINDS = {
    Kind.ENFORCEMENT: _("执法检查"),
    Kind.VISIT: _("视察"),
    Kind.SURVEY: _("调研"),
    Kind.REPORT_HEARD: _("听取专项工作报告"),
    Kind.VOTERS: _("接待、走访选民"),
    Kind.TRAINING: _("代表培训"),
}
_STATES = {
    State.PLANNED: _("计划中"),
    State.HELD: _("已开展"),
    State.AWAITING: _("等待答复"),
    State.REPLIED: _("已答复"),
    State.CLOSED: _("已办结"),
    State.DROPPED: _("已取消"),
}


def kind_name(kind: str) -> str:
    return str(_KINDS[Kind(kind)])


def state_name(state: str) -> str:
    return str(_STATES[State(state)])
