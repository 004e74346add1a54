from django.urls import path

from huitang.web.door import card, sign_in

app_name = "door"
urlpatterns = [
    path("", sign_in.home, name="home"),
    path("sign-in/", sign_in.sign_in, name="sign_in"),
    path("sign-out/", sign_in.sign_out, name="sign_out"),
    path("card/<str:token>/", card.enter, name="card"),
]
