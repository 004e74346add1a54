from django.urls import path

from huitang.web.portal import front, releases, sessions

app_name = "portal"
urlpatterns = [
    path("", front.show, name="front"),
    path("sessions/<int:session_id>/", sessions.show, name="session"),
    path("releases/<int:release_id>/", releases.show, name="release"),
    path("releases/<int:release_id>.json", releases.show_facts, name="facts"),
]
