"""What papers ask for and no other page keeps: typed once for a session, used as `填写.名称` in every template.

One more is one more line of DETAILS; nothing else has to change.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from huitang.congress.documents.days import day
from huitang.congress.documents.models import SessionDetail
from huitang.congress.sittings.queries import SessionRow


class Kind(StrEnum):
    LINE = "LINE"
    PARAGRAPH = "PARAGRAPH"
    DATE = "DATE"  # kept as 2025-03-10, printed as 2025年3月10日
    NUMBER = "NUMBER"
    CHOICE = "CHOICE"


class Group(StrEnum):
    NOTICE = "NOTICE"
    PEOPLE = "PEOPLE"
    HALL = "HALL"
    BALLOT = "BALLOT"
    WORDS = "WORDS"
    OTHER = "OTHER"


GROUPS = {
    Group.NOTICE: _("会议通知"),
    Group.PEOPLE: _("人员"),
    Group.HALL: _("会场座位"),
    Group.BALLOT: _("选票"),
    Group.WORDS: _("报告里的内容"),
    Group.OTHER: _("其他"),
}
ROOM = {Kind.LINE: 80, Kind.PARAGRAPH: 2000, Kind.DATE: 10, Kind.NUMBER: 4, Kind.CHOICE: 20}

Suggest = Callable[[SessionRow], str]


@dataclass(frozen=True)
class Detail:
    """`suggest` proposes a text from the session; `is_carried`: what an earlier session typed is proposed again."""

    name: str
    group: Group
    kind: Kind = Kind.LINE
    hint: str | Promise = ""
    suggest: Suggest | None = None
    is_carried: bool = True
    choices: tuple[str, ...] = ()
    is_for_layout: bool = False  # used where papers are laid out, not by a template


def _opening_morning(session: SessionRow) -> str:
    return f"{session.opens_on.month}月{session.opens_on.day}日上午8:30前"


def _place(session: SessionRow) -> str:
    return session.place


def _always(number: str) -> Suggest:
    return lambda _session: number


# as adapters lay a ballot out; layouts.MARK_PLACES reads the same words
MARK_PLACES = ("姓名上方", "姓名前", "姓名右侧", "姓名后一栏")

# the two geometries of text papers, by the key adapters know them by
LAYOUTS = {"国标": "gbt9704", "本地": "local"}

DETAILS: tuple[Detail, ...] = (
    Detail("通知日期", Group.NOTICE, Kind.DATE, _("会议通知落款的日子。"), is_carried=False),
    Detail("报到时间", Group.NOTICE, Kind.LINE, "", _opening_morning, is_carried=False),
    Detail("报到地点", Group.NOTICE, Kind.LINE, "", _place),
    Detail("请假截止", Group.NOTICE, Kind.LINE, _("如“3月28日下午5:00前”。"), is_carried=False),
    Detail("着装", Group.NOTICE, Kind.LINE, _("如“正装”。")),
    Detail("联系人", Group.NOTICE),
    Detail("联系电话", Group.NOTICE),
    Detail("会前准备", Group.NOTICE, Kind.PARAGRAPH, _("要代表带什么、准备什么；一件一行。")),
    Detail("秘书长", Group.PEOPLE, Kind.LINE, _("主席团名单里已写了秘书长的，不用再填。")),
    Detail("总计票人", Group.PEOPLE),
    Detail("记录人", Group.PEOPLE, Kind.LINE, _("会议记录、纪要落款。")),
    Detail("新闻编辑", Group.PEOPLE),
    Detail("领誓人", Group.PEOPLE),
    Detail("宣誓时间", Group.PEOPLE, Kind.LINE, _("当选结果宣布以后、大会闭幕以前。"), is_carried=False),
    Detail("主席团会议主持人", Group.PEOPLE, Kind.LINE, _("主席团会议纪要里写。")),
    Detail("审查报告日期", Group.WORDS, Kind.DATE, _("代表资格审查报告落款的日子。"), is_carried=False),
    Detail(
        "去年会议次数",
        Group.WORDS,
        Kind.NUMBER,
        _("去年开过几次大会；软件里没有去年的会议时才要填。"),
        is_carried=False,
    ),
    Detail("补选代表人次", Group.WORDS, Kind.NUMBER, _("主席团工作报告里的数字，下同。"), is_carried=False),
    Detail("视察调研次数", Group.WORDS, Kind.NUMBER, is_carried=False),
    Detail("执法检查次数", Group.WORDS, Kind.NUMBER, is_carried=False),
    Detail("交办建议件数", Group.WORDS, Kind.NUMBER, is_carried=False),
    Detail("民生实事项目情况", Group.WORDS, Kind.PARAGRAPH, _("上年项目逐项完成情况；一项一行。"), is_carried=False),
    Detail("座位排数", Group.HALL, Kind.NUMBER, "", _always("10"), is_for_layout=True),
    Detail("每排座位", Group.HALL, Kind.NUMBER, "", _always("12"), is_for_layout=True),
    Detail("过道", Group.HALL, Kind.LINE, _("每排第几座后面是过道，如“4，8”；没有就空着。"), is_for_layout=True),
    Detail("入口", Group.HALL, Kind.PARAGRAPH, _("会场入口，一处一行；没有就空着。"), is_for_layout=True),
    Detail(
        "主席台就座",
        Group.HALL,
        Kind.PARAGRAPH,
        _("按排位，一人一行；空着就是主席团成员。"),
        is_carried=False,
        is_for_layout=True,
    ),
    Detail(
        "工作人员", Group.PEOPLE, Kind.PARAGRAPH, _("要发工作证的人，一人一行：姓名、空格、职责。"), is_for_layout=True
    ),
    Detail(
        "版式",
        Group.OTHER,
        Kind.CHOICE,
        _("国标即 GB/T 9704；本地版式页边距窄些、行距大些。"),
        choices=tuple(LAYOUTS),
        is_for_layout=True,
    ),
    Detail("选票符号位置", Group.BALLOT, Kind.CHOICE, "", choices=MARK_PLACES, is_for_layout=True),
)
_BY_NAME = {detail.name: detail for detail in DETAILS}


def find_detail(name: str) -> Detail:
    """Of the list, or a line for a name only the office's own templates use."""
    return _BY_NAME.get(name) or Detail(name, Group.OTHER)


def is_listed(name: str) -> bool:
    return name in _BY_NAME


def typed(session_id: int) -> dict[str, str]:
    """As they were typed, for the form."""
    return dict(SessionDetail.objects.filter(session_id=session_id).values_list("name", "text"))


def printed(session_id: int) -> dict[str, str]:
    """As papers print them: a date in words."""
    return {name: print_detail(name, text) for name, text in typed(session_id).items() if text}


def print_detail(name: str, text: str) -> str:
    return day(date.fromisoformat(text)) if find_detail(name).kind is Kind.DATE else text


def carried(session: SessionRow) -> Mapping[str, str]:
    """What the town's latest earlier session that typed anything had for each name."""
    rows = SessionDetail.objects.filter(
        session__term__town_id=session.town_id, session__opens_on__lt=session.opens_on
    ).exclude(text="")
    return dict(rows.order_by("session__opens_on", "session__number").values_list("name", "text"))


def suggestion(detail: Detail, session: SessionRow, earlier: Mapping[str, str]) -> str:
    if detail.is_carried and earlier.get(detail.name):
        return earlier[detail.name]
    return detail.suggest(session) if detail.suggest else ""
