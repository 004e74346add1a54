"""What is due in supervision: replies to opinions, and what the year's plan set for a month."""

from calendar import monthrange
from datetime import date

from django.utils.translation import gettext as _

from huitang.congress.supervision import words
from huitang.congress.supervision.models import Activity
from huitang.rules.due import USUAL_REMIND_DAYS, Due

State = Activity.State
DECEMBER = 12


def list_dues(town_id: int, *, on: date) -> tuple[Due, ...]:
    """Replies that are awaited and plans not yet held, in one query.

    Their days were set by the opinion and the plan as days, not counted as periods: no day of rest moves them.
    """
    open_ones = Activity.objects.filter(town_id=town_id, state__in=(State.AWAITING, State.PLANNED)).order_by("pk")
    return tuple(_reply(one) if one.state == State.AWAITING else _plan(one) for one in open_ones)


def _reply(found: Activity) -> Due:
    last = found.reply_due or date.max  # an opinion is never sent without its day
    return Due(
        subject=f"activity:{found.pk}",
        clock="REPLY",
        title=_title(found),
        what=_("答复审议意见"),
        owes=found.unit,
        waits=_("主席团"),
        last_day=last,
        if_moved=last,
        remind_days=USUAL_REMIND_DAYS,
    )


def _plan(found: Activity) -> Due:
    last = month_end(found.year, found.planned_month or DECEMBER)
    return Due(
        subject=f"activity:{found.pk}",
        clock="PLAN",
        title=_title(found),
        what=_("按计划开展"),
        owes=_("办公室"),
        waits=_("主席团"),
        last_day=last,
        if_moved=last,
        remind_days=USUAL_REMIND_DAYS,
    )


def month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _title(found: Activity) -> str:
    return _("{kind}：{topic}").format(kind=words.kind_name(found.kind), topic=found.topic)
