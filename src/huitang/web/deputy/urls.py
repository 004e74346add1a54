from django.urls import URLPattern

app_name = "deputy"
urlpatterns: list[URLPattern] = []
