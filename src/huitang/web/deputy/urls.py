from django.urls import path

from huitang.web.deputy import agenda, file, leave, now, projects, results, suggestions

app_name = "deputy"
urlpatterns = [
    path("", now.page, name="now"),
    path("now/", now.poll, name="poll"),
    path("agenda/", agenda.page, name="agenda"),
    path("results/", results.page, name="results"),
    path("leave/", leave.page, name="leave"),
    path("leave/ask/", leave.ask, name="leave_ask"),
    path("leave/<int:leave_id>/withdraw/", leave.withdraw, name="leave_withdraw"),
    path("projects/", projects.page, name="projects"),
    path("file/", file.page, name="file"),
    path("suggestions/", suggestions.page, name="suggestions"),
    path("suggestions/read/", suggestions.read, name="suggestions_read"),
    path("suggestions/<int:suggestion_id>/", suggestions.one, name="suggestion"),
    path("suggestions/<int:suggestion_id>/evaluate/", suggestions.evaluate, name="suggestion_evaluate"),
    path("suggestions/<int:suggestion_id>/consent/", suggestions.consent, name="suggestion_consent"),
]
