from django.urls import URLPattern

app_name = "tellers"
urlpatterns: list[URLPattern] = []
