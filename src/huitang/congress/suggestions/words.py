"""States, deeds, clocks and notices in the reader's language."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from huitang.rules.province import Unit
from huitang.rules.suggestion_clock import Authority, Clock
from huitang.rules.suggestion_course import Satisfaction, SignerFault, State


def state_name(state: str, *, is_motion: bool = False) -> str:
    if is_motion and state == State.TABLED:
        return _("待主席团决定")
    return {
        State.TABLED: _("待审核"),
        State.ADMITTED: _("待交办"),
        State.ASSIGNED: _("办理中"),
        State.HANDED_BACK: _("退回待重派"),
        State.ANSWERED: _("已答复，待评价"),
        State.REDO: _("重新办理"),
        State.PROMISED: _("承诺跟踪"),
        State.CLOSED: _("办结"),
        State.ON_AGENDA: _("已列入议程"),
        State.REFUSED: _("不予立案"),
        State.WITHDRAWN: _("已撤回"),
    }[State(state)]


# looked up for every row of a list: only the one word that is shown is translated
_CLOCKS = {
    Clock.ASSIGN: __("交办"),
    Clock.HAND_BACK: __("可以退回"),
    Clock.CONTACT: __("与代表沟通"),
    Clock.ASSIST: __("协办意见"),
    Clock.REPLY: __("答复代表"),
    Clock.FEEDBACK: __("代表评价"),
    Clock.ANSWER_AGAIN: __("重新答复"),
    Clock.PROMISE: __("兑现承诺"),
}


def clock_name(clock: Clock) -> str:
    return str(_CLOCKS[clock])


def authority_name(authority: Authority) -> str:
    return {
        Authority.LAW: _("法律规定"),
        Authority.PROVINCE: _("省级规定"),
        Authority.OFFICE: _("法律没有写明，本单位设定"),
        Authority.ANSWER: _("答复里的承诺"),
    }[authority]


def unit_name(unit: Unit) -> str:
    return {Unit.DAYS: _("日"), Unit.WORKING_DAYS: _("个工作日"), Unit.MONTHS: _("个月")}[unit]


def satisfaction_name(verdict: str) -> str:
    known = {
        Satisfaction.SATISFIED: _("满意"),
        Satisfaction.BASICALLY: _("基本满意"),
        Satisfaction.NOT_SATISFIED: _("不满意"),
    }
    return known[Satisfaction(verdict)] if verdict else ""


def contact_name(how: str) -> str:
    return {"VISIT": _("当面"), "PHONE": _("电话"), "MEETING": _("座谈"), "LETTER": _("书面")}.get(how, how)


def signer_fault(fault: SignerFault, *, most: int) -> str:
    return {
        SignerFault.NOBODY: _("没有写是哪位代表提出的。请填写领衔代表。"),
        SignerFault.TWICE: _("同一位代表写了两次。请删去一处。"),
        SignerFault.TOO_MANY: _("署名的代表超过本单位设定的 {most} 人。请减少附议代表，或在设置里修改。").format(
            most=most
        ),
    }[fault]


def tell_notice(event: str, facts: Mapping[str, Any]) -> str:
    """One notice as its deputy reads it."""
    told = {
        "tabled": _("已经登记，等待审核。"),
        "signed": _("{name} 代表加入附议。"),
        "unsigned": _("{name} 代表撤回了署名。"),
        "admitted": _("审核通过，准备交给有关单位办理。"),
        "refused": _("没有立案。原因：{reason}"),
        "on_agenda": _("主席团决定列入会议议程。"),
        "turned": _("转为建议办理。原因：{reason}"),
        "merged": _("内容相近，与 {into} 号一起办理，仍会单独答复您。"),
        "unmerged": _("不再与别的建议一起办理。"),
        "assigned": _("已交给{unit}办理。"),
        "handed_back": _("{unit}退回，将改交别的单位。原因：{reason}"),
        "reassigned": _("改由{unit}办理。原因：{reason}"),
        "extended": _("办理难度大，答复期限延长。原因：{reason}"),
        "contacted": _("{on} 承办单位与代表沟通：{note}"),
        "opinion_given": _("{unit}提出了协办意见。"),
        "answered": _("{unit}已经答复，请您看一看并作评价。"),
        "answered_again": _("{unit}已经重新答复，请您再作评价。"),
        "evaluated": _("{name} 代表的评价是：{result}。"),
        "redo": _("代表不满意，已要求{unit}重新办理。"),
        "closed": _("已经办结。"),
        "closed_unreturned": _("期限内没有收到评价，已经结束。"),
        "closed_after_redo": _("已经结束。说明：{reason}"),
        "promised": _("承诺 {due} 前办完，我们会跟踪。"),
        "promise_set": _("承诺期限定为 {due}。"),
        "promise_kept": _("承诺的事办完了：{proof}"),
        "withdrawn": _("已经撤回，不再办理。"),
        "published": _("已经公开。"),
        "verdict_due": _("请您在 {last_day} 前看答复，作评价。"),
        "verdict_late": _("评价的期限 {last_day} 已经过了，请您尽快评价。"),
        "unpublished": _("不再公开。"),
        "imported": _("从办公室的表格登记到这里。"),
    }[event]
    return told.format(**facts)


def day_told(day: date) -> str:
    return day.isoformat()
