from django.urls import path

from huitang.web.portal import front, releases, seals, sessions

app_name = "portal"
urlpatterns = [
    path("", front.show, name="front"),
    path("sessions/<int:session_id>/", sessions.show, name="session"),
    path("releases/<int:release_id>/", releases.show, name="release"),
    path("releases/<int:release_id>.json", releases.show_facts, name="facts"),
    path("releases/<int:release_id>.record.json", seals.record, name="record"),
    path("releases/<int:release_id>.record.json.minisig", seals.signature, name="record_signature"),
    path("log/checkpoint", seals.checkpoint, name="checkpoint"),
    path("log/leaves.json", seals.leaves, name="leaves"),
    path("keys.json", seals.keys, name="keys"),
    path("minisign.pub", seals.public_key, name="public_key"),
]
