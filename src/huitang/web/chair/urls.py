from django.urls import URLPattern

app_name = "chair"
urlpatterns: list[URLPattern] = []
