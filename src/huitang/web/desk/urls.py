from django.urls import URLPattern, path

from huitang.web.desk import attendees, elections, home, leave, projects, releases, roll_urls, scrutineers, sign_in

app_name = "desk"
urlpatterns: list[URLPattern] = [
    # sessions
    path("", home.show, name="home"),
    # floor
    path("sessions/<int:session_id>/leave/", leave.show, name="leave"),
    path("sessions/<int:session_id>/leave/ask/", leave.ask, name="leave_ask"),
    path("sessions/<int:session_id>/leave/from-remarks/", leave.take_from_remarks, name="leave_from_remarks"),
    path("leaves/<int:leave_id>/decide/", leave.decide, name="leave_decide"),
    path("leaves/<int:leave_id>/withdraw/", leave.withdraw, name="leave_withdraw"),
    path("sessions/<int:session_id>/sign-in/", sign_in.choose, name="sign_in_choose"),
    path("sittings/<int:sitting_id>/sign-in/", sign_in.show, name="sign_in"),
    path("sittings/<int:sitting_id>/sign-in/counts/", sign_in.show_counts, name="sign_in_counts"),
    path("sittings/<int:sitting_id>/sign-in/do/", sign_in.do, name="sign_in_do"),
    path("sign-ins/<int:sign_in_id>/undo/", sign_in.undo, name="sign_in_undo"),
    path("sessions/<int:session_id>/attendees/", attendees.show, name="attendees"),
    path("sessions/<int:session_id>/attendees/add/", attendees.add, name="attendee_add"),
    path("attendees/<int:attendee_id>/mark/", attendees.mark, name="attendee_mark"),
    path("sessions/<int:session_id>/scrutineers/", scrutineers.show, name="scrutineers"),
    path("sessions/<int:session_id>/scrutineers/name/", scrutineers.name, name="scrutineers_name"),
    path("sessions/<int:session_id>/scrutineers/tellers/", scrutineers.appoint_tellers, name="tellers_appoint"),
    path("sessions/<int:session_id>/scrutineers/relatives/", scrutineers.declare_relative, name="relative_declare"),
    path("sessions/<int:session_id>/elections/", elections.show, name="elections"),
    path("sessions/<int:session_id>/elections/method/", elections.set_method, name="election_method"),
    path("sessions/<int:session_id>/elections/prepare/", elections.prepare, name="election_prepare"),
    path("elections/<int:election_id>/nominate/", elections.nominate, name="nominate"),
    path("nominations/<int:nomination_id>/withdraw/", elections.withdraw_nomination, name="nomination_withdraw"),
    path("elections/<int:election_id>/fix/", elections.fix, name="election_fix"),
    path("elections/<int:election_id>/reopen/", elections.reopen, name="election_reopen"),
    path("sessions/<int:session_id>/projects/", projects.show, name="projects"),
    path("sessions/<int:session_id>/projects/method/", projects.set_method, name="project_method"),
    path("sessions/<int:session_id>/projects/import/", projects.import_list, name="projects_import"),
    path("sessions/<int:session_id>/releases/", releases.show, name="releases"),
    path("sessions/<int:session_id>/releases/draft/", releases.draft, name="releases_draft"),
    path("releases/<int:release_id>/", releases.preview, name="release"),
    # roll
    *roll_urls.urlpatterns,
]
