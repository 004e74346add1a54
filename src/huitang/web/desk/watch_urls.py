"""Addresses of supervision, deputies' files and the yearly numbers, below desk/."""

from django.urls import path

from huitang.web.desk import activity, deputy_files, supervision, yearly

urlpatterns = [
    path("supervision/", supervision.show, name="supervision"),
    path("supervision/new/", supervision.new, name="supervision_new"),
    path("supervision/print/", supervision.print_year, name="supervision_print"),
    path("supervision/supervision.xlsx", supervision.export, name="supervision_export"),
    path("supervision/<int:activity_id>/", activity.show, name="activity"),
    path("supervision/<int:activity_id>/plan/", activity.plan, name="activity_plan"),
    path("supervision/<int:activity_id>/hold/", activity.hold, name="activity_hold"),
    path("supervision/<int:activity_id>/correct/", activity.correct, name="activity_correct"),
    path("supervision/<int:activity_id>/drop/", activity.drop, name="activity_drop"),
    path("supervision/<int:activity_id>/take-up/", activity.take_up, name="activity_take_up"),
    path("supervision/<int:activity_id>/problems/", activity.problems, name="activity_problems"),
    path("supervision/<int:activity_id>/opinion/", activity.opinion, name="activity_opinion"),
    path("supervision/<int:activity_id>/opinion/back/", activity.opinion_back, name="activity_opinion_back"),
    path("supervision/<int:activity_id>/reply/", activity.reply, name="activity_reply"),
    path("supervision/<int:activity_id>/reply/back/", activity.reply_back, name="activity_reply_back"),
    path("supervision/<int:activity_id>/follow-up/", activity.follow_up, name="activity_follow_up"),
    path("supervision/<int:activity_id>/close/", activity.close, name="activity_close"),
    path("supervision/<int:activity_id>/reopen/", activity.reopen, name="activity_reopen"),
    path("supervision/<int:activity_id>/photos/add/", activity.add_photo, name="activity_photo_add"),
    path("supervision/photos/<int:photo_id>/", activity.photo, name="activity_photo"),
    path("supervision/photos/<int:photo_id>/remove/", activity.remove_photo, name="activity_photo_remove"),
    path("deputies/", deputy_files.listing, name="deputy_files"),
    path("deputies/deputies.xlsx", deputy_files.export, name="deputy_files_export"),
    path("deputies/points/", deputy_files.points, name="deputy_points"),
    path("deputies/<int:deputy_id>/file/", deputy_files.show, name="deputy_file"),
    path("deputies/<int:deputy_id>/public/", deputy_files.public, name="deputy_public"),
    path("yearly/", yearly.show, name="yearly"),
    path("yearly/yearly.xlsx", yearly.export, name="yearly_export"),
    path("yearly/<int:year>/freeze/", yearly.freeze, name="yearly_freeze"),
    path("yearly/<int:year>/withdraw/", yearly.withdraw, name="yearly_withdraw"),
    path("yearly/<int:year>/seats/add/", yearly.add_seat, name="yearly_seat_add"),
    path("yearly/seats/<int:seat_id>/remove/", yearly.remove_seat, name="yearly_seat_remove"),
]
