"""The satisfaction rating in the words of the office, for the journal."""

from django.utils.translation import gettext_lazy as __

AREAS = (("rating", __("满意度测评")),)

EVENTS = {
    "rating.items_set": __("定测评内容"),
    "rating.result_declared": __("宣布测评结果"),
    "rating.round_opened": __("开始测评"),
    "rating.settings_kept": __("定测评办法"),
}

SUBJECTS = {"rating": __("满意度测评 {id}")}

FACTS = {
    "rated": __("测评内容"),
    "base": __("以谁的过半数为准"),
    "threshold_tenths": __("满意率标准（千分之）"),
    "has_middle_grade": __("设“基本满意”"),
    "grades": __("票数和等次"),
}

VALUES = {
    "RATING": __("满意度测评"),
    "SATISFIED": __("满意"),
    "BASICALLY_SATISFIED": __("基本满意"),
    "NOT_SATISFIED": __("不满意"),
    "ALL": __("全体代表"),
    "PRESENT": __("实到代表"),
}
