"""URL = room + subject = file path. The language is a switch; only the public pages have it in their address (/en/)."""

from django.urls import include, path

urlpatterns = [
    path("", include("huitang.web.portal.urls")),
    path("", include("huitang.web.portal.file_urls")),
    path("en/", include("huitang.web.portal.urls", namespace="portal-en")),
    path("door/", include("huitang.web.door.urls")),
    path("desk/", include("huitang.web.desk.urls")),
    path("chair/", include("huitang.web.chair.urls")),
    path("tellers/", include("huitang.web.tellers.urls")),
    path("deputy/", include("huitang.web.deputy.urls")),
    path("hall/", include("huitang.web.hall.urls")),
    path("language/", include("django.conf.urls.i18n")),
]
handler400 = "huitang.web.frame.refusals.bad_request"
handler403 = "huitang.web.frame.refusals.forbidden"
handler404 = "huitang.web.frame.refusals.not_found"
handler500 = "huitang.web.frame.refusals.server_error"
