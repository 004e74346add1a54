from django.urls import URLPattern, path

from huitang.web.desk import home, roll_urls

app_name = "desk"
urlpatterns: list[URLPattern] = [
    # sessions
    path("", home.show, name="home"),
    # floor
    # roll
    *roll_urls.urlpatterns,
]
