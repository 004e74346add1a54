from django.urls import URLPattern

from huitang.web.desk import roll_urls

app_name = "desk"
urlpatterns: list[URLPattern] = [*roll_urls.urlpatterns]
