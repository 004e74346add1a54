"""/desk/diary/calendar.ics: the diary for a calendar outside. Whoever knows the secret address may read it."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from huitang.adapters.calendars.writing import MEDIA_TYPE, AllDay, write_calendar
from huitang.congress.diary import calendar_days, queries
from huitang.congress.diary.calendar_days import CalendarDay
from huitang.congress.diary.refusals import FeedIsUnknown
from huitang.congress.roster import queries as roster
from huitang.congress.sittings.calendar import local_day
from huitang.web.desk import due_links
from huitang.web.frame import clock

_REFRESH = timedelta(hours=4)


@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """:raises FeedIsUnknown: also once the address was replaced or its account locked"""
    town_id = queries.find_town_of_feed(request.GET.get("key", ""))
    if town_id is None:
        raise FeedIsUnknown()
    now = clock.now(request)
    days = calendar_days.list_calendar(town_id, on=local_day(now))
    content = write_calendar(
        [_entry(request, one, town_id) for one in days],
        name=_("{town}人大期限").format(town=roster.find_town(town_id)),
        at=now,
        refresh=_REFRESH,
    )
    response = HttpResponse(content, content_type=MEDIA_TYPE)
    response["Content-Disposition"] = 'inline; filename="huitang.ics"'
    response["Cache-Control"] = "private, no-cache"
    return response


def _entry(request: HttpRequest, day: CalendarDay, town_id: int) -> AllDay:
    address = due_links.address(day.subject)
    url = request.build_absolute_uri(address) if address else ""
    return AllDay(f"{day.uid}@town-{town_id}.huitang", day.on, day.summary, day.note, url, day.alarm_days)
