"""The names and units of the yearly numbers, in the reader's language."""

from django.utils.translation import gettext as _

from huitang.congress.yearly.numbers import Key


def name_of(key: Key) -> str:
    return {
        Key.SESSIONS: _("召开人民代表大会会议"),
        Key.PRESIDIUM_MEETINGS: _("召开主席团会议"),
        Key.TOWN_SEATS: _("补选本级人大代表"),
        Key.COUNTY_SEATS: _("补选县人大代表"),
        Key.ENFORCEMENT: _("执法检查"),
        Key.VISITS: _("视察"),
        Key.SURVEYS: _("调研"),
        Key.REPORTS_HEARD: _("听取专项工作报告"),
        Key.VOTERS: _("接待、走访选民"),
        Key.VOTERS_MET: _("接待、走访到的选民"),
        Key.TRAINING: _("代表培训"),
        Key.PARTS_TAKEN: _("代表参加活动"),
        Key.OPINIONS: _("送达审议意见"),
        Key.REPLIES: _("收到答复"),
        Key.SUGGESTIONS: _("交办代表建议"),
        Key.PROJECTS: _("票决民生实事项目"),
        Key.ATTENDANCE: _("全体会议出席"),
    }[key]


def unit_of(key: Key) -> str:
    persons = {Key.TOWN_SEATS, Key.COUNTY_SEATS, Key.VOTERS_MET, Key.PARTS_TAKEN, Key.ATTENDANCE}
    if key in persons:
        return _("人次")
    return _("件") if key in {Key.OPINIONS, Key.REPLIES, Key.SUGGESTIONS, Key.PROJECTS} else _("次")
