from django.urls import path

from huitang.web.chair import now, releases

app_name = "chair"
urlpatterns = [
    path("", now.page, name="now"),
    path("now/", now.poll, name="poll"),
    path("steps/<int:step_id>/do/", now.press, name="press"),
    path("back/", now.step_back, name="back"),
    path("releases/", releases.index, name="releases"),
    path("releases/photos/<slug:sha256>.jpg", releases.photo, name="release_photo"),
    path("releases/<int:release_id>/", releases.preview, name="release"),
    path("releases/<int:release_id>/release/", releases.release, name="release_do"),
    path("releases/<int:release_id>/withdraw/", releases.withdraw, name="release_withdraw"),
]
