"""What the one red button says, and what will happen when it is pressed."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from huitang.congress.runsheet.deeds import Phase, StepDeed
from huitang.congress.runsheet.floor import Floor


@dataclass(frozen=True)
class Button:
    label: str
    after: str


def button_of(floor: Floor) -> Button | None:
    """None where there is nothing for the chair to press."""
    now = floor.now
    if now.step is None:
        return None
    by_phase = _BY_PHASE.get(now.phase)
    if by_phase is not None:
        return by_phase(floor)
    return _ready(floor) if now.phase is Phase.READY else None


def _ready(floor: Floor) -> Button:
    step = floor.now.step
    deed = StepDeed(step.deed) if step else StepDeed.SAY
    return {
        StepDeed.OPEN_SITTING: Button(_("宣布开会"), _opening(floor)),
        StepDeed.SAY: Button(_("下一项"), _next_is(floor)),
        StepDeed.HAND_VOTE: Button(_("交付表决"), _("按下后固定出席人数，大屏显示“赞成的请举手”。")),
        StepDeed.ELECTION: Button(_("开始投票"), _("按下后固定出席人数，由监票人、计票人发票。")),
        StepDeed.PROJECT_VOTE: Button(_("开始票决"), _("按下后固定出席人数，由监票人、计票人发票。")),
        StepDeed.RATING: Button(_("开始测评"), _("按下后固定出席人数，由监票人、计票人发票。")),
        StepDeed.CLOSE_SITTING: Button(_("宣布散会"), _("按下后这场会议不再签到。")),
        StepDeed.CLOSE_SESSION: Button(_("宣布闭幕"), _("按下后本次会议结束，可以发布文稿。")),
    }[deed]


def _opening(floor: Floor) -> str:
    sitting = floor.now.sitting
    if sitting is not None and not sitting.is_of_all_deputies:
        return _("这场会议不要求全体代表的法定人数。")
    return _("按下后记下这一刻的应到、实到人数。")


def _next_is(floor: Floor) -> str:
    coming = floor.now.coming
    return _("接着：{title}").format(title=coming[0].title) if coming else _("这是最后一步。")


def _open(floor: Floor) -> Button:
    return Button(_("宣布表决结果"), "")


def _counted(floor: Floor) -> Button:
    return Button(_("宣布结果"), _("先宣读上面的结果。宣布后不能撤回。"))


def _void(floor: Floor) -> Button:
    return Button(_("宣布本轮无效"), _("收回的票多于发出的票。宣布后重新投票。"))


def _again(floor: Floor) -> Button:
    held = floor.now.election or floor.now.project_vote or floor.now.rating
    if held is not None and held.next_round.kind == "TIE_BALLOT":
        return Button(_("再次投票"), _("只在票数相等的之间再次投票，重新发票。"))
    if floor.now.rating is not None:
        return Button(_("重新测评"), _("测评内容不变，重新发票。"))
    return Button(_("重新投票"), _("候选名单不变，重新发票。"))


def _short(floor: Floor) -> Button:
    if floor.now.rating is not None:
        return Button(_("就没有评出的再次测评"), _("只对没有评出等次的几项再次测评，重新发票。"))
    if floor.now.election is None:
        return Button(_("就其余项目再次票决"), _("只在没有入选的项目中再次票决，重新发票。"))
    return Button(_("开始另行选举"), _("大会已经同意另行选举。按下后固定出席人数，重新发票。"))


def _decided(floor: Floor) -> Button:
    return Button(_("下一项"), _next_is(floor))


_BY_PHASE = {
    Phase.OPEN: _open,
    Phase.COUNTED: _counted,
    Phase.VOID: _void,
    Phase.AGAIN: _again,
    Phase.SHORT: _short,
    Phase.DECIDED: _decided,
}
