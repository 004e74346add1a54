"""Addresses of the standing pages, below desk/."""

from django.urls import path

from huitang.web.desk import public, public_pages, public_site

urlpatterns = [
    path("public/", public.show, name="public"),
    path("public/site/", public_site.show, name="public_site"),
    path("public/draft/", public.draft, name="public_draft"),
    path("public/pages/new/", public_pages.new, name="public_page_new"),
    path("public/pages/<int:page_id>/", public_pages.change, name="public_page"),
    path("public/photos/<slug:sha256>.jpg", public.photo, name="public_photo"),
    path("public/<int:release_id>/", public.preview, name="public_preview"),
]
