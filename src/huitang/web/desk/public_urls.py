"""Addresses of the standing pages, below desk/."""

from django.urls import path

from huitang.web.desk import public, public_export, public_pages, public_site

urlpatterns = [
    path("public/", public.show, name="public"),
    path("public/site/", public_site.show, name="public_site"),
    path("public/draft/", public.draft, name="public_draft"),
    path("public/export/", public_export.make, name="public_export_make"),
    path("public/export/<slug:token>/", public_export.show, name="public_export"),
    path("public/export/<slug:token>/progress/", public_export.progress, name="public_export_progress"),
    path("public/export/<slug:token>/file/", public_export.download, name="public_export_file"),
    path("public/pages/new/", public_pages.new, name="public_page_new"),
    path("public/pages/<int:page_id>/", public_pages.change, name="public_page"),
    path("public/photos/<slug:sha256>.jpg", public.photo, name="public_photo"),
    path("public/<int:release_id>/", public.preview, name="public_preview"),
]
