"""Addresses of motions and suggestions, below desk/."""

from django.urls import path

from huitang.web.desk import suggestion_import, suggestion_one, suggestion_settings, suggestions

urlpatterns = [
    path("suggestions/", suggestions.show, name="suggestions"),
    path("suggestions/new/", suggestions.new, name="suggestion_new"),
    path("suggestions/print/", suggestions.print_list, name="suggestions_print"),
    path("suggestions/suggestions.xlsx", suggestions.export, name="suggestions_export"),
    path("suggestions/report/", suggestions.report, name="suggestions_report"),
    path("suggestions/settings/", suggestion_settings.settings, name="suggestion_settings"),
    path("suggestions/units/", suggestion_settings.units, name="suggestion_units"),
    path("suggestions/units/add/", suggestion_settings.add_unit, name="suggestion_unit_add"),
    path("suggestions/units/<int:unit_id>/change/", suggestion_settings.change_unit, name="suggestion_unit_change"),
    path("suggestions/import/", suggestion_import.choose, name="suggestion_import"),
    path("suggestions/import/sample.xlsx", suggestion_import.sample, name="suggestion_sample"),
    path("suggestions/import/upload/", suggestion_import.upload, name="suggestion_upload"),
    path("suggestions/import/<int:import_id>/", suggestion_import.preview, name="suggestion_preview"),
    path("suggestions/import/<int:import_id>/commit/", suggestion_import.commit, name="suggestion_commit"),
    path("suggestions/import/<int:import_id>/give-up/", suggestion_import.give_up, name="suggestion_give_up"),
    path("suggestions/<int:suggestion_id>/", suggestion_one.show, name="suggestion"),
    path("suggestions/<int:suggestion_id>/<slug:slug>/", suggestion_one.do, name="suggestion_do"),
]
