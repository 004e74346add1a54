"""The data files: once, below /, in one language, at addresses that are names of plain files."""

from django.urls import include, path

from huitang.web.portal import open_record

app_name = "portal-files"

_of_a_town = [
    path("data/oparl/<path:path>", open_record.oparl, name="oparl"),
    path("data/<str:name>", open_record.table, name="data"),
    path("calendar.ics", open_record.file, {"path": "calendar.ics"}, name="calendar"),
    path("atom.xml", open_record.feed, name="feed"),
    path("atom/<slug:kind>.xml", open_record.feed, name="column_feed"),
]
urlpatterns = [
    path("data/oparl/system.json", open_record.oparl_system, {"path": "system.json"}, name="system"),
    path("data/oparl/bodies/<str:page>", open_record.bodies, name="bodies"),
    path("sitemap.xml", open_record.site_map, name="sitemap"),
    path("robots.txt", open_record.robots, name="robots"),
    *_of_a_town,
    path("t/<str:code>/", include((_of_a_town, "town"))),
]
