from django.urls import include, path

from huitang.web.portal import front, listing, missing, open_record, releases, seals, search, sessions, standing, visits

app_name = "portal"

_of_a_town = [
    path("", front.show, name="front"),
    path("projects/<int:year>/", standing.projects, name="projects"),
    path("deputies/", standing.deputies, name="deputies"),
    path("suggestions/", standing.suggestions, name="suggestions"),
    path("suggestions/<str:key>/", standing.suggestion, name="suggestion"),
    path("supervision/<int:year>/", standing.supervision, name="supervision"),
    path("money/<int:year>/", standing.money, name="money"),
    path("targets/<int:year>/", standing.targets, name="targets"),
    path("pages/<slug:slug>/", standing.page, name="page"),
    path("columns/<slug:kind>/", listing.show, name="column"),
    path("search/", search.show, name="search"),
    path("search/index.json", search.index, name="search_index"),
    path("data/", open_record.show, name="data"),
]
urlpatterns = [
    *_of_a_town,
    path("t/<str:code>/", include((_of_a_town, "town"))),
    path("sessions/<int:session_id>/", sessions.show, name="session"),
    path("releases/<int:release_id>/", releases.show, name="release"),
    path("releases/<int:release_id>.json", releases.show_facts, name="facts"),
    path("releases/<int:release_id>.pdf", releases.paper, name="paper"),
    path("visits/<int:release_id>.json", visits.show, name="visits"),
    path("photos/<slug:sha256>.jpg", standing.photo, name="photo"),
    path("releases/<int:release_id>.record.json", seals.record, name="record"),
    path("releases/<int:release_id>.record.json.minisig", seals.signature, name="record_signature"),
    path("log/checkpoint", seals.checkpoint, name="checkpoint"),
    path("log/leaves.json", seals.leaves, name="leaves"),
    path("keys.json", seals.keys, name="keys"),
    path("404.html", missing.show, name="missing"),
    path("minisign.pub", seals.public_key, name="public_key"),
]
