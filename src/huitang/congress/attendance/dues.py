"""What is due of leave: a request waits for its decision until the session opens."""

from datetime import date

from django.db.models import Count
from django.utils.translation import gettext as _

from huitang.congress.attendance.models import Leave
from huitang.congress.sittings import dues as sittings
from huitang.congress.sittings.models import CongressSession
from huitang.rules import statute
from huitang.rules.due import USUAL_REMIND_DAYS, Due

_OVER = CongressSession.State.CLOSED


def list_dues(town_id: int, *, on: date) -> tuple[Due, ...]:
    """For each session how many requests are undecided, in one query. Who asked is not told here."""
    asked = Leave.State.ASKED
    sessions = CongressSession.objects.filter(term__town_id=town_id, leaves__state=asked).exclude(state=_OVER)
    counted = sessions.annotate(waiting=Count("leaves")).select_related("term__town").order_by("opens_on", "pk")
    return tuple(_due(session, session.waiting) for session in counted)


def _due(session: CongressSession, waiting: int) -> Due:
    return Due(
        subject=f"session:{session.pk}",
        clock="LEAVE",
        title=sittings.title_of(session),
        what=_("批准或不批准请假（{number} 人）").format(number=waiting),
        owes=_("主席团"),
        waits=_("代表"),
        last_day=session.opens_on,
        if_moved=session.opens_on,
        remind_days=USUAL_REMIND_DAYS,
        citations=(statute.at(session.opens_on).leave,),
    )
