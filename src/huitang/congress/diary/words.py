"""The names of kinds, standings and levels, in the reader's language."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from huitang.rules.due import Standing
from huitang.rules.reminder import Level

# looked up for every row: only the one word that is shown is translated
_KINDS = {
    "suggestion": __("建议"),
    "activity": __("监督活动"),
    "year_account": __("财政"),
    "task": __("任务"),
    "targets": __("指标"),
    "project": __("民生实事项目"),
    "session": __("会议"),
}
KINDS = tuple(_KINDS)


def kind_name(kind: str) -> str:
    return str(_KINDS.get(kind, kind))


def standing_name(standing: Standing) -> str:
    return {Standing.LATE: _("已逾期"), Standing.SOON: _("快到期"), Standing.AHEAD: _("还早")}[standing]


def level_name(level: str) -> str:
    return {Level.REMIND: _("提醒"), Level.LATE: _("催办"), Level.ESCALATE: _("报主席督办")}[Level(level)]


def weekday_name(day: date) -> str:
    return (_("星期一"), _("星期二"), _("星期三"), _("星期四"), _("星期五"), _("星期六"), _("星期日"))[day.weekday()]
