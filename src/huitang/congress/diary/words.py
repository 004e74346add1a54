"""The names of kinds, standings and levels, in the reader's language."""

from datetime import date

from django.utils.translation import gettext as _

from huitang.rules.due import Standing
from huitang.rules.reminder import Level

KINDS = ("suggestion", "activity", "year_account", "task", "targets", "project", "session")


def kind_name(kind: str) -> str:
    known = {
        "suggestion": _("建议"),
        "activity": _("监督活动"),
        "year_account": _("财政"),
        "task": _("任务"),
        "targets": _("指标"),
        "project": _("民生实事项目"),
        "session": _("会议"),
    }
    return known.get(kind, kind)


def standing_name(standing: Standing) -> str:
    return {Standing.LATE: _("已逾期"), Standing.SOON: _("快到期"), Standing.AHEAD: _("还早")}[standing]


def level_name(level: str) -> str:
    return {Level.REMIND: _("提醒"), Level.LATE: _("催办"), Level.ESCALATE: _("报主席督办")}[Level(level)]


def weekday_name(day: date) -> str:
    return (_("星期一"), _("星期二"), _("星期三"), _("星期四"), _("星期五"), _("星期六"), _("星期日"))[day.weekday()]
