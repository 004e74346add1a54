"""`{% chart block "a1" %}` draws a chart; the second word makes its ids unique on the page."""

from collections.abc import Sequence
from typing import Any

from django import template
from django.utils.translation import gettext as _

from huitang.web.frame import charts

register = template.Library()


@register.inclusion_tag("frame/_chart.html")
def chart(told: charts.Chart, key: object) -> dict[str, Any]:
    """Just the figure; whoever draws it puts the table below."""
    return {"drawing": charts.draw(told), "key": f"chart-{key}"}


@register.inclusion_tag("frame/_chart.html")
def attendance_chart(attended: Any, key: object) -> dict[str, Any]:
    """`attended` has who came, who is on leave and who is absent, and how many must come."""
    values = (attended.present, attended.on_leave, attended.absent)
    told = charts.stacked(
        _("出席"),
        series=(_("实到"), _("请假"), _("缺席")),
        rows=[(_("应到 {n} 人").format(n=attended.in_office), values)],
        mark=attended.required,
        mark_name=_("法定人数 {n} 人").format(n=attended.required),
    )
    return {"drawing": charts.draw(told), "key": f"chart-{key}"}


@register.inclusion_tag("frame/_chart.html")
def votes_chart(votes: Sequence[Any], key: object) -> dict[str, Any]:
    """Votes for, against, abstained and not cast, one row for each vote; the line is what was needed."""
    rows = [(one.title, (one.votes_for, one.votes_against, one.abstentions, one.not_voting)) for one in votes]
    needed = {one.needed for one in votes}
    mark = needed.pop() if len(needed) == 1 else 0
    told = charts.stacked(
        _("表决结果"),
        series=(_("赞成"), _("反对"), _("弃权"), _("未表决")),
        rows=rows,
        mark=mark,
        mark_name=_("通过所需 {n} 票").format(n=mark) if mark else "",
    )
    return {"drawing": charts.draw(told), "key": f"chart-{key}"}


@register.inclusion_tag("frame/_chart.html")
def amounts_chart(found: Any, key: object) -> dict[str, Any]:
    """Amounts of this year, beside those of the year before where they are known."""
    series = (found.last_label, _("这一年")) if found.last_label else (_("这一年"),)
    rows = [(bar.name, _amounts(bar) if found.last_label else [(bar.wan, bar.told)]) for bar in found.bars]
    told = charts.compared(found.title, series=series, rows=rows)
    return {"drawing": charts.draw({**told, "unit": _("万元"), "sentence": found.sentence}), "key": f"chart-{key}"}


def _amounts(bar: Any) -> list[tuple[int, str]]:
    return [(bar.before or 0, bar.before_told or "0"), (bar.wan, bar.told)]
