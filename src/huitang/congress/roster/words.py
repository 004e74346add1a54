"""The names of standings, changes and causes, in the reader's language."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from huitang.rules.legal_text import Citation, Text, chinese_number
from huitang.rules.mandate import CAUSE_NAMES, ChangeKind, EndCause, Standing


def in_language(text: Text) -> str:
    return text.en if (get_language() or "").startswith("en") else text.zh


def cite(citation: Citation) -> str:
    return citation.label_en if (get_language() or "").startswith("en") else citation.label_zh


def cause_name(cause: EndCause) -> str:
    return in_language(CAUSE_NAMES[cause])


def standing_name(standing: Standing) -> str:
    return {
        Standing.NOT_YET: _("尚未任职"),
        Standing.IN_OFFICE: _("在任"),
        Standing.SUSPENDED: _("暂停执行职务"),
        Standing.ENDED: _("资格终止"),
    }[standing]


def kind_name(kind: ChangeKind) -> str:
    return {
        ChangeKind.ELECTED: _("当选"),
        ChangeKind.BY_ELECTED: _("补选当选"),
        ChangeKind.SUSPENDED: _("暂停执行代表职务"),
        ChangeKind.RESTORED: _("恢复执行代表职务"),
        ChangeKind.ENDED: _("代表资格终止"),
    }[kind]


def deed_name(kind: ChangeKind) -> str:
    """As the deed reads after "cannot"."""
    return {
        ChangeKind.ELECTED: _("再次登记当选"),
        ChangeKind.BY_ELECTED: _("登记补选当选"),
        ChangeKind.SUSPENDED: _("暂停执行职务"),
        ChangeKind.RESTORED: _("恢复执行职务"),
        ChangeKind.ENDED: _("终止资格"),
    }[kind]


def term_name(number: int) -> str:
    """第六届: written out in Chinese, in figures where the catalogue says otherwise."""
    in_figures = (get_language() or "").startswith("en")
    return _("第{number}届").format(number=number if in_figures else chinese_number(number))
