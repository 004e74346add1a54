"""Addresses of the diary, below desk/."""

from django.urls import path

from huitang.web.desk import diary, diary_feed, diary_reminders

urlpatterns = [
    path("diary/", diary.show, name="diary"),
    path("diary/print/", diary.print_list, name="diary_print"),
    path("diary/diary.xlsx", diary.export, name="diary_export"),
    path("diary/tick/", diary.tick, name="diary_tick"),
    path("diary/ticks/<int:tick_id>/back/", diary.untick, name="diary_untick"),
    path("diary/setting/", diary.keep_setting, name="diary_setting"),
    path("diary/remind/", diary_reminders.send, name="diary_remind"),
    path("diary/reminders/", diary_reminders.listing, name="diary_reminders"),
    path("diary/sheets/", diary_reminders.sheets, name="diary_sheets"),
    path("diary/calendar/make/", diary.make_feed, name="diary_feed_make"),
    path("diary/calendar/end/", diary.end_feed, name="diary_feed_end"),
    path("diary/calendar.ics", diary_feed.feed, name="diary_feed"),
]
