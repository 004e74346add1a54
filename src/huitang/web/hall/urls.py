from django.urls import path

from huitang.web.hall import screen

app_name = "hall"
urlpatterns = [
    path("", screen.index, name="index"),
    path("<str:code>/", screen.screen, name="screen"),
]
