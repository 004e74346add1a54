from django.urls import URLPattern, path

from huitang.web.desk import home

app_name = "desk"
urlpatterns: list[URLPattern] = [
    # sessions
    path("", home.show, name="home"),
    # floor
    # roll
]
